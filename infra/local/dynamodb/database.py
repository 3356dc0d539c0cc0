"""The database at work: the store, the tables by name, the clock, and how long indexes lag behind."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from .errors import not_found
from .schema import Table
from .store import Store


@dataclass
class Database:
    """`index_delay` is in seconds, none shows writes in indexes at once; `now` gives seconds since 1970."""

    store: Store
    index_delay: float = 0.0
    now: Callable[[], float] = time.time
    tables: dict[str, Table] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tables = {table.name: table for table in self.store.tables()}
        # What a killed process still owed its indexes is long due.
        self.store.settle_entries(float("inf"))

    def table(self, name: str) -> Table:
        """The table of that name; refuses a name nobody created."""
        if name not in self.tables:
            raise not_found()
        return self.tables[name]

    def settle_indexes(self) -> None:
        """Let the indexes show every write older than the delay."""
        self.store.settle_entries(self.now())
