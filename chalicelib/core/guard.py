"""The leading-key guard: refuses, before the wire, what names another tenant's key (DESIGN §4).

The same semantics as IAM's `dynamodb:LeadingKeys`, at no cost and testable offline.
"""

from collections.abc import Iterator
from typing import Any

# A Scan or a PartiQL statement has no leading key to look at, so nobody may send one.
REFUSED_OPERATIONS = frozenset({"Scan", "ExecuteStatement", "BatchExecuteStatement", "ExecuteTransaction"})
HASH_KEYS = ("pk", "lp", "fp", "rc", "ro", "rp")


class ForeignKey(Exception):
    """A bug of ours, never an answer to a user: a request named a key outside its tenant."""


def watch(client: Any) -> None:
    """Make a botocore client refuse these operations itself, whoever uses it."""
    client.meta.events.register("before-call.dynamodb", _refuse, "leading-key-guard")


def _refuse(model: Any, **_: Any) -> None:
    if model.name in REFUSED_OPERATIONS:
        raise ForeignKey(f"{model.name} is refused")


def check(tenant: str, operation: str, request: dict[str, Any], table: str) -> None:
    """Raise `ForeignKey` unless every hash key `request` names in `table` begins with `tenant#`."""
    if operation in REFUSED_OPERATIONS:
        raise ForeignKey(f"{operation} is refused")
    prefix = f"{tenant}#"
    for value in _hash_values(request, table):
        if not value.startswith(prefix):
            raise ForeignKey(f"{operation} names a key outside its tenant")


def _hash_values(request: dict[str, Any], table: str) -> Iterator[str]:
    if request.get("TableName") == table:
        yield from _of_one(request)
    for action in request.get("TransactItems", ()):
        for inner in action.values():
            if inner["TableName"] == table:
                yield from _of_one(inner)
    items = request.get("RequestItems", {}).get(table, [])
    if isinstance(items, dict):
        for key in items["Keys"]:
            yield key["pk"]["S"]
        return
    for write in items:
        for inner in write.values():
            yield from _of_one(inner)


def _of_one(request: dict[str, Any]) -> Iterator[str]:
    """The hash values of one Get, Put, Update, Delete, ConditionCheck or Query."""
    named = request.get("Key") or request.get("Item")
    if named is not None:
        yield from (named[key]["S"] for key in HASH_KEYS if key in named)
        return
    condition = request.get("KeyConditionExpression", "")
    if not condition.startswith("#h = :h"):
        raise ForeignKey("a query begins with its hash key")
    yield request["ExpressionAttributeValues"][":h"]["S"]
    start = request.get("ExclusiveStartKey", {})
    yield from (start[key]["S"] for key in HASH_KEYS if key in start)
