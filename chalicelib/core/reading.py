"""Reading the rows of one page: one Query unfiltered; filtered, the cheaper of two plans.

A filter either gathers all rows of its facet (few) or reads on in sort order (many), within a byte budget
that ends in `partial` and a cursor, never in a silently short page (DESIGN §4, research §2.5).
"""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice

from chalicelib.core import ids
from chalicelib.core.cursors import Cursor
from chalicelib.core.lists import Asked, List, row_text
from chalicelib.core.records import BASE
from chalicelib.core.store import Item, Page, Range, Store

BUDGET_ROWS = 4_000  # about 1.2 MB of index rows, 150 RCU: then the answer says it is partial
SCAN_PAGE = 500
# Sorts after whatever begins with the text before it.
LAST = "\U0010ffff"


@dataclass(frozen=True)
class Rows:
    """The rows of one page, in order, and what surrounds them."""

    rows: list[str]
    next: Cursor | None = None
    previous: Cursor | None = None
    total: int = 0
    total_is_exact: bool = True
    partial: bool = False


def cells(store: Store, list_: List) -> Counter[str]:
    """All counters of a list: `total`, `archived` and one for each facet value (0.5 RCU)."""
    summed: Counter[str] = Counter()
    for item in store.query_all("pk", store.key("K"), wanted=Range(prefix=f"{list_.letter}#")):
        summed.update({name: int(value) for name, value in item.items() if name not in ("pk", "sk")})
    return summed


def plain(store: Store, list_: List, asked: Asked, cursor: Cursor | None) -> Rows:
    counts = cells(store, list_)
    # One row more than shown tells whether there is a next page, instead of offering an empty one.
    found = read_on(store, list_, asked, cursor, asked.limit + 1)
    shown, more = found.items[: asked.limit], len(found.items) > asked.limit
    values = [str(item[sort_key(list_, asked)]) for item in shown]
    rows = [row_text(list_, item) for item in shown]
    back = bool(cursor and cursor.back)
    if back:
        rows, values = rows[::-1], values[::-1]
    behind = bool(cursor) or _jumped_over(store, list_, asked)
    return Rows(
        rows,
        next=Cursor(values[-1]) if values and (more or back) else None,
        previous=Cursor(values[0], back=True) if values and (more if back else behind) else None,
        total=counts["archived" if asked.archived else "total"],
    )


def sort_key(list_: List, asked: Asked) -> str:
    return f"s{list_.sorts.index(asked.sort) + 1}"


def read_on(store: Store, list_: List, asked: Asked, cursor: Cursor | None, limit: int) -> Page:
    """One Query in sort order from the cursor, or from the text asked for; towards the front when `back`."""
    sort = sort_key(list_, asked)
    forward = (asked.order == "asc") != bool(cursor and cursor.back)
    hash_ = list_.hash(store, asked.archived)
    return store.query(
        "lp",
        hash_,
        index=f"list{sort[1:]}",
        range_key=sort,
        forward=forward,
        limit=limit,
        start=_start_key(store, list_, hash_, sort, cursor.value) if cursor else None,
        wanted=jump(asked) if asked.start and not cursor else Range(),
    )


def _start_key(store: Store, list_: List, hash_: str, sort: str, value: str) -> Item:
    pk = store.key(list_.letter, value[-ids.LENGTH :])
    return {"pk": pk, "sk": BASE, "lp": hash_, sort: value}


def jump(asked: Asked) -> Range:
    """From a letter or a date on: `from=du` starts at Du…, in descending order it starts at Du… too."""
    return Range(low=asked.start) if asked.order == "asc" else Range(high=asked.start + LAST)


def _jumped_over(store: Store, list_: List, asked: Asked) -> bool:
    """Whether rows stand before the text jumped to, so that a page before it is offered."""
    if not asked.start:
        return False
    sort, wanted = sort_key(list_, asked), jump(asked)
    before = Range(high=wanted.low) if wanted.low else Range(low=wanted.high)
    hash_ = list_.hash(store, asked.archived)
    found = store.query("lp", hash_, index=f"list{sort[1:]}", range_key=sort, wanted=before, limit=1)
    return found.count > 0


def gathered(store: Store, list_: List, asked: Asked, cursor: Cursor | None, rarest: str) -> Rows:
    """All rows of the rarest facet in memory, then the other filters, the sort and the slice."""
    sort, descending = sort_key(list_, asked), asked.order == "desc"
    others = replace(asked, filters={name: value for name, value in asked.filters.items() if name != rarest})
    found = list_.facets[rarest].gather(store, asked.filters[rarest])
    rows = [item for item in found if all_marked(list_, item, others)]
    rows.sort(key=lambda item: str(item[sort]), reverse=descending)
    return turned_to(list_, rows, sort, asked, cursor)


def _marked(list_: List, item: Item, name: str, value: str) -> bool:
    token = list_.facets[name].token
    return token is not None and f"|{token(value)}|" in str(item["f"])


def turned_to(list_: List, rows: list[Item], sort: str, asked: Asked, cursor: Cursor | None) -> Rows:
    """The page a cursor leads to, or the first, of rows that are all there in order."""

    def before(value: str, other: str) -> bool:
        return value > other if asked.order == "desc" else value < other

    values = [str(item[sort]) for item in rows]
    first = 0
    if cursor and cursor.back:
        end = sum(before(value, cursor.value) for value in values)
        first = max(0, end - asked.limit)
    elif cursor:
        first = sum(not before(cursor.value, value) for value in values)
    elif asked.start:
        wanted = jump(asked)
        first = sum(value < wanted.low if wanted.low else value > wanted.high for value in values)
    end = min(first + asked.limit, len(rows))
    shown = values[first:end]
    return Rows(
        [row_text(list_, item) for item in rows[first:end]],
        next=Cursor(shown[-1]) if shown and end < len(rows) else None,
        previous=Cursor(shown[0], back=True) if shown and first > 0 else None,
        total=len(rows),
    )


def filtered(
    store: Store, list_: List, asked: Asked, cursor: Cursor | None, total: int = -1, at_once: int = 0
) -> Rows:
    """Read on in sort order, keeping the rows that carry every token, until full or out of budget."""
    sort = sort_key(list_, asked)
    back = bool(cursor and cursor.back)
    kept: list[Item] = []
    at, read, more = cursor, 0, True
    while more and len(kept) <= asked.limit and read < BUDGET_ROWS:
        found = read_on(store, list_, asked, at, at_once or SCAN_PAGE)
        kept += [item for item in found.items if all_marked(list_, item, asked)]
        read += len(found.items)
        more = found.last is not None
        if found.items:
            at = Cursor(str(found.items[-1][sort]), back)
    full = len(kept) > asked.limit
    partial = more and not full
    shown = list(islice(kept, asked.limit))
    edge = Cursor(str(shown[-1][sort]), back) if full else at if more else None
    values = [str(item[sort]) for item in shown]
    if back:
        shown, values = shown[::-1], values[::-1]
    behind = Cursor(values[0], back=True) if values and (cursor or asked.start) else None
    exact = total >= 0 and len(asked.filters) == 1 and not asked.archived
    return Rows(
        [row_text(list_, item) for item in shown],
        next=(Cursor(values[-1]) if values else None) if back else edge,
        previous=edge if back else behind,
        total=total if exact else len(shown),
        total_is_exact=exact or not (more or full or cursor or asked.start),
        partial=partial,
    )


def all_marked(list_: List, item: Item, asked: Asked) -> bool:
    """Whether a row bears the marks of every filter, and those that are crossed."""
    if not all(_marked(list_, item, name, value) for name, value in asked.filters.items()):
        return False
    return asked.crossed.holds(lambda value: _marked(list_, item, list_.crossed[1], value))
