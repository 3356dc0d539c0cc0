"""Crossing the values of one facet: all of these, any of those, none of these. Pure: counts in, a plan out.

Values are taken to be independent, which they seldom quite are: a plan is only the likely cheapest, and
whoever follows it keeps a budget.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from chalicelib.core.errors import Invalid
from chalicelib.core.texts import NOT_CHOICE, Text

MOST = 50
TOO_MANY = Text("50 choix au plus.", "50 choices at most.")
_LONGEST_CHOICE = 40

# RCU of a thousand entries of a posting and of a list, and of a row read by its key.
ENTRIES, ROWS, ROW = 10, 36, 0.5
# More rows than that are not gathered by their keys, whatever the counts promise.
GATHER_AT_MOST = 300

Plan = Literal["posted", "gathered", "scanned"]


@dataclass(frozen=True)
class Crossed:
    """Which values a row must bear: all of `all`, at least one of `any`, none of `none`."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all or self.any or self.none)

    @property
    def contradicts_itself(self) -> bool:
        return not set(self.all).isdisjoint(self.none)

    @property
    def values(self) -> set[str]:
        return {*self.all, *self.any, *self.none}

    def holds(self, bears: Callable[[str], bool]) -> bool:
        """Whether a row bears what it must; `bears` tells of each value."""
        return (
            all(map(bears, self.all))
            and (not self.any or any(map(bears, self.any)))
            and not any(map(bears, self.none))
        )

    def with_one(self, value: str | None) -> "Crossed":
        """With one value more that all must bear."""
        return replace(self, all=tuple(dict.fromkeys([*self.all, value]))) if value else self

    def drivers(self, count: Callable[[str], int]) -> tuple[str, ...]:
        """The values whose rows are all that can hold: the rarest of `all`, else every one of `any`."""
        return (min(self.all, key=count),) if self.all else self.any


def read(name: str, query: Mapping[str, str]) -> Crossed:
    """What `<name>_all`, `<name>_any` and `<name>_none` of a query say, each a list of values."""
    return Crossed(*(_values(parameter, query.get(parameter, "")) for parameter in parameters(name)))


def parameters(name: str) -> tuple[str, str, str]:
    return f"{name}_all", f"{name}_any", f"{name}_none"


def _values(parameter: str, text: str) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if len(values) > MOST:
        raise Invalid.field(parameter, TOO_MANY)
    if any(len(value) > _LONGEST_CHOICE for value in values):
        raise Invalid.field(parameter, NOT_CHOICE)
    return values


@dataclass(frozen=True)
class Odds:
    """What the counts let expect: of `rows` rows, `hits` hold, found among `entries` entries of postings."""

    rows: int
    entries: int
    hits: float

    def cheapest(self, limit: int, *, in_order: bool) -> Plan:
        """The plan for a page of `limit`; `in_order`: postings stand in the order that is asked."""
        if not self.entries:
            return "scanned"
        share = min(1.0, limit / max(self.hits, 0.1))
        scanned = share * self.rows * ROWS / 1000
        if in_order:
            posted = share * self.entries * ENTRIES / 1000 + min(limit, self.hits) * ROW
            return "posted" if posted <= scanned else "scanned"
        gathered = self.entries * ENTRIES / 1000 + self.hits * ROW
        return "gathered" if self.hits <= GATHER_AT_MOST and gathered <= scanned else "scanned"


def odds(crossed: Crossed, rows: int, count: Callable[[str], int], share: float = 1.0) -> Odds:
    """What to expect of a crossing among `rows` rows, of which only a `share` passes the other filters."""
    entries = sum(count(value) for value in crossed.drivers(count))
    if not rows:
        return Odds(0, entries, 0)
    for value in crossed.all:
        share *= count(value) / rows
    missed = 1.0
    for value in crossed.any:
        missed *= 1 - count(value) / rows
    for value in crossed.none:
        share *= 1 - count(value) / rows
    return Odds(rows, entries, rows * share * (1 - missed if crossed.any else 1))
