"""Reading thin postings: who bears some values, in the order of the list's first sort, within a budget.

An entry tells only its place in that order and its marks, in some 80 bytes, so that a thousand cost 10 RCU
where a thousand rows cost 36; the rows of the few that are shown are read by their keys.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import chain, groupby

from chalicelib.core import ids
from chalicelib.core.lists import List
from chalicelib.core.records import BASE
from chalicelib.core.store import Item, Range, Store

# DynamoDB bills what a page read, in blocks of 4 KB, half a unit each.
_BLOCK, _BLOCK_UNITS, ROW_UNITS = 4096, 0.5, 0.5
ENTRIES_PER_UNIT = 90
_SHORTEST, _LONGEST = 50, 250


class _Spent(Exception):
    """The budget is used up before the next page of a posting."""


@dataclass
class Stream:
    """The sort values of those entries that pass `test`, each record once however many postings hold it.

    `budget` is in RCU and counts the rows to be read for the first `rows` answers too. When it is used up the
    stream ends with `whole` still false; `at` is the last entry looked at, `hits` how many passed.
    """

    store: Store
    hashes: Sequence[str]
    test: Callable[[Item], bool]
    budget: float
    rows: int = 0
    forward: bool = True
    after: str = ""
    wanted: Range = field(default_factory=Range)
    units: float = 0
    read: int = 0
    hits: int = 0
    at: str = ""
    whole: bool = False

    def answers(self) -> Iterator[str]:
        """The sort values of the answers, one after the other; ends early when the budget does."""
        postings = [self._posting(hash_) for hash_ in self.hashes]
        merged = merge(*postings, key=_place, reverse=not self.forward)
        try:
            for place, same in groupby(merged, key=_place):
                self.at = place
                if self.test(next(same)):
                    self.hits += 1
                    yield place
                    self._require_budget()
        except _Spent:
            return
        self.whole = True

    def may_end(self, entries: int) -> bool:
        """Whether what is left of the budget is likely to reach the end of postings of so many entries."""
        return entries - self.read <= self._left() * ENTRIES_PER_UNIT

    def _posting(self, hash_: str) -> Iterator[Item]:
        start: Item | None = {"pk": hash_, "sk": self.after} if self.after else None
        length = _SHORTEST
        while True:
            page = self.store.query(
                "pk", hash_, forward=self.forward, limit=length, start=start, wanted=self.wanted
            )
            self.units += _units(page.items)
            self.read += len(page.items)
            yield from page.items
            start = page.last
            if start is None:
                return
            # Not before the first page: whatever the budget, an answer must lead further than its cursor.
            self._require_budget()
            length = max(1, min(2 * length, _LONGEST, int(self._left() * ENTRIES_PER_UNIT)))

    def _require_budget(self) -> None:
        if self._left() <= 0:
            raise _Spent

    def _left(self) -> float:
        return self.budget - self.units - ROW_UNITS * min(self.hits, self.rows)


def _place(item: Item) -> str:
    return str(item["sk"])


def _units(items: Sequence[Item]) -> float:
    size = sum(
        len(text.encode())
        for text in chain.from_iterable((*each, *map(str, each.values())) for each in items)
    )
    return max(1, -(-size // _BLOCK)) * _BLOCK_UNITS


def items_at(store: Store, list_: List, places: Sequence[str], test: Callable[[Item], bool]) -> list[Item]:
    """The records at these places, in their order; what has just moved away or changed is left out."""
    keys = [(store.key(list_.letter, place[-ids.LENGTH :]), BASE) for place in places]
    found = store.get_many(keys)
    live = list_.hash(store)
    return [
        item
        for place, key in zip(places, keys, strict=True)
        if (item := found.get(key)) and item.get("lp") == live and item["s1"] == place and test(item)
    ]
