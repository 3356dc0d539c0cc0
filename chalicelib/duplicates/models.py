"""A merge and a dismissed pair: what is stored of them. No item names a record that was merged away."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal

from chalicelib.core import clock, ids
from chalicelib.core.errors import NotFound
from chalicelib.core.records import BASE
from chalicelib.core.store import Item, Key, Range, Store

LETTER = "M"
_DISMISSED = "D#"
_CHUNK = "S#"

Resource = Literal["contacts", "companies"]
State = Literal["running", "done", "undoing", "undone"]


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


def merge_key(store: Store, merge_id: str) -> Key:
    return (store.key(LETTER, merge_id), BASE)


def read(store: Store, merge_id: str) -> Merge:
    """The merge of this id, or `NotFound`."""
    item = store.get(merge_key(store, merge_id)) if ids.is_id(merge_id) else None
    if item is None:
        raise NotFound
    return Merge(id=merge_id, state=str(item["st"]), **json.loads(str(item["d"])))  # type: ignore[arg-type]


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


def dismissed(store: Store, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the pairs that somebody has called two different records (0.5 RCU each)."""
    keys = {dismissal_keys(store, *pair)[0]: pair for pair in pairs}
    return {keys[key] for key in store.get_many(list(keys), consistent=True)}
