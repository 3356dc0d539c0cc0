"""The database engine inside this process, telling what each request consumed as AWS would bill it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from infra.local import environment
from infra.local.dynamodb.engine import Engine
from infra.local.dynamodb.http import Front

READS = ("GetItem", "BatchGetItem", "Query")


@dataclass(frozen=True)
class Consumed:
    """What one request to the database cost: `units` are RCU for a read, WCU for a write."""

    operation: str
    table: str
    index: str | None
    units: float

    @property
    def is_read(self) -> bool:
        return self.operation in READS


class MeteredEngine(Engine):
    """The engine, keeping every `ConsumedCapacity` it answers; PynamoDB always asks for it."""

    consumed: list[Consumed]

    def handle(self, target: str, body: bytes) -> tuple[int, bytes]:
        status, answer = super().handle(target, body)
        self._note(target.rpartition(".")[2], orjson.loads(body), orjson.loads(answer))
        return status, answer

    def _note(self, operation: str, request: dict[str, Any], answer: dict[str, Any]) -> None:
        reports = answer.get("ConsumedCapacity", [])
        for report in reports if isinstance(reports, list) else [reports]:
            consumed = Consumed(
                operation, report["TableName"], request.get("IndexName"), report["CapacityUnits"]
            )
            self.consumed.append(consumed)

    def begin(self) -> None:
        """Forget what was consumed so far."""
        self.consumed = []


class Line(Front):
    """A connection that is kept in mind, so that it can be cut."""

    open_: list[asyncio.Transport]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.open_.append(transport)
        super().connection_made(transport)


@contextmanager
def serving(data: Path, port: int) -> Iterator[MeteredEngine]:
    """Serve the database of a stopped world on its port, from a thread of this process."""
    engine = MeteredEngine(data / "crm.sqlite")
    engine.begin()
    Line.open_ = []
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(
        loop.create_server(lambda: Line(engine, environment.ACCESS_KEY), "127.0.0.1", port)
    )
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield engine
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        # The next measurement serves on the same port.
        server.close()
        for transport in Line.open_:
            transport.abort()
        loop.run_until_complete(server.wait_closed())
        loop.close()
        engine.close()
