"""An undo, and an import that updates, whose workers die or meet: each thing is taken back, or told, once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from chalicelib.transfer import service, worker
from tests import faults
from tests.transfer.imports import PLENTY, ask, prepared, show, work
from tests.transfer.killing import clients, forgotten_words, short_leases
from tests.transfer.test_undo import counts, items, kept, no_drift
from tests.transfer.test_updating_imports import jean, positions, read
from tests.world import Visitor

__all__ = ["clients", "forgotten_words", "short_leases"]
FILE = (
    "Nom;E-mail;Société;Fonction;Ville;Centres d'intérêt\n"
    "Dupont;jean@example.fr;Autre SA;Associé;Nice;Voile\n"
    "Martin;anne@example.fr;Bœuf;Gérante;Lyon;Vin\n"
    ";;;;;\n;x@example.fr;;;;\n"
    "Roy;;Bœuf;;;\n"
    "Dupont;jean@example.fr;Bœuf;Vendeur;Lyon;\n"
).encode()


@pytest.fixture(autouse=True)
def small_chunks(forgotten_words: None, short_leases: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two chunks, of which both update Jean."""
    monkeypatch.setattr(worker, "ROWS", 3)


def ask_back(visitor: Visitor, job: dict[str, Any]) -> None:
    answer = visitor.post(f"/api/imports/{job['id']}/undo", json={})
    assert answer.status_code == 202, answer.text


def imported(visitor: Visitor) -> dict[str, Any]:
    job = prepared(visitor, FILE)
    work(visitor, job)
    done = show(visitor, job)
    assert (done["created"], done["updated"], done["refused"]) == (2, 2, 1)
    return done


def told(visitor: Visitor, action: str) -> int:
    """How many history rows of the tenant tell of this."""
    rows = (item for key, item in items(visitor).items() if key[1].startswith("H#"))
    return sum(json.loads(row["d"]["S"])["action"] == action for row in rows)


def without_history(found: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """The items of a tenant but for history, versions and fences, which tell that something was undone."""
    return {
        key: {name: value for name, value in item.items() if name not in ("v", "w")}
        for key, item in found.items()
        if not key[1].startswith("H#")
    }


def test_an_undo_killed_at_any_call_goes_on_from_there(alice: Visitor, clients: list[Any]) -> None:
    jean(alice)
    was, finished = without_history(items(alice)), 0
    for injection in faults.at_each_call(faults.crash_after, *clients):
        job = imported(alice)
        ask_back(alice, job)
        with injection:
            work(alice, job)
        work(alice, job)
        assert counts(show(alice, job)) == ("done", 2, 2, 0), injection.calls
        assert without_history(items(alice)) == was, injection.calls
        finished += 1
    assert finished > 20
    assert told(alice, "undo") == 2 * finished
    assert no_drift(alice)


def test_an_undo_that_stalls_at_any_call_is_overtaken_and_comes_back_harmlessly(
    alice: Visitor, clients: list[Any]
) -> None:
    jean(alice)
    was, job = without_history(items(alice)), dict[str, Any]()

    def overtaken(_: faults.Call) -> None:
        work(alice, job)

    for injection in faults.at_each_call(overtaken, *clients):
        job = imported(alice)
        ask_back(alice, job)
        with injection:
            work(alice, job)
        work(alice, job)
        assert counts(show(alice, job)) == ("done", 2, 2, 0), injection.calls
        assert without_history(items(alice)) == was, injection.calls
    assert no_drift(alice)


def test_what_a_user_changes_while_it_is_undone_is_never_lost(alice: Visitor, clients: list[Any]) -> None:
    job, stayed = dict[str, Any](), 0

    def corrected(_: faults.Call) -> None:
        for row in alice.get("/api/contacts").json()["items"]:
            if row["name"] == "Martin":
                alice.change(f"/api/contacts/{row['id']}", 1, note="corrigé à la main")

    for injection in faults.at_each_call(corrected, *clients):
        job = imported(alice) if injection.at > 1 else imported_first(alice)
        ask_back(alice, job)
        with injection:
            work(alice, job)
        done = show(alice, job)
        assert (
            done["removed"] + done["restored"] + len([n for n in kept_names(alice, job) if n != "Bœuf"]) == 4
        )
        named = "Martin" in kept_names(alice, job)
        rows = [row for row in alice.get("/api/contacts").json()["items"] if row["name"] == "Martin"]
        assert named == bool(rows), injection.calls
        for row in rows:
            assert alice.get(f"/api/contacts/{row['id']}").json()["note"] == "corrigé à la main"
            stayed += 1
            put_away(alice, row)
    assert stayed > 3
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()


def imported_first(visitor: Visitor) -> dict[str, Any]:
    jean(visitor)
    return imported(visitor)


def kept_names(visitor: Visitor, job: dict[str, Any]) -> list[str]:
    return [row[0] for row in kept(visitor, job)[1:]] if show(visitor, job)["kept"] else []


def put_away(visitor: Visitor, row: dict[str, Any]) -> None:
    """Let the next round begin without the corrected person, whose e-mail would be met again."""
    version = visitor.get(f"/api/contacts/{row['id']}").json()["version"]
    visitor.change(f"/api/contacts/{row['id']}", version, personal_email=None, last_name="Gardé")


def test_an_update_killed_at_any_call_is_made_once_and_can_be_undone(
    alice: Visitor, clients: list[Any]
) -> None:
    before = jean(alice)
    was, finished = without_history(items(alice)), 0
    for injection in faults.at_each_call(faults.crash_after, *clients):
        job = prepared(alice, FILE)
        with injection:
            work(alice, job)
        work(alice, job)
        done = show(alice, job)
        assert (done["created"], done["updated"], done["refused"]) == (2, 2, 1), injection.calls
        assert sorted(each["company"] for each in positions(alice, before)) == ["Autre SA", "Bœuf"]
        ask_back(alice, job)
        work(alice, job)
        assert counts(show(alice, job)) == ("done", 2, 2, 0), injection.calls
        assert without_history(items(alice)) == was, injection.calls
        finished += 1
    assert told(alice, "import") == 2 * finished
    assert no_drift(alice)


def test_an_update_that_is_overtaken_is_made_once_and_can_be_undone(
    alice: Visitor, clients: list[Any]
) -> None:
    jean(alice)
    finished = 0
    was, job = without_history(items(alice)), dict[str, Any]()

    def overtaken(_: faults.Call) -> None:
        work(alice, job)

    for injection in faults.at_each_call(overtaken, *clients):
        job = prepared(alice, FILE)
        with injection:
            work(alice, job)
        work(alice, job)
        done = show(alice, job)
        assert (done["created"], done["updated"], done["refused"]) == (2, 2, 1), injection.calls
        ask_back(alice, job)
        work(alice, job)
        assert counts(show(alice, job)) == ("done", 2, 2, 0), injection.calls
        assert without_history(items(alice)) == was, injection.calls
        finished += 1
    assert told(alice, "import") == 2 * finished
    assert no_drift(alice)


def test_a_rehearsal_killed_at_any_call_goes_on_and_writes_nothing(
    alice: Visitor, clients: list[Any]
) -> None:
    jean(alice)
    was = items(alice)
    for injection in faults.at_each_call(faults.crash_after, *clients):
        job = rehearsed(alice)
        with injection:
            work(alice, job)
        work(alice, job)
        done = show(alice, job)
        assert (done["state"], done["created"], done["updated"], done["refused"]) == ("done", 2, 2, 1)
        assert items(alice) == was


def rehearsed(visitor: Visitor) -> dict[str, Any]:
    """A rehearsal asked for whose file is there, put past the form."""
    from chalicelib.core import objects

    job = ask(visitor, FILE)
    objects.write(f"uploads/{visitor.tenant['id']}/{job['id']}", FILE, "text/csv")
    assert visitor.post(f"/api/imports/{job['id']}/run", json={"dry_run": True}).status_code == 202
    return job


def test_a_rehearsals_last_worker_says_nothing_of_the_import_after_it(
    alice: Visitor, clients: list[Any]
) -> None:
    job = dict[str, Any]()

    def overtaken(_: faults.Call) -> None:
        """Another worker ends the rehearsal, and the import is asked for and done."""
        work(alice, job)
        assert alice.post(f"/api/imports/{job['id']}/run", json={}).status_code == 202
        work(alice, job)

    rounds = 0
    for injection in faults.at_each_call(overtaken, *clients):
        job = rehearsed(alice)
        with injection:
            work(alice, job)
        if injection.struck:
            done = show(alice, job)
            assert (done["state"], done["dry_run"]) == ("done", False), injection.calls
            rounds += 1
        ask_back_if_done(alice, job)
    assert rounds > 10
    assert alice.get("/api/contacts").json()["total"] == 0
    assert no_drift(alice)


def ask_back_if_done(visitor: Visitor, job: dict[str, Any]) -> None:
    if not show(visitor, job)["dry_run"]:
        ask_back(visitor, job)
        work(visitor, job)


def test_a_killed_undo_is_found_again_by_the_schedule(
    alice: Visitor, clients: list[Any], drain: Callable[..., int]
) -> None:
    job = imported(jean_of(alice))
    drain()
    ask_back(alice, job)
    with faults.inject(faults.crash_after, *clients, at=9):
        work(alice, job)
    assert show(alice, job)["undo_state"] == "running"
    assert service.resume_all() >= 1
    drain("imports")
    assert counts(show(alice, job)) == ("done", 2, 2, 0)


def jean_of(visitor: Visitor) -> Visitor:
    jean(visitor)
    return visitor


def test_an_undo_out_of_time_hands_over_after_each_step(alice: Visitor, drain: Callable[..., int]) -> None:
    jean(alice)
    job = imported(alice)
    drain()
    ask_back(alice, job)
    left = iter([PLENTY, PLENTY, 0])
    work(alice, job, lambda: next(left))
    between = show(alice, job)
    assert (between["undo_state"], between["removed"], between["restored"]) == ("running", 1, 1)
    assert 0 < between["progress"] < 1
    drain("imports")
    assert counts(show(alice, job)) == ("done", 2, 2, 0)


def test_somebody_taken_back_meanwhile_is_not_updated_but_the_row_named(
    alice: Visitor, clients: list[Any]
) -> None:
    first = prepared(alice, b"Nom;E-mail\nRoy;roy@example.fr\n")
    work(alice, first)
    second = prepared(alice, b"Nom;E-mail;Ville\nRoy;roy@example.fr;Lyon\n")
    with faults.inject(faults.crash_after, *clients, operations=("PutObject",)):
        work(alice, second)
    ask_back(alice, first)
    work(alice, first)
    work(alice, second)
    done = show(alice, second)
    assert (done["rows"], done["created"], done["updated"], done["refused"]) == (1, 0, 0, 1)
    assert "n'existe plus" in done["report"][0]["reasons"][0]["message"]
    assert read(alice, first, "imports")["removed"] == 1
