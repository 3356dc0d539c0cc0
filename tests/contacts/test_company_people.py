"""The people of a company: page by page, those of today first, and what interests those."""

from __future__ import annotations

from typing import Any

import pytest

import app
from chalicelib.contacts import company_people, people
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from tests.world import Visitor


def _made(visitor: Visitor, path: str, **fields: Any) -> str:
    answer = visitor.post(f"/api/{path}", json=fields)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def _employ(visitor: Visitor, name: str, company: str, *interests: str, **fields: Any) -> str:
    job = {"company_id": company, **{key: fields.pop(key) for key in ("start", "end") if key in fields}}
    return _made(visitor, "contacts", last_name=name, interest_ids=interests, position=job, **fields)


def _people(visitor: Visitor, company: str, **query: Any) -> dict[str, Any]:
    answer = visitor.get("/api/positions", params={"company_id": company, **query})
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def _interests(visitor: Visitor, company: str) -> dict[str, int]:
    found = visitor.get(f"/api/companies/{company}/interests").json()
    assert found["total"] == len(found["items"])
    return {each["name"]: each["count"] for each in found["items"]}


def test_those_of_today_come_first_by_name_then_the_latest_to_leave(alice: Visitor) -> None:
    pomme = _made(alice, "companies", name="Pomme")
    for name, end in (
        ("Zola", None),
        ("Adam", "2001"),
        ("Brun", None),
        ("Caron", "2019-03"),
        ("Dion", "2019"),
    ):
        _employ(alice, name, pomme, end=end)
    shown = [row["contact"] for row in _people(alice, pomme)["items"]]
    assert shown == ["Brun", "Zola", "Caron", "Dion", "Adam"]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_lead_through_all_positions_once(alice: Visitor, limit: int) -> None:
    pomme = _made(alice, "companies", name="Pomme")
    zoe = _employ(alice, "Même", pomme)
    _made(alice, "positions", contact_id=zoe, company_id=pomme)
    for number in range(5):
        _employ(alice, "Même", pomme, end=("2001", "2002-01", None)[number % 3])
    found, cursor = [], ""
    while True:
        page = _people(alice, pomme, limit=limit, **({"cursor": cursor} if cursor else {}))
        assert (page["total"], page["total_is_exact"]) == (7, True)
        found += [row["id"] for row in page["items"]]
        cursor = page["next"]
        if not cursor:
            break
        assert len(page["items"]) == limit
    assert len(found) == len(set(found)) == 7


def test_bob_turns_pages_of_his_own_people_only(alice: Visitor, bob: Visitor) -> None:
    pomme = _made(alice, "companies", name="Pomme", owner_id=bob.user["id"])
    mine = [_employ(alice, f"Nom{number}", pomme, owner_id=bob.user["id"]) for number in range(3)]
    for number in range(4):
        _employ(alice, f"Nom{number}", pomme)
    page = _people(bob, pomme, limit=2)
    assert [row["contact_id"] for row in page["items"]] == mine[:2]
    assert (page["total"], page["total_is_exact"]) == (3, True)
    rest = _people(bob, pomme, limit=2, cursor=page["next"])
    assert ([row["contact_id"] for row in rest["items"]], rest["next"]) == (mine[2:], None)
    theirs = alice.get("/api/positions", params={"company_id": pomme, "cursor": page["next"]})
    assert theirs.status_code == 422


def test_out_of_budget_a_page_is_partial_and_leads_on(
    alice: Visitor, bob: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    pomme = _made(alice, "companies", name="Pomme", owner_id=bob.user["id"])
    for number in range(5):
        _employ(alice, f"Nom{number}", pomme)
    last = _employ(alice, "Zola", pomme, owner_id=bob.user["id"])
    monkeypatch.setattr(people, "BUDGET", 4)
    monkeypatch.setattr(people, "COUNTED", 1)
    first = _people(bob, pomme)
    assert (first["items"], first["partial"], first["total_is_exact"]) == ([], True, False)
    assert [row["contact_id"] for row in _people(bob, pomme, cursor=first["next"])["items"]] == [last]


def test_positions_are_asked_of_a_person_or_a_company(alice: Visitor) -> None:
    refused = alice.get("/api/positions")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "contact_id")


def test_a_company_shows_what_interests_its_people_of_today(alice: Visitor) -> None:
    wine, bike, old = (_made(alice, "interests", name=name) for name in ("Vin", "Vélo", "Ancien"))
    pomme = _made(alice, "companies", name="Pomme")
    _employ(alice, "Adam", pomme, wine, bike)
    twice = _employ(alice, "Brun", pomme, bike, old)
    _made(alice, "positions", contact_id=twice, company_id=pomme)
    _employ(alice, "Parti", pomme, wine, end="2001")
    _employ(alice, "Bientôt parti", pomme, wine, end="2100")
    _employ(alice, "Attendu", pomme, wine, start="2100")
    gone = _employ(alice, "Archivé", pomme, wine)
    alice.delete(f"/api/contacts/{gone}")
    alice.delete(f"/api/interests/{old}")
    assert _interests(alice, pomme) == {"Vélo": 2, "Vin": 2}
    alice.post(f"/api/interests/{old}/restore")
    alice.change(f"/api/contacts/{twice}", 1, interest_ids=[old])
    assert _interests(alice, pomme) == {"Vin": 2, "Ancien": 1, "Vélo": 1}
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()


def test_bob_counts_his_own_people_and_learns_nothing_of_the_others(alice: Visitor, bob: Visitor) -> None:
    wine = _made(alice, "interests", name="Vin")
    pomme = _made(alice, "companies", name="Pomme", owner_id=bob.user["id"])
    poire = _made(alice, "companies", name="Poire")
    _employ(alice, "Adam", pomme, wine)
    assert _interests(bob, pomme) == {}
    _employ(alice, "Brun", pomme, wine, owner_id=bob.user["id"])
    assert (_interests(bob, pomme), _interests(alice, pomme)) == ({"Vin": 1}, {"Vin": 2})
    assert bob.get(f"/api/companies/{poire}/interests").status_code == 404


def test_of_a_very_large_company_it_says_that_it_did_not_count_all(
    alice: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    wine = _made(alice, "interests", name="Vin")
    pomme = _made(alice, "companies", name="Pomme")
    for number in range(4):
        _employ(alice, f"Nom{number}", pomme, wine)
    monkeypatch.setattr(company_people, "WHOLE_BUDGET", 3)
    found = alice.get(f"/api/companies/{pomme}/interests").json()
    assert (found["items"][0]["count"], found["partial"]) == (3, True)
