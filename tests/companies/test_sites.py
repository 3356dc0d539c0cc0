"""The sites of a company: records of their own, tied by the company they belong to."""

from typing import Any

from tests.world import Visitor


def sites_of(visitor: Visitor, parent_id: str) -> list[str]:
    answer = visitor.get("/api/companies", params={"parent_id": parent_id, "sort": "site_label"})
    assert answer.status_code == 200, answer.text
    return [row["site_label"] for row in answer.json()["items"]]


def test_it_lists_the_sites_of_a_company_and_no_others(alice: Visitor) -> None:
    head = make(alice, name="Pomme", site_label="Siège Central")
    make(alice, name="Pomme", site_label="Magasin", parent_id=head["id"])
    make(alice, name="Pomme", site_label="Entrepôts", parent_id=head["id"])
    make(alice, name="Poire", site_label="Verger")
    assert sites_of(alice, head["id"]) == ["Entrepôts", "Magasin"]


def test_a_site_that_moves_to_another_company_leaves_the_first(alice: Visitor) -> None:
    first, second = make(alice, name="Pomme"), make(alice, name="Poire")
    site = make(alice, name="Pomme", site_label="Magasin", parent_id=first["id"])
    moved = alice.change(f"/api/companies/{site['id']}", site["version"], parent_id=second["id"])
    assert moved.status_code == 200, moved.text
    assert (sites_of(alice, first["id"]), sites_of(alice, second["id"])) == ([], ["Magasin"])


def test_an_archived_site_is_listed_among_the_archived_only(alice: Visitor) -> None:
    head = make(alice, name="Pomme")
    site = make(alice, name="Pomme", site_label="Magasin", parent_id=head["id"])
    assert alice.delete(f"/api/companies/{site['id']}").status_code == 200
    assert sites_of(alice, head["id"]) == []
    archived = alice.get("/api/companies", params={"parent_id": head["id"], "archived": "true"})
    assert [row["id"] for row in archived.json()["items"]] == [site["id"]]


def test_the_sites_of_a_company_stay_in_their_tenant(alice: Visitor, charlie: Visitor) -> None:
    head = make(alice, name="Pomme")
    make(alice, name="Pomme", site_label="Magasin", parent_id=head["id"])
    assert sites_of(charlie, head["id"]) == []


def make(visitor: Visitor, **fields: str) -> dict[str, Any]:
    answer = visitor.post("/api/companies", json=fields)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made
