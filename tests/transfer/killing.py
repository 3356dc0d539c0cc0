"""What tests of dying workers share: leases that are over at once, and all that a worker speaks to AWS by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.core import objects, queues
from chalicelib.core.store import connection
from chalicelib.transfer import lease
from chalicelib.transfer.habits import Habit
from chalicelib.transfer.models import Import


@pytest.fixture
def short_leases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever dies or stalls has lost the job already."""
    monkeypatch.setattr(lease, "LEASE_MS", -1)


@pytest.fixture
def clients(world: object) -> list[Any]:
    """Whatever a worker speaks to AWS by."""
    jobs = [model._get_connection().connection.client for model in (Import, Habit)]
    return [connection().client, *jobs, objects.client(), queues._client()]


@pytest.fixture
def forgotten_words(world: object) -> Iterator[None]:
    """Words to the dead are forgotten."""
    yield
    queues._client().purge_queue(QueueUrl=queues._url("imports"))
