"""A change of one item: its row, its index rows, its expiry, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import orjson

from .capacity import write_units
from .database import Database
from .errors import Misfit
from .keys import Key, index_key
from .schema import Index, Table
from .sizes import LARGEST_ITEM, item_size
from .values import Item

LONGEST_LAG = 5 * 365 * 86400
"""Seconds; AWS does not expire what should have gone five years ago: such a number hardly means a time."""


@dataclass(frozen=True)
class Image:
    """An item with its stored JSON and its size in bytes."""

    item: Item
    json: bytes
    size: int

    @classmethod
    def of(cls, item: Item, message: str = "Item size has exceeded the maximum allowed size") -> Image:
        """An item about to be stored; refuses one that is too large."""
        size = item_size(item)
        if size > LARGEST_ITEM:
            raise Misfit(message)
        return cls(item, orjson.dumps(item), size)

    @classmethod
    def stored(cls, row: tuple[bytes, int] | None) -> Image | None:
        """The image of a stored row."""
        return None if row is None else cls(orjson.loads(row[0]), *row)


@dataclass(frozen=True)
class Change:
    """One item before and after; None where there is none."""

    table: Table
    key: Key
    before: Image | None
    after: Image | None

    def names(self, attribute: str) -> bool:
        """Whether the item has or had this attribute: most items stand in few indexes, or in none."""
        before, after = self.before, self.after
        return (after is not None and attribute in after.item) or (
            before is not None and attribute in before.item
        )


@dataclass(frozen=True)
class Cost:
    """Write units of the table, and of each index (name, whether local) that changed."""

    table: int
    indexes: dict[tuple[str, bool], int] = field(default_factory=dict)


def make(database: Database, change: Change) -> Cost:
    """Write the change; the caller holds the transaction."""
    if change.after is not None:
        database.store.put(change.table, change.key, (change.after.json, change.after.size))
    elif change.before is not None:
        database.store.delete(change.table, change.key)
    if change.table.ttl:
        _move_expiry(database, change, change.table.ttl)
    indexes = {}
    for index in change.table.indexes.values():
        if not change.names(index.keys.hash):
            continue
        units = _move_entry(database, index, change)
        if units:
            indexes[index.name, index.local] = units
    return Cost(table_units(change), indexes)


def table_units(change: Change) -> int:
    """Units of the table arm: the larger of the two images."""
    return write_units(
        max(change.before.size if change.before else 0, change.after.size if change.after else 0)
    )


def project_entry(index: Index, image: Image | None) -> tuple[Key, Image] | None:
    """Where and how an item stands in an index; None when it is not in it."""
    if image is None:
        return None
    at = index_key(index, image.item)
    if at is None:
        return None
    if index.attributes is None:
        return at, image
    return at, Image.of({name: value for name, value in image.item.items() if name in index.attributes})


def _move_entry(database: Database, index: Index, change: Change) -> int:
    """Bring one index up to date; the units that costs."""
    old = project_entry(index, change.before)
    new = project_entry(index, change.after)
    if old and new and old[0] == new[0]:
        if old[1].item == new[1].item:
            return 0
        _write_entry(database, index, change.key, *new)
        return write_units(max(old[1].size, new[1].size))
    units = 0
    if old:
        _write_entry(database, index, change.key, old[0], None)
        units += write_units(old[1].size)
    if new:
        _write_entry(database, index, change.key, *new)
        units += write_units(new[1].size)
    return units


def _write_entry(database: Database, index: Index, key: Key, at: Key, image: Image | None) -> None:
    row = None if image is None else (image.json, image.size)
    if database.index_delay and not index.local:
        database.store.postpone_entry(database.now() + database.index_delay, index.sql, at, key, row)
    elif row is None:
        database.store.delete_entry(index.sql, at, key)
    else:
        database.store.put_entry(index.sql, at, key, row)


def expiry(item: Item | None, attribute: str) -> int | None:
    """When an item expires, in seconds since 1970; None when its attribute says no time."""
    text = (item or {}).get(attribute, {}).get("N")
    if text is None:
        return None
    number = Decimal(text)
    return int(number) if 0 <= number < 2**53 else None


def _move_expiry(database: Database, change: Change, attribute: str) -> None:
    old = expiry(change.before.item if change.before else None, attribute)
    new = expiry(change.after.item if change.after else None, attribute)
    if old == new:
        return
    if old is not None:
        database.store.forget_expiry(change.table, old, change.key)
    if new is not None:
        database.store.expect_expiry(change.table, new, change.key)
