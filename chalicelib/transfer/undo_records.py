"""The records of a chunk taken back: what it made is removed, what it changed gets its values back."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from chalicelib.companies import revisions as company_revisions
from chalicelib.companies import service as companies
from chalicelib.contacts import revisions as contact_revisions
from chalicelib.contacts import service as contacts
from chalicelib.contacts import usage
from chalicelib.core import history, ids, records, removal
from chalicelib.core.errors import Moved
from chalicelib.core.records import PART, Kind, Record
from chalicelib.core.store import Item, Key
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, committed
from chalicelib.transfer.changes import FROM, Change, Revisions, mark_key, together
from chalicelib.transfer.models import Import
from chalicelib.transfer.plan import Former, Plan

CHANGED = Text("Modifiée depuis l'import.", "Changed since the import.")
IN_USE = Text("Utilisée par d'autres fiches.", "Used by other records.")


class Kept(NamedTuple):
    """A record that an undo leaves alone, and why."""

    kind: str
    id: str
    name: str
    reason: Text


@dataclass
class Tally:
    """What became of the records of a step."""

    removed: int = 0
    restored: int = 0
    kept: list[Kept] = field(default_factory=list)


def take_back(job: Import, chunk: int, made: Plan) -> Tally:
    """Remove what the chunk made and give back what it changed, whoever began it before us."""
    tally = Tally()
    work = Work(job.undoer())
    # The claim that counts a chunk's records is its last write: what died before it was never counted.
    _remove(job, work, made, tally, is_counted=chunk <= int(job.chunk))
    _give_back(job, work, chunk, made.updated, tally)
    return tally


def kind_of(job: Import) -> Kind[Any]:
    return contacts.CONTACTS if job.kind == "contacts" else companies.COMPANIES


def _remove(job: Import, work: Work, made: Plan, tally: Tally, *, is_counted: bool) -> None:
    kind, caller = kind_of(job), work.caller
    wanted = {job.record_id(int(row)): parts for row, parts in made.created.items()}
    found = list(_read(caller, kind, wanted))
    tally.removed = len(wanted) - len(found)
    going = []
    for record in found:
        if reason := _reason_to_stay(caller, kind, record, wanted[record.id], made.at):
            tally.kept.append(kept(kind, record, reason))
        else:
            going.append(record)
    remove = partial(_remove_one, kind=kind, is_counted=is_counted)
    for group, together_ in together(work, going, remove):
        try:
            together_.commit()
            tally.removed += len(group)
        except Moved:
            for record in group:
                _remove_alone(caller, kind, record.id, wanted[record.id], made.at, tally, remove)


def _read(caller: Caller, kind: Kind[Any], wanted: Mapping[str, list[str]]) -> Iterator[Record[Any]]:
    """The records that are there, with their parts: read many at once while nobody wrote them."""
    store = caller.store
    keys: list[Key] = []
    for id_, parts in wanted.items():
        base = kind.base_key(store, id_)
        keys += [base, *((base[0], PART + part) for part in parts)]
    there = store.get_many(keys, consistent=True)
    items: dict[str, list[Item]] = {}
    for (pk, _), item in there.items():
        items.setdefault(pk[-ids.LENGTH :], []).append(item)
    for id_, some in items.items():
        record = records.assemble(kind, id_, some)
        if record and record.fence > 1:
            record = records.assemble(kind, id_, records.items_of(store, kind, id_))
        if record:
            yield record


def _reason_to_stay(
    caller: Caller, kind: Kind[Any], record: Record[Any], parts: Iterable[str], at: int
) -> Text | None:
    """Why a record made at `at` stays: somebody changed it, or needs it."""
    whole = (record, *record.parts)
    if any(is_touched(each, at) for each in whole) or {part.id for part in record.parts} != {*parts}:
        return CHANGED
    if kind is companies.COMPANIES and is_used(caller, record):
        return IN_USE
    return None


def is_touched(record: Record[Any], at: int) -> bool:
    """Whether a record is no longer as it was made; what was given back meanwhile bears its moment again."""
    return record.archived or record.updated_at != at


def is_used(caller: Caller, company: companies.Company) -> bool:
    """Whether people or sites need a company."""
    # Written and yet as it was made: it got people or sites, whom the index may not show yet.
    if company.fence > 1 and company.version == 1:
        return True
    return usage.works_in(caller, company.id) or companies.has_sites(caller, company.id)


def _remove_one(work: Work, record: Record[Any], *, kind: Kind[Any], is_counted: bool) -> None:
    pk, _ = kind.base_key(work.store, record.id)
    # Whoever wrote a record that is still as it was made told nothing of it: a company's name, say.
    told = history.keys(work.store, pk) if record.fence > 1 else [(pk, history.PREFIX + record.id)]
    removal.remove(work, kind, record, told)
    if not is_counted:
        work.counts.clear()


def _remove_alone(
    caller: Caller,
    kind: Kind[Any],
    id_: str,
    parts: list[str],
    at: int,
    tally: Tally,
    remove_one: Callable[[Work, Record[Any]], None],
) -> None:
    """Somebody wrote one of a group meanwhile: each is looked at again."""

    def remove(work: Work) -> Kept | None:
        record = records.find(caller, kind, id_)
        if record is None:
            return None
        if reason := _reason_to_stay(caller, kind, record, parts, at):
            return kept(kind, record, reason)
        remove_one(work, record)
        return None

    if stays := committed(caller, remove):
        tally.kept.append(stays)
    else:
        tally.removed += 1


def kept(kind: Kind[Any], record: Record[Any], reason: Text) -> Kept:
    """A record named for the list of those that stay."""
    if kind is companies.COMPANIES:
        return Kept("companies", record.id, companies.display_name(record), reason)
    return Kept("contacts", record.id, contacts.full_name(record), reason)


def _give_back(job: Import, work: Work, chunk: int, updated: Mapping[str, Former], tally: Tally) -> None:
    """Give back what the chunk changed, if nobody changed it since; a record it never wrote is passed by."""
    kind, caller = kind_of(job), work.caller
    marks = {id_: mark_key(work.store, kind, job, id_, chunk) for id_ in updated}
    written = work.store.get_many(list(marks.values()), consistent=True)
    due = []
    for id_ in (id_ for id_, mark in marks.items() if mark in written):
        mark = written[marks[id_]]
        at = int(json.loads(str(mark["d"]))["at"])
        if mark.get(FROM, updated[id_]["at"]) != updated[id_]["at"]:
            _leave(caller, kind, id_, tally)
        elif change := _given_back(job, caller, id_, at, updated[id_], tally):
            due.append((change, at))
    for group, together_ in together(work, due, partial(_restore_one, job=job, kind=kind)):
        try:
            together_.commit()
            tally.restored += len(group)
        except Moved:
            for change, at in group:
                _restore_alone(job, caller, change.before.id, at, updated[change.before.id], tally)


def _leave(caller: Caller, kind: Kind[Any], id_: str, tally: Tally) -> None:
    """Somebody wrote the record between the plan and the import's own write: what they wrote is unknown."""
    if now := records.find(caller, kind, id_):
        tally.kept.append(kept(kind, now, CHANGED))


def _given_back(
    job: Import, caller: Caller, id_: str, at: int, former: Former, tally: Tally
) -> Change | None:
    """What gives a record back; None when it is gone, given back already, or somebody's since."""
    kind = kind_of(job)
    now = records.find(caller, kind, id_)
    if now is None:
        return None
    if now.updated_at == former["at"]:
        tally.restored += 1
        return None
    if now.updated_at != at:
        tally.kept.append(kept(kind, now, CHANGED))
        return None
    return Change(now, _revisions(job).given_back(now, former))


def _revisions(job: Import) -> Revisions:
    return contact_revisions if job.kind == "contacts" else company_revisions


def _restore_one(work: Work, due: tuple[Change, int], *, job: Import, kind: Kind[Any]) -> None:
    change, _ = due
    records.save(work, kind, change.before, change.after, "")
    partition, _ = kind.base_key(work.store, change.before.id)
    work.put(history.row(work, partition, "undo", *_revisions(job).told(change.before, change.after)))
    if kind is companies.COMPANIES:
        companies.tell_new_name(work, change.before, change.after)


def _restore_alone(job: Import, caller: Caller, id_: str, at: int, former: Former, tally: Tally) -> None:
    """Somebody wrote one of a group meanwhile: each is looked at again."""
    kind = kind_of(job)

    def restore(work: Work) -> Tally:
        one = Tally()
        if change := _given_back(job, caller, id_, at, former, one):
            _restore_one(work, (change, at), job=job, kind=kind)
            one.restored = 1
        return one

    one = committed(caller, restore)
    tally.restored += one.restored
    tally.kept += one.kept
