"""The pages of a crossing: rows that bear all of these values, any of those, none of these, in six sorts.

In the order of the first sort they stream from thin postings; in another order few are gathered by their
keys, and many are met by reading on in that order. Each plan keeps a budget, which `partial` tells.
"""

from collections import Counter, deque
from dataclasses import replace
from itertools import islice

from chalicelib.core import crossing, postings, reading, totals
from chalicelib.core.crossing import GATHER_AT_MOST, Odds
from chalicelib.core.cursors import Cursor
from chalicelib.core.lists import Asked, List, row_text
from chalicelib.core.postings import ROW_UNITS
from chalicelib.core.reading import SCAN_PAGE, Rows
from chalicelib.core.store import Range, Store

# RCU for the entries of a page whose rows all have to be read: with fifty rows, counters and the check that
# the values are in use, 40 in all.
ENTRY_UNITS, GATHER_UNITS = 12.5, 40.0


def page(store: Store, list_: List, asked: Asked, cursor: Cursor | None, counts: Counter[str]) -> Rows:
    """One page by the plan that costs least, with the total that its first page told."""
    if asked.crossed.contradicts_itself:
        return Rows([])
    expected = odds(list_, asked, counts)
    rows = None
    plan = _plan(list_, asked, expected)
    if plan == "posted":
        rows = _posted(store, list_, asked, cursor, counts, expected.entries)
    elif plan == "gathered":
        rows = _gathered(store, list_, asked, cursor, counts)
    return rows or _scanned(store, list_, asked, cursor, counts, expected)


def _plan(list_: List, asked: Asked, expected: Odds) -> crossing.Plan:
    in_order = asked.sort == list_.sorts[0]
    if asked.archived:
        return "scanned"
    # Whatever the odds: the postings of the rarest value end, while the list may never show an answer.
    if in_order and asked.crossed.all:
        return "posted"
    return expected.cheapest(asked.limit + 1, in_order=in_order)


def odds(list_: List, asked: Asked, counts: Counter[str]) -> Odds:
    """What the counters of a list let expect of a crossing."""
    rows, share = counts["total"], 1.0
    for name, value in asked.filters.items():
        cell = list_.facets[name].cell
        share *= counts[cell(value)] / rows if cell and rows else 1
    return crossing.odds(asked.crossed, rows, totals.counter(list_, counts), share)


def _posted(
    store: Store, list_: List, asked: Asked, cursor: Cursor | None, counts: Counter[str], entries: int
) -> Rows:
    """A page in the first sort's order; the first one then reads on to count, if that is likely to end."""
    back, begins = bool(cursor and cursor.back), not cursor and not asked.start
    stream = totals.stream(store, list_, asked, counts, ENTRY_UNITS + ROW_UNITS * asked.limit)
    stream.rows, stream.forward = asked.limit, (asked.order == "asc") != back
    stream.after = cursor.value if cursor else ""
    stream.wanted = reading.jump(asked) if asked.start and not cursor else Range()
    answers = stream.answers()
    found = list(islice(answers, asked.limit + 1))
    full, shown = len(found) > asked.limit, found[: asked.limit]
    edge = shown[-1] if full else "" if stream.whole else stream.at
    if begins and stream.may_end(entries):
        deque(answers, maxlen=0)
    told = (cursor and cursor.told) or totals.known(list_, asked, counts)
    told = told or (stream.hits, begins and stream.whole)
    if back:
        shown.reverse()
    items = postings.items_at(store, list_, shown, stream.test)
    rows = Rows([row_text(list_, item) for item in items], partial=bool(edge) and not full)
    return _telling(_turning(rows, shown, edge, asked, cursor), told)


def _turning(rows: Rows, places: list[str], edge: str, asked: Asked, cursor: Cursor | None) -> Rows:
    """The page with its cursors: `edge` is where it goes on in the direction it was read in, if it does."""
    if cursor and cursor.back:
        return replace(
            rows,
            next=Cursor(places[-1]) if places else None,
            previous=Cursor(edge, back=True) if edge else None,
        )
    behind = Cursor(places[0], back=True) if places and (cursor or asked.start) else None
    return replace(rows, next=Cursor(edge) if edge else None, previous=behind)


def _telling(rows: Rows, told: tuple[int, bool]) -> Rows:
    """The page with its total, which its cursors take along: to count anew may cost more than the page."""
    return replace(
        rows,
        total=told[0],
        total_is_exact=told[1],
        next=rows.next and replace(rows.next, told=told),
        previous=rows.previous and replace(rows.previous, told=told),
    )


def _gathered(
    store: Store, list_: List, asked: Asked, cursor: Cursor | None, counts: Counter[str]
) -> Rows | None:
    """All answers in memory, then the sort and the slice; None when they are more than was expected."""
    stream = totals.stream(store, list_, asked, counts, GATHER_UNITS)
    places = list(islice(stream.answers(), GATHER_AT_MOST + 1))
    if not stream.whole:
        return None
    sort = reading.sort_key(list_, asked)
    items = postings.items_at(store, list_, places, stream.test)
    items.sort(key=lambda item: str(item[sort]), reverse=asked.order == "desc")
    return reading.turned_to(list_, items, sort, asked, cursor)


def _scanned(
    store: Store, list_: List, asked: Asked, cursor: Cursor | None, counts: Counter[str], expected: Odds
) -> Rows:
    likely = asked.limit * expected.rows / max(expected.hits, 1)
    rows = reading.filtered(
        store, list_, asked, cursor, at_once=int(min(max(asked.limit + 1, likely), SCAN_PAGE))
    )
    told = (cursor and cursor.told) or totals.known(list_, asked, counts)
    if not told and not rows.total_is_exact and not cursor:
        told = totals.counted(store, list_, asked, counts)
    return _telling(rows, told) if told else rows
