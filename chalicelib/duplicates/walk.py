"""Through the whole tenant for likely pairs, a slice at a time: who shares a text, whose names are near.

Equal e-mails and numbers are neighbours among the search entries, equal and near names in the orders of a
list. A slice reads a bounded number of rows and tells where to go on, so that a hundred thousand records
are walked in calls of a second.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby, islice
from typing import NamedTuple

from chalicelib.companies.service import COMPANY_LIST
from chalicelib.contacts.service import CONTACT_LIST
from chalicelib.core import entries
from chalicelib.core.lists import List
from chalicelib.core.store import Range
from chalicelib.core.words import BLANK_LAST, END, fold
from chalicelib.core.work import Caller
from chalicelib.duplicates import neighbours
from chalicelib.duplicates.likeness import Names, companies_alike, people_alike, same_person
from chalicelib.duplicates.models import Resource
from chalicelib.duplicates.neighbours import Neighbour, compatible

# 800 rows of a list are some 300 KB: 40 RCU.
MOST_ROWS = 800
# With fewer left, a group may not be told from one that fills a slice by itself.
_LEAST_ROWS = 100
# A text that more records share is a switchboard or info@…: it says nothing of two of them.
MOST_SHARING = 3
# In a group of a common name, each is compared with so many before it.
_WINDOW = 60
# Sorts after whatever follows the blanks that end a text.
_BEYOND = END + "\U0010ffff"


class Place(NamedTuple):
    """Where a walk goes on: its stage, the sort key there, and how many pairs of that group are told."""

    stage: int = 0
    low: str = ""
    skip: int = 0


class Pair(NamedTuple):
    """Two ids, the elder first, the stage and the group they were found in, and the place after them."""

    stage: int
    group: str
    one: str
    other: str
    after: Place


@dataclass(frozen=True)
class Row:
    """What a stage reads: `group` is equal for those it compares; who is not `seen` only counts."""

    low: str
    group: str
    id: str
    neighbour: Neighbour | None = None
    seen: bool = True


class Reading(NamedTuple):
    """Rows to compare, how many were read, and where more begin (None: these are the last)."""

    rows: list[Row]
    read: int
    more: str | None


@dataclass(frozen=True)
class Stage:
    read: Callable[[Caller, str, int], Reading]
    pairs: Callable[[list[Row]], Iterator[tuple[Row, Row]]]


def pairs_from(
    caller: Caller, stages: tuple[Stage, ...], start: Place, most: int
) -> tuple[list[Pair], Place | None]:
    """At most `most` pairs from a place on, and the place to go on from; None at the very end."""
    place, left, found = start, MOST_ROWS, list[Pair]()
    while place.stage < len(stages):
        if left < _LEAST_ROWS:
            return found, place
        stage = stages[place.stage]
        reading = stage.read(caller, place.low, left)
        left -= reading.read
        groups = [list(group) for _, group in groupby(reading.rows, key=lambda row: row.group)]
        ahead = _place_ahead(stage, place, groups, reading.more)
        if reading.more and len(groups) > 1:
            groups.pop()
        found += islice(_told(stage, place, groups), most - len(found))
        if len(found) == most:
            return found, found[-1].after
        place = ahead
    return found, None


def _place_ahead(stage: Stage, place: Place, groups: list[list[Row]], more: str | None) -> Place:
    """After the groups that were read whole; one that fills a slice by itself goes on within itself."""
    if more is None:
        return Place(place.stage + 1)
    if len(groups) > 1:
        return Place(place.stage, groups[-1][0].low)
    again = groups[0][-_WINDOW:] if groups else []
    if len(again) > MOST_SHARING and again[0].neighbour is None:
        return Place(place.stage, again[0].group + _BEYOND)
    # Whoever sees few of many rows would otherwise read the same ones for ever.
    if not again or again[0].low <= place.low:
        return Place(place.stage, more)
    return Place(place.stage, again[0].low, skip=sum(1 for _ in stage.pairs(again)))


def _told(stage: Stage, place: Place, groups: list[list[Row]]) -> Iterator[Pair]:
    for group in groups:
        low = group[0].low
        skip = place.skip if low == place.low else 0
        for number, (one, other) in enumerate(stage.pairs(group), 1):
            if number > skip:
                ids = sorted((one.id, other.id))
                yield Pair(place.stage, one.group, ids[0], ids[1], Place(place.stage, low, number))


def _texts(letter: str, sign: str) -> Stage:
    """Who shares an e-mail (`@`) or a number (`+`)."""

    def read(caller: Caller, low: str, most: int) -> Reading:
        wanted = Range(low=low)
        page = caller.store.query("pk", caller.store.key("S", sign), wanted=wanted, limit=most)
        sees_all, mark = caller.visibility == "all", entries.owner_mark(caller.user_id)
        rows = []
        for item in page.items:
            text, _, holder = str(item["sk"]).rpartition(END)
            if holder.startswith(letter):
                seen = sees_all or item.get("f") == mark
                rows.append(Row(str(item["sk"]), text, holder.removeprefix(letter), seen=seen))
        more = str(page.items[-1]["sk"]) + _BEYOND if page.last else None
        return Reading(rows, len(page.items), more)

    def pairs(group: list[Row]) -> Iterator[tuple[Row, Row]]:
        seen = [row for row in group if row.seen]
        return combinations(seen, 2) if len(group) <= MOST_SHARING else iter(())

    return Stage(read, pairs)


def _order(
    list_: List, sort: int, group: Callable[[Neighbour], str], alike: Callable[[Neighbour, Neighbour], bool]
) -> Stage:
    """Who stands near whom in an order of a list, compared within groups; blanks, the last, are left out."""

    def read(caller: Caller, low: str, most: int) -> Reading:
        wanted = Range(low=low, high=BLANK_LAST)
        found, page = neighbours.in_order(caller, list_, sort, wanted, most)
        rows = [Row(each.value, group(each), each.id, each) for each in found]
        more = str(page.items[-1][f"s{sort}"]) + _BEYOND if page.last else None
        return Reading(rows, len(page.items), more)

    def pairs(group: list[Row]) -> Iterator[tuple[Row, Row]]:
        for place, other in enumerate(group):
            for one in group[max(0, place - _WINDOW) : place]:
                if one.neighbour and other.neighbour and alike(one.neighbour, other.neighbour):
                    yield one, other

    return Stage(read, pairs)


def _same_last(one: Neighbour, other: Neighbour) -> bool:
    """Compared in the order of last names: the same one, and first names that may be one."""
    return compatible(one.companies, other.companies) and people_alike(
        Names(one.names[0], one.names[1]), Names(other.names[0], other.names[1])
    )


def _near_last(one: Neighbour, other: Neighbour) -> bool:
    """Compared in the order of first names: the same one, and last names that differ but may be one."""
    last, other_last = one.names[1], other.names[1]
    if last == other_last or not compatible(one.companies, other.companies):
        return False
    return people_alike(Names(last, one.names[0]), Names(other_last, other.names[0]))


def _swapped(one: Neighbour, other: Neighbour) -> bool:
    """Compared in the order of companies: the last name of one is the first name of the other."""
    names, others = _whole(one), _whole(other)
    return names.last != others.last and same_person(names, others)


def _whole(one: Neighbour) -> Names:
    """The names of a row in the order of companies, which holds the last name only."""
    last = one.names[1]
    return Names(last, fold(one.row["name"]).removeprefix(last).strip())


def _near_company(one: Neighbour, other: Neighbour) -> bool:
    """The same site of companies whose names may be one."""
    return one.names[1] == other.names[1] and companies_alike(fold(one.row["name"]), fold(other.row["name"]))


PEOPLE_STAGES = (
    _texts(CONTACT_LIST.letter, "@"),
    _texts(CONTACT_LIST.letter, "+"),
    _order(CONTACT_LIST, 1, lambda each: each.names[0], _same_last),
    _order(CONTACT_LIST, 2, lambda each: each.names[0], _near_last),
    _order(CONTACT_LIST, 3, lambda each: each.names[0], _swapped),
)
COMPANY_STAGES = (
    _texts(COMPANY_LIST.letter, "@"),
    _texts(COMPANY_LIST.letter, "+"),
    _order(COMPANY_LIST, 1, lambda each: each.names[0][:3], _near_company),
)
STAGES: Mapping[Resource, tuple[Stage, ...]] = {"contacts": PEOPLE_STAGES, "companies": COMPANY_STAGES}
# The stages that find who shares an e-mail and who shares a number, in each of the two.
BY_EMAIL, BY_PHONE = 0, 1
