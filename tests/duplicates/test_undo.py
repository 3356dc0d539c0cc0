"""A merge undone: both records as if nothing had happened, or a sentence saying why not."""

from __future__ import annotations

from typing import Any

import httpx

from tests.duplicates.table import items_of, naming, require_no_drift, without_merges
from tests.duplicates.test_likely import make
from tests.duplicates.test_merge_contacts import career, job, merged, two
from tests.world import Visitor


def undo(visitor: Visitor, merge: dict[str, Any]) -> httpx.Response:
    return visitor.post(f"/api/merges/{merge['id']}/undo", json={})


def undone(visitor: Visitor, merge: dict[str, Any]) -> dict[str, Any]:
    answer = undo(visitor, merge)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    assert body["state"] == "undone"
    return body


def rich_pair(visitor: Visitor) -> tuple[str, str]:
    """Two people with all that a record may have around it."""
    beef, veal = (make(visitor, "companies", name=name)["id"] for name in ("Bœuf", "Veau"))
    golf, wine = (make(visitor, "interests", name=name)["id"] for name in ("Golf", "Vin"))
    winner, loser = two(
        visitor,
        {"first_name": "Jean", "interest_ids": [golf], "personal_mobile": "06 01 02 03 04", "note": "Un"},
        {
            "first_name": "Jehan",
            "interest_ids": [wine, golf],
            "personal_mobile": "06 11 12 13 14",
            "note": "Deux",
        },
    )
    job(visitor, winner, beef, title="Gérant", work_email="jean@boeuf.example")
    job(visitor, loser, beef, start="2019", work_email="jehan@boeuf.example")
    job(visitor, loser, veal, title="Associé")
    visitor.delete(f"/api/positions/{job(visitor, loser, veal, title='Stagiaire')}")
    visitor.change(f"/api/contacts/{loser}", 1, personal_city="Paris")
    third = make(visitor, "contacts", last_name="Durand")["id"]
    pair = {"resource": "contacts", "a_id": third, "b_id": loser}
    assert visitor.post("/api/duplicates/dismiss", json=pair).status_code == 200
    return winner, loser


def test_every_item_comes_back_as_it_was(alice: Visitor) -> None:
    winner, loser = rich_pair(alice)
    before = items_of(alice)
    done = merged(alice, winner, loser, choices={"first_name": "loser"})
    assert naming(alice, loser) == []
    undone(alice, done)
    assert without_merges(items_of(alice)) == without_merges(before)
    require_no_drift(alice)


def test_a_merge_can_be_undone_and_done_again(alice: Visitor) -> None:
    winner, loser = rich_pair(alice)
    before = items_of(alice)
    for _ in range(2):
        undone(alice, merged(alice, winner, loser))
    assert without_merges(items_of(alice)) == without_merges(before)
    merged(alice, winner, loser)
    assert naming(alice, loser) == []


def test_what_comes_back_has_versions_that_nobody_has_seen(alice: Visitor) -> None:
    winner, loser = rich_pair(alice)
    done = merged(alice, winner, loser)
    seen = done["contact"]["version"]
    (moved,) = (each for each in career(alice, winner).values() if each["title"] == "Associé")
    now = undone(alice, done)["contact"]["version"]
    assert now > seen
    assert alice.change(f"/api/contacts/{winner}", now, note="D'un collègue").status_code == 200
    assert alice.change(f"/api/contacts/{winner}", seen, note="D'un vieil onglet").status_code == 412
    (back,) = (each for each in career(alice, loser).values() if each["id"] == moved["id"])
    assert back["version"] > moved["version"]


def test_a_site_that_comes_back_has_a_version_that_nobody_has_seen(alice: Visitor) -> None:
    winner, loser = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Bœuf SA"))
    site = make(alice, "companies", name="Bœuf", site_label="Lyon", parent_id=loser)["id"]
    done = merged(alice, winner, loser, "companies")
    seen = alice.get(f"/api/companies/{site}").json()["version"]
    undone(alice, done)
    now = alice.get(f"/api/companies/{site}").json()
    assert (now["parent_id"], now["version"] > seen) == (loser, True)


def test_a_merge_can_be_undone_after_one_that_came_later(alice: Visitor) -> None:
    winner, loser = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Bœuf SA"))
    third = make(alice, "companies", name="Bœuf et fils")["id"]
    person = two(alice, {"position": {"company_id": loser}}, {"position": {"company_id": third}})
    before = items_of(alice)
    first = merged(alice, winner, loser, "companies")
    second = merged(alice, winner, third, "companies")
    assert undo(alice, first).status_code == 409
    undone(alice, second)
    undone(alice, first)
    assert without_merges(items_of(alice)) == without_merges(before)
    employers = [alice.get(f"/api/contacts/{each}").json()["main_position"]["company_id"] for each in person]
    assert employers == [loser, third]


def test_asked_again_it_changes_nothing(alice: Visitor) -> None:
    winner, loser = rich_pair(alice)
    done = merged(alice, winner, loser)
    version = undone(alice, done)["contact"]["version"]
    alice.change(f"/api/contacts/{winner}", version, personal_city="Lyon")
    assert undone(alice, done)["contact"]["personal_city"] == "Lyon"


def test_it_refuses_once_the_record_was_changed_and_says_what(alice: Visitor) -> None:
    winner, loser = rich_pair(alice)
    done = merged(alice, winner, loser)
    version = done["contact"]["version"]
    alice.change(f"/api/contacts/{winner}", version, personal_city="Lyon", note=None)
    refused = undo(alice, done)
    assert refused.status_code == 409
    assert refused.json()["detail"] == (
        "Cette fusion ne peut plus être annulée : la fiche a été modifiée depuis (Ville, Note)."
    )
    alice.change(f"/api/contacts/{winner}", version + 1, personal_city="Paris", note=done["contact"]["note"])
    assert "remise en l'état" in undo(alice, done).json()["detail"]
    assert alice.get(f"/api/contacts/{loser}").status_code == 404


def test_it_refuses_once_a_position_was_changed_or_the_record_archived(alice: Visitor) -> None:
    winner, loser = rich_pair(alice)
    done = merged(alice, winner, loser)
    alice.patch(
        f"/api/positions/{done['contact']['main_position']['id']}",
        json={"title": "PDG"},
        headers={"If-Match": '"2"'},
    )
    assert "(Postes)" in undo(alice, done).json()["detail"]
    alice.delete(f"/api/contacts/{winner}")
    assert "Archivage" in undo(alice, done).json()["detail"]


def test_a_company_renamed_meanwhile_bears_its_new_name_on_both(alice: Visitor, drain: Any) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    winner, loser = two(alice, {}, {"position": {"company_id": beef}})
    done = merged(alice, winner, loser)
    alice.change(f"/api/companies/{beef}", 1, name="Veau")
    drain()
    undone(alice, done)
    shown = {row["id"]: row["company"] for row in alice.get("/api/contacts").json()["items"]}
    assert shown == {winner: None, loser: "Veau"}
    require_no_drift(alice)


def test_it_refuses_while_a_company_of_theirs_is_merged_away(alice: Visitor) -> None:
    beef, veal = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Veau"))
    winner, loser = two(alice, {"position": {"company_id": beef}}, {"position": {"company_id": beef}})
    people = merged(alice, winner, loser)
    companies = merged(alice, veal, beef, "companies")
    assert undo(alice, people).status_code == 409
    undone(alice, companies)
    undone(alice, people)
    require_no_drift(alice)


def test_it_refuses_once_the_former_parent_depends_on_the_record(alice: Visitor) -> None:
    old, new = (make(alice, "companies", name=name)["id"] for name in ("Ancienne", "Nouvelle"))
    winner, loser = (make(alice, "companies", name="Bœuf", parent_id=parent)["id"] for parent in (old, new))
    done = merged(alice, winner, loser, "companies", choices={"parent_id": "loser"})
    below = make(alice, "companies", name="Filiale", parent_id=winner)["id"]
    assert alice.change(f"/api/companies/{old}", 1, parent_id=below).status_code == 200
    assert undo(alice, done).json()["detail"].endswith("(Société mère).")
    assert alice.change(f"/api/companies/{old}", 2, parent_id=None).status_code == 200
    undone(alice, done)
    assert alice.get(f"/api/companies/{winner}").json()["parent_id"] == old
    require_no_drift(alice)


def test_a_merge_of_who_was_merged_in_turn_comes_back_with_it(alice: Visitor) -> None:
    first, second = two(alice, {"first_name": "Un"}, {"first_name": "Deux"})
    third = make(alice, "contacts", last_name="Dupont", first_name="Trois")["id"]
    before = items_of(alice)
    inner = merged(alice, second, third)
    outer = merged(alice, first, second)
    assert undo(alice, inner).status_code == 404
    undone(alice, outer)
    undone(alice, inner)
    assert without_merges(items_of(alice)) == without_merges(before)


def test_only_who_may_see_both_undoes_it(alice: Visitor, bob: Visitor, charlie: Visitor) -> None:
    hers, his = (
        make(alice, "contacts", last_name="Dupont")["id"],
        make(bob, "contacts", last_name="Dupont")["id"],
    )
    done = merged(alice, his, hers)
    assert bob.get(f"/api/merges/{done['id']}").status_code == 200
    assert undo(bob, done).status_code == undo(charlie, done).status_code == 404
    undone(alice, done)


def test_who_may_only_read_undoes_nothing(alice: Visitor, visitor: Any) -> None:
    reader = visitor().accept_invitation_of(alice, "Rosa", role="read_only")
    done = merged(alice, *two(alice, {}, {}))
    assert undo(reader, done).status_code == 403


def test_an_export_before_and_after_is_the_same(alice: Visitor) -> None:
    winner, loser = rich_pair(alice)
    pages = ("/api/contacts?limit=200", "/api/companies", "/api/interests", f"/api/contacts/{loser}/history")
    before = [alice.get(page).content for page in pages]
    undone(alice, merged(alice, winner, loser))
    assert [alice.get(page).content for page in pages] == before


def test_a_view_that_filters_by_the_loser_follows_and_goes_back(alice: Visitor) -> None:
    winner, loser = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Bœuf SA"))
    people = [make(alice, "contacts", last_name="Dupont")["id"] for _ in range(2)]
    kept, changed = (
        make(alice, "views", resource="contacts", name=name, filters={"company_id": loser, "ids": people[1]})
        for name in ("Une", "Deux")
    )
    before = items_of(alice)
    done = merged(alice, winner, loser, "companies")
    assert naming(alice, loser) == []
    assert alice.get(f"/api/views/{kept['id']}").json()["filters"]["company_id"] == winner
    undone(alice, done)
    assert without_merges(items_of(alice)) == without_merges(before)
    done = merged(alice, winner, loser, "companies")
    version = alice.get(f"/api/views/{changed['id']}").json()["version"]
    alice.change(f"/api/views/{changed['id']}", version, name="Trois", filters={"company_id": winner})
    undone(alice, done)
    assert alice.get(f"/api/views/{changed['id']}").json()["filters"] == {"company_id": loser}
    merged(alice, *people)
    assert naming(alice, people[1]) == []
