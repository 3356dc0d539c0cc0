"""A merge or its undo killed at each of its calls: the outbox ends it, as if nothing had happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import app
from chalicelib.core import objects, outbox, queues
from chalicelib.core.errors import NotFound
from chalicelib.core.outbox import Told
from chalicelib.core.store import connection
from chalicelib.core.work import Caller, committed
from chalicelib.duplicates import course, service, undoing
from tests import faults
from tests.duplicates.table import items_of, naming, require_no_drift, without_merges
from tests.duplicates.test_merge_companies import company, person
from tests.duplicates.test_merge_contacts import job
from tests.duplicates.test_undo import rich_pair
from tests.world import Visitor

Table = dict[tuple[str, str], dict[str, Any]]


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Delivers every event under way, once and again, as the sweep would have it a minute later."""
    kept: list[dict[str, Any]] = []
    monkeypatch.setattr(queues, "send", lambda queue, message, delay=0: kept.append(message))
    monkeypatch.setattr(outbox, "SETTLED_AFTER_MS", 0)
    monkeypatch.setattr(outbox, "_SWEPT_AFTER_MS", -1_000)

    def deliver() -> None:
        outbox.sweep()
        for message in kept + kept:
            outbox.deliver(message, app.CONSUMERS)
        kept.clear()

    return deliver


def caller_of(visitor: Visitor) -> Caller:
    return Caller(visitor.tenant["id"], visitor.user["id"], "Alice Martin", role="admin")


def begin(caller: Caller, resource: Any, winner: str, loser: str) -> str:
    return committed(caller, lambda work: service.merge(work, resource, winner, {"loser_id": loser}))


def _last_merge(caller: Caller, path: str, visitor: Visitor, winner: str) -> str | None:
    """The merge the winner's history tells last, if it was begun at all."""
    rows = visitor.get(f"/api/{path}/{winner}/history").json()["items"]
    return rows[0]["id"] if rows[0]["action"] == "merge" else None


def two_companies(visitor: Visitor) -> tuple[str, str]:
    """Two companies with people, present and archived, and a site."""
    winner, loser = company(visitor, city="Paris"), company(visitor, "Bœuf SA", kinds=["client"])
    company(visitor, "Bœuf", site_label="Lyon", parent_id=loser)
    both = person(visitor, "Un", position={"company_id": winner})
    job(visitor, both, loser, start="2019")
    visitor.delete(f"/api/contacts/{person(visitor, 'Deux', position={'company_id': loser})}")
    return winner, loser


PAIRS = [("contacts", rich_pair), ("companies", two_companies)]


@pytest.mark.parametrize(("path", "pair"), PAIRS)
def test_killed_at_each_step_a_merge_ends_whole_or_never_began(
    alice: Visitor, events: Callable[[], None], path: str, pair: Callable[[Visitor], tuple[str, str]]
) -> None:
    winner, loser = pair(alice)
    caller, before, ended = caller_of(alice), items_of(alice), 0
    for injection in faults.at_each_call(faults.crash_after, connection().client, objects.client()):
        with injection:
            begin(caller, path, winner, loser)
        events()
        merge = _last_merge(caller, path, alice, winner)
        if merge is None:
            assert without_merges(items_of(alice)) == without_merges(before)
            continue
        ended += 1
        assert alice.get(f"/api/merges/{merge}").json()["state"] == "done"
        assert naming(alice, loser) == []
        require_no_drift(alice)
        committed(caller, lambda work, merge=merge: undoing.undo(work, merge))  # type: ignore[misc]
        assert without_merges(items_of(alice)) == without_merges(before)
    assert ended > 5


@pytest.mark.parametrize(("path", "pair"), PAIRS)
def test_killed_at_each_step_an_undo_brings_everything_back(
    alice: Visitor, events: Callable[[], None], path: str, pair: Callable[[Visitor], tuple[str, str]]
) -> None:
    winner, loser = pair(alice)
    caller, before, struck = caller_of(alice), items_of(alice), 0
    for injection in faults.at_each_call(faults.crash_after, connection().client, objects.client()):
        merge = begin(caller, path, winner, loser)
        with injection:
            committed(caller, lambda work, merge=merge: undoing.undo(work, merge))  # type: ignore[misc]
        events()
        struck += injection.crashed
        if alice.get(f"/api/merges/{merge}").json()["state"] == "done":
            committed(caller, lambda work, merge=merge: undoing.undo(work, merge))  # type: ignore[misc]
        assert alice.get(f"/api/merges/{merge}").json()["state"] == "undone"
        assert without_merges(items_of(alice)) == without_merges(before)
        require_no_drift(alice)
    assert struck > 5


def test_a_lost_answer_at_any_call_does_no_harm(
    alice: Visitor, events: Callable[[], None], impatient: None
) -> None:
    winner, loser = rich_pair(alice)
    caller, before = caller_of(alice), items_of(alice)
    for injection in faults.at_each_call(faults.lost_answer, connection().client, objects.client()):
        with injection:
            merge = begin(caller, "contacts", winner, loser)
        events()
        assert naming(alice, loser) == []
        committed(caller, lambda work, merge=merge: undoing.undo(work, merge))  # type: ignore[misc]
        assert without_merges(items_of(alice)) == without_merges(before)


def test_an_event_that_comes_late_does_not_touch_what_was_undone(
    alice: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[dict[str, Any]] = []
    monkeypatch.setattr(queues, "send", lambda queue, message, delay=0: kept.append(message))
    winner, loser = rich_pair(alice)
    caller, before = caller_of(alice), items_of(alice)
    merge = begin(caller, "contacts", winner, loser)
    committed(caller, lambda work: undoing.undo(work, merge))
    for message in kept:
        outbox.deliver(message, app.CONSUMERS)
    assert without_merges(items_of(alice)) == without_merges(before)


def test_a_merge_that_is_gone_disturbs_nobody(alice: Visitor) -> None:
    course.deliver(Told(caller_of(alice), {"merge_id": "0" * 16}))
    with pytest.raises(NotFound):
        service.find(caller_of(alice), "0" * 16)
