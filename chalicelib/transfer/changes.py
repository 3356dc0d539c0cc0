"""Records that were there before and that a chunk of an import changes: once, fenced, with a history."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from chalicelib.core import history, ids, records
from chalicelib.core.errors import Invalid, Moved
from chalicelib.core.records import Kind, Record
from chalicelib.core.store import MOST_ACTIONS, Key, Store
from chalicelib.core.work import Work, committed
from chalicelib.transfer import lease
from chalicelib.transfer.models import Import

# Each list has a few cells of counters, which come on top of what the records write.
ACTIONS = MOST_ACTIONS - 12
FROM = "b"  # when a record that a chunk changed had been changed before (ms)
Step = Callable[[Work, Record[Any]], Record[Any]]


class Revisions(Protocol):
    """How the records of a kind are revised and given back (`contacts.revisions`, `companies.revisions`)."""

    def told(self, before: Any, after: Any) -> tuple[dict[str, Any], dict[str, Any]]: ...

    def kept(self, record: Any) -> dict[str, Any]: ...

    def given_back(self, now: Any, former: Any) -> Any: ...


@dataclass
class Change:
    """What becomes of one record: as it was read, as it is to be, and how one comes to the other."""

    before: Record[Any]
    after: Record[Any]
    steps: list[Step] = field(default_factory=list)


@dataclass
class Changes:
    """The changes of a chunk; several rows may change one record, one after the other."""

    work: Work
    job: Import
    number: int
    kind: Kind[Any]
    revisions: Revisions
    follow: Callable[[Work, Any, Any], None] | None = None  # what a change causes elsewhere
    of: dict[str, Change] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)  # records that could not be changed after all

    def now(self, record: Record[Any]) -> Record[Any]:
        """A record as the rows before have left it."""
        change = self.of.get(record.id)
        return change.after if change else record

    def apply(self, record: Record[Any], step: Step) -> None:
        """Let a row change a record; `Invalid` when it may not, and then it does not."""
        change = self.of.get(record.id) or Change(record, record)
        change.after = step(self.work, change.after)
        change.steps.append(step)
        self.of[record.id] = change

    def write(self) -> None:
        """Write all that differs and is not written yet, many records at once."""
        due = [change for change in self.of.values() if change.after != change.before]
        store = self.work.store
        done = store.get_many([self._mark(store, change.before.id) for change in due], consistent=True)
        todo = [change for change in due if self._mark(store, change.before.id) not in done]
        self.lost = {change.before.id for change in todo if change.before.archived}
        todo = [change for change in todo if not change.before.archived]
        for group, work in together(self.work, todo, self._save):
            lease.renew(self.job)
            try:
                work.commit()
            except Moved:
                for change in group:
                    committed(self.work.caller, partial(self._again, change=change))

    def _save(self, work: Work, change: Change) -> None:
        before, after = change.before, change.after
        records.save(work, self.kind, before, after, "")
        key = self._mark(work.store, before.id)
        told = history.row(work, key[0], "import", *self.revisions.told(before, after), id_=key[1][2:])
        # The plan may tell of an older state: an undo gives back only what it knows to be the last one.
        work.put({**told, FROM: before.updated_at})
        if self.follow:
            self.follow(work, before, after)

    def _again(self, work: Work, change: Change) -> None:
        """Somebody wrote the record since it was read: what the file says comes on top of that."""
        id_ = change.before.id
        if work.store.get(self._mark(work.store, id_)):
            return
        now = records.find(work.caller, self.kind, id_)
        if now is None or now.archived:
            self.lost.add(id_)
            return
        after = now
        try:
            for step in change.steps:
                after = step(work, after)
        except Invalid:
            # What somebody wrote meanwhile and what the file says cannot both be: theirs stays.
            self.lost.add(id_)
            return
        if after != now:
            self._save(work, Change(now, after))

    def _mark(self, store: Store, record_id: str) -> Key:
        """The history row this chunk writes with the record: there exactly when the change is."""
        return mark_key(store, self.kind, self.job, record_id, self.number)


def mark_key(store: Store, kind: Kind[Any], job: Import, record_id: str, chunk: int) -> Key:
    """The history row of a record that a chunk changes."""
    id_ = ids.derived_id(int(job.began or 0) + chunk, job.sk, str(chunk), record_id)
    return (kind.base_key(store, record_id)[0], history.PREFIX + id_)


def together(
    like: Work, wanted: Iterable[Any], add: Callable[[Work, Any], None]
) -> Iterator[tuple[list[Any], Work]]:
    """Gather what `add` writes for each into as few transactions as hold it; none is committed here."""
    group: list[Any] = []
    work = Work(like.caller, like.at)
    for each in wanted:
        one = Work(like.caller, like.at)
        add(one, each)
        if group and len(work.writes) + len(one.writes) > ACTIONS:
            yield group, work
            group, work = [], Work(like.caller, like.at)
        group.append(each)
        work.writes += one.writes
        work.afterwards += one.afterwards
        for cell, counted in one.counts.items():
            work.count(cell, counted)
    if group:
        yield group, work
