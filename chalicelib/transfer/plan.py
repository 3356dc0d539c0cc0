"""What a chunk of an import is about to do, kept before it is done: whoever comes second follows the first.

It tells what to do again when a worker dies, and what there is to undo.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from chalicelib.core import objects
from chalicelib.transfer.models import Import

Former = dict[str, Any]


@dataclass
class Plan:
    """What its rows become, by row: records that are `created` with their parts, or those they `matched`.

    `updated` says what each of these was (`kept`); companies and interests are those its records need. All
    that is made bears the moment `at` (ms), whoever makes it: another one tells that somebody changed it.
    """

    at: int = 0
    created: dict[str, list[str]] = field(default_factory=dict)
    matched: dict[str, str] = field(default_factory=dict)
    updated: dict[str, Former] = field(default_factory=dict)
    companies: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)


def keep(job: Import, chunk: int, plan: Plan) -> bool:
    """Write the plan of a chunk, unless there is one already; whether it was written."""
    body = json.dumps(asdict(plan), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return objects.write_once(job.plan_key(chunk), body, "application/json")


def kept(job: Import, chunk: int) -> Plan | None:
    """The plan of a chunk, if one was made."""
    key = job.plan_key(chunk)
    return None if objects.size(key) is None else Plan(**json.loads(objects.read(key)))
