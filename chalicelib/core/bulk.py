"""Many new records at once, outside any one transaction: deterministic ids, the claim written last.

A record's base item is written after its other items, so a base item that is there says the record is
whole. Delivered again, a chunk leaves such records alone: somebody may have corrected them meanwhile.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from chalicelib.core import history
from chalicelib.core.errors import Conflict
from chalicelib.core.records import PART, Kind, Record
from chalicelib.core.store import MOST_ACTIONS, Item, Key, Write
from chalicelib.core.work import Work, put

_RECORDS_AT_ONCE = 50
_BYTES_AT_ONCE = 3_000_000  # of the 4 MB a transaction holds


@dataclass
class Bulk:
    """New records waiting to be written; their counts go with the caller's claim."""

    work: Work
    around: dict[Key, list[Item]] = field(default_factory=dict)
    # The base item, then the parts users may correct.
    bases: dict[Key, list[Item]] = field(default_factory=dict)

    def add(self, kind: Kind[Any], record: Record[Any], action: str) -> None:
        """Take a new record in; its counts are added to the work."""
        store = self.work.store
        derived = kind.derive(store, record)
        key = kind.base_key(store, record.id)
        parts = [each for each in derived.items if each[0] == key[0] and each[1].startswith(PART)]
        self.bases[key] = [derived.items.pop(each) for each in (key, *parts)]
        told = history.row(self.work, key[0], action, {}, {}, id_=record.id)
        self.around[key] = [*derived.items.values(), told]
        for cell, counts in derived.counts.items():
            self.work.count(cell, Counter(counts))

    def write(self, *, maybe_there: bool, go_on: Callable[[], None] = lambda: None) -> bool:
        """Write all but what an earlier attempt has finished, if `maybe_there`; whether there was any.

        Whoever may no longer write raises in `go_on`, which is asked before each batch.
        """
        store = self.work.store
        there = store.get_many(list(self.bases), consistent=True).keys() if maybe_there else ()
        wanted = [key for key in self.bases if key not in there]
        for some in (wanted[at : at + _RECORDS_AT_ONCE] for at in range(0, len(wanted), _RECORDS_AT_ONCE)):
            go_on()
            store.write_many(item for key in some for item in self.around[key])
        self._write_bases(wanted, go_on)
        return len(wanted) < len(self.bases)

    def _write_bases(self, wanted: list[Key], go_on: Callable[[], None]) -> None:
        """Each only where there is none: a worker overtaken meanwhile must not undo a user's correction."""
        store = self.work.store
        for some in self._groups(wanted):
            go_on()
            try:
                store.commit([write for key in some for write in self._where_absent(self.bases[key])])
            except Conflict:
                there = store.get_many(some, consistent=True)
                self._write_bases([key for key in some if key not in there], go_on)

    def _groups(self, wanted: list[Key]) -> Iterator[list[Key]]:
        """As many at once as a transaction takes, by number and by size."""
        group: list[Key] = []
        size = 0
        actions = 0
        for key in wanted:
            items = self.bases[key]
            added = sum(len(str(value).encode()) for item in items for value in item.values())
            if group and (actions + len(items) > MOST_ACTIONS or size + added > _BYTES_AT_ONCE):
                yield group
                group, size, actions = [], 0, 0
            group.append(key)
            size, actions = size + added, actions + len(items)
        if group:
            yield group

    def _where_absent(self, items: list[Item]) -> Iterator[Write]:
        base, *parts = items
        table = self.work.store.table
        yield put(table, base, condition="attribute_not_exists(pk)", refusal=Conflict())
        yield from (put(table, each) for each in parts)

    def claim(self, claims: Iterable[Write]) -> None:
        """The counts and the claims, in one transaction: done, once."""
        self.work.store.commit([*claims, *self.work.counting_writes()])
        self.around, self.bases, self.work.counts = {}, {}, {}
