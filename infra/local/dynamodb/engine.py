"""The engine: a target and a body in, a status and a body out; nothing that comes in makes a 500."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from . import queries, reads, tables, transactions, writes
from .database import Database
from .errors import DynamoError, serialization
from .requests import SHAPES, refuse_legacy
from .shapes import check
from .store import Store

_PREFIX = "DynamoDB_20120810."
_LOG = logging.getLogger(__name__)

_OPERATIONS: dict[str, Callable[[Database, dict[str, Any]], dict[str, Any]]] = {
    "CreateTable": tables.create_table,
    "DescribeTable": tables.describe_table,
    "DeleteTable": tables.delete_table,
    "ListTables": tables.list_tables,
    "UpdateTable": tables.update_table,
    "UpdateTimeToLive": tables.update_time_to_live,
    "DescribeTimeToLive": tables.describe_time_to_live,
    "GetItem": reads.get_item,
    "BatchGetItem": reads.batch_get_item,
    "TransactGetItems": reads.transact_get_items,
    "PutItem": writes.put_item,
    "UpdateItem": writes.update_item,
    "DeleteItem": writes.delete_item,
    "BatchWriteItem": writes.batch_write_item,
    "TransactWriteItems": transactions.transact_write_items,
    "Query": queries.query,
    "Scan": queries.scan,
}


class Engine:
    """DynamoDB over one file.

    `path` is a file or `:memory:`, `index_delay` the seconds global indexes lag, `synchronous` FULL or NORMAL
    (see Store), `now` the clock, in seconds since 1970. Calls may come from several threads; they are
    answered one at a time.
    """

    def __init__(
        self,
        path: Path | str,
        index_delay: float = 0.0,
        synchronous: str = "FULL",
        now: Callable[[], float] = time.time,
    ) -> None:
        self._database = Database(Store(path, synchronous), index_delay, now)
        self._turn = threading.Lock()

    def handle(self, target: str, body: bytes) -> tuple[int, bytes]:
        """Answer one request; `target` is the X-Amz-Target header, e.g. `DynamoDB_20120810.GetItem`."""
        try:
            with self._turn:
                return 200, self._answer(target, body)
        except DynamoError as error:
            return error.status, error.body()
        except Exception:
            # The target only: bodies hold names and addresses.
            _LOG.exception("%s failed", target[:60])
            return 500, DynamoError("InternalServerError", "The engine failed; its log says why.").body()

    def _answer(self, target: str, body: bytes) -> bytes:
        name = target.removeprefix(_PREFIX)
        operation = _OPERATIONS.get(name)
        if operation is None or not target.startswith(_PREFIX):
            raise DynamoError("UnknownOperationException", "")
        try:
            request = orjson.loads(body)
        except orjson.JSONDecodeError:
            raise serialization("The body is not JSON") from None
        check(SHAPES[name], request)
        refuse_legacy(request)
        return orjson.dumps(operation(self._database, request))

    def sweep(self) -> int:
        """Delete items whose time has come, at most a hundred a table; how many went."""
        with self._turn:
            return tables.sweep(self._database)

    def settle_indexes(self) -> None:
        """Let delayed indexes show what is due."""
        with self._turn:
            self._database.settle_indexes()

    def close(self) -> None:
        """Let go of the file; nothing acknowledged is lost without it either."""
        with self._turn:
            self._database.store.close()
