"""A company's new name reaches every list, however often the pass that carries it is killed."""

from collections.abc import Callable
from typing import Any

import pytest

import app
from chalicelib.contacts import positions
from chalicelib.core import outbox, queues, reindex
from chalicelib.core.outbox import Told
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store, connection
from chalicelib.core.work import Caller
from tests import faults
from tests.transfer.test_import_contacts import import_file
from tests.world import Visitor

PEOPLE = 300


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Keeps the messages of the outbox instead of sending them, to be delivered by the test."""
    kept: list[dict[str, Any]] = []
    send = queues.send

    def keep(queue: str, message: dict[str, Any], delay: int = 0) -> None:
        if "event_id" in message:
            kept.append(message)
        else:
            send(queue, message, delay)

    monkeypatch.setattr(queues, "send", keep)
    monkeypatch.setattr(outbox, "SETTLED_AFTER_MS", 0)
    return kept


def _staffed(alice: Visitor, drain: Callable[..., int], people: int) -> dict[str, Any]:
    """A company with that many people, made by an import."""
    rows = "".join(f"Nom{number:03};Bœuf\r\n" for number in range(people))
    import_file(alice, drain, f"Nom;Société\r\n{rows}".encode())
    company: dict[str, Any] = alice.get("/api/companies").json()["items"][0]
    return company


def _names_shown(alice: Visitor) -> dict[str, int]:
    """Which company the lists show, and how often, by two sorts and the company's own people."""
    shown: dict[str, int] = {}
    for sort in ("company", "last_name"):
        path: str | None = None
        while True:
            params = {"sort": sort, "limit": 200, **({"cursor": path} if path else {})}
            page = alice.get("/api/contacts", params=params).json()
            for row in page["items"]:
                shown[row["company"]] = shown.get(row["company"], 0) + 1
            path = page["next"]
            if path is None:
                break
    return shown


def test_three_hundred_people_follow_though_every_pass_dies_further_on(
    alice: Visitor, drain: Callable[..., int], events: list[dict[str, Any]]
) -> None:
    company = _staffed(alice, drain, PEOPLE)
    assert alice.change(f"/api/companies/{company['id']}", 1, name="Pomme").status_code == 200
    passes = 0
    while True:
        with faults.inject(faults.crash_after, connection().client, at=100 + passes * 150) as injection:
            outbox.deliver(events[0], app.CONSUMERS)
        if not injection.crashed:
            break
        passes += 1
    assert passes > 2
    assert _names_shown(alice) == {"Pomme": 2 * PEOPLE}
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()


def test_killed_at_each_step_a_rename_ends_right(
    alice: Visitor, drain: Callable[..., int], events: list[dict[str, Any]]
) -> None:
    company = _staffed(alice, drain, 4)
    store, path = Store(alice.tenant["id"]), f"/api/companies/{company['id']}"
    for injection in faults.at_each_call(faults.crash_after, connection().client):
        version = alice.get(path).json()["version"]
        assert alice.change(path, version, name=f"Pomme {version}").status_code == 200
        message = events[-1]
        with injection:
            outbox.deliver(message, app.CONSUMERS)
        outbox.deliver(message, app.CONSUMERS)
        assert _names_shown(alice) == {f"Pomme {version}": 8}
        assert reindex.audit(store, app.SHELVES) == Drift()


def test_a_lost_message_is_found_again_by_the_sweep(
    alice: Visitor,
    drain: Callable[..., int],
    events: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    company = _staffed(alice, drain, 1)
    alice.change(f"/api/companies/{company['id']}", 1, name="Pomme")
    lost = events.pop()
    monkeypatch.setattr(outbox, "_SWEPT_AFTER_MS", -1_000)
    assert outbox.sweep() >= 1
    assert lost in events


def test_an_older_name_never_overwrites_a_newer_one(
    alice: Visitor, drain: Callable[..., int], events: list[dict[str, Any]]
) -> None:
    company = _staffed(alice, drain, 2)
    path = f"/api/companies/{company['id']}"
    alice.change(path, 1, name="Pomme")
    alice.change(path, 2, name="Poire")
    for message in (events[1], events[0]):
        outbox.deliver(message, app.CONSUMERS)
    assert _names_shown(alice) == {"Poire": 4}


def test_a_contact_restored_after_the_rename_bears_the_new_name(
    alice: Visitor, drain: Callable[..., int], events: list[dict[str, Any]]
) -> None:
    company = _staffed(alice, drain, 1)
    contact = alice.get("/api/contacts").json()["items"][0]
    alice.delete(f"/api/contacts/{contact['id']}")
    alice.change(f"/api/companies/{company['id']}", 1, name="Pomme")
    outbox.deliver(events[0], app.CONSUMERS)
    restored = alice.post(f"/api/contacts/{contact['id']}/restore").json()
    assert restored["main_position"]["company"] == "Pomme"
    assert _names_shown(alice) == {"Pomme": 2}


def test_a_company_that_is_gone_disturbs_nobody(alice: Visitor) -> None:
    caller = Caller(alice.tenant["id"], alice.user["id"], "Alice", role="admin")
    positions.follow_company(Told(caller, {"company_id": "0" * 16}))
    assert alice.get("/api/contacts").json()["total"] == 0
