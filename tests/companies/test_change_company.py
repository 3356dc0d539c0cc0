"""Changing a company: by the version one has seen, field by field, once."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store, connection
from tests import faults
from tests.companies.test_create_company import WHOLE
from tests.world import Visitor


@pytest.fixture
def company(alice: Visitor) -> dict[str, Any]:
    """A company with something in every field."""
    made: dict[str, Any] = alice.post("/api/companies", json=WHOLE).json()
    return made


def _change(visitor: Visitor, company: dict[str, Any], version: int = 1, **fields: Any) -> httpx.Response:
    return visitor.change(f"/api/companies/{company['id']}", version, **fields)


def _now(visitor: Visitor, company: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = visitor.get(f"/api/companies/{company['id']}").json()
    return shown


def test_only_what_is_given_changes(alice: Visitor, company: dict[str, Any]) -> None:
    answer = _change(alice, company, city="Paris", kinds=["lead"])
    assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
    after = answer.json()
    assert after == {
        **company,
        "city": "Paris",
        "kinds": ["lead"],
        "version": 2,
        "updated_at": after["updated_at"],
    }
    assert after["updated_at"] > company["updated_at"]
    assert _now(alice, company) == after


def test_it_needs_a_version(alice: Visitor, company: dict[str, Any]) -> None:
    answer = alice.patch(f"/api/companies/{company['id']}", json={"city": "Paris"})
    assert answer.status_code == 428
    assert _now(alice, company) == company


def test_a_stale_version_gets_the_record_as_it_is_now(alice: Visitor, company: dict[str, Any]) -> None:
    after = _change(alice, company, city="Paris").json()
    for version in (1, 3, 0):
        stale = _change(alice, company, version, city="Nice")
        assert stale.status_code == 412
        assert stale.json()["current"] == after
    assert _now(alice, company) == after


@pytest.mark.parametrize("field", sorted(set(WHOLE) - {"name", "kinds"}))
@pytest.mark.parametrize("empty", [None, "", "  "])
def test_nothing_clears_a_field(
    alice: Visitor, company: dict[str, Any], field: str, empty: str | None
) -> None:
    assert _change(alice, company, **{field: empty}).json()[field] is None
    assert _now(alice, company)[field] is None


def test_no_kinds_is_an_empty_list(alice: Visitor, company: dict[str, Any]) -> None:
    assert _change(alice, company, kinds=None).json()["kinds"] == []


def test_the_name_cannot_be_cleared(alice: Visitor, company: dict[str, Any]) -> None:
    answer = _change(alice, company, name=None)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "name")


def test_what_changes_nothing_keeps_the_version(alice: Visitor, company: dict[str, Any]) -> None:
    same = {name: company[name] for name in WHOLE}
    for fields in ({}, same, {"phone": " 04 72 00 00 00"}):
        answer = _change(alice, company, **fields)
        assert (answer.status_code, answer.json()) == (200, company)


def test_an_unknown_field_is_refused_with_all_that_came_with_it(
    alice: Visitor, company: dict[str, Any]
) -> None:
    for fields in ({"city": "Paris", "ville": "Paris"}, {"city": "Paris", "number": 7}):
        assert _change(alice, company, **fields).status_code == 422
    assert _now(alice, company) == company


def test_a_refused_owner_leaves_the_company_alone(alice: Visitor, company: dict[str, Any]) -> None:
    assert _change(alice, company, city="Paris", owner_id="0" * 16).status_code == 422
    assert _now(alice, company) == company


def test_lists_counts_and_words_follow(alice: Visitor, company: dict[str, Any]) -> None:
    _change(alice, company, name="Zinc", kinds=["lead"], owner_id=None, email=None)
    for query, total in (
        ({"kind": "client"}, 0),
        ({"kind": "lead"}, 1),
        ({"owner_id": alice.user["id"]}, 0),
        ({}, 1),
    ):
        page = alice.get("/api/companies", params=query).json()
        assert (page["total"], len(page["items"])) == (total, total)
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()


def test_archiving_hides_and_restoring_brings_back_all_of_it(alice: Visitor, company: dict[str, Any]) -> None:
    where = f"/api/companies/{company['id']}"
    gone = alice.delete(where)
    assert (gone.status_code, gone.json()["archived"], gone.headers["etag"]) == (200, True, '"2"')
    assert alice.delete(where).json() == gone.json()
    assert alice.get("/api/companies").json()["total"] == 0
    assert alice.get("/api/companies", params={"kind": "client"}).json()["total"] == 0
    assert alice.get("/api/companies", params={"archived": "true"}).json()["total"] == 1
    assert _now(alice, company) == gone.json()
    back = alice.post(f"{where}/restore", json={})
    assert back.headers["etag"] == '"3"'
    assert alice.post(f"{where}/restore", json={}).json() == back.json()
    assert back.json() == {**company, "version": 3, "updated_at": back.json()["updated_at"]}
    assert alice.get("/api/companies", params={"kind": "client"}).json()["total"] == 1
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()


def test_a_crash_at_any_call_leaves_the_old_company_or_the_new_one(alice: Visitor) -> None:
    for injection in faults.at_each_call(faults.crash_after, connection().client):
        company = alice.post("/api/companies", json=WHOLE).json()
        with injection:
            _change(alice, company, name="Zinc", kinds=["lead"])
        now = _now(alice, company)
        assert (now["name"], now["kinds"], now["version"]) in (
            (WHOLE["name"], WHOLE["kinds"], 1),
            ("Zinc", ["lead"], 2),
        )
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()
