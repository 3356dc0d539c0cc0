"""Writing: put, update, delete, and batches of puts and deletes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from .capacity import Meter
from .changes import Change, Image, make
from .database import Database
from .errors import condition_failed, invalid_parameter, validation
from .expressions.conditions import bind_condition
from .expressions.functions import Predicate
from .expressions.parser import parse_condition, parse_update
from .expressions.projection import project, tree_of
from .expressions.scope import Scope
from .expressions.updates import Update, bind_update
from .keys import Key, check_index_keys, item_key, requested_key
from .schema import Table
from .values import Item, canonical_item

_MOST_WRITES = 25


@dataclass(frozen=True)
class Intent:
    """A write that has been understood: of which item, if what holds, into what it becomes."""

    table: Table
    key: Key
    condition: Predicate | None
    become: Callable[[Image | None], Image | None]
    return_on_failure: bool = False
    update: Update | None = None

    def after(self, before: Image | None) -> Image | None:
        """The item as it will be; refuses when the condition does not hold."""
        if self.condition is not None and not self.condition(before.item if before else {}):
            raise condition_failed(before.json if before and self.return_on_failure else None)
        return self.become(before)


def put_intent(database: Database, request: dict[str, Any]) -> Intent:
    """A PutItem, or a Put of a transaction."""
    condition = _only_condition(request)
    table = database.table(request["TableName"])
    item = canonical_item(request["Item"])
    key = item_key(table, item)
    image = Image.of(item)
    return Intent(table, key, condition, lambda _: image, _returns_on_failure(request))


def delete_intent(database: Database, request: dict[str, Any]) -> Intent:
    """A DeleteItem, or a Delete of a transaction."""
    condition = _only_condition(request)
    table = database.table(request["TableName"])
    _, key = requested_key(table, request["Key"])
    return Intent(table, key, condition, lambda _: None, _returns_on_failure(request))


def check_intent(database: Database, request: dict[str, Any]) -> Intent:
    """A ConditionCheck of a transaction: the item stays what it is."""
    condition = _only_condition(request)
    table = database.table(request["TableName"])
    _, key = requested_key(table, request["Key"])
    return Intent(table, key, condition, lambda before: before, _returns_on_failure(request))


def update_intent(database: Database, request: dict[str, Any]) -> Intent:
    """An UpdateItem, or an Update of a transaction; without an expression it makes sure the item is there."""
    scope = Scope(request, ("UpdateExpression", "ConditionExpression"))
    kind = "UpdateExpression"
    update = scope.bind(kind, request.get(kind), parse_update, bind_update) or Update(())
    condition = _condition(request, scope)
    scope.check_all_used()
    table = database.table(request["TableName"])
    for steps in update.paths:
        if steps[0] in table.keys.names:
            raise invalid_parameter(f"Cannot update attribute {steps[0]}. This attribute is part of the key")
    own, key = requested_key(table, request["Key"])
    become = _updated(table, own, update)
    return Intent(table, key, condition, become, _returns_on_failure(request), update)


def _updated(table: Table, own: Item, update: Update) -> Callable[[Image | None], Image | None]:
    def become(before: Image | None) -> Image | None:
        item = update.apply(before.item if before else own)
        if before is None and update.only_removes:
            return None
        check_index_keys(table, item)
        return Image.of(canonical_item(item), "Item size to update has exceeded the maximum allowed size")

    return become


def _only_condition(request: dict[str, Any]) -> Predicate | None:
    scope = Scope(request, ("ConditionExpression",))
    condition = _condition(request, scope)
    scope.check_all_used()
    return condition


def _condition(request: dict[str, Any], scope: Scope) -> Predicate | None:
    kind = "ConditionExpression"
    return scope.bind(kind, request.get(kind), parse_condition, bind_condition)


def _returns_on_failure(request: dict[str, Any]) -> bool:
    return request.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD"


def put_item(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Store an item, new or instead of the old one."""
    _check_return_values(request, ("NONE", "ALL_OLD"))
    return _write(database, request, put_intent(database, request))


def delete_item(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Remove an item; one that is not there is removed too."""
    _check_return_values(request, ("NONE", "ALL_OLD"))
    return _write(database, request, delete_intent(database, request))


def update_item(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Change an item, or create it."""
    return _write(database, request, update_intent(database, request))


def _check_return_values(request: dict[str, Any], allowed: tuple[str, ...]) -> None:
    if (request.get("ReturnValues") or "NONE") not in allowed:
        raise validation("ReturnValues can only be ALL_OLD or NONE")


def _write(database: Database, request: dict[str, Any], intent: Intent) -> dict[str, Any]:
    with database.store.transaction():
        change = intended(database, intent)
        cost = make(database, change)
    meter = Meter(request)
    meter.write(intent.table.name, cost.table, cost.indexes)
    return _returned(request, change, intent.update) | meter.one()


def intended(database: Database, intent: Intent) -> Change:
    """The change an intent means now; refuses when its condition does not hold."""
    before = Image.stored(database.store.get(intent.table, intent.key))
    return Change(intent.table, intent.key, before, intent.after(before))


def _returned(request: dict[str, Any], change: Change, update: Update | None) -> dict[str, Any]:
    wanted = request.get("ReturnValues") or "NONE"
    image = change.before if wanted.endswith("OLD") else change.after
    if wanted == "NONE" or image is None:
        return {}
    if wanted.startswith("ALL"):
        return {"Attributes": orjson.Fragment(image.json)}
    touched = project(image.item, tree_of(update.paths if update else []))
    return {"Attributes": touched} if touched else {}


def batch_write_item(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Puts and deletes without conditions; here all of them or none, though AWS does not promise it."""
    if sum(map(len, request["RequestItems"].values())) > _MOST_WRITES:
        raise validation("Too many items requested for the BatchWriteItem call")
    intents = [
        _batch_intent(database, name, entry)
        for name, entries in request["RequestItems"].items()
        for entry in entries
    ]
    if len({(intent.table.name, intent.key) for intent in intents}) < len(intents):
        raise validation("Provided list of item keys contains duplicates")
    meter = Meter(request)
    with database.store.transaction():
        for intent in intents:
            cost = make(database, intended(database, intent))
            meter.write(intent.table.name, cost.table, cost.indexes)
    return {"UnprocessedItems": {}} | meter.many()


def _batch_intent(database: Database, name: str, entry: dict[str, Any]) -> Intent:
    put, delete = entry.get("PutRequest"), entry.get("DeleteRequest")
    if (put is None) == (delete is None):
        raise invalid_parameter(
            "Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest"
        )
    if put is not None:
        return put_intent(database, {"TableName": name, "Item": put["Item"]})
    return delete_intent(database, {"TableName": name, "Key": delete["Key"]})  # type: ignore[index]
