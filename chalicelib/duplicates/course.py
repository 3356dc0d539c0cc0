"""The course of a merge or its undo after the transaction it begins with: steps that may be done twice.

The request does them at once as long as it takes; the outbox does what is left, and looks again a few seconds
later, since indexes lag. Every step checks the state of the merge, so that none outlives an undo.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from chalicelib.contacts import moving
from chalicelib.core import outbox, records, rewrite
from chalicelib.core.errors import NotFound
from chalicelib.core.history import PREFIX
from chalicelib.core.logs import failure, logger
from chalicelib.core.outbox import Told
from chalicelib.core.records import Record
from chalicelib.core.store import Item, Key, Store
from chalicelib.core.work import Caller, Work, committed, put
from chalicelib.duplicates import absorbed, models, snapshots
from chalicelib.duplicates.followers import FOLLOWERS, Move, follow, go_back
from chalicelib.duplicates.kinds import COMPANIES, MERGEABLE, PEOPLE, Mergeable
from chalicelib.duplicates.models import Merge, Overtaken
from chalicelib.duplicates.snapshots import Snapshot
from chalicelib.duplicates.topic import TOPIC

# What a person may wait; the outbox takes what its Lambda has (300 s), and is called again.
_IN_REQUEST_SECONDS = 3
_IN_OUTBOX_SECONDS = 240


def announce(work: Work, merge_id: str) -> None:
    """Let the outbox see to the merge, and try to be done before it is asked."""
    work.afterwards.append(lambda: _try(work.caller, merge_id))
    outbox.announce(work, TOPIC, merge_id=merge_id)


def _try(caller: Caller, merge_id: str) -> None:
    try:
        carry_on(caller, merge_id, _IN_REQUEST_SECONDS)
    except Exception as error:
        logger.warning("merge left to the outbox", extra={"merge": merge_id, **failure(error)})


def deliver(told: Told) -> None:
    """The outbox's consumer; what time did not suffice for is asked for again by raising."""
    _see_to(told.caller, str(told.about["merge_id"]))


def follow_late(told: Told) -> None:
    """The outbox's consumer for a company that somebody was given when it had been merged away."""
    merge_id = absorbed.merge_of(told.caller.store, str(told.about["company_id"]))
    if merge_id:
        _see_to(told.caller, merge_id)


def _see_to(caller: Caller, merge_id: str) -> None:
    if not carry_on(caller, merge_id, _IN_OUTBOX_SECONDS):
        raise TimeoutError("a merge is not done yet")


def carry_on(caller: Caller, merge_id: str, seconds: float) -> bool:
    """Do whatever a merge still needs, whoever's records it touches; whether it is done."""
    everybody = replace(caller, visibility="all")
    until = time.monotonic() + seconds
    try:
        merge = models.read(caller.store, merge_id)
        if merge.state in ("running", "done"):
            return _merge(everybody, merge, lambda: until - time.monotonic())
        if merge.state == "undoing":
            return _undo(everybody, merge, lambda: until - time.monotonic())
    except (NotFound, Overtaken):
        # Merged away with its winner, or undone meanwhile: nothing of it is left to do.
        pass
    return True


def _merge(caller: Caller, merge: Merge, time_left: Callable[[], float]) -> bool:
    """Take away what is left of the loser, let everybody follow, and say so."""
    store, what = caller.store, MERGEABLE[merge.resource]
    aside = snapshots.read(store, merge.id)
    check = models.still(store, merge.id, "running", "done")
    before, merged, loser = aside.records(what.kind)
    rewrite.finish(store, what.kind, before.id, _keys(store, what, before), check)
    # What leads to the positions that followed has the same keys as before, and is the winner's now.
    rewrite.finish(store, what.kind, loser.id, _keys(store, what, loser) - _keys(store, what, merged), check)
    leftover = [*snapshots.keys(aside.beside), *models.dismissals_of(store, loser.id)]
    there = store.get_many(leftover, consistent=True)
    removals = [rewrite.removal(store, key) for key in dict.fromkeys(leftover) if key in there]
    rewrite.in_chunks(store, removals, (check,))
    winner = records.find(caller, what.kind, merge.winner_id)
    if winner is None:
        return True
    _refresh_names(caller, what, winner.id)
    move = Move(caller, merge.id, what.kind, loser.id, winner, check, time_left)
    if not all(follow(move, each, _named(what, before, winner, loser)) for each in FOLLOWERS[what.resource]):
        return False
    if merge.state == "running":
        store.commit([models.turn(store, merge.id, "running", "done")])
    return True


def _named(what: Mergeable, before: Record[Any], winner: Record[Any], loser: Record[Any]) -> list[str]:
    """Whom followers may name: the loser, and the winner if it bears another name now."""
    return [loser.id] if what.name(before) == what.name(winner) else [loser.id, winner.id]


def _refresh_names(caller: Caller, what: Mergeable, *some: str) -> None:
    """No rename of a company reached the positions of a person who was not there under that id."""
    if what.kind.part:
        for contact_id in some:
            committed(caller, partial(_refresh, contact_id=contact_id))


def _refresh(work: Work, contact_id: str) -> None:
    contact = records.find(work.caller, PEOPLE.kind, contact_id)
    after = contact and moving.with_names_of_today(work.caller, contact)
    if contact and after and after != contact:
        records.save(work, PEOPLE.kind, contact, after, "")


def _undo(caller: Caller, merge: Merge, time_left: Callable[[], float]) -> bool:
    """Bring back what stood around the two records, and whoever followed; then say so."""
    store, what = caller.store, MERGEABLE[merge.resource]
    aside = snapshots.read(store, merge.id)
    check = models.still(store, merge.id, "undoing")
    _, merged, loser = aside.records(what.kind)
    told: Key = (what.kind.base_key(store, merged.id)[0], PREFIX + merge.id)
    stale = _keys(store, what, merged) - _keys(store, what, loser)
    rewrite.finish(store, what.kind, merged.id, {*stale, told}, check)
    rewrite.finish(store, what.kind, loser.id, (), check)
    back = [put(store.table, item) for item in _beside_today(store, what, aside)]
    rewrite.in_chunks(store, back, (check,))
    followed = snapshots.followers(store, merge.id)
    move = Move(caller, merge.id, what.kind, loser.id, merged, check, time_left)
    if not all(go_back(move, each, followed) for each in FOLLOWERS[what.resource]):
        return False
    _refresh_names(caller, what, merged.id, loser.id)
    _settle_names(caller, what, merged.id)
    store.commit([models.turn(store, merge.id, "undoing", "undone")])
    return True


def _beside_today(store: Store, what: Mergeable, aside: Snapshot) -> list[Item]:
    """What stood beside the loser, but for pairs whose other record is no more."""
    others = {item["sk"]: models.other_of(item, aside.loser_id) for item in aside.beside}
    bases = {other: what.kind.base_key(store, other) for other in others.values() if other}
    there = store.get_many(list(bases.values()), consistent=True)
    return [item for item in aside.beside if not (other := others[item["sk"]]) or bases[other] in there]


def _settle_names(caller: Caller, what: Mergeable, company_id: str) -> None:
    """Who came to the winner meanwhile bears its name and version of then: a later rename would miss them."""
    winner = records.find(caller, what.kind, company_id)
    if what is COMPANIES and winner:
        for contact_id in moving.naming(caller.store, company_id):
            committed(caller, partial(_settle, contact_id=contact_id, company=winner))


def _settle(work: Work, contact_id: str, company: Record[Any]) -> None:
    contact = records.find(work.caller, PEOPLE.kind, contact_id)
    after = contact and moving.named_as_today(contact, company)
    if contact and after and after != contact:
        records.save(work, PEOPLE.kind, contact, after, "")


def _keys(store: Store, what: Mergeable, record: Record[Any]) -> set[Key]:
    return set(what.kind.derive(store, record).items)
