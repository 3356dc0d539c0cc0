"""The sites of a company: records of their own, tied by the company they belong to."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from chalicelib.companies import service
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


def test_no_company_stands_above_itself_by_way_of_others(alice: Visitor) -> None:
    head = make(alice, name="Groupe")
    branch = make(alice, name="Branche", parent_id=head["id"])
    shop = make(alice, name="Magasin", parent_id=branch["id"])
    for below in (branch, shop):
        refused = alice.change(f"/api/companies/{head['id']}", 1, parent_id=below["id"])
        [problem] = refused.json()["errors"]
        assert (refused.status_code, problem["field"]) == (422, "parent_id")
        assert problem["message"].startswith("Cette société dépend déjà de celle-ci")
    assert alice.get(f"/api/companies/{head['id']}").json()["parent_id"] is None


def test_two_who_close_a_circle_at_once_do_not(alice: Visitor) -> None:
    for _ in range(5):
        one, other = make(alice, name="Un"), make(alice, name="Deux")
        with ThreadPoolExecutor(2) as hands:
            pairs = [(one["id"], other["id"]), (other["id"], one["id"])]
            answers = list(
                hands.map(lambda pair: alice.change(f"/api/companies/{pair[0]}", 1, parent_id=pair[1]), pairs)
            )
        assert sorted(answer.status_code for answer in answers) == [200, 422]


def test_levels_of_companies_have_an_end(alice: Visitor) -> None:
    above = make(alice, name="0")
    for level in range(1, service.MOST_LEVELS):
        above = make(alice, name=str(level), parent_id=above["id"])
    deeper = alice.post("/api/companies", json={"name": "deeper", "parent_id": above["id"]})
    assert (deeper.status_code, deeper.json()["errors"][0]["message"]) == (422, service.TOO_DEEP.fr)


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


def test_the_history_tells_the_parent_by_its_name(alice: Visitor) -> None:
    head, site = make(alice, name="Pomme", site_label="Siège"), make(alice, name="Pomme")
    alice.change(f"/api/companies/{site['id']}", 1, parent_id=head["id"])
    told = alice.get(f"/api/companies/{site['id']}/history").json()["items"][0]
    assert told["changes"] == [{"field": "parent", "old": None, "new": "Pomme (Siège)"}]
