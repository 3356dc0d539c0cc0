"""Imports and undos that meet people at work: what they write meanwhile is neither lost nor miscounted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.core import objects
from chalicelib.core.store import connection
from chalicelib.transfer import worker
from tests import faults
from tests.transfer.imports import prepared, show, work
from tests.transfer.killing import clients, forgotten_words, short_leases
from tests.transfer.test_undo import counts, kept, no_drift, undo
from tests.transfer.test_updating_imports import jean, positions, read
from tests.world import Visitor

__all__ = ["clients", "forgotten_words", "short_leases"]
Drain = Callable[..., int]
FILE = "Nom;Prénom;E-mail;Ville\nDupont;Jean;jean@example.fr;Nice\nMartin;Anne;;Lyon\n".encode()


@pytest.fixture(autouse=True)
def on_our_word(forgotten_words: None, short_leases: None) -> None:
    """A worker that is gone has lost the job already."""


def after_the_plan(act: Callable[[], Any]) -> faults.Injection:
    """Somebody acts right after a worker has kept its plan and before it writes."""

    def acting(call: faults.Call) -> Any:
        answer = call.send()
        act()
        return answer

    return faults.inject(acting, objects.client(), at=1, operations=("PutObject",))


def people(visitor: Visitor) -> list[str]:
    return [row["name"] for row in visitor.get("/api/contacts").json()["items"]]


def killed_after_the_plan() -> faults.Injection:
    return faults.inject(faults.crash_after, objects.client(), at=1, operations=("PutObject",))


@pytest.mark.parametrize("is_killed", [False, True], ids=["meanwhile", "after-a-crash"])
def test_what_somebody_wrote_between_plan_and_write_survives_the_undo(
    alice: Visitor, drain: Drain, is_killed: bool
) -> None:
    before = jean(alice)
    company = alice.post("/api/companies", json={"name": "Bœuf"}).json()
    job = prepared(alice, FILE)

    def write() -> None:
        changed = alice.change(f"/api/contacts/{before['id']}", 1, personal_mobile="0644273163")
        assert changed.status_code == 200
        given = {"contact_id": before["id"], "company_id": company["id"]}
        assert alice.post("/api/positions", json=given).status_code == 201

    with killed_after_the_plan() if is_killed else after_the_plan(write) as injection:
        work(alice, job)
    assert injection.struck == 1
    if is_killed:
        write()
    work(alice, job)
    done, now = show(alice, job), read(alice, before)
    assert (done["created"], done["updated"], done["refused"]) == (1, 1, 0)
    assert (now["personal_city"], now["personal_mobile"]) == ("Nice", "0644273163")
    assert counts(undo(alice, drain, job)) == ("done", 1, 0, 1)
    assert read(alice, before) == now
    assert [each["company"] for each in positions(alice, before)] == ["Bœuf"]
    assert [row[0] for row in kept(alice, job)[1:]] == ["Dupont Jean"]
    assert no_drift(alice)


@pytest.mark.parametrize("touch", ["archive", "merge"])
@pytest.mark.parametrize("is_killed", [False, True], ids=["meanwhile", "after-a-crash"])
def test_a_row_whose_record_goes_meanwhile_is_refused_with_a_reason(
    alice: Visitor, drain: Drain, touch: str, is_killed: bool
) -> None:
    before = jean(alice)
    winner = alice.post("/api/contacts", json={"last_name": "Dupont", "first_name": "Jeanne"}).json()
    job = prepared(alice, FILE)

    def write() -> None:
        if touch == "archive":
            assert alice.delete(f"/api/contacts/{before['id']}").status_code == 200
        else:
            merged = alice.post(f"/api/contacts/{winner['id']}/merge", json={"loser_id": before["id"]})
            assert merged.status_code in (200, 201, 202)

    with killed_after_the_plan() if is_killed else after_the_plan(write):
        work(alice, job)
    if is_killed:
        write()
    work(alice, job)
    done = show(alice, job)
    assert (done["state"], done["rows"]) == ("done", 2)
    assert (done["created"], done["updated"], done["refused"]) == (1, 0, 1)
    (row,) = done["report"]
    assert (row["line"], "a changé entre-temps" in row["reasons"][0]["message"]) == (2, True)
    assert alice.get(f"/api/imports/{job['id']}/refused").content.decode("utf-8-sig").count("Nice") == 1
    assert counts(undo(alice, drain, job)) == ("done", 1, 0, 0)
    assert no_drift(alice)


def test_an_import_that_always_dies_after_it_wrote_can_be_undone(
    alice: Visitor, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = jean(alice)
    job = prepared(alice, FILE)
    monkeypatch.setattr(worker, "MOST_ATTEMPTS", 1)
    claims = ("TransactWriteItems",)
    with faults.inject(faults.crash_after, connection().client, at=2, operations=claims) as injection:
        work(alice, job)
    assert injection.crashed
    work(alice, job)
    failed = show(alice, job)
    assert (failed["state"], failed["created"]) == ("failed", 0)
    assert people(alice) == ["Dupont Jean", "Martin Anne"]
    again = alice.post(f"/api/imports/{job['id']}/run", json={})
    assert (again.status_code, again.json()["state"]) == (202, "failed")
    assert undo(alice, drain, job)["undo_state"] == "done"
    assert people(alice) == ["Dupont Jean"]
    assert read(alice, before)["personal_city"] is None
    assert no_drift(alice)


def test_an_interest_an_admin_made_afterwards_is_not_the_imports(
    alice: Visitor, visitor: Callable[[], Visitor], drain: Drain
) -> None:
    user = visitor().accept_invitation_of(alice, "Ugo", role="user", visibility="all")
    file = "Nom;Centres d'intérêt\nMartin;Voile\n".encode()
    for whose in (user, alice):
        job = prepared(whose, file)
        work(whose, job)
        if whose is user:
            made = alice.post("/api/interests", json={"name": "Voile"}).json()
        undo(whose, drain, job)
        assert alice.get(f"/api/interests/{made['id']}").status_code == 200
    assert no_drift(alice)


def test_an_interest_of_somebody_archived_stays(alice: Visitor, drain: Drain) -> None:
    job = prepared(alice, "Nom;Centres d'intérêt\nMartin;Voile, Vin\n".encode())
    work(alice, job)
    ids = {each["name"]: each["id"] for each in alice.get("/api/interests").json()["items"]}
    other = alice.post("/api/contacts", json={"last_name": "Zoé", "interest_ids": [ids["Voile"]]}).json()
    alice.delete(f"/api/contacts/{other['id']}")
    undo(alice, drain, job)
    assert alice.post(f"/api/contacts/{other['id']}/restore").json()["interest_ids"] == [ids["Voile"]]
    assert [each["name"] for each in alice.get("/api/interests").json()["items"]] == ["Voile"]
    assert no_drift(alice)


@pytest.mark.parametrize("need", ["position", "site"])
def test_a_company_somebody_begins_to_need_at_any_moment_of_an_undo_stays_or_is_refused_to_them(
    alice: Visitor, drain: Drain, clients: list[Any], need: str
) -> None:
    other = alice.post("/api/contacts", json={"last_name": "Zoé"}).json()
    answers: list[int] = []
    company = ""

    def begin_to_need(_: faults.Call) -> None:
        answers.append(_need(alice, need, company, other))

    for injection in faults.at_each_call(begin_to_need, *clients):
        job = prepared(alice, "Nom;Société\nMartin;Neuve SA\n".encode())
        work(alice, job)
        company = next(
            each["id"] for each in alice.get("/api/companies").json()["items"] if each["name"] == "Neuve SA"
        )
        alice.post(f"/api/imports/{job['id']}/undo", json={})
        with injection:
            work(alice, job)
        is_there = alice.get(f"/api/companies/{company}").status_code == 200
        assert is_there == bool(injection.struck and answers[-1] == 201), injection.calls
        if is_there:
            version = alice.get(f"/api/companies/{company}").json()["version"]
            alice.change(f"/api/companies/{company}", version, name=f"Gardée {len(answers)}")
    assert {201, 422} <= {*answers}
    drain()
    assert no_drift(alice)


def _need(visitor: Visitor, need: str, company_id: str, contact: dict[str, Any]) -> int:
    if need == "site":
        return int(visitor.post("/api/companies", json={"name": "Site", "parent_id": company_id}).status_code)
    given = {"contact_id": contact["id"], "company_id": company_id}
    return int(visitor.post("/api/positions", json=given).status_code)


def test_a_worker_that_wakes_after_the_undo_brings_nothing_back(alice: Visitor, drain: Drain) -> None:
    jean(alice)
    file = "Nom;E-mail;Société\nDupont;jean@example.fr;Bœuf\nMartin;;Neuve SA\n".encode()
    job = prepared(alice, file)

    def overtaken_and_undone() -> None:
        work(alice, job)
        assert show(alice, job)["state"] == "done"
        undo(alice, drain, job)

    with after_the_plan(overtaken_and_undone):
        work(alice, job)
    assert counts(show(alice, job)) == ("done", 1, 1, 0)
    assert people(alice) == ["Dupont Jean"]
    assert alice.get("/api/companies").json()["items"] == []
    assert no_drift(alice)
