"""Who is calling, and the work in hand: what a writing verb adds to and its caller commits once."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from chalicelib.core import clock
from chalicelib.core.errors import Forbidden, Moved, Refusal
from chalicelib.core.store import Item, Key, Store, Write, pause, to_wire
from chalicelib.core.texts import Text

Role = Literal["admin", "user", "read_only"]
Visibility = Literal["all", "own"]

READ_ONLY = Text("Votre compte permet de lire, pas de modifier.", "Your account may read, not change.")
ADMINS_ONLY = Text("Seul un administrateur peut faire cela.", "Only an admin may do this.")


@dataclass(frozen=True)
class Caller:
    """The first argument of every reading verb: a tenant, a user and their rights."""

    tenant: str
    user_id: str
    user_name: str
    role: Role = "user"
    visibility: Visibility = "all"
    locale: str = "fr"

    @property
    def store(self) -> Store:
        return Store(self.tenant)

    def require_writer(self) -> None:
        if self.role == "read_only":
            raise Forbidden(READ_ONLY)

    def require_admin(self) -> None:
        if self.role != "admin":
            raise Forbidden(ADMINS_ONLY)


@dataclass
class Work:
    """The first argument of every writing verb; nothing is written before `commit`."""

    caller: Caller
    at: int = field(default_factory=clock.now_ms)
    writes: list[Write] = field(default_factory=list)
    counts: dict[Key, Counter[str]] = field(default_factory=dict)
    afterwards: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.caller.require_writer()

    @property
    def tenant(self) -> str:
        return self.caller.tenant

    @property
    def store(self) -> Store:
        return self.caller.store

    def put(
        self, item: Item, *, condition: str = "", values: Item | None = None, refusal: Refusal | None = None
    ) -> None:
        """Write a whole item of the tenant; a failed condition raises `refusal` at commit."""
        self.writes.append(put(self.store.table, item, condition=condition, values=values, refusal=refusal))

    def delete(
        self, key: Key, *, condition: str = "", values: Item | None = None, refusal: Refusal | None = None
    ) -> None:
        """Remove an item; a failed condition raises `refusal` at commit."""
        request: dict[str, object] = {
            "TableName": self.store.table,
            "Key": to_wire({"pk": key[0], "sk": key[1]}),
        }
        if condition:
            request["ConditionExpression"] = condition
        if values:
            request["ExpressionAttributeValues"] = to_wire(values)
        self.writes.append(Write("Delete", request, refusal))

    def check(self, key: Key, condition: str, values: Item, refusal: Refusal) -> None:
        """Let the work fail with `refusal` unless an item it only reads still is so at commit."""
        request = {
            "TableName": self.store.table,
            "Key": {"pk": {"S": key[0]}, "sk": {"S": key[1]}},
            "ConditionExpression": condition,
            "ExpressionAttributeValues": to_wire(values),
        }
        self.writes.append(Write("ConditionCheck", request, refusal))

    def touch(self, key: Key, condition: str, values: Item, refusal: Refusal) -> None:
        """Like `check`; and whoever read the record before, to change or remove it, must read it again."""
        request = {
            "TableName": self.store.table,
            "Key": {"pk": {"S": key[0]}, "sk": {"S": key[1]}},
            "ConditionExpression": condition,
            "UpdateExpression": "ADD w :one",
            "ExpressionAttributeValues": to_wire({**values, ":one": 1}),
        }
        self.writes.append(Write("Update", request, refusal))

    def count(self, cell: Key, changes: Counter[str]) -> None:
        """Add to a cell of counters, in the same transaction as what is counted."""
        self.counts.setdefault(cell, Counter()).update(changes)

    def counting_writes(self) -> list[Write]:
        return [
            write
            for cell, changes in self.counts.items()
            if (write := _adding(self.store.table, cell, changes)) is not None
        ]

    def commit(self) -> None:
        """All of it in one transaction, or nothing (`Refusal` of the first failed condition)."""
        writes = [*self.writes, *self.counting_writes()]
        if writes:
            self.store.commit(writes)
        self.writes, self.counts = [], {}
        for act in self.afterwards:
            act()
        self.afterwards = []


T = TypeVar("T")
_TRIES = 8


def committed(caller: Caller, do: Callable[[Work], T]) -> T:
    """Do a piece of work and commit it; begun anew from its reads when somebody wrote in between."""
    for attempt in range(_TRIES):
        work = Work(caller)
        done = do(work)
        try:
            work.commit()
        except Moved:
            pause(attempt)
            continue
        return done
    raise Moved


def put(
    table: str, item: Item, *, condition: str = "", values: Item | None = None, refusal: Refusal | None = None
) -> Write:
    request: dict[str, object] = {"TableName": table, "Item": to_wire(item)}
    if condition:
        request["ConditionExpression"] = condition
    if values:
        request["ExpressionAttributeValues"] = to_wire(values)
    return Write("Put", request, refusal)


def _adding(table: str, cell: Key, changes: Counter[str]) -> Write | None:
    moved = {name: amount for name, amount in changes.items() if amount}
    if not moved:
        return None
    places = range(len(moved))
    return Write(
        "Update",
        {
            "TableName": table,
            "Key": {"pk": {"S": cell[0]}, "sk": {"S": cell[1]}},
            "UpdateExpression": "ADD " + ", ".join(f"#c{i} :c{i}" for i in places),
            "ExpressionAttributeNames": {f"#c{i}": name for i, name in enumerate(moved)},
            "ExpressionAttributeValues": {
                f":c{i}": {"N": str(amount)} for i, amount in enumerate(moved.values())
            },
        },
    )
