"""What a list is: its six sorts and its filters, what a request asks of it, what a record adds to it.

A list's rows stand in six indexes under one hash key, already JSON (`r`); `core/pages.py` reads them.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.core import clock, crossing, ids
from chalicelib.core.crossing import Crossed
from chalicelib.core.errors import Invalid
from chalicelib.core.records import BASE, Derived, Record
from chalicelib.core.store import Item, Store
from chalicelib.core.texts import NOT_CHOICE, Text
from chalicelib.core.words import END, SORT_WIDTH, fold

SHARDS = 4
# Stands in no JSON text, which escapes it.
_BETWEEN = "\x1f"
# These sort by time: a jump goes to a month or a day, not to a letter.
MOMENTS = ("updated_at", "created_at", "last_activity")
_LONGEST_CHOICE = 40

NO_SUCH_SORT = Text("Cette liste ne se trie pas ainsi.", "This list does not sort by that.")
NO_SUCH_ORDER = Text("L'ordre est asc ou desc.", "The order is asc or desc.")
MOST_IDS = 200
TOO_MANY_IDS = Text("200 identifiants au plus.", "200 ids at most.")
NOT_A_LIMIT = Text("La limite va de 1 à 200.", "The limit goes from 1 to 200.")
NOT_A_FLAG = Text("Répondez par true ou false.", "Answer true or false.")


@dataclass(frozen=True)
class Facet:
    """One indexed filter: how its rows are gathered, and the token that marks them in `f`.

    `cell` names its counter; `posted` is the hash key of its thin postings, if its values are crossed: then
    its rows are never gathered.
    """

    gather: Callable[[Store, str], Iterable[Item]] = lambda _store, _value: ()
    token: Callable[[str], str] | None = None
    cell: Callable[[str], str] | None = None
    posted: Callable[[Store, str], str] | None = None


@dataclass(frozen=True)
class List:
    letter: str
    sorts: tuple[str, ...]
    # What its rows show beside the id, in the order they are stored.
    columns: tuple[str, ...] = ("name",)
    facets: Mapping[str, Facet] = field(default_factory=dict)
    # The name of the parameters that cross a facet (`<name>_all`, `_any`, `_none`), and that facet.
    crossed: tuple[str, str] = ("", "")

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that filter: one for each facet, three more for the facet that is crossed."""
        return (*self.facets, *(crossing.parameters(self.crossed[0]) if self.crossed[0] else ()))

    def hash(self, store: Store, archived: bool = False) -> str:
        return store.key(self.letter + "!" if archived else self.letter)


@dataclass(frozen=True)
class Asked:
    """A list request, read from the query string."""

    sort: str
    order: str = "asc"
    limit: int = 50
    cursor: str = ""
    start: str = ""
    ids: tuple[str, ...] = ()
    archived: bool = False
    filters: Mapping[str, str] = field(default_factory=dict)
    crossed: Crossed = field(default_factory=Crossed)


def read_query(list_: List, query: Mapping[str, str], default_sort: tuple[str, str]) -> Asked:
    """The request in a query string; unknown parameters are refused like unknown fields."""
    known = {"sort", "order", "limit", "cursor", "from", "ids", "archived", *list_.parameters}
    for name in query.keys() - known:
        raise Invalid.field(name, Text("Ce paramètre est inconnu.", "This parameter is unknown."))
    sort, order = _sort(list_, query, default_sort)
    return Asked(
        sort=sort,
        order=order,
        limit=read_limit(query),
        cursor=query.get("cursor", ""),
        start=_start(sort, query.get("from", "")),
        ids=_ids(query.get("ids", "")),
        archived=archived(query),
        filters={name: _choice(name, query[name]) for name in list_.facets if query.get(name)},
        crossed=crossing.read(list_.crossed[0], query) if list_.crossed[0] else Crossed(),
    )


def _ids(text: str) -> tuple[str, ...]:
    wanted = tuple(part for part in text.split(",") if part)
    if len(wanted) > MOST_IDS:
        raise Invalid.field("ids", TOO_MANY_IDS)
    return wanted


def _sort(list_: List, query: Mapping[str, str], default_sort: tuple[str, str]) -> tuple[str, str]:
    """Column and order; what is remembered of a list that has changed since gives way to its first sort."""
    remembered = default_sort if default_sort[0] in list_.sorts else (list_.sorts[0], "asc")
    sort = query.get("sort") or remembered[0]
    order = query.get("order") or (remembered[1] if sort == remembered[0] else "asc")
    if sort not in list_.sorts:
        raise Invalid.field("sort", NO_SUCH_SORT)
    if order not in ("asc", "desc"):
        raise Invalid.field("order", NO_SUCH_ORDER)
    return sort, order


def _start(sort: str, text: str) -> str:
    """The sort value to jump to, no longer than those that are stored."""
    return (text if sort in MOMENTS else fold(text))[:SORT_WIDTH]


def _choice(name: str, value: str) -> str:
    if len(value) > _LONGEST_CHOICE:
        raise Invalid.field(name, NOT_CHOICE)
    return value


def read_limit(query: Mapping[str, str], default: int = 50) -> int:
    """How many rows a page may have: from 1 to 200."""
    text = query.get("limit", str(default))
    if not re.fullmatch(r"0*\d{1,3}", text, re.ASCII) or not 1 <= int(text[-3:]) <= 200:
        raise Invalid.field("limit", NOT_A_LIMIT)
    return int(text[-3:])


def archived(query: Mapping[str, str]) -> bool:
    """Whether a query asks for what is archived."""
    text = query.get("archived", "")
    if text not in ("", "true", "false"):
        raise Invalid.field("archived", NOT_A_FLAG)
    return text == "true"


def place(
    store: Store,
    list_: List,
    record: Record[Any],
    derived: Derived,
    base: Item,
    row: Mapping[str, Any],
    sort_values: Iterable[str],
    facets: Mapping[str, Iterable[str]],
) -> None:
    """Put a record's base item into its list, and its counts into the list's cells."""
    base["lp"] = list_.hash(store, record.archived)
    base |= {f"s{n}": value for n, value in enumerate(sort_values, 1)}
    # Neither the id, which is in the key already, nor names, which are the list's: six indexes carry the row.
    base["r"] = _BETWEEN.join(
        "" if row[name] is None else json.dumps(row[name], ensure_ascii=False, separators=(",", ":"))
        for name in list_.columns
    )
    base["f"] = tokens(list_, facets)
    cell = (store.key("K"), f"{list_.letter}#{ids.ALPHABET.index(record.id[-1]) % SHARDS}")
    counted = Counter({"archived" if record.archived else "total": 1})
    if not record.archived:
        counted.update(_cells(list_, facets))
    derived.counts[cell] = counted


def row_text(list_: List, item: Item) -> str:
    """The row an item shows, as JSON: its `r` with the record's id in front and a name before each value."""
    pk, sk, text = str(item["pk"]), str(item["sk"]), str(item["r"])
    id_ = sk if sk != BASE else pk[-ids.LENGTH :]
    if text.startswith("{"):
        # Written before rows were stored without names; the reindex of the deployment will come to it.
        return f'{{"id":"{id_}",{text[1:]}'
    values = zip(list_.columns, text.split(_BETWEEN), strict=True)
    return f'{{"id":"{id_}",' + ",".join(f'"{name}":{value or "null"}' for name, value in values) + "}"


def row(list_: List, item: Item) -> dict[str, Any]:
    """The row an item shows."""
    shown: dict[str, Any] = json.loads(row_text(list_, item))
    return shown


def moment_value(ms: int, record_id: str) -> str:
    """The sort value of a moment: `2026-11-24T08:01:02.345Z`, so that `from=2026-11` jumps to a month."""
    return clock.rfc3339(ms) + END + record_id


def tokens(list_: List, facets: Mapping[str, Iterable[str]]) -> str:
    """`|oab12cd3|kclient|`: every facet value of a row, short enough to stand in six indexes."""
    marks = [
        token(value)
        for name, values in facets.items()
        if (token := list_.facets[name].token)
        for value in values
    ]
    return "|" + "".join(f"{mark}|" for mark in marks)


def _cells(list_: List, facets: Mapping[str, Iterable[str]]) -> Counter[str]:
    return Counter(
        cell(value)
        for name, values in facets.items()
        if (cell := list_.facets[name].cell)
        for value in values
    )


def posting(store: Store, letter: str, facet: str, value: str, record_id: str, base: Item) -> Item:
    """A row of a facet with several values: the list row again, under the facet's own hash key."""
    shown = {name: base[name] for name in ("r", "f", "s1", "s2", "s3", "s4", "s5", "s6")}
    return {"pk": store.key("F", letter, facet, value), "sk": record_id, **shown}


def thin_posting(hash_: str, base: Item, marks: str) -> Item:
    """A row of a facet that is crossed: only its place in the first sort and its marks, the row is elsewhere.

    Thousands are read to find fifty, and none is written again because a phone number changes.
    """
    return {"pk": hash_, "sk": base["s1"], "f": marks}


def gather_postings(letter: str, facet: str) -> Callable[[Store, str], Iterable[Item]]:
    return lambda store, value: store.query_all("pk", store.key("F", letter, facet, value))


def gather_owned(letter: str) -> Callable[[Store, str], Iterable[Item]]:
    """The rows of an owner, from the sparse index of facets."""
    return lambda store, owner: store.query_all(
        "fp", owner_hash(store, letter, owner), index="facet", range_key="s1"
    )


def owner_hash(store: Store, letter: str, owner_id: str) -> str:
    return store.key(letter, "o", owner_id)


def owner_facet(letter: str) -> Facet:
    return Facet(gather_owned(letter), token=lambda owner: f"o{owner[-7:]}", cell=lambda owner: f"o:{owner}")
