"""One thing done to many records: each in a transaction of its own, and what failed told beside what is done.

Every action may be repeated harmlessly, and comes with the actions that would take it back.
"""

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, StringConstraints

from chalicelib.core import records
from chalicelib.core.errors import Busy, Invalid, Refusal
from chalicelib.core.fields import Fields
from chalicelib.core.records import Kind, Record
from chalicelib.core.texts import REQUIRED
from chalicelib.core.work import Caller, Work, committed

# Fifty transactions fit the 29 seconds of an answer even where each has to be tried again.
MOST = 50
F = TypeVar("F", bound=Fields)
# What takes an assignment back: to whoever had the records, even somebody who has left since.
GIVE_BACK = "give_back"
# What takes an action back for one record, without its id: `{action: "assign", owner_id: …}`.
Undo = dict[str, Any]
Verb = Callable[[Work, str], Undo | None]
AnyId = Annotated[str, StringConstraints(max_length=40)]


class Many(Fields):
    """What to do with which records; `owner_id` is who gets them, null for nobody."""

    ids: Annotated[list[AnyId], Field(min_length=1, max_length=MOST)]
    action: str
    owner_id: str | None = None


class Action(Many):
    """What can be done to records of every kind."""

    action: Literal["archive", "restore", "assign", "give_back"]


def each(caller: Caller, ids: Sequence[str], do: Verb) -> dict[str, Any]:
    """`{done: [ids], failed: [{id, detail}], undo: [actions]}` of doing it to each, in their order.

    Once the database has no time for one, the others are not tried: they would only wait as long.
    """
    caller.require_writer()
    done: list[str] = []
    failed: list[dict[str, str]] = []
    undo: dict[str, list[str]] = {}
    busy: Busy | None = None
    for id_ in dict.fromkeys(ids):
        try:
            if busy:
                raise busy
            back = committed(caller, partial(_one, do, id_))
        except Refusal as refusal:
            busy = refusal if isinstance(refusal, Busy) else busy
            failed.append({"id": id_, "detail": _why(refusal, caller.locale)})
            continue
        done.append(id_)
        if back:
            undo.setdefault(json.dumps(back), []).append(id_)
    actions = [{"ids": ids, **json.loads(back)} for back, ids in undo.items()]
    return {"done": done, "failed": failed, "undo": actions}


def _one(do: Verb, id_: str, work: Work) -> Undo | None:
    """What takes it back, or None when the record was so already or the caller cannot."""
    back = do(work, id_)
    return back if work.writes else None


def _why(refusal: Refusal, locale: str) -> str:
    reasons = [each.text for each in refusal.fields]
    return (refusal.detail or next(iter(reasons), refusal.title)).in_(locale)


def verb(
    archive: Callable[[Work, str], Any], restore: Callable[[Work, str], Any], kind: Kind[Any], wanted: Many
) -> Verb:
    """The verb of an action every kind of record knows; `Invalid` when it does not say whose they become."""
    if wanted.action in ("assign", GIVE_BACK):
        if "owner_id" not in wanted.model_fields_set:
            raise Invalid.field("owner_id", REQUIRED)
        return partial(_assign, kind, wanted.owner_id)
    return partial(_flip, *((archive, "restore") if wanted.action == "archive" else (restore, "archive")))


def _flip(act: Callable[[Work, str], Any], back: str, work: Work, id_: str) -> Undo:
    act(work, id_)
    return {"action": back}


def _assign(kind: Kind[Any], owner_id: str | None, work: Work, id_: str) -> Undo | None:
    before, after = change(work, kind, id_, lambda _: {"owner_id": owner_id})
    # Who gave away what only its owner may see cannot take it back.
    may_undo = records.may_see(work.caller, after)
    return {"action": GIVE_BACK, "owner_id": before.owner_id} if may_undo else None


def change(
    work: Work, kind: Kind[F], record_id: str, changes_of: Callable[[F], dict[str, Any]]
) -> tuple[Record[F], Record[F]]:
    """Change fields of a record as it is now, whatever its version; what it was and what it is."""
    before = records.get(work.caller, kind, record_id)
    after = records.changed(work, kind, before, changes_of(before.fields))
    if after.fields != before.fields:
        records.save(work, kind, before, after, "change")
    return before, after
