"""Reading by key: one item, a hundred, or a hundred at one moment."""

from __future__ import annotations

from typing import Any

import orjson

from .capacity import Meter, read_units
from .database import Database
from .errors import validation
from .expressions.parser import parse_projection
from .expressions.projection import Tree, bind_projection, project
from .expressions.scope import Scope
from .keys import Key, requested_key
from .schema import Table
from .store import Row

_MOST_KEYS = 100
_LARGEST_ANSWER = 16 * 1024 * 1024
_LARGEST_TRANSACTION = 4 * 1024 * 1024


def get_item(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """One item; the stored JSON is passed on as it is unless only parts were asked for."""
    tree = projection_of(request)
    table = database.table(request["TableName"])
    _, key = requested_key(table, request["Key"])
    row = database.store.get(table, key)
    meter = Meter(request)
    meter.read(table.name, read_units(row[1] if row else 0, bool(request.get("ConsistentRead"))))
    return ({"Item": shown(row[0], tree)} if row else {}) | meter.one()


def batch_get_item(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Items of several tables; what would not fit in 16 MB is named in `UnprocessedKeys`."""
    if sum(len(asked["Keys"]) for asked in request["RequestItems"].values()) > _MOST_KEYS:
        raise validation("Too many items requested for the BatchGetItem call")
    meter = Meter(request)
    responses: dict[str, list[Any]] = {}
    unprocessed: dict[str, Any] = {}
    room = _LARGEST_ANSWER
    for name, asked in request["RequestItems"].items():
        tree, rows = _batch(database, name, asked)
        responses[name] = []
        for position, row in enumerate(rows):
            size = row[1] if row else 0
            if size > room:
                unprocessed[name] = asked | {"Keys": asked["Keys"][position:]}
                room = 0
                break
            room -= size
            meter.read(name, read_units(size, bool(asked.get("ConsistentRead"))))
            if row:
                responses[name].append(shown(row[0], tree))
    return {"Responses": responses, "UnprocessedKeys": unprocessed} | meter.many()


def _batch(database: Database, name: str, asked: dict[str, Any]) -> tuple[Tree | None, list[Row | None]]:
    tree = projection_of(asked)
    table = database.table(name)
    keys = [requested_key(table, key)[1] for key in asked["Keys"]]
    if len(set(keys)) < len(keys):
        raise validation("Provided list of item keys contains duplicates")
    return tree, [database.store.get(table, key) for key in keys]


def transact_get_items(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Items of several tables as they were at one moment, in the order asked."""
    wanted = [_transact_get(database, entry["Get"]) for entry in request["TransactItems"] if _is_get(entry)]
    meter = Meter(request, transactional=True)
    responses: list[dict[str, Any]] = []
    total = 0
    for table, key, tree in wanted:
        row = database.store.get(table, key)
        size = row[1] if row else 0
        total += size
        meter.read(table.name, 2 * read_units(size, consistent=True))
        responses.append({"Item": shown(row[0], tree)} if row else {})
    if total > _LARGEST_TRANSACTION:
        raise validation(
            "Collection size of items in the transaction exceeded the maximum allowed size of 4 MB"
        )
    return {"Responses": responses} | meter.many()


def _is_get(entry: dict[str, Any]) -> bool:
    if not entry.get("Get"):
        raise validation("TransactItems can only contain one of Get")
    return True


def _transact_get(database: Database, get: dict[str, Any]) -> tuple[Table, Key, Tree | None]:
    tree = projection_of(get)
    table = database.table(get["TableName"])
    return table, requested_key(table, get["Key"])[1], tree


def projection_of(request: dict[str, Any]) -> Tree | None:
    """The parts a request asks for; None when it asks for the whole item."""
    scope = Scope(request, ("ProjectionExpression",))
    kind = "ProjectionExpression"
    tree = scope.bind(kind, request.get(kind), parse_projection, bind_projection)
    scope.check_all_used()
    return tree


def shown(json: bytes, tree: Tree | None) -> Any:
    """A stored item for the answer."""
    return orjson.Fragment(json) if tree is None else project(orjson.loads(json), tree)
