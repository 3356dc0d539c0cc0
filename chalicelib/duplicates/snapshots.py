"""What a merge takes away, put aside in the bucket: every item as it was, so that undoing brings it back."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from chalicelib.core import history, objects
from chalicelib.core.records import Kind, Record, assemble
from chalicelib.core.store import Item, Key, Range, Store
from chalicelib.duplicates import models


@dataclass(frozen=True)
class Snapshot:
    """The winner before and after, the loser, and what stood beside the loser (history, dismissed pairs)."""

    winner_id: str
    loser_id: str
    winner: list[Item]
    merged: list[Item]
    loser: list[Item]
    beside: list[Item]

    def records(self, kind: Kind[Any]) -> tuple[Record[Any], Record[Any], Record[Any]]:
        """The winner as it was, as the merge made it, and the loser."""
        return (
            record(kind, self.winner_id, self.winner),
            record(kind, self.winner_id, self.merged),
            record(kind, self.loser_id, self.loser),
        )


def keep(store: Store, merge_id: str, snapshot: Snapshot) -> None:
    _write(_key(store, merge_id, "merge"), asdict(snapshot))


def read(store: Store, merge_id: str) -> Snapshot:
    return Snapshot(**_read(_key(store, merge_id, "merge")))


def keep_chunk(store: Store, merge_id: str, chunk_id: str, followers: dict[str, list[Item]]) -> None:
    """Put aside the items of records that are about to follow, by their ids."""
    _write(_key(store, merge_id, chunk_id), followers)


def followers(store: Store, merge_id: str) -> dict[str, list[Item]]:
    """Who was put aside, by id; whoever changed in between and was so twice, as the second time."""
    last: dict[str, list[Item]] = {}
    for chunk_id in models.chunk_ids(store, merge_id):
        last |= _read(_key(store, merge_id, chunk_id))
    return last


def items(store: Store, kind: Kind[Any], record: Record[Any]) -> list[Item]:
    """The base item and the parts a record has in its own partition."""
    pk, _ = kind.base_key(store, record.id)
    return [item for key, item in kind.derive(store, record).items.items() if key[0] == pk]


def record(kind: Kind[Any], record_id: str, of: list[Item]) -> Record[Any]:
    """The record whose items were put aside."""
    found = assemble(kind, record_id, of)
    if found is None:
        raise LookupError("a snapshot without a base item")
    return found


def returning(former: Record[Any], now: Record[Any]) -> Record[Any]:
    """A record to come back as it was, but under versions that nobody has seen of it or its positions.

    `now` is what is there in its place, or holds its positions. Under a version of then, what is sent for the
    record of now would be taken for the one that came back.
    """
    seen = {now.id: now.version, **{part.id: part.version for part in now.parts}}
    parts = tuple(_above(part, seen) for part in former.parts)
    fence = now.fence + 1 if former.id == now.id else former.fence
    return replace(_above(former, seen), fence=fence, parts=parts)


def _above(former: Record[Any], seen: Mapping[str, int]) -> Record[Any]:
    latest = seen.get(former.id, 0)
    return former if latest <= former.version else replace(former, version=latest + 1)


def beside(store: Store, kind: Kind[Any], record_id: str) -> list[Item]:
    """All that names a record besides what it derives: merges it won, dismissed pairs, its history.

    The history comes last: it is what leads to the merges.
    """
    pk, _ = kind.base_key(store, record_id)
    past = list(store.query_all("pk", pk, wanted=Range(prefix=history.PREFIX), consistent=True))
    won = [
        item
        for row in past
        if json.loads(str(row["d"]))["action"] == "merge"
        for item in store.query_all("pk", models.merge_key(store, _id(row))[0], consistent=True)
    ]
    pairs: list[Item] = [{"pk": pk, "sk": sk} for pk, sk in models.dismissals_of(store, record_id)]
    return [*won, *pairs, *past]


def _id(row: Item) -> str:
    return str(row["sk"]).removeprefix(history.PREFIX)


def keys(of: list[Item]) -> list[Key]:
    return [(str(item["pk"]), str(item["sk"])) for item in of]


def _key(store: Store, merge_id: str, name: str) -> str:
    return f"merges/{store.tenant}/{merge_id}/{name}.json"


def _write(key: str, content: Any) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    objects.write(key, text.encode(), "application/json")


def _read(key: str) -> Any:
    return json.loads(b"".join(objects.blocks(key)))
