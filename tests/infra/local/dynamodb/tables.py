"""The tables the tests work on."""

from __future__ import annotations

from typing import Any


def schema(*names: str) -> list[dict[str, str]]:
    """Return a KeySchema: the hash and, perhaps, the range."""
    return [
        {"AttributeName": name, "KeyType": kind} for name, kind in zip(names, ("HASH", "RANGE"), strict=False)
    ]


def index(name: str, *keys: str, include: list[str] | None = None, kind: str = "ALL") -> dict[str, Any]:
    """Return an index that projects everything, its keys, or its keys and what `include` names."""
    projection: dict[str, Any] = {"ProjectionType": "INCLUDE" if include else kind}
    if include:
        projection["NonKeyAttributes"] = include
    return {"IndexName": name, "KeySchema": schema(*keys), "Projection": projection}


def table(
    name: str,
    *keys: str,
    types: str,
    indexes: tuple[dict[str, Any], ...] = (),
    local: tuple[dict[str, Any], ...] = (),
) -> dict[str, Any]:
    """Return a CreateTable request; `types` is `name:type` words for every key attribute."""
    request: dict[str, Any] = {
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": schema(*keys),
        "AttributeDefinitions": [
            {"AttributeName": word.split(":")[0], "AttributeType": word.split(":")[1]}
            for word in types.split()
        ],
    }
    if indexes:
        request["GlobalSecondaryIndexes"] = list(indexes)
    if local:
        request["LocalSecondaryIndexes"] = list(local)
    return request


PEOPLE = table(
    "people",
    "pk",
    "sk",
    types="pk:S sk:S g:S n:N",
    indexes=(
        index("by_number", "g", "n", include=["a", "l"]),
        index("by_group", "g"),
        index("keys_only", "g", "sk", kind="KEYS_ONLY"),
    ),
)
"""A table with an index of each projection."""
