"""The people of a company as its index tells them: those who are there by name, then the latest to leave."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from chalicelib.contacts import models
from chalicelib.contacts.dates import ends_before
from chalicelib.contacts.models import CONTACT_LIST, NO_END
from chalicelib.core import clock, ids
from chalicelib.core.records import PART
from chalicelib.core.store import Item, Range, Store
from chalicelib.core.work import Caller

# Lines of the index, some 150 bytes each, that one answer reads: 75 RCU.
BUDGET = 4_000
# How far a first page reads on to tell how many there are.
COUNTED = 1_000
_PRESENT = f"A#{NO_END}#"
_AT_ONCE = 250


class Place(NamedTuple):
    """Where a line stands in its company's index, and which position it is: what cursors say."""

    position_id: str
    sort_value: str

    @property
    def contact_id(self) -> str:
        return self.sort_value[-ids.LENGTH :]


class Line(NamedTuple):
    """One position of one person; dates are as precise as they are known."""

    place: Place
    start: str | None
    end: str | None
    marks: frozenset[str]

    @property
    def contact_id(self) -> str:
        return self.place.contact_id


def lines(store: Store, company_id: str, since: str = "", after: Place | None = None) -> Iterator[Line]:
    """The positions in a company that ended in the year of `since` or later, from a place on."""
    left = Range(low=f"A#{since[:4]}", high=f"A#{NO_END}")
    if after is None or after.sort_value.startswith(_PRESENT):
        yield from _query(store, company_id, Range(prefix=_PRESENT), True, after)
        after = None
    yield from _query(store, company_id, left, False, after)


def _query(
    store: Store, company_id: str, wanted: Range, forward: bool, after: Place | None
) -> Iterator[Line]:
    hash_, start, limit = store.key("O", company_id), _start(store, company_id, after), _AT_ONCE // 5
    while True:
        page = store.query(
            "ro",
            hash_,
            index="by_company",
            range_key="rs",
            wanted=wanted,
            forward=forward,
            limit=limit,
            start=start,
        )
        yield from map(_line, page.items)
        start, limit = page.last, _AT_ONCE
        if start is None:
            return


def _start(store: Store, company_id: str, after: Place | None) -> Item | None:
    if after is None:
        return None
    pk, sk = models.position_key(store, after.contact_id, after.position_id)
    return {"pk": pk, "sk": sk, "ro": store.key("O", company_id), "rs": after.sort_value}


def _line(item: Item) -> Line:
    sort_value, marks = str(item["rs"]), str(item["r"]).split("|")
    end = sort_value.split("#", 2)[1]
    start = next(mark for mark in marks if mark.startswith("s"))[1:]
    place = Place(str(item["sk"]).removeprefix(PART), sort_value)
    return Line(place, start or None, None if end == NO_END else end, frozenset(marks))


def may_see(caller: Caller, line: Line) -> bool:
    """Visibility, as the line's marks tell it; the record itself is looked at again before it is shown."""
    token = CONTACT_LIST.facets["owner_id"].token
    return caller.visibility == "all" or (token is not None and token(caller.user_id) in line.marks)


def today() -> str:
    """The date of today, in UTC."""
    return clock.rfc3339(clock.now_ms())[:10]


def is_present(start: str | None, end: str | None) -> bool:
    """Whether somebody with these dates may be there today."""
    return not (end and ends_before(end, today())) and not (start and ends_before(today(), start))


T = TypeVar("T")


@dataclass(frozen=True)
class Turned(Generic[T]):
    """What a page shows, after which of those looked at it goes on (None: nowhere), and the total told."""

    found: list[T]
    after: T | None
    told: tuple[int, bool]
    partial: bool


def turn(
    read: Iterator[T], keep: Callable[[T], bool], limit: int, told: tuple[int, bool] | None
) -> Turned[T]:
    """The next `limit` of those to keep, within the budget; a first page (not `told`) reads on to count."""
    found: list[T] = []
    after: T | None = None
    spare = False
    for number, each in enumerate(read, start=1):
        if keep(each):
            spare = len(found) == limit
            if spare:
                after = found[-1]
                break
            found.append(each)
        if number == BUDGET:
            after = each
            break
    if after is None:
        return Turned(found, None, told or (len(found), True), False)
    if not told:
        told = len(found) + spare + sum(map(keep, islice(read, COUNTED))), next(read, None) is None
    return Turned(found, after, told, len(found) < limit)
