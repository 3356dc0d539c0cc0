"""A table and its indexes as the engine works with them, read from the stored definition."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Definition = dict[str, Any]
"""What CreateTable asked for: members of a TableDescription, a `Slot` per index, the `TimeToLive`."""


@dataclass(frozen=True)
class KeySchema:
    """The names of a hash key and, perhaps, a range key."""

    hash: str
    range: str | None = None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The key's attribute names, hash first."""
        return (self.hash,) if self.range is None else (self.hash, self.range)

    @classmethod
    def read(cls, elements: list[dict[str, str]]) -> KeySchema:
        """From the wire's `[{AttributeName, KeyType}]`, hash first."""
        return cls(*(element["AttributeName"] for element in elements))


@dataclass(frozen=True)
class Index:
    """A secondary index: its key, what it projects (None: everything), its SQL table."""

    name: str
    keys: KeySchema
    attributes: frozenset[str] | None
    sql: str
    local: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its key, the types of key attributes, its indexes, its SQL table."""

    id: int
    definition: Definition
    name: str
    keys: KeySchema
    types: dict[str, str]
    indexes: dict[str, Index] = field(default_factory=dict)

    @property
    def sql(self) -> str:
        """The SQL table of its items."""
        return f"t{self.id}"

    @property
    def ttl(self) -> str | None:
        """The attribute that says when an item expires, while expiry is on."""
        attribute: str | None = self.definition.get("TimeToLive")
        return attribute

    @classmethod
    def read(cls, table_id: int, definition: Definition) -> Table:
        """From the stored definition."""
        keys = KeySchema.read(definition["KeySchema"])
        types = {a["AttributeName"]: a["AttributeType"] for a in definition["AttributeDefinitions"]}
        indexes = {
            index["IndexName"]: _read_index(table_id, keys, index, local)
            for member, local in (("GlobalSecondaryIndexes", False), ("LocalSecondaryIndexes", True))
            for index in definition.get(member, [])
        }
        return cls(table_id, definition, definition["TableName"], keys, types, indexes)


def _read_index(table_id: int, table_keys: KeySchema, index: dict[str, Any], local: bool) -> Index:
    keys = KeySchema.read(index["KeySchema"])
    projection = index["Projection"]
    attributes = None
    if projection["ProjectionType"] != "ALL":
        named = projection.get("NonKeyAttributes", [])
        attributes = frozenset((*keys.names, *table_keys.names, *named))
    return Index(index["IndexName"], keys, attributes, f"g{table_id}_{index['Slot']}", local)
