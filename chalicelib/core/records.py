"""A record and the items made of it: every physical item of a record comes from one pure function.

`Kind.derive` (a feature's `derived_keys`) names every item a record has in the table; creating writes them,
changing writes the difference, archiving and erasing too, and an audit compares them with what is there.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from chalicelib.core import clock, history, ids
from chalicelib.core.derived import Derived as Derived
from chalicelib.core.derived import write_difference
from chalicelib.core.errors import Conflict, Moved, NotFound, Stale
from chalicelib.core.fields import Fields, read, restored
from chalicelib.core.store import Item, Key, Range, Store
from chalicelib.core.work import Caller, Work

F = TypeVar("F", bound=Fields)

BASE = "@"
# Parts (a contact's positions) sort between the base item and the history, so one Query reads a record whole.
PART = "A#"
_WHOLE = Range(low=BASE, high="B")


@dataclass(frozen=True)
class Record(Generic[F]):
    """A record of a tenant; `extra` holds what is stored but not written by users (a company's number).

    `version` counts what users see change and is the ETag; `fence` counts every write, so that a change of a
    part (a position) and one of the record cannot overwrite each other's list row.
    """

    id: str
    fields: F
    version: int
    updated_at: int
    archived: bool = False
    fence: int = 1
    extra: dict[str, Any] = field(default_factory=dict)
    parts: "tuple[Record[Any], ...]" = ()

    @property
    def owner_id(self) -> str | None:
        owner: str | None = getattr(self.fields, "owner_id", None)
        return owner

    def to_json(self) -> dict[str, Any]:
        """As the wire shows it: every field, `null` where empty, and the five every record has."""
        return {
            "id": self.id,
            **self.fields.model_dump(),
            **self.extra,
            "created_at": clock.rfc3339(ids.made_at(self.id)),
            "updated_at": clock.rfc3339(self.updated_at),
            "version": self.version,
            "archived": self.archived,
        }


@dataclass(frozen=True)
class Stored(Generic[F]):
    """How fields are validated, stored in an item and read back."""

    letter: str
    fields: type[F]
    schema: int = 1

    def validate(self, values: dict[str, Any]) -> F:
        """The fields of `values`, or `Invalid` with a reason for each wrong one."""
        return read(self.fields, values)

    def item(self, record: "Record[F]", key: Key) -> Item:
        """The item a record is read back from; lists, rows and relations are added by `derive`."""
        stored: dict[str, Any] = record.fields.model_dump(exclude_none=True) | record.extra
        if record.archived:
            stored["archived"] = True
        return {
            "pk": key[0],
            "sk": key[1],
            "d": json.dumps(stored, ensure_ascii=False, separators=(",", ":")),
            "v": record.version,
            "n": self.schema,
            "u": record.updated_at,
        }

    def read(self, record_id: str, item: Item, parts: "tuple[Record[Any], ...]" = ()) -> "Record[F]":
        stored = json.loads(str(item["d"]))
        known = {name: stored.pop(name) for name in self.fields.model_fields if name in stored}
        return Record(
            id=record_id,
            fields=restored(self.fields, known),
            version=int(item["v"]),
            updated_at=int(item["u"]),
            archived=bool(stored.pop("archived", False)),
            fence=int(item.get("w", 1)),
            extra=stored,
            parts=parts,
        )


@dataclass(frozen=True)
class Kind(Stored[F]):
    """What core must know of a feature's records: `derive` names every item of one, `part` its parts."""

    derive: Callable[[Store, Record[F]], Derived] = field(kw_only=True)
    part: Stored[Any] | None = None

    def base_key(self, store: Store, record_id: str) -> Key:
        return (store.key(self.letter, record_id), BASE)

    def base_item(self, store: Store, record: Record[F]) -> Item:
        return self.item(record, self.base_key(store, record.id)) | {"w": record.fence}


def may_see(caller: Caller, record: Record[Any]) -> bool:
    """Visibility, decided here for a record and in `pages` for a list: all, or only what one owns.

    What has no owner (a colleague, the tenant's own settings) everybody may see.
    """
    if caller.visibility == "all" or not hasattr(record.fields, "owner_id"):
        return True
    return record.owner_id == caller.user_id


def find(caller: Caller, kind: Kind[F], record_id: str) -> Record[F] | None:
    """The record with its parts in one strongly consistent Query, or None for this caller."""
    if not ids.is_id(record_id):
        return None
    record = assemble(kind, record_id, items_of(caller.store, kind, record_id))
    return record if record and may_see(caller, record) else None


def items_of(store: Store, kind: Kind[Any], record_id: str) -> list[Item]:
    """The base item of a record and its parts' items, strongly consistent."""
    pk, _ = kind.base_key(store, record_id)
    if kind.part is None:
        item = store.get((pk, BASE))
        return [item] if item else []
    return list(store.query_all("pk", pk, wanted=_WHOLE, consistent=True))


def assemble(kind: Kind[F], record_id: str, items: list[Item]) -> Record[F] | None:
    """A record from the items of its partition; None without its base item."""
    base = next((item for item in items if item["sk"] == BASE), None)
    if base is None:
        return None
    part = kind.part
    parts = tuple(
        part.read(str(item["sk"]).removeprefix(PART), item)
        for item in items
        if part is not None and str(item["sk"]).startswith(PART)
    )
    return kind.read(record_id, base, parts)


def get(caller: Caller, kind: Kind[F], record_id: str) -> Record[F]:
    """The record, or `NotFound`: unknown, another tenant's and not-yours look the same."""
    record = find(caller, kind, record_id)
    if record is None:
        raise NotFound
    return record


def new(
    work: Work, kind: Kind[F], values: dict[str, Any], record_id: str | None = None, **extra: Any
) -> Record[F]:
    """A record not yet written; its owner is who makes it unless said otherwise."""
    if "owner_id" in kind.fields.model_fields:
        values = {"owner_id": work.caller.user_id, **values}
    fields = kind.validate(values)
    return Record(record_id or ids.new_id(work.at), fields, version=1, updated_at=work.at, extra=extra)


def changed(work: Work, kind: Kind[F], before: Record[F], changes: dict[str, Any]) -> Record[F]:
    """`before` with `changes` on top, validated as a whole so that rules across fields hold."""
    fields = kind.validate({**before.fields.model_dump(), **changes})
    return replace(before, fields=fields, version=before.version + 1, updated_at=work.at)


def save(
    work: Work,
    kind: Kind[F],
    before: Record[F] | None,
    after: Record[F],
    action: str,
    told: tuple[dict[str, Any], dict[str, Any]] | None = None,
) -> None:
    """Add to the work what turns `before` into `after`: items, counts and a history row.

    The base item carries the fence: it must not exist (create) or still be as we read it (`Moved`).
    The history tells the fields that differ, or what `told` says; without an action it tells nothing.
    What a transaction has no room for, of the items that lead to a record, follows by the outbox (`rewrite`).
    """
    store = work.store
    if before:
        after = replace(after, fence=before.fence + 1)
    old = kind.derive(store, before) if before else Derived()
    new_ = kind.derive(store, after)
    base = kind.base_key(store, after.id)
    if before is None:
        work.put(new_.items[base], condition="attribute_not_exists(pk)", refusal=Conflict())
    else:
        fence: Item = {":w": before.fence}
        work.put(new_.items[base], condition="w = :w", values=fence, refusal=Moved())
    write_difference(work, kind.letter, after.id, old, new_, already=base)
    if action:
        work.put(history.row(work, base[0], action, *(told or (_fields(before), _fields(after)))))


def _fields(record: Record[Any] | None) -> dict[str, Any]:
    return record.fields.model_dump() if record else {}


def change(
    work: Work,
    kind: Kind[F],
    record_id: str,
    expected: int,
    changes: dict[str, Any],
    show: Callable[[Record[F]], dict[str, Any]] = Record.to_json,
    tell: Callable[[Record[F]], dict[str, Any]] | None = None,
) -> Record[F]:
    """Read, check the version the caller saw, validate and save in one go; `Stale` when it moved on.

    The history tells the fields that differ, or those of what `tell` makes of the record.
    """
    before = get(work.caller, kind, record_id)
    if before.version != expected:
        raise Stale(show(before))
    after = changed(work, kind, before, changes)
    if after.fields == before.fields:
        return before
    save(work, kind, before, after, "change", told=(tell(before), tell(after)) if tell else None)
    return after


def set_archived(
    work: Work,
    kind: Kind[F],
    record_id: str,
    archived: bool,
    refresh: Callable[[Work, Record[F]], Record[F]] | None = None,
) -> Record[F]:
    """Archive or restore; asking twice changes nothing. `refresh` renews copies of other records' names."""
    before = get(work.caller, kind, record_id)
    if before.archived == archived:
        return before
    after = replace(before, archived=archived, version=before.version + 1, updated_at=work.at)
    if refresh:
        after = refresh(work, after)
    save(work, kind, before, after, "archive" if archived else "restore")
    return after
