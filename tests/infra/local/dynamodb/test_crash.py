"""kill -9 at any moment: whatever was acknowledged is there afterwards, and no transaction by half."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest
from botocore.exceptions import BotoCoreError

from .clients import wire_client
from .conftest import endpoint_of, start_engine
from .tables import PEOPLE

_ROUNDS = 4
_WRITERS = 3
_PARTS = 4


class Writer(threading.Thread):
    """Writes transactions of four items until the engine is gone; remembers which were acknowledged."""

    def __init__(self, endpoint: str, name: str, answers: SimpleQueue[str]) -> None:
        super().__init__(daemon=True)
        self.answers = answers
        self.client = wire_client(endpoint)
        self.prefix = name
        self.acknowledged: list[str] = []
        self.lost = False

    def run(self) -> None:
        number = 0
        while not self.lost:
            number += 1
            group = f"{self.prefix}-{number}"
            try:
                self.client.transact_write_items(TransactItems=[_put(group, part) for part in range(_PARTS)])
                self.acknowledged.append(group)
                self.answers.put(group)
            except BotoCoreError:
                self.lost = True


def _put(group: str, part: int) -> dict[str, Any]:
    item = {"pk": {"S": group}, "sk": {"S": str(part)}, "g": {"S": group}, "n": {"N": str(part)}}
    return {"Put": {"TableName": "people", "Item": item}}


@pytest.mark.parametrize("options", [(), ("--index-delay-ms", "50"), ("--synchronous", "NORMAL")])
def test_a_kill_loses_nothing_acknowledged_and_halves_nothing(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    acknowledged: set[str] = set()
    for round_ in range(_ROUNDS):
        child = start_engine(tmp_path, *options)
        endpoint = endpoint_of(child)
        _check(wire_client(endpoint), acknowledged, first=round_ == 0)
        answers: SimpleQueue[str] = SimpleQueue()
        writers = [Writer(endpoint, f"{round_}-{number}", answers) for number in range(_WRITERS)]
        for writer in writers:
            writer.start()
        # The kill falls among the writes, each time after another number of answers.
        for _ in range(40 + 17 * round_):
            answers.get(timeout=30)
        assert child.process is not None
        child.process.send_signal(signal.SIGKILL)
        child.process.wait()
        for writer in writers:
            writer.join()
            acknowledged.update(writer.acknowledged)
    child = start_engine(tmp_path, *options)
    _check(wire_client(endpoint_of(child)), acknowledged, first=False)
    child.stop()


def _check(client: Any, acknowledged: set[str], first: bool) -> None:
    """Every acknowledged group is whole, no group is half, and the index says the same as the table."""
    if first:
        client.create_table(**PEOPLE)
    stored = _groups(client)
    assert acknowledged <= set(stored)
    assert set(stored.values()) <= {_PARTS}
    assert _groups(client, IndexName="by_number") == stored


def _groups(client: Any, **place: str) -> dict[str, int]:
    groups: dict[str, int] = {}
    for page in client.get_paginator("scan").paginate(TableName="people", **place):
        for item in page["Items"]:
            groups[item["pk"]["S"]] = groups.get(item["pk"]["S"], 0) + 1
    return groups
