"""What the database bills for what is done meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.awsrequest import AWSResponse

from tests import faults


@contextmanager
def units_of(client: Any) -> Iterator[list[float]]:
    """Gather the capacity units of each call of a client, which asks for them itself."""
    units: list[float] = []

    def weigh(call: faults.Call) -> AWSResponse:
        answer = call.send()
        consumed = json.loads(answer.content).get("ConsumedCapacity", [])
        reports = consumed if isinstance(consumed, list) else [consumed]
        units.extend(float(report["CapacityUnits"]) for report in reports)
        return answer

    with faults.inject(weigh, client, times=1_000_000):
        yield units
