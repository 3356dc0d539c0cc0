"""Saved views: one's own, those the team shares, and nobody's business."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.accounts import views
from tests.world import Visitor

LYON = {
    "resource": "contacts",
    "name": "Lyon",
    "filters": {"owner_id": "x", "archived": "true"},
    "sort": "city",
}


def save(visitor: Visitor, **fields: Any) -> dict[str, Any]:
    answer = visitor.post("/api/views", json=LYON | fields)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def names(visitor: Visitor, resource: str = "") -> list[str]:
    return [each["name"] for each in visitor.get("/api/views", params={"resource": resource}).json()["items"]]


def test_a_view_keeps_the_lists_filters_and_its_order(alice: Visitor) -> None:
    view = save(alice, order="desc")
    assert {name: view[name] for name in LYON} == LYON
    assert (view["order"], view["mine"], view["owner_id"]) == ("desc", True, alice.user["id"])
    assert alice.get(f"/api/views/{view['id']}").json() == view
    assert alice.get("/api/views").json()["items"] == [view]


def test_views_are_listed_by_name_for_each_list(alice: Visitor) -> None:
    save(alice, name="Éclair")
    save(alice, name="abeille")
    save(alice, name="Clients", resource="companies")
    assert names(alice, "contacts") == ["abeille", "Éclair"]
    assert names(alice, "companies") == ["Clients"]
    assert names(alice) == ["abeille", "Clients", "Éclair"]
    assert alice.get("/api/views", params={"resource": "cars"}).status_code == 422


def test_a_private_view_is_nobody_elses_not_even_the_admins(alice: Visitor, bob: Visitor) -> None:
    his = save(bob)
    path = f"/api/views/{his['id']}"
    assert names(alice) == []
    assert [
        alice.get(path).status_code,
        alice.change(path, 1, name="X").status_code,
        alice.delete(path).status_code,
        alice.post(f"{path}/restore").status_code,
    ] == [404] * 4


def test_a_shared_view_is_everybodys_to_open_and_its_owners_to_change(alice: Visitor, bob: Visitor) -> None:
    hers = save(alice, shared=True)
    path = f"/api/views/{hers['id']}"
    assert bob.get(path).json() == hers | {"mine": False}
    assert names(bob) == ["Lyon"]
    assert [bob.change(path, 1, name="X").status_code, bob.delete(path).status_code] == [403, 403]


def test_an_admin_may_change_and_remove_what_others_share(alice: Visitor, bob: Visitor) -> None:
    his = save(bob, shared=True)
    path = f"/api/views/{his['id']}"
    changed = alice.change(path, 1, name="Villes")
    assert (changed.status_code, changed.json()["mine"]) == (200, False)
    assert alice.delete(path).status_code == 200
    assert names(bob) == []
    assert bob.post(f"{path}/restore").json()["name"] == "Villes"


def test_a_change_needs_the_version_it_began_with(alice: Visitor) -> None:
    view = save(alice)
    path = f"/api/views/{view['id']}"
    assert alice.change(path, 1, filters={"owner_id": "y"}, shared=True).json()["version"] == 2
    stale = alice.change(path, 1, name="X")
    assert (stale.status_code, stale.json()["current"]["filters"]) == (412, {"owner_id": "y"})


def test_a_removed_view_comes_back(alice: Visitor) -> None:
    view = save(alice)
    path = f"/api/views/{view['id']}"
    assert alice.delete(path).json()["archived"] is True
    assert names(alice) == []
    assert alice.get("/api/views", params={"archived": "true"}).json()["total"] == 1
    assert alice.post(f"{path}/restore").status_code == 200
    assert names(alice) == ["Lyon"]


def test_who_sees_only_their_own_records_still_sees_shared_views(alice: Visitor, bob: Visitor) -> None:
    save(alice, shared=True)
    save(alice, name="Privée")
    assert names(bob) == ["Lyon"]


def test_who_may_only_read_opens_shared_views_and_saves_none(alice: Visitor, visitor: Any) -> None:
    reader = visitor().accept_invitation_of(alice, "Rita", role="read_only")
    save(alice, shared=True)
    assert names(reader) == ["Lyon"]
    assert reader.post("/api/views", json=LYON).status_code == 403


def test_a_view_asked_for_twice_under_one_key_is_saved_once(alice: Visitor) -> None:
    answers = [alice.post("/api/views", json=LYON, headers={"Idempotency-Key": "v"}) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert names(alice) == ["Lyon"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"resource": "cars"},
        {"resource": None},
        {"name": " "},
        {"name": "x" * 121},
        {"filters": {"owner_id": 1}},
        {"filters": {"owner_id": ["a"]}},
        {"filters": {"owner_id": "x" * 1_001}},
        {"filters": {"Owner": "x"}},
        {"filters": {f"f{letter}": "x" for letter in "abcdefghijklmnopqrstu"}},
        {"filters": "owner_id"},
        {"sort": "x" * 41},
        {"order": "up"},
        {"shared": "perhaps"},
        {"owner_id": "x"},
    ],
    ids=lambda wrong: str(wrong)[:40],
)
def test_a_view_that_makes_no_sense_is_refused(alice: Visitor, wrong: dict[str, Any]) -> None:
    answer = alice.post("/api/views", json=LYON | wrong)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"].split(".")[0] == next(iter(wrong))
    assert names(alice) == []


def test_nobody_keeps_more_than_a_hundred(alice: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST", 2)
    save(alice)
    removed = save(alice)
    assert alice.post("/api/views", json=LYON).json()["detail"] == views.TOO_MANY.fr
    alice.delete(f"/api/views/{removed['id']}")
    save(alice)
