"""One page of a list for one caller, and how many rows it has: which plan reads them, and their envelope."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chalicelib.core import cursors, ids, reading
from chalicelib.core.cursors import Cursor
from chalicelib.core.later import Later
from chalicelib.core.lists import Asked, List, row_text
from chalicelib.core.reading import Rows, cells
from chalicelib.core.records import BASE
from chalicelib.core.work import Caller

if TYPE_CHECKING:
    from chalicelib.core import crossed, totals
else:
    crossed = Later("chalicelib.core.crossed")
    totals = Later("chalicelib.core.totals")

__all__ = ["Rows", "cells", "count", "envelope", "page", "small"]

GATHER_AT_MOST = 1_000


def page(caller: Caller, list_: List, asked: Asked) -> Rows:
    """One page for this caller: with "only mine" visibility, as if they had filtered by themselves."""
    asked = _visible(caller, list_, asked)
    if asked.ids:
        return _by_ids(caller, list_, asked)
    cursor = cursors.read(asked.cursor, _bound(caller, list_, asked)) if asked.cursor else None
    store = caller.store
    if not asked.filters and not asked.crossed:
        return reading.plain(store, list_, asked, cursor)
    counts = cells(store, list_)
    rarest, total = _rarest(list_, asked, counts)
    if rarest and _is_gathered(list_, asked, counts, total):
        return reading.gathered(store, list_, asked, cursor, rarest)
    if asked.crossed:
        return crossed.page(store, list_, asked, cursor, counts)
    return reading.filtered(store, list_, asked, cursor, total)


def count(caller: Caller, list_: List, asked: Asked) -> dict[str, Any]:
    """`{count, cursor}` of a slice: how many rows it holds, and where the next one begins, if there is any.

    Whoever adds up the slices has the exact number, whatever it is; one costs 100 RCU at most.
    """
    asked = replace(_visible(caller, list_, asked), sort=list_.sorts[0], order="asc", start="")
    bound = "count" + _bound(caller, list_, asked)
    after = cursors.read(asked.cursor, bound).value if asked.cursor else ""
    found, next_ = _count_slice(caller, list_, asked, after)
    return {"count": found, "cursor": cursors.sign(Cursor(next_), bound) if next_ else None}


def _count_slice(caller: Caller, list_: List, asked: Asked, after: str) -> tuple[int, str]:
    store = caller.store
    if asked.ids:
        return _by_ids(caller, list_, asked).total, ""
    counts = cells(store, list_)
    rarest, total = _rarest(list_, asked, counts)
    if rarest and _is_gathered(list_, asked, counts, total):
        return reading.gathered(store, list_, asked, None, rarest).total, ""
    return totals.slice_of(store, list_, asked, after, counts)


def _rarest(list_: List, asked: Asked, counts: Counter[str]) -> tuple[str, int]:
    """The filter that lets the fewest rows through, and how many; none is none."""
    by_count = {name: _count(list_, counts, name, value) for name, value in asked.filters.items()}
    rarest = min(by_count, key=lambda name: by_count[name], default="")
    return rarest, by_count.get(rarest, 0)


def _is_gathered(list_: List, asked: Asked, counts: Counter[str], total: int) -> bool:
    """Whether the rows of the rarest filter are read whole: they are few, and fewer than a crossing reads."""
    if asked.archived or total > GATHER_AT_MOST:
        return False
    return not asked.crossed or total <= (crossed.odds(list_, asked, counts).entries or counts["total"])


def _bound(caller: Caller, list_: List, asked: Asked) -> str:
    """What a cursor of this request belongs to."""
    parts = [caller.tenant, caller.visibility, list_.letter, asked.sort, asked.order, asked.archived]
    sides = (asked.crossed.all, asked.crossed.any, asked.crossed.none)
    filters = [*sorted(asked.filters.items()), *(sorted(values) for values in sides)]
    return json.dumps([*parts, filters], ensure_ascii=False)


def _visible(caller: Caller, list_: List, asked: Asked) -> Asked:
    """What may be shown of what is asked; cursors are signed and read for this."""
    # One value of the facet that is crossed is a crossing of one.
    others = {name: value for name, value in asked.filters.items() if name != list_.crossed[1]}
    one = asked.filters.get(list_.crossed[1])
    asked = replace(asked, filters=others, crossed=asked.crossed.with_one(one))
    if caller.visibility == "all":
        return asked
    owner = asked.filters.get("owner_id", caller.user_id)
    mine = {**asked.filters, "owner_id": caller.user_id if owner == caller.user_id else "nobody"}
    return replace(asked, filters=mine)


def _count(list_: List, counts: Counter[str], name: str, value: str) -> int:
    """How many rows a filter lets through; a facet without a cell (a company's people) is always small."""
    cell = list_.facets[name].cell
    return counts[cell(value)] if cell else -1


def _by_ids(caller: Caller, list_: List, asked: Asked) -> Rows:
    """The rows of these ids, in their order; unknown, foreign and invisible ones are left out."""
    store = caller.store
    keys = [(store.key(list_.letter, each), BASE) for each in dict.fromkeys(asked.ids) if ids.is_id(each)]
    found = store.get_many(keys)
    items = [found[key] for key in keys if key in found]
    rows = [row_text(list_, item) for item in items if reading.all_marked(list_, item, asked)]
    return Rows(rows, total=len(rows))


def envelope(caller: Caller, list_: List, asked: Asked, rows: Rows) -> str:
    """The answer as JSON text: the rows are spliced in as they are stored."""
    bound = _bound(caller, list_, _visible(caller, list_, asked))
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
