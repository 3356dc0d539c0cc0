"""Reading one page of a list: one Query unfiltered; filtered, the cheaper of two plans.

A filter either gathers all rows of its facet (few) or reads on in sort order (many), within a byte budget
that ends in `partial` and a cursor, never in a silently short page (DESIGN §4, research §2.5).
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from chalicelib.core import cursors, ids
from chalicelib.core.cursors import Cursor
from chalicelib.core.lists import Asked, List, row_text
from chalicelib.core.records import BASE
from chalicelib.core.store import Item, Page, Range, Store
from chalicelib.core.work import Caller

GATHER_AT_MOST = 1_000
BUDGET_ROWS = 4_000  # about 1.2 MB of index rows, 150 RCU: then the answer says it is partial
_SCAN_PAGE = 500
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


def page(caller: Caller, list_: List, asked: Asked) -> Rows:
    """One page for this caller: with "only mine" visibility, as if they had filtered by themselves."""
    asked = _visible(caller, asked)
    if asked.ids:
        return _by_ids(caller, list_, asked)
    cursor = cursors.read(asked.cursor, _bound(caller, list_, asked)) if asked.cursor else None
    if not asked.filters:
        return _plain(caller.store, list_, asked, cursor)
    counts = cells(caller.store, list_)
    rarest = min(asked.filters, key=lambda name: _count(list_, counts, name, asked.filters[name]))
    total = _count(list_, counts, rarest, asked.filters[rarest])
    if not asked.archived and total <= GATHER_AT_MOST:
        return _gathered(caller.store, list_, asked, cursor, rarest)
    return _filtered(caller.store, list_, asked, cursor, total)


def _bound(caller: Caller, list_: List, asked: Asked) -> str:
    """What a cursor of this request belongs to."""
    parts = [caller.tenant, caller.visibility, list_.letter, asked.sort, asked.order, asked.archived]
    return json.dumps([*parts, sorted(asked.filters.items())], ensure_ascii=False)


def _visible(caller: Caller, asked: Asked) -> Asked:
    """What may be shown of what is asked; cursors are signed and read for this."""
    if caller.visibility == "all":
        return asked
    owner = asked.filters.get("owner_id", caller.user_id)
    mine = {**asked.filters, "owner_id": caller.user_id if owner == caller.user_id else "nobody"}
    return replace(asked, filters=mine)


def cells(store: Store, list_: List) -> Counter[str]:
    """All counters of a list: `total`, `archived` and one for each facet value (0.5 RCU)."""
    summed: Counter[str] = Counter()
    for item in store.query_all("pk", store.key("K"), wanted=Range(prefix=f"{list_.letter}#")):
        summed.update({name: int(value) for name, value in item.items() if name not in ("pk", "sk")})
    return summed


def _count(list_: List, counts: Counter[str], name: str, value: str) -> int:
    """How many rows a filter lets through; a facet without a cell (a company's people) is always small."""
    cell = list_.facets[name].cell
    return counts[cell(value)] if cell else -1


def _plain(store: Store, list_: List, asked: Asked, cursor: Cursor | None) -> Rows:
    counts = cells(store, list_)
    # One row more than shown tells whether there is a next page, instead of offering an empty one.
    found = _read_on(store, list_, asked, cursor, asked.limit + 1)
    shown, more = found.items[: asked.limit], len(found.items) > asked.limit
    values = [str(item[_sort(list_, asked)]) for item in shown]
    rows = [row_text(item) for item in shown]
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


def _sort(list_: List, asked: Asked) -> str:
    return f"s{list_.sorts.index(asked.sort) + 1}"


def _read_on(store: Store, list_: List, asked: Asked, cursor: Cursor | None, limit: int) -> Page:
    """One Query in sort order from the cursor, or from the text asked for; towards the front when `back`."""
    sort = _sort(list_, asked)
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
        wanted=_jump(asked) if asked.start and not cursor else Range(),
    )


def _start_key(store: Store, list_: List, hash_: str, sort: str, value: str) -> Item:
    pk = store.key(list_.letter, value[-ids.LENGTH :])
    return {"pk": pk, "sk": BASE, "lp": hash_, sort: value}


def _jump(asked: Asked) -> Range:
    """From a letter or a date on: `from=du` starts at Du…, in descending order it starts at Du… too."""
    return Range(low=asked.start) if asked.order == "asc" else Range(high=asked.start + LAST)


def _jumped_over(store: Store, list_: List, asked: Asked) -> bool:
    """Whether rows stand before the text jumped to, so that a page before it is offered."""
    if not asked.start:
        return False
    sort, wanted = _sort(list_, asked), _jump(asked)
    before = Range(high=wanted.low) if wanted.low else Range(low=wanted.high)
    hash_ = list_.hash(store, asked.archived)
    found = store.query("lp", hash_, index=f"list{sort[1:]}", range_key=sort, wanted=before, limit=1)
    return found.count > 0


def _gathered(store: Store, list_: List, asked: Asked, cursor: Cursor | None, rarest: str) -> Rows:
    """All rows of the rarest facet in memory, then the other filters, the sort and the slice."""
    sort, descending = _sort(list_, asked), asked.order == "desc"
    others = replace(asked, filters={name: value for name, value in asked.filters.items() if name != rarest})
    gathered = list_.facets[rarest].gather(store, asked.filters[rarest])
    rows = [item for item in gathered if _all_marked(list_, item, others)]
    rows.sort(key=lambda item: str(item[sort]), reverse=descending)
    return _slice(rows, sort, asked, cursor)


def _marked(list_: List, item: Item, name: str, value: str) -> bool:
    token = list_.facets[name].token
    return token is not None and f"|{token(value)}|" in str(item["f"])


def _slice(rows: list[Item], sort: str, asked: Asked, cursor: Cursor | None) -> Rows:
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
        wanted = _jump(asked)
        first = sum(value < wanted.low if wanted.low else value > wanted.high for value in values)
    end = min(first + asked.limit, len(rows))
    shown = values[first:end]
    return Rows(
        [row_text(item) for item in rows[first:end]],
        next=Cursor(shown[-1]) if shown and end < len(rows) else None,
        previous=Cursor(shown[0], back=True) if shown and first > 0 else None,
        total=len(rows),
    )


def _filtered(store: Store, list_: List, asked: Asked, cursor: Cursor | None, total: int) -> Rows:
    """Read on in sort order, keeping the rows that carry every token, until full or out of budget."""
    sort = _sort(list_, asked)
    back = bool(cursor and cursor.back)
    kept: list[Item] = []
    at, read, more = cursor, 0, True
    while more and len(kept) <= asked.limit and read < BUDGET_ROWS:
        found = _read_on(store, list_, asked, at, _SCAN_PAGE)
        kept += [item for item in found.items if _all_marked(list_, item, asked)]
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
        [row_text(item) for item in shown],
        next=(Cursor(values[-1]) if values else None) if back else edge,
        previous=edge if back else behind,
        total=total if exact else len(shown),
        total_is_exact=exact or not (more or full or cursor or asked.start),
        partial=partial,
    )


def _all_marked(list_: List, item: Item, asked: Asked) -> bool:
    return all(_marked(list_, item, name, value) for name, value in asked.filters.items())


def _by_ids(caller: Caller, list_: List, asked: Asked) -> Rows:
    """The rows of these ids, in their order; unknown, foreign and invisible ones are left out."""
    store = caller.store
    keys = [(store.key(list_.letter, each), BASE) for each in dict.fromkeys(asked.ids) if ids.is_id(each)]
    found = store.get_many(keys)
    rows = [
        row_text(found[key])
        for key in keys
        if key in found and (not asked.filters or _all_marked(list_, found[key], asked))
    ]
    return Rows(rows, total=len(rows))


def envelope(caller: Caller, list_: List, asked: Asked, rows: Rows) -> str:
    """The answer as JSON text: the rows are spliced in as they are stored."""
    bound = _bound(caller, list_, _visible(caller, asked))
    around = {
        "next": cursors.sign(rows.next, bound) if rows.next else None,
        "previous": cursors.sign(rows.previous, bound) if rows.previous else None,
        "total": rows.total,
        "total_is_exact": rows.total_is_exact,
        "partial": rows.partial,
        "sort": asked.sort,
        "order": asked.order,
    }
    return '{"items":[' + ",".join(rows.rows) + "]," + json.dumps(around)[1:]


def small(items: Iterable[Any]) -> dict[str, Any]:
    """The envelope of a list that is always whole (sessions, users, a person's positions)."""
    whole = list(items)
    return {
        "items": whole,
        "next": None,
        "previous": None,
        "total": len(whole),
        "total_is_exact": True,
        "partial": False,
    }
