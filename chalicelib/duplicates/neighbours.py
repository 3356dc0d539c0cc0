"""Records as a list holds them, in the order of a sort: a name, what is shown, and the facets it bears.

"Only mine" holds here: whoever may not see a record never meets it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chalicelib.core import ids, lists
from chalicelib.core.lists import List
from chalicelib.core.records import BASE
from chalicelib.core.store import Item, Page, Range
from chalicelib.core.words import BLANK_LAST, END
from chalicelib.core.work import Caller


@dataclass(frozen=True)
class Neighbour:
    """`value` is the sort value it stands at, `names` the folded texts in it; `row` as the list shows it."""

    id: str
    value: str
    names: tuple[str, ...]
    row: dict[str, Any]
    marks: frozenset[str]

    @property
    def companies(self) -> frozenset[str]:
        """The marks of the companies a person works or worked in."""
        return frozenset(mark for mark in self.marks if mark.startswith("c"))


def in_order(
    caller: Caller, list_: List, sort: int, wanted: Range, limit: int
) -> tuple[list[Neighbour], Page]:
    """The rows of one Query on the `sort`-th order of a list (from 1), and the page as it was read."""
    store = caller.store
    hash_ = list_.hash(store)
    page = store.query("lp", hash_, index=f"list{sort}", range_key=f"s{sort}", wanted=wanted, limit=limit)
    return [_neighbour(list_, item, sort) for item in page.items if _may_see(caller, list_, item)], page


def of_ids(caller: Caller, list_: List, some: Iterable[str]) -> list[Neighbour]:
    """The live records among these ids, in their order (0.5 RCU each)."""
    store = caller.store
    keys = [(store.key(list_.letter, each), BASE) for each in dict.fromkeys(some)]
    found = store.get_many(keys)
    return [
        _neighbour(list_, item, 1)
        for key in keys
        if (item := found.get(key)) and item["lp"] == list_.hash(store) and _may_see(caller, list_, item)
    ]


def company_mark(company_id: str) -> str:
    """How a list marks the people of a company."""
    return f"c{company_id[-7:]}"


def compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two people have a company in common, or one of them has none that could contradict."""
    return not one or not other or bool(one & other)


def _may_see(caller: Caller, list_: List, item: Item) -> bool:
    token = list_.facets["owner_id"].token
    return caller.visibility == "all" or (
        token is not None and f"|{token(caller.user_id)}|" in str(item["f"])
    )


def _neighbour(list_: List, item: Item, sort: int) -> Neighbour:
    value = str(item[f"s{sort}"])
    names = [part.strip().strip(BLANK_LAST) for part in value[: -ids.LENGTH].split(END)]
    return Neighbour(
        id=value[-ids.LENGTH :],
        value=value,
        names=tuple(names[:-1]),
        row=lists.row(list_, item),
        marks=frozenset(str(item["f"]).strip("|").split("|")),
    )
