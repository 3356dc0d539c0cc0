"""Query and Scan: pages of at most 1 MB, filtered after they are counted."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from .capacity import Meter, read_units
from .database import Database
from .errors import invalid_parameter, validation
from .expressions.functions import Predicate
from .expressions.keyconditions import Bounds, KeyCondition, bind_key_condition
from .expressions.parser import parse_condition, parse_projection
from .expressions.projection import Tree, bind_projection
from .expressions.scope import Scope
from .filters import bind_filter
from .keys import encode
from .plans import Source, query_range, scan_all
from .reads import shown
from .schema import Index, KeySchema, Table
from .values import Item, canonical_item

_LARGEST_PAGE = 1024 * 1024
_EXPRESSIONS = ("FilterExpression", "ProjectionExpression")

Rows = Iterator[tuple[bytes, int, bytes]]


@dataclass(frozen=True)
class _Asked:
    """What a Query or a Scan asks, checked."""

    table: Table
    index: Index | None
    tree: Tree | None
    keep: Predicate | None
    limit: int | None
    count_only: bool
    consistent: bool

    @property
    def keys(self) -> KeySchema:
        return self.index.keys if self.index else self.table.keys


def query(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """One page of the items under a hash key, in the order of their range keys."""
    if request.get("KeyConditionExpression") is None:
        raise validation(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
        )
    scope = Scope(request, (*_EXPRESSIONS, "KeyConditionExpression"))
    table, index = _place(database, request)
    asked = _asked(request, scope, table, index, request["KeyConditionExpression"])
    bind = bind_key_condition(asked.keys, table.types)
    kind = "KeyConditionExpression"
    condition = scope.bind(kind, request[kind], parse_condition, bind)
    assert condition is not None
    scope.check_all_used()
    after = _start_key(asked, request.get("ExclusiveStartKey"))
    if after:
        _check_start(after, condition)
    forward = request.get("ScanIndexForward") is not False
    source = Source.of(table, index)
    sql, values = query_range(source, condition.hash, condition.bounds, after and after[1:], forward)
    return _answer(request, asked, database.store.rows(sql, values))


def scan(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """One page of all items, or of one segment of them."""
    scope = Scope(request, _EXPRESSIONS)
    table, index = _place(database, request)
    asked = _asked(request, scope, table, index, None)
    scope.check_all_used()
    segment = _segment(request)
    after = _start_key(asked, request.get("ExclusiveStartKey"))
    rows = database.store.rows(*scan_all(Source.of(table, index), after))
    if segment:
        rows = (row for row in rows if zlib.crc32(row[2]) % segment[1] == segment[0])
    return _answer(request, asked, rows)


def _place(database: Database, request: dict[str, Any]) -> tuple[Table, Index | None]:
    table = database.table(request["TableName"])
    name = request.get("IndexName")
    if name is None:
        return table, None
    if name not in table.indexes:
        raise validation(f"The table does not have the specified index: {name}")
    index = table.indexes[name]
    if request.get("ConsistentRead") and not index.local:
        raise validation("Consistent reads are not supported on global secondary indexes")
    if database.index_delay:
        database.settle_indexes()
    return table, index


def _asked(
    request: dict[str, Any], scope: Scope, table: Table, index: Index | None, key_condition: str | None
) -> _Asked:
    projection, condition = request.get("ProjectionExpression"), request.get("FilterExpression")
    tree = scope.bind("ProjectionExpression", projection, parse_projection, bind_projection)
    keys = (index.keys if index else table.keys) if key_condition is not None else None
    keep = scope.bind("FilterExpression", condition, parse_condition, bind_filter(keys))
    _check_select(request, index, tree)
    return _Asked(
        table,
        index,
        tree,
        keep,
        request.get("Limit"),
        request.get("Select") == "COUNT",
        bool(request.get("ConsistentRead")),
    )


def _check_select(request: dict[str, Any], index: Index | None, tree: Tree | None) -> None:
    select = request.get("Select")
    if tree is not None and select not in (None, "SPECIFIC_ATTRIBUTES"):
        raise validation(f"Cannot specify the ProjectionExpression when choosing to get {select}")
    if select == "SPECIFIC_ATTRIBUTES" and tree is None:
        raise validation(
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
            "SPECIFIC_ATTRIBUTES"
        )
    if select == "ALL_PROJECTED_ATTRIBUTES" and index is None:
        raise invalid_parameter("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName")
    if index is None or index.attributes is None:
        return
    if select == "ALL_ATTRIBUTES":
        raise invalid_parameter(
            f"Select type ALL_ATTRIBUTES is not supported for global secondary index {index.name} "
            "because its projection type is not ALL"
        )
    absent = sorted(str(name) for name in tree or () if name not in index.attributes)
    if absent:
        raise invalid_parameter(f"Global secondary index {index.name} does not project [{', '.join(absent)}]")


def _segment(request: dict[str, Any]) -> tuple[int, int] | None:
    segment, total = request.get("Segment"), request.get("TotalSegments")
    if segment is None and total is None:
        return None
    if segment is None:
        raise validation(
            "The Segment parameter is required but was not present in the request when parameter "
            "TotalSegments is present"
        )
    if total is None:
        raise validation(
            "The TotalSegments parameter is required but was not present in the request when "
            "Segment parameter is present"
        )
    if segment >= total:
        raise validation(
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
            f"Segment: {segment} is not less than TotalSegments: {total}"
        )
    return segment, total


def _start_key(asked: _Asked, given: Any) -> tuple[bytes, ...] | None:
    """The place to go on from: the key columns of the table or index read."""
    if given is None:
        return None
    start = canonical_item(given)
    table = asked.table
    wanted = {*asked.keys.names, *table.keys.names}
    if set(start) != wanted or any(table.types[name] not in start[name] for name in wanted):
        raise validation("The provided starting key is invalid")
    own = _columns(table.keys, start)
    return own if asked.index is None else _columns(asked.keys, start) + own


def _columns(keys: KeySchema, item: Item) -> tuple[bytes, ...]:
    return encode(item[keys.hash]), encode(item[keys.range]) if keys.range else b""


def _check_start(after: tuple[bytes, ...], condition: KeyCondition) -> None:
    if after[0] != condition.hash:
        raise validation("The provided starting key is invalid")
    if not condition.bounds.holds(after[1]) and condition.bounds != Bounds():
        raise validation("The provided starting key is outside query boundaries based on provided conditions")


def _answer(request: dict[str, Any], asked: _Asked, rows: Rows) -> dict[str, Any]:
    page = _read_page(rows, asked)
    meter = Meter(request)
    arm = (asked.index.name, asked.index.local) if asked.index else None
    units = read_units(page.size, asked.consistent)
    if arm:
        meter.read(asked.table.name, 0.0)
    meter.read(asked.table.name, units, arm)
    answer: dict[str, Any] = {} if asked.count_only else {"Items": page.items}
    answer |= {"Count": page.kept, "ScannedCount": page.scanned}
    if page.last is not None:
        answer["LastEvaluatedKey"] = page.last
    return answer | meter.one()


@dataclass
class _Page:
    """What one page evaluated (scanned, bytes), kept, and where it stopped (None at the end)."""

    items: list[Any]
    scanned: int = 0
    kept: int = 0
    size: int = 0
    last: Item | None = None


def _read_page(rows: Rows, asked: _Asked) -> _Page:
    page = _Page([])
    latest: bytes | None = None
    for json, size, _ in rows:
        if page.size + size > _LARGEST_PAGE and latest is not None:
            page.last = _last_key(asked, latest)
            break
        page.scanned += 1
        page.size += size
        latest = json
        _keep(page, asked, json)
        if page.scanned == asked.limit:
            page.last = _last_key(asked, latest)
            break
    return page


def _keep(page: _Page, asked: _Asked, json: bytes) -> None:
    if asked.keep is not None and not asked.keep(orjson.loads(json)):
        return
    page.kept += 1
    if not asked.count_only:
        page.items.append(shown(json, asked.tree))


def _last_key(asked: _Asked, json: bytes) -> Item:
    item: Item = orjson.loads(json)
    return {name: item[name] for name in dict.fromkeys((*asked.table.keys.names, *asked.keys.names))}
