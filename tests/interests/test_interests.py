"""Interests as admins keep them: one name each, archived and brought back, seen by all of the tenant."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from chalicelib.core.work import Caller
from chalicelib.interests import service
from tests.world import Visitor


def _interest(visitor: Visitor, name: str, group: str | None = None) -> dict[str, Any]:
    answer = visitor.post("/api/interests", json={"name": name, "group": group})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def _listed(visitor: Visitor, **query: str) -> list[str]:
    return [each["name"] for each in visitor.get("/api/interests", params=query).json()["items"]]


def _no_drift(visitor: Visitor) -> bool:
    return reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift()


def _caller(visitor: Visitor, role: Any = "admin") -> Caller:
    return Caller(visitor.tenant["id"], visitor.user["id"], "Alice", role)


def test_an_interest_is_created_changed_archived_and_restored(alice: Visitor) -> None:
    made = _interest(alice, "Comptable", "Métiers")
    path = f"/api/interests/{made['id']}"
    assert alice.get("/api/interests").json()["items"] == [
        {"id": made["id"], "name": "Comptable", "group": "Métiers"}
    ]
    changed = alice.change(path, 1, name="Expert-comptable")
    assert (changed.status_code, changed.json()["name"], changed.headers["etag"]) == (
        200,
        "Expert-comptable",
        '"2"',
    )
    assert alice.delete(path).json()["archived"] is True
    assert (_listed(alice), _listed(alice, archived="true")) == ([], ["Expert-comptable"])
    assert alice.post(f"{path}/restore").json()["archived"] is False
    assert _listed(alice) == ["Expert-comptable"]
    told = [row["action"] for row in alice.get(f"{path}/history").json()["items"]]
    assert told == ["restore", "archive", "change", "create"]
    assert _no_drift(alice)


def test_they_are_listed_by_group_and_name_those_without_a_group_last(alice: Visitor) -> None:
    for name, group in (("Vin", None), ("Zingueur", "Métiers"), ("Écrivain", "Métiers"), ("Libre", "État")):
        _interest(alice, name, group)
    assert _listed(alice) == ["Libre", "Écrivain", "Zingueur", "Vin"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "a\x00b", None, 3])
def test_it_refuses_a_wrong_name(alice: Visitor, name: Any) -> None:
    refused = alice.post("/api/interests", json={"name": name})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "name")


@pytest.mark.parametrize("again", ["Œnologie", "oenologie", "  ŒNOLOGIE "])
def test_no_two_in_use_have_one_name_however_it_is_written(alice: Visitor, again: str) -> None:
    first = _interest(alice, "Œnologie")
    refused = alice.post("/api/interests", json={"name": again, "group": "Autre"})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "name")
    other = _interest(alice, "Vin")
    assert alice.change(f"/api/interests/{other['id']}", 1, name=again).status_code == 422
    assert alice.change(f"/api/interests/{first['id']}", 1, name=again).status_code == 200


def test_names_of_signs_alone_are_told_apart(alice: Visitor) -> None:
    _interest(alice, "+++")
    _interest(alice, "***")
    assert alice.post("/api/interests", json={"name": "+++"}).status_code == 422


def test_an_archived_name_may_be_taken_and_then_cannot_come_back(alice: Visitor) -> None:
    old = _interest(alice, "Vin")
    alice.delete(f"/api/interests/{old['id']}")
    new = _interest(alice, "Vin")
    refused = alice.post(f"/api/interests/{old['id']}/restore")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "name")
    alice.change(f"/api/interests/{new['id']}", 1, name="Vins")
    assert alice.post(f"/api/interests/{old['id']}/restore").status_code == 200


def test_of_many_who_make_one_name_at_once_one_wins(alice: Visitor) -> None:
    caller = _caller(alice)

    def make(_: int) -> dict[str, str]:
        return service.make_missing(caller, ["Vin", "Vélo"])

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(make, range(4)))
    assert made == [made[0]] * 4
    assert _listed(alice) == ["Vélo", "Vin"]
    assert _no_drift(alice)


def test_an_import_finds_names_and_an_admins_makes_what_is_missing(alice: Visitor) -> None:
    wine = _interest(alice, "Vin")["id"]
    admin, user = _caller(alice), _caller(alice, "user")
    assert service.named(admin, ["VIN", "Vélo"]) == {"vin": wine}
    assert service.make_missing(user, ["vin", "Vélo"]) == {"vin": wine}
    made = service.make_missing(admin, ["vin", "Vélo", "vélo ", "x" * 200, "a\x00", " "])
    assert made.keys() == {"vin", "velo"}
    assert made["vin"] == wine
    assert service.make_missing(admin, ["Vélo"]) == {"velo": made["velo"]}
    many = service.make_missing(admin, [f"Métier {number}" for number in range(45)])
    assert len(many) == 45
    assert len({service.code(id_) for id_ in (*many.values(), *made.values())}) == 47
    assert _no_drift(alice)


def test_only_an_admin_writes_and_everybody_reads(
    alice: Visitor, bob: Visitor, visitor: Callable[[], Visitor]
) -> None:
    reader = visitor().accept_invitation_of(alice, "Rita", role="read_only", visibility="all")
    made = _interest(alice, "Vin")
    path = f"/api/interests/{made['id']}"
    for other in (bob, reader):
        assert _listed(other) == ["Vin"]
        assert other.get(path).json()["name"] == "Vin"
        answers = [
            other.post("/api/interests", json={"name": "Vélo"}),
            other.change(path, 1, name="Vélo"),
            other.delete(path),
            other.post(f"{path}/restore"),
        ]
        assert [answer.status_code for answer in answers] == [403] * 4


def test_a_repeated_creation_has_one_effect(alice: Visitor) -> None:
    key = {"Idempotency-Key": "vin-1"}
    first, again = (alice.post("/api/interests", json={"name": "Vin"}, headers=key) for _ in range(2))
    assert (first.status_code, first.json()) == (201, again.json())
    assert _listed(alice) == ["Vin"]
