"""A merge and a dismissed pair: what is stored of them. No item names a record that was merged away."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from chalicelib.core import clock, ids
from chalicelib.core.errors import Conflict, NotFound
from chalicelib.core.records import BASE
from chalicelib.core.store import Item, Key, Range, Store, Write, to_wire
from chalicelib.core.work import Work

LETTER = "M"
_DISMISSED = "D#"
_CHUNK = "S#"

Resource = Literal["contacts", "companies"]
State = Literal["running", "done", "undoing", "undone"]


class Overtaken(Conflict):
    """A merge has been undone, or its winner merged in its turn, while a step of it was under way."""


@dataclass(frozen=True)
class Merge:
    """Who absorbed a record of what name; that record itself is in the snapshot, outside the table."""

    id: str
    resource: Resource
    winner_id: str
    loser: str
    at: int
    user_id: str
    user: str
    state: State

    def item(self, store: Store) -> Item:
        stored = {name: value for name, value in asdict(self).items() if name not in ("id", "state")}
        pk, sk = merge_key(store, self.id)
        return {"pk": pk, "sk": sk, "d": json.dumps(stored, ensure_ascii=False), "st": self.state}

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "at": clock.rfc3339(self.at)}


def begun(work: Work, resource: Resource, winner_id: str, loser: str) -> Merge:
    """A merge that begins with this work."""
    caller = work.caller
    id_ = ids.new_id(work.at)
    return Merge(id_, resource, winner_id, loser, work.at, caller.user_id, caller.user_name, "running")


def merge_key(store: Store, merge_id: str) -> Key:
    return (store.key(LETTER, merge_id), BASE)


def read(store: Store, merge_id: str) -> Merge:
    """The merge of this id, or `NotFound`."""
    item = store.get(merge_key(store, merge_id)) if ids.is_id(merge_id) else None
    if item is None:
        raise NotFound
    return Merge(id=merge_id, state=str(item["st"]), **json.loads(str(item["d"])))  # type: ignore[arg-type]


def still(store: Store, merge_id: str, *states: State) -> Write:
    """The check that a merge is in one of these states; `Overtaken` when it is not."""
    return Write("ConditionCheck", _if_in(store, merge_id, states), Overtaken())


def turn(store: Store, merge_id: str, before: State, after: State) -> Write:
    """The write that takes a merge from one state to the next; `Overtaken` when it is not there."""
    request = _if_in(store, merge_id, (before,))
    values = request["ExpressionAttributeValues"] | to_wire({":next": after})
    change = {"UpdateExpression": "SET st = :next", "ExpressionAttributeValues": values}
    return Write("Update", request | change, Overtaken())


def _if_in(store: Store, merge_id: str, states: tuple[State, ...]) -> dict[str, Any]:
    pk, sk = merge_key(store, merge_id)
    values: Item = {f":s{n}": state for n, state in enumerate(states)}
    return {
        "TableName": store.table,
        "Key": to_wire({"pk": pk, "sk": sk}),
        "ConditionExpression": f"st IN ({', '.join(values)})",
        "ExpressionAttributeValues": to_wire(values),
    }


def chunk_key(store: Store, merge_id: str, chunk_id: str) -> Key:
    """Notes that a chunk of those who follow has been put aside before they were moved."""
    return (store.key(LETTER, merge_id), _CHUNK + chunk_id)


def chunk_ids(store: Store, merge_id: str) -> list[str]:
    """The chunks put aside, the oldest first."""
    wanted = Range(prefix=_CHUNK)
    found = store.query_all("pk", store.key(LETTER, merge_id), wanted=wanted, consistent=True)
    return [str(item["sk"]).removeprefix(_CHUNK) for item in found]


def dismissal_keys(store: Store, one: str, other: str) -> tuple[Key, Key]:
    """A dismissed pair stands with both, so that it goes with either."""
    return (store.key(LETTER, one), _DISMISSED + other), (store.key(LETTER, other), _DISMISSED + one)


def dismissals_of(store: Store, record_id: str) -> list[Key]:
    """Every item of the pairs a record was dismissed from."""
    wanted = Range(prefix=_DISMISSED)
    found = store.query_all("pk", store.key(LETTER, record_id), wanted=wanted, consistent=True)
    others = [str(item["sk"]).removeprefix(_DISMISSED) for item in found]
    return [key for other in others for key in dismissal_keys(store, record_id, other)]


def other_of(item: Item, record_id: str) -> str | None:
    """The other record of a dismissed pair; None for an item that is none."""
    pk, sk = str(item["pk"]), str(item["sk"])
    if not sk.startswith(_DISMISSED):
        return None
    pair = (pk[-ids.LENGTH :], sk.removeprefix(_DISMISSED))
    return pair[1] if pair[0] == record_id else pair[0]


def dismissed(store: Store, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the pairs that somebody has called two different records (0.5 RCU each)."""
    keys = {dismissal_keys(store, *pair)[0]: pair for pair in pairs}
    return {keys[key] for key in store.get_many(list(keys))}
