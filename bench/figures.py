"""A figure as `make bench` prints it: what was measured, how much, and the limit it must keep."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One line: `value` in `unit`; broken when above `limit`. An `aim` may be missed, which is said."""

    what: str
    value: float
    unit: str = ""
    limit: float | None = None
    aim: float | None = None

    @property
    def broken(self) -> bool:
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        measured = f"  {self.what:<66} {amount(self.value):>9} {self.unit:<9}"
        return f"{measured} {self._verdict()}".rstrip()

    def _verdict(self) -> str:
        said = []
        if self.limit is not None:
            said.append(f"limit {amount(self.limit)} {self.unit}{'  BROKEN' if self.broken else ''}")
        if self.aim is not None:
            said.append(f"aim {amount(self.aim)} {self.unit}{'  missed' if self.value > self.aim else ''}")
        return ", ".join(said)


def amount(value: float) -> str:
    """`10000` → `10,000`, `0.1234` → `0.12`, `18.0` → `18`: what a reader compares, no more."""
    if value == int(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 100 else f"{value:.2f}"


def show(title: str, figures: Iterable[Figure]) -> bool:
    """Print figures as they come under a title; whether all keep their limits."""
    print(f"\n{title}", flush=True)
    kept = True
    for figure in figures:
        print(figure, flush=True)
        kept = kept and not figure.broken
    return kept


def machine() -> str:
    """The machine a run was made on, since every figure but the metered ones depends on it."""
    return f"{platform.platform(terse=True)}, Python {platform.python_version()}"
