"""All items of a record, and what turns those it had into those it has."""

from collections import Counter
from dataclasses import dataclass, field

from chalicelib.core import outbox
from chalicelib.core.store import Item, Key, Store
from chalicelib.core.work import Work

# Of the 100 actions of a transaction, those left beside history, counters and an idempotency key.
_ROOM = 90
UNFINISHED = "record-unfinished"


@dataclass
class Derived:
    """All items of a record by key, and what it adds to which cell of counters."""

    items: dict[Key, Item] = field(default_factory=dict)
    counts: dict[Key, Counter[str]] = field(default_factory=dict)

    def add(self, item: Item) -> None:
        self.items[(str(item["pk"]), str(item["sk"]))] = item


def write_difference(
    work: Work, letter: str, record_id: str, old: Derived, new: Derived, already: Key
) -> None:
    """Add to the work what turns `old` into `new`, but for the item that is `already` in it.

    What a transaction has no room for, of the items that only lead to a record, follows by the outbox.
    """
    written = [key for key, item in new.items.items() if key != already and old.items.get(key) != item]
    removed = sorted(old.items.keys() - new.items.keys())
    if len(work.writes) + len(written) + len(removed) > _ROOM:
        stale = [key for key in removed if is_shared(work.store, key[0])]
        outbox.announce(work, UNFINISHED, letter=letter, id=record_id, stale=stale)
        written = [key for key in written if not is_shared(work.store, key[0])]
        removed = [key for key in removed if key not in stale]
    for key in written:
        work.put(new.items[key])
    for key in removed:
        work.delete(key)
    count_difference(work, old, new)


def is_shared(store: Store, pk: str) -> bool:
    """Whether a partition holds items that only lead to records: search entries and postings."""
    return pk.startswith((store.key("S", ""), store.key("F", "")))


def count_difference(work: Work, old: Derived, new_: Derived) -> None:
    """Move the counters from what a record counted to what it counts."""
    for cell in old.counts.keys() | new_.counts.keys():
        moved = Counter(new_.counts.get(cell, Counter()))
        moved.subtract(old.counts.get(cell, Counter()))
        work.count(cell, moved)
