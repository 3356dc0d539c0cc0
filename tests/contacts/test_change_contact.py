"""Changing a contact: by the version one has seen; of many at once each change is kept or refused."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store, connection
from tests import faults
from tests.contacts.test_create_contact import WHOLE
from tests.transfer.imports import import_file
from tests.world import Visitor


@pytest.fixture
def contact(alice: Visitor) -> dict[str, Any]:
    """A contact with something in every field."""
    made: dict[str, Any] = alice.post("/api/contacts", json=WHOLE).json()
    return made


def _change(visitor: Visitor, contact: dict[str, Any], version: int = 1, **fields: Any) -> httpx.Response:
    return visitor.change(f"/api/contacts/{contact['id']}", version, **fields)


def _now(visitor: Visitor, contact: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = visitor.get(f"/api/contacts/{contact['id']}").json()
    return shown


def _has_no_drift(visitor: Visitor) -> bool:
    return reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift()


def test_only_what_is_given_changes(alice: Visitor, contact: dict[str, Any]) -> None:
    answer = _change(alice, contact, personal_city="Paris")
    assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
    after = answer.json()
    told = {"personal_city": "Paris", "version": 2, "updated_at": after["updated_at"]}
    assert after == {**contact, **told}
    assert _now(alice, contact) == after


def test_it_needs_a_version(alice: Visitor, contact: dict[str, Any]) -> None:
    assert alice.patch(f"/api/contacts/{contact['id']}", json={"note": "x"}).status_code == 428
    assert _now(alice, contact) == contact


def test_a_stale_version_gets_the_record_as_it_is_now(alice: Visitor, contact: dict[str, Any]) -> None:
    after = _change(alice, contact, note="première").json()
    stale = _change(alice, contact, note="seconde")
    assert (stale.status_code, stale.json()["current"]) == (412, after)
    assert stale.json()["title"] == "Cette fiche a été modifiée entre-temps"


@pytest.mark.parametrize("field", sorted(set(WHOLE) - {"last_name", "interest_ids"}))
def test_null_clears_a_field(alice: Visitor, contact: dict[str, Any], field: str) -> None:
    assert _change(alice, contact, **{field: None}).json()[field] is None
    assert _now(alice, contact)[field] is None


def test_what_changes_nothing_keeps_the_version(alice: Visitor, contact: dict[str, Any]) -> None:
    for fields in ({}, {name: contact[name] for name in WHOLE}, {"owner_id": alice.user["id"]}):
        answer = _change(alice, contact, **fields)
        assert (answer.status_code, answer.json()) == (200, contact)


def test_an_unknown_field_is_refused_with_all_that_came_with_it(
    alice: Visitor, contact: dict[str, Any]
) -> None:
    assert _change(alice, contact, note="x", prenom="y").status_code == 422
    assert _now(alice, contact) == contact


def test_archiving_hides_and_restoring_brings_back_all_of_it(alice: Visitor, contact: dict[str, Any]) -> None:
    where = f"/api/contacts/{contact['id']}"
    gone = alice.delete(where).json()
    assert (gone["archived"], gone["version"]) == (True, 2)
    assert alice.delete(where).json() == gone == _now(alice, contact)
    assert alice.get("/api/contacts").json()["items"] == []
    row = alice.get("/api/contacts", params={"archived": "true"}).json()["items"][0]
    assert row["id"] == contact["id"]
    back = alice.post(f"{where}/restore", json={}).json()
    assert back == {**contact, "version": 3, "updated_at": back["updated_at"]}
    assert alice.post(f"{where}/restore", json={}).json() == back
    assert [row["id"] for row in alice.get("/api/contacts").json()["items"]] == [contact["id"]]
    assert _has_no_drift(alice)


def test_an_archived_person_leaves_their_company_and_comes_back(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    import_file(alice, drain, "Nom;Société\nMartin;Bœuf\nDurand;Bœuf\n".encode())
    company = alice.get("/api/companies").json()["items"][0]["id"]
    martin = alice.get("/api/contacts", params={"from": "m"}).json()["items"][0]["id"]

    def people() -> list[str]:
        rows = alice.get("/api/positions", params={"company_id": company}).json()["items"]
        listed = alice.get("/api/contacts", params={"company_id": company}).json()
        assert listed["total"] == len(rows) == len(listed["items"])
        return sorted(row["contact"] for row in rows)

    assert people() == ["Durand", "Martin"]
    alice.delete(f"/api/contacts/{martin}")
    assert people() == ["Durand"]
    archived = {"company_id": company, "archived": "true"}
    assert [row["name"] for row in alice.get("/api/contacts", params=archived).json()["items"]] == ["Martin"]
    alice.post(f"/api/contacts/{martin}/restore", json={})
    assert people() == ["Durand", "Martin"]
    assert _has_no_drift(alice)


def test_of_sixty_four_at_once_with_one_version_exactly_one_is_kept(
    alice: Visitor, contact: dict[str, Any]
) -> None:
    with ThreadPoolExecutor(16) as crowd:
        answers = list(crowd.map(lambda n: _change(alice, contact, note=f"note {n}"), range(64)))
    statuses = [answer.status_code for answer in answers]
    assert statuses.count(200) == 1
    assert statuses.count(412) == 63
    kept = answers[statuses.index(200)].json()
    assert _now(alice, contact) == kept
    for answer in answers:
        if answer.status_code == 412:
            assert answer.json()["current"] == kept


def test_sixty_four_editors_who_try_again_lose_no_update(alice: Visitor, contact: dict[str, Any]) -> None:
    names = [name for name in WHOLE if name not in ("interest_ids", "social", "birthday", "personal_country")]

    def edit(number: int) -> None:
        status = 412
        while status == 412:
            now = _now(alice, contact)
            owner = alice.user["id"] if number % 2 else None
            fields = {"note": f"{now['note']}\n{number}", "owner_id": owner}
            status = _change(alice, contact, now["version"], **fields).status_code
        assert status == 200

    with ThreadPoolExecutor(16) as crowd:
        list(crowd.map(edit, range(64)))
    now = _now(alice, contact)
    assert sorted(now["note"].splitlines()[2:], key=int) == [str(number) for number in range(64)]
    assert now["version"] == 65
    assert all(now[name] == contact[name] for name in names if name != "note")
    history = alice.get(f"/api/contacts/{contact['id']}/history").json()["items"]
    assert len(history) == 65
    mine = alice.get("/api/contacts", params={"owner_id": alice.user["id"]}).json()["total"]
    assert mine == (now["owner_id"] is not None)
    assert _has_no_drift(alice)


def test_many_archive_restore_and_change_at_once_and_every_count_is_right(alice: Visitor) -> None:
    made = [alice.post("/api/contacts", json={"last_name": f"N{n}"}).json() for n in range(8)]

    def meddle(number: int) -> int:
        contact = made[number % 8]
        where = f"/api/contacts/{contact['id']}"
        if number % 3 == 0:
            return alice.delete(where).status_code
        if number % 3 == 1:
            return alice.post(f"{where}/restore", json={}).status_code
        return _change(alice, contact, _now(alice, contact)["version"], note=str(number)).status_code

    with ThreadPoolExecutor(16) as crowd:
        statuses = set(crowd.map(meddle, range(96)))
    assert statuses <= {200, 412}
    assert _has_no_drift(alice)
    live = sum(not _now(alice, contact)["archived"] for contact in made)
    assert alice.get("/api/contacts").json()["total"] == live


@pytest.mark.parametrize("action", ["create", "change", "archive", "restore"])
def test_a_crash_at_any_call_leaves_all_of_it_or_nothing(alice: Visitor, action: str) -> None:
    for injection in faults.at_each_call(faults.crash_after, connection().client):
        before = alice.post("/api/contacts", json=WHOLE).json()
        where = f"/api/contacts/{before['id']}"
        if action == "restore":
            before = alice.delete(where).json()
        count = alice.get("/api/contacts").json()["total"]
        with injection:
            if action == "create":
                alice.post("/api/contacts", json=WHOLE)
            elif action == "change":
                _change(alice, before, last_name="Zola", personal_email=None)
            elif action == "archive":
                alice.delete(where)
            else:
                alice.post(f"{where}/restore", json={})
        now = _now(alice, before)
        assert now == before or now["version"] == before["version"] + 1
        assert abs(alice.get("/api/contacts").json()["total"] - count) <= 1
    assert _has_no_drift(alice)


def test_it_refuses_a_profile_whose_click_would_run_something(alice: Visitor) -> None:
    made = alice.post("/api/contacts", json={"last_name": "Lefèvre"}).json()
    path = f"/api/contacts/{made['id']}"
    refused = alice.change(path, 1, social={"linkedin": "javascript:alert(1)"})
    assert refused.json()["errors"][0]["field"] == "social.linkedin"
    profiles = {"linkedin": "https://linkedin.com/in/h", "mastodon": "@h@piaille.fr"}
    kept = alice.change(path, 1, social=profiles)
    assert kept.status_code == 200
