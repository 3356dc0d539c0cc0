"""How many rows a crossing has: told by the counters, counted within a budget, or in slices to add up."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import replace

from chalicelib.core import reading
from chalicelib.core.crossing import Crossed
from chalicelib.core.cursors import Cursor
from chalicelib.core.lists import Asked, List
from chalicelib.core.postings import Stream
from chalicelib.core.store import Store

# RCU for a total beside a page, and for one slice of a count.
TOTAL_UNITS, SLICE_UNITS = 40.0, 95.0
_SLICE_ROWS = 2_500  # rows of a list: 90 RCU

Total = tuple[int, bool]  # how many, and whether exactly; if not, at least so many


def counter(list_: List, counts: Counter[str]) -> Callable[[str], int]:
    """How many rows bear a value of the facet that is crossed."""
    cell = list_.facets[list_.crossed[1]].cell
    return lambda value: counts[cell(value)] if cell else 0


def stream(store: Store, list_: List, asked: Asked, counts: Counter[str], budget: float) -> Stream:
    """The answers in the first sort's order, from the postings of the values that lead to all of them."""
    posted = list_.facets[list_.crossed[1]].posted
    if posted is None:
        raise LookupError("a facet that is crossed has postings")
    hashes = [posted(store, value) for value in asked.crossed.drivers(counter(list_, counts))]
    # Every posting more has a first page of its own to read.
    budget += len(hashes) - 1
    return Stream(store, hashes, lambda item: reading.all_marked(list_, item, asked), budget)


def known(list_: List, asked: Asked, counts: Counter[str]) -> Total | None:
    """The total when the counters tell it: of no filter, of one, or of one value or its absence."""
    if asked.archived:
        return None if asked.filters or asked.crossed else (counts["archived"], True)
    whole = _unfiltered(list_, asked, counts)
    if whole is None or not asked.crossed:
        return None if whole is None else (whole, True)
    if asked.filters or len(asked.crossed.values) > 1:
        return None
    (value,) = asked.crossed.values
    bearing = counter(list_, counts)(value)
    return (whole - bearing if asked.crossed.none else bearing), True


def _unfiltered(list_: List, asked: Asked, counts: Counter[str]) -> int | None:
    """How many rows there would be without the crossing, if a counter tells."""
    if not asked.filters:
        return counts["total"]
    cells = [(list_.facets[name].cell, value) for name, value in asked.filters.items()]
    cell, value = cells[0]
    return counts[cell(value)] if cell and len(cells) == 1 else None


def counted(
    store: Store, list_: List, asked: Asked, counts: Counter[str], budget: float = TOTAL_UNITS
) -> Total | None:
    """The total as far as a budget goes; None when there is nothing to count it by."""
    if asked.archived:
        return None
    if asked.crossed.all or asked.crossed.any:
        found = _counting(store, list_, asked, counts, budget)
        return (found.hits, found.whole) if found else None
    whole = _unfiltered(list_, asked, counts)
    if whole is None or not asked.crossed:
        return None
    # None of these: all rows but those that bear any of them.
    asked = replace(asked, crossed=Crossed(any=asked.crossed.none))
    others = _counting(store, list_, asked, counts, budget)
    return (whole - others.hits, True) if others and others.whole else None


def _counting(store: Store, list_: List, asked: Asked, counts: Counter[str], budget: float) -> Stream | None:
    """A stream read as far as its budget goes; None when that is unlikely to be far enough."""
    found = stream(store, list_, asked, counts, budget)
    count = counter(list_, counts)
    if not found.may_end(sum(map(count, asked.crossed.drivers(count)))):
        return None
    deque(found.answers(), maxlen=0)
    return found


def slice_of(store: Store, list_: List, asked: Asked, after: str, counts: Counter[str]) -> tuple[int, str]:
    """How many rows the slice after a sort value holds, and where the next one begins; "" after the last."""
    if asked.crossed.contradicts_itself:
        return 0, ""
    told = None if after else known(list_, asked, counts)
    if told:
        return told[0], ""
    if (asked.crossed.all or asked.crossed.any) and not asked.archived:
        found = stream(store, list_, asked, counts, SLICE_UNITS)
        found.after = after
        deque(found.answers(), maxlen=0)
        return found.hits, "" if found.whole else found.at
    told = None if after else counted(store, list_, asked, counts, SLICE_UNITS)
    return (told[0], "") if told else _scanned(store, list_, asked, after)


def _scanned(store: Store, list_: List, asked: Asked, after: str) -> tuple[int, str]:
    sort = reading.sort_key(list_, asked)
    hits, at = 0, Cursor(after) if after else None
    for _ in range(_SLICE_ROWS // reading.SCAN_PAGE):
        found = reading.read_on(store, list_, asked, at, reading.SCAN_PAGE)
        hits += sum(reading.all_marked(list_, item, asked) for item in found.items)
        if found.last is None:
            return hits, ""
        at = Cursor(str(found.items[-1][sort]))
    return hits, at.value if at else ""
