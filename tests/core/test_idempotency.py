"""An `Idempotency-Key`: a POST repeated has one effect and one answer, whatever crashes or comes at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import httpx
import pytest

from chalicelib.core import clock, idempotency
from chalicelib.core.store import connection
from tests import contract, faults
from tests.world import Visitor

_numbers = count(1)


def keyed(key: str = "") -> dict[str, str]:
    return {"Idempotency-Key": key or f"request {next(_numbers)}"}


def assert_replayed(first: httpx.Response, again: httpx.Response) -> None:
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert again.headers.get("etag") == first.headers.get("etag")
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"


def _contact(alice: Visitor) -> str:
    return str(alice.post("/api/contacts", json={"last_name": "Martin"}).json()["id"])


def _company(alice: Visitor) -> str:
    return str(alice.post("/api/companies", json={"name": "Martin SA"}).json()["id"])


def _position(alice: Visitor) -> dict[str, Any]:
    return {"contact_id": _contact(alice), "company_id": _company(alice), "title": "Gérante"}


def _archived(alice: Visitor, path: str) -> str:
    assert alice.delete(path).status_code == 200
    return path


# For each POST that honours a key: its path and body, and the list in which its effect is counted.
Case = tuple[str, dict[str, Any], str]
# What is there once less afterwards; everything else is there once more.
LESSENING = {"/api/duplicates/dismiss"}


def _creating_contact(alice: Visitor, bob: Visitor) -> Case:
    return "/api/contacts", {"last_name": "Martin"}, "/api/contacts"


def _creating_company(alice: Visitor, bob: Visitor) -> Case:
    return "/api/companies", {"name": "Martin SA"}, "/api/companies"


def _creating_position(alice: Visitor, bob: Visitor) -> Case:
    job = _position(alice)
    return "/api/positions", job, f"/api/positions?contact_id={job['contact_id']}"


def _creating_import(alice: Visitor, bob: Visitor) -> Case:
    return "/api/imports", {"file_name": "a.csv", "size": 9}, "/api/imports"


def _creating_token(alice: Visitor, bob: Visitor) -> Case:
    return "/api/tokens", {"name": "Tableur"}, "/api/tokens"


def _inviting(alice: Visitor, bob: Visitor) -> Case:
    return "/api/invitations", {"email": f"carla.{alice.address}@example.fr"}, "/api/invitations"


def _restoring_contact(alice: Visitor, bob: Visitor) -> Case:
    return _archived(alice, f"/api/contacts/{_contact(alice)}") + "/restore", {}, "/api/contacts"


def _restoring_company(alice: Visitor, bob: Visitor) -> Case:
    return _archived(alice, f"/api/companies/{_company(alice)}") + "/restore", {}, "/api/companies"


def _restoring_position(alice: Visitor, bob: Visitor) -> Case:
    made = alice.post("/api/positions", json=_position(alice)).json()
    path = _archived(alice, f"/api/positions/{made['id']}")
    return f"{path}/restore", {}, f"/api/positions?contact_id={made['contact_id']}"


def _restoring_user(alice: Visitor, bob: Visitor) -> Case:
    return _archived(alice, f"/api/users/{bob.user['id']}") + "/restore", {}, "/api/users"


def _creating_interest(alice: Visitor, bob: Visitor) -> Case:
    return "/api/interests", {"name": "Vin"}, "/api/interests"


def _restoring_interest(alice: Visitor, bob: Visitor) -> Case:
    made = alice.post("/api/interests", json={"name": "Vin"}).json()
    return _archived(alice, f"/api/interests/{made['id']}") + "/restore", {}, "/api/interests"


def _saving_view(alice: Visitor, bob: Visitor) -> Case:
    return "/api/views", {"resource": "contacts", "name": "Lyon"}, "/api/views"


def _restoring_view(alice: Visitor, bob: Visitor) -> Case:
    made = alice.post("/api/views", json={"resource": "contacts", "name": "Lyon"}).json()
    return _archived(alice, f"/api/views/{made['id']}") + "/restore", {}, "/api/views"


def _exporting(alice: Visitor, bob: Visitor) -> Case:
    return "/api/exports", {"resource": "contacts"}, "/api/exports"


def _pair(alice: Visitor) -> dict[str, Any]:
    return {"resource": "contacts", "a_id": _contact(alice), "b_id": _contact(alice)}


def _dismissing(alice: Visitor, bob: Visitor) -> Case:
    return "/api/duplicates/dismiss", _pair(alice), "/api/duplicates?resource=contacts"


def _recalling(alice: Visitor, bob: Visitor) -> Case:
    pair = _pair(alice)
    assert alice.post("/api/duplicates/dismiss", json=pair).status_code == 200
    return "/api/duplicates/recall", pair, "/api/duplicates?resource=contacts"


def _merging_contacts(alice: Visitor, bob: Visitor) -> Case:
    path = f"/api/contacts/{_contact(alice)}"
    return f"{path}/merge", {"loser_id": _contact(alice)}, f"{path}/history"


def _merging_companies(alice: Visitor, bob: Visitor) -> Case:
    path = f"/api/companies/{_company(alice)}"
    return f"{path}/merge", {"loser_id": _company(alice)}, f"{path}/history"


def _undoing_merge(alice: Visitor, bob: Visitor) -> Case:
    path, body, _ = _merging_contacts(alice, bob)
    merge = alice.post(path, json=body).json()
    return f"/api/merges/{merge['id']}/undo", {}, "/api/contacts"


PROFILE = {"network": "x", "profile": "https://x.com/martin"}


def _watching_contact(alice: Visitor, bob: Visitor) -> Case:
    path = f"/api/contacts/{_contact(alice)}"
    return f"{path}/watch", PROFILE, f"{path}/history"


def _watching_company(alice: Visitor, bob: Visitor) -> Case:
    path = f"/api/companies/{_company(alice)}"
    return f"{path}/watch", PROFILE, f"{path}/history"


CASES: dict[str, Callable[[Visitor, Visitor], Case]] = {
    "/api/contacts": _creating_contact,
    "/api/companies": _creating_company,
    "/api/interests": _creating_interest,
    "/api/interests/{interest_id}/restore": _restoring_interest,
    "/api/positions": _creating_position,
    "/api/imports": _creating_import,
    "/api/tokens": _creating_token,
    "/api/invitations": _inviting,
    "/api/contacts/{contact_id}/restore": _restoring_contact,
    "/api/companies/{company_id}/restore": _restoring_company,
    "/api/positions/{position_id}/restore": _restoring_position,
    "/api/users/{user_id}/restore": _restoring_user,
    "/api/views": _saving_view,
    "/api/views/{view_id}/restore": _restoring_view,
    "/api/exports": _exporting,
    "/api/duplicates/dismiss": _dismissing,
    "/api/duplicates/recall": _recalling,
    "/api/contacts/{contact_id}/merge": _merging_contacts,
    "/api/companies/{company_id}/merge": _merging_companies,
    "/api/merges/{merge_id}/undo": _undoing_merge,
    "/api/contacts/{contact_id}/watch": _watching_contact,
    "/api/companies/{company_id}/watch": _watching_company,
}


def _effect(path: str) -> int:
    return -1 if path in LESSENING else 1


def test_every_post_that_says_it_honours_a_key_has_its_case_here(world: object) -> None:
    says_so = [
        path
        for path, item in contract.description()["paths"].items()
        if any(each["name"] == idempotency.HEADER for each in item.get("post", {}).get("parameters", ()))
    ]
    assert sorted(says_so) == sorted(CASES)


@pytest.mark.parametrize("path", CASES)
def test_a_repeated_post_has_one_effect_and_the_same_answer(alice: Visitor, bob: Visitor, path: str) -> None:
    asked, body, counted = CASES[path](alice, bob)
    before, headers = alice.get(counted).json()["total"], keyed()
    first = alice.post(asked, json=body, headers=headers)
    assert first.is_success, first.text
    assert_replayed(first, alice.post(asked, json=body, headers=headers))
    assert alice.get(counted).json()["total"] == before + _effect(path)


@pytest.mark.parametrize("path", CASES)
def test_crashes_and_repetitions_have_one_effect(alice: Visitor, bob: Visitor, path: str) -> None:
    asked, body, counted = CASES[path](alice, bob)
    before, headers = alice.get(counted).json()["total"], keyed()
    for injection in faults.at_each_call(faults.crash_after, connection().client):
        with injection:
            alice.post(asked, json=body, headers=headers)
    assert alice.post(asked, json=body, headers=headers).headers["idempotency-replayed"] == "true"
    assert alice.get(counted).json()["total"] == before + _effect(path)


def test_a_crash_at_the_kth_call_and_one_repetition_make_one(alice: Visitor) -> None:
    for made, injection in enumerate(faults.at_each_call(faults.crash_after, connection().client), 1):
        headers = keyed()
        with injection:
            alice.post("/api/contacts", json={"last_name": f"Martin {made}"}, headers=headers)
        assert alice.post("/api/contacts", json={"last_name": f"Martin {made}"}, headers=headers).is_success
        assert alice.get("/api/contacts").json()["total"] == made


def test_a_lost_answer_is_found_again(alice: Visitor, impatient: None) -> None:
    headers = keyed()
    with faults.inject(faults.lost_answer, connection().client, times=99, operations=("TransactWriteItems",)):
        assert alice.post("/api/contacts", json={"last_name": "Martin"}, headers=headers).status_code == 201
    assert alice.post("/api/contacts", json={"last_name": "Martin"}, headers=headers).status_code == 201
    assert alice.get("/api/contacts").json()["total"] == 1


@pytest.mark.parametrize(
    "path", ["/api/contacts", "/api/companies", "/api/positions", "/api/imports", "/api/tokens"]
)
def test_sixteen_at_once_make_one(alice: Visitor, bob: Visitor, path: str) -> None:
    asked, body, counted = CASES[path](alice, bob)
    headers = keyed()
    with ThreadPoolExecutor(16) as hands:
        answers = list(hands.map(lambda _: alice.post(asked, json=body, headers=headers), range(16)))
    assert alice.get(counted).json()["total"] == 1
    done = [each for each in answers if each.status_code == 201]
    assert {each.status_code for each in answers} <= {201, 409}
    assert len({each.json()["id"] for each in done}) == 1
    assert sum("idempotency-replayed" not in each.headers for each in done) == 1
    assert all("retry-after" in each.headers for each in answers if each.status_code == 409)


def test_another_body_under_the_same_key_is_refused(alice: Visitor) -> None:
    headers = keyed()
    assert alice.post("/api/contacts", json={"last_name": "Martin"}, headers=headers).status_code == 201
    for path, body in (
        ("/api/contacts", {"last_name": "Durand"}),
        ("/api/contacts", {"last_name": "Martin", "note": "x"}),
        ("/api/companies", {"name": "Martin"}),
    ):
        refused = alice.post(path, json=body, headers=headers)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, idempotency.HEADER)
    assert alice.get("/api/contacts").json()["total"] == 1
    assert alice.get("/api/companies").json()["total"] == 0


def test_the_same_body_written_otherwise_is_the_same(alice: Visitor) -> None:
    headers = keyed() | {"Content-Type": "application/json"}
    first = alice.post("/api/contacts", content=b'{"last_name":"Martin","note":"x"}', headers=headers)
    again = alice.post("/api/contacts", content=b'{ "note": "x", "last_name": "Martin" }', headers=headers)
    assert_replayed(first, again)


def test_a_refusal_is_not_kept(alice: Visitor) -> None:
    headers = keyed()
    assert alice.post("/api/contacts", json={}, headers=headers).status_code == 422
    assert alice.post("/api/contacts", json={"last_name": "Martin"}, headers=headers).status_code == 201


def test_a_replay_answers_what_was_then(alice: Visitor) -> None:
    headers = keyed()
    first = alice.post("/api/contacts", json={"last_name": "Martin"}, headers=headers)
    alice.change(f"/api/contacts/{first.json()['id']}", 1, last_name="Durand")
    assert_replayed(first, alice.post("/api/contacts", json={"last_name": "Martin"}, headers=headers))


def test_a_key_is_its_users_own(alice: Visitor, bob: Visitor, charlie: Visitor) -> None:
    headers = keyed("the same for all")
    answers = [
        each.post("/api/contacts", json={"last_name": "X"}, headers=headers) for each in (alice, bob, charlie)
    ]
    assert len({each.json()["id"] for each in answers}) == 3
    assert all("idempotency-replayed" not in each.headers for each in answers)


def test_a_key_is_forgotten_after_a_day(alice: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    headers = keyed()
    alice.post(
        "/api/session", json={"email": alice.user["email"], "password": alice.password, "remember": True}
    )
    alice.headers["X-CSRF-Token"] = alice.get("/api/session").json()["csrf_token"]
    first = alice.post("/api/contacts", json={"last_name": "Martin"}, headers=headers)
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + idempotency.KEPT_SECONDS + 1)
    second = alice.post("/api/contacts", json={"last_name": "Durand"}, headers=headers)
    assert second.status_code == 201, second.text
    assert second.json()["id"] != first.json()["id"]


@pytest.mark.parametrize("key", ["", "x" * 256, "\t"])
def test_a_key_that_is_none_is_refused(alice: Visitor, key: str) -> None:
    answer = alice.post("/api/contacts", json={"last_name": "X"}, headers={"Idempotency-Key": key})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, idempotency.HEADER)


def test_a_change_takes_no_notice_of_a_key(alice: Visitor) -> None:
    path, headers = f"/api/contacts/{_contact(alice)}", keyed()
    for version in (1, 2):
        told = {"If-Match": f'"{version}"', **headers}
        assert alice.patch(path, json={"note": f"{version}"}, headers=told).status_code == 200
