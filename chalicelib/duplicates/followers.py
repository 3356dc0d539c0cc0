"""Whoever names a merged record names the winner instead: thousands perhaps, so a batch at a time.

Before a batch moves, its records are put aside as they are; undoing puts them back. A later feature whose
records name contacts or companies adds its `Follower` here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from chalicelib.accounts import view_moves
from chalicelib.companies import moving as moving_sites
from chalicelib.contacts import moving as moving_people
from chalicelib.core import ids, records, rewrite
from chalicelib.core.errors import Moved
from chalicelib.core.records import Kind, Record, items_of
from chalicelib.core.store import Item, Key, Store, Write
from chalicelib.core.work import Caller, Work
from chalicelib.duplicates import models, snapshots
from chalicelib.duplicates.kinds import COMPANIES, PEOPLE

_AT_ONCE = 50
_TRIES = 8


@dataclass(frozen=True)
class Follower:
    """`naming` finds the ids of those that name a record, `holders` of those that hold today what one held.

    `moved` names the winner instead; `moved_back` names the loser again in one that was changed meanwhile.
    """

    kind: Kind[Any]
    naming: Callable[[Store, str], list[str]]
    moved: Callable[[Any, str, Any], Any]
    moved_back: Callable[[Any, Any, str, Any], Any]
    holders: Callable[[Store, Any], list[str]]


_VIEWS = Follower(
    view_moves.VIEWS, view_moves.naming, view_moves.moved, view_moves.moved_back, view_moves.holders
)
FOLLOWERS: Mapping[str, tuple[Follower, ...]] = {
    "contacts": (_VIEWS,),
    "companies": (
        Follower(
            PEOPLE.kind,
            moving_people.naming,
            moving_people.moved,
            moving_people.moved_back,
            moving_people.holders,
        ),
        Follower(
            COMPANIES.kind,
            moving_sites.sites_of,
            moving_sites.moved,
            moving_sites.moved_back,
            moving_sites.holders,
        ),
        _VIEWS,
    ),
}


@dataclass(frozen=True)
class Move:
    """One merge as its followers see it; `check` stands in each of their transactions."""

    caller: Caller
    merge_id: str
    kind: Kind[Any]
    loser_id: str
    winner: Record[Any]
    check: Write
    time_left: Callable[[], float]


def follow(move: Move, follower: Follower, named: list[str]) -> bool:
    """Move all that name `named`; whether time was enough. Who was changed meanwhile is tried again."""
    store = move.caller.store
    wanted = iter(dict.fromkeys(each for id_ in named for each in follower.naming(store, id_)))
    while some := list(islice(wanted, _AT_ONCE)):
        for _ in range(_TRIES):
            if move.time_left() <= 0:
                return False
            some = _move_some(move, follower, some)
            if not some:
                break
        else:
            raise Moved
    return True


def _move_some(move: Move, follower: Follower, some: list[str]) -> list[str]:
    """Put aside and move those of `some` that name the loser; who is left to be tried again."""
    store = move.caller.store
    found = {id_: items_of(store, follower.kind, id_) for id_ in some}
    aside: dict[str, list[Item]] = {}
    for id_, items in found.items():
        record = records.assemble(follower.kind, id_, items)
        if record and follower.moved(record, move.loser_id, move.winner) != record:
            aside[id_] = items
    if not aside:
        return []
    _put_aside(move, aside)
    return [id_ for id_, items in aside.items() if not _move_one(move, follower, id_, items)]


def _put_aside(move: Move, aside: dict[str, list[Item]]) -> None:
    store, chunk_id = move.caller.store, ids.new_id()
    snapshots.keep_chunk(store, move.merge_id, chunk_id, aside)
    work = Work(move.caller)
    work.writes.append(move.check)
    pk, sk = models.chunk_key(store, move.merge_id, chunk_id)
    work.put({"pk": pk, "sk": sk})
    work.commit()


def _move_one(move: Move, follower: Follower, id_: str, items: list[Item]) -> bool:
    """Move a record unless somebody has changed it since it was put aside."""
    before = snapshots.record(follower.kind, id_, items)
    work = Work(move.caller)
    work.writes.append(move.check)
    after = follower.moved(before, move.loser_id, move.winner)
    records.save(work, follower.kind, before, after, "")
    try:
        work.commit()
    except Moved:
        return False
    return True


def go_back(move: Move, follower: Follower, aside: Mapping[str, list[Item]]) -> bool:
    """Put back those of a kind that were put aside; whether time was enough.

    As they were; where somebody changed one meanwhile, only what concerns us.
    """
    for id_, items in aside.items():
        if move.time_left() <= 0:
            return False
        if str(items[0]["pk"]) == follower.kind.base_key(move.caller.store, id_)[0]:
            original = snapshots.record(follower.kind, id_, items)
            if not _put_back(move, follower, original):
                for holder in follower.holders(move.caller.store, original):
                    _mend(move, follower, holder, original)
    return True


def _put_back(move: Move, follower: Follower, original: Record[Any]) -> bool:
    """Restore a record that nobody but us has written since: as it was, under versions of its own."""
    caller, kind = move.caller, follower.kind
    moved = follower.moved(original, move.loser_id, move.winner)
    moved = replace(moved, fence=original.fence + 1)
    back = snapshots.returning(original, moved)
    now = records.find(caller, kind, original.id)
    if not any(_is_as(now, each) for each in (original, moved, back)):
        return False
    if _is_as(now, moved):
        work = Work(caller)
        work.writes.append(move.check)
        rewrite.begin(work, kind, original.id, moved, back)
        try:
            work.commit()
        except Moved:
            return False
    rewrite.finish(caller.store, kind, original.id, _keys(caller.store, kind, moved), move.check)
    return True


def _is_as(now: Record[Any] | None, then: Record[Any]) -> bool:
    """Whether a record says what it did then, and was not written in between."""
    return now is not None and (now.fence, now.fields, now.parts) == (then.fence, then.fields, then.parts)


def _keys(store: Store, kind: Kind[Any], record: Record[Any]) -> set[Key]:
    return set(kind.derive(store, record).items)


def _mend(move: Move, follower: Follower, id_: str, original: Record[Any]) -> None:
    """In a record that was changed meanwhile, name the loser again where the original did."""
    loser = records.find(move.caller, move.kind, move.loser_id)
    for _ in range(_TRIES):
        now = records.find(move.caller, follower.kind, id_)
        if now is None:
            return
        after = follower.moved_back(now, original, move.winner.id, loser)
        if after == now:
            return
        work = Work(move.caller)
        work.writes.append(move.check)
        records.save(work, follower.kind, now, after, "")
        try:
            work.commit()
            return
        except Moved:
            continue
    raise Moved
