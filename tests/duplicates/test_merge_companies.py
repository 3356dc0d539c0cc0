"""Two records of one company made one: its people and sites follow, however many they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from botocore.awsrequest import AWSResponse

import app
from chalicelib.core import objects, outbox, queues
from chalicelib.duplicates import course
from tests import faults
from tests.duplicates.table import items_of, naming, require_no_drift, without_merges
from tests.duplicates.test_likely import make
from tests.duplicates.test_merge_contacts import _fields, career, job, merge, merged
from tests.duplicates.test_undo import undo, undone
from tests.world import Visitor


def company(visitor: Visitor, name: str = "Bœuf", **fields: Any) -> str:
    return str(make(visitor, "companies", name=name, **fields)["id"])


def person(visitor: Visitor, last_name: str, **fields: Any) -> str:
    return str(make(visitor, "contacts", last_name=last_name, **fields)["id"])


def test_the_winner_keeps_its_values_and_its_number(alice: Visitor) -> None:
    winner = company(alice, city="Paris", kinds=["client"], phone="01 02 03 04 05")
    loser = company(
        alice, "Bœuf SA", city="Lyon", kinds=["supplier"], phone="01 12 13 14 15", siren="552081317"
    )
    made = merged(alice, winner, loser, "companies")["company"]
    assert (made["name"], made["city"], made["number"], made["siren"]) == ("Bœuf", "Paris", 1, "552081317")
    assert (made["kinds"], made["mobile"]) == (["client", "supplier"], "01 12 13 14 15")
    assert made["note"] == (
        "Repris de la fiche fusionnée « Bœuf SA » :\nNom : Bœuf SA\nVille : Lyon\nNuméro : 2"
    )
    assert alice.get(f"/api/companies/{loser}").status_code == 404
    assert alice.get("/api/companies", params={"kind": "supplier"}).json()["total"] == 1
    require_no_drift(alice)


def test_a_siret_that_contradicts_the_siren_goes_to_the_note(alice: Visitor) -> None:
    winner, loser = company(alice, siren="732829320"), company(alice, siret="55208131766522")
    made = merged(alice, winner, loser, "companies")["company"]
    assert (made["siren"], made["siret"]) == ("732829320", None)
    assert "SIRET : 55208131766522" in made["note"]


def test_people_follow_present_past_and_archived(alice: Visitor) -> None:
    winner, loser = company(alice), company(alice, "Bœuf SA")
    present, archived = (person(alice, name, position={"company_id": loser}) for name in ("Un", "Deux"))
    alice.delete(f"/api/contacts/{archived}")
    away = person(alice, "Trois")
    left = job(alice, away, loser, title="Stagiaire")
    alice.delete(f"/api/positions/{left}")
    merged(alice, winner, loser, "companies")
    assert naming(alice, loser) == []
    shown = {row["id"]: row["company"] for row in alice.get("/api/contacts").json()["items"]}
    assert shown == {present: "Bœuf", away: None}
    assert alice.post(f"/api/contacts/{archived}/restore").json()["main_position"]["company_id"] == winner
    assert alice.post(f"/api/positions/{left}/restore").json()["company"] == "Bœuf"
    people = alice.get("/api/contacts", params={"company_id": winner}).json()["items"]
    assert {row["id"] for row in people} == {present, archived, away}
    require_no_drift(alice)


def test_sites_follow_and_nobody_is_their_own_parent(alice: Visitor) -> None:
    holding = company(alice, "Holding")
    loser = company(alice, "Bœuf SA", parent_id=holding)
    winner = company(alice, parent_id=loser)
    sister, closed = (company(alice, "Bœuf", site_label=name, parent_id=loser) for name in ("Lyon", "Nice"))
    alice.delete(f"/api/companies/{closed}")
    made = merged(alice, winner, loser, "companies")["company"]
    assert made["parent_id"] == holding
    sites = alice.get("/api/companies", params={"parent_id": winner}).json()["items"]
    assert [row["id"] for row in sites] == [sister]
    assert alice.post(f"/api/companies/{closed}/restore").json()["parent_id"] == winner
    assert naming(alice, loser) == []
    require_no_drift(alice)


def test_a_site_of_the_winner_does_not_become_its_parent(alice: Visitor) -> None:
    winner = company(alice)
    site = company(alice, "Filiale", parent_id=winner)
    below = company(alice, "Sous-filiale", parent_id=site)
    loser = company(alice, "Bœuf SA", parent_id=below)
    assert merged(alice, winner, loser, "companies")["company"]["parent_id"] is None
    assert alice.get(f"/api/companies/{site}").json()["parent_id"] == winner
    company(alice, "Autre filiale", parent_id=winner)


def test_a_site_of_the_loser_does_not_stay_the_winners_parent(alice: Visitor) -> None:
    holding = company(alice, "Holding")
    loser = company(alice, "Bœuf SA", parent_id=holding)
    site = company(alice, "Filiale", parent_id=loser)
    winner = company(alice, parent_id=site)
    before = items_of(alice)
    done = merged(alice, winner, loser, "companies")
    assert done["company"]["parent_id"] == holding
    assert alice.get(f"/api/companies/{site}").json()["parent_id"] == winner
    undone(alice, done)
    assert without_merges(items_of(alice)) == without_merges(before)


def test_a_parent_that_moves_below_meanwhile_is_not_taken_over(alice: Visitor) -> None:
    winner, parent = company(alice), company(alice, "Holding")
    loser = company(alice, "Bœuf SA", parent_id=parent)

    def move_meanwhile(call: faults.Call) -> AWSResponse:
        answer = call.send()
        assert alice.change(f"/api/companies/{parent}", 1, parent_id=winner).status_code == 200
        return answer

    with faults.inject(move_meanwhile, objects.client(), operations=("PutObject",)) as injection:
        made = merged(alice, winner, loser, "companies")["company"]
    assert injection.struck == 1
    assert made["parent_id"] is None
    assert alice.get(f"/api/companies/{parent}").json()["parent_id"] == winner


def test_another_name_reaches_everybody(alice: Visitor) -> None:
    winner, loser = company(alice), company(alice, "Bœuf & Fils")
    for name, where in (("Un", winner), ("Deux", loser)):
        person(alice, name, position={"company_id": where})
    before = items_of(alice)
    done = merged(alice, winner, loser, "companies", choices={"name": "loser"})
    assert {row["company"] for row in alice.get("/api/contacts").json()["items"]} == {"Bœuf & Fils"}
    require_no_drift(alice)
    undone(alice, done)
    assert without_merges(items_of(alice)) == without_merges(before)
    require_no_drift(alice)


def test_every_item_comes_back_as_it_was(alice: Visitor) -> None:
    winner, loser = company(alice, city="Paris"), company(alice, "Bœuf SA", kinds=["client"])
    company(alice, "Bœuf", site_label="Lyon", parent_id=loser)
    both = person(alice, "Un", position={"company_id": winner})
    job(alice, both, loser, start="2019")
    alice.delete(f"/api/contacts/{person(alice, 'Deux', position={'company_id': loser})}")
    before = items_of(alice)
    done = merged(alice, winner, loser, "companies")
    assert naming(alice, loser) == []
    undone(alice, done)
    assert without_merges(items_of(alice)) == without_merges(before)
    require_no_drift(alice)


def test_what_was_done_meanwhile_to_followers_is_kept(alice: Visitor) -> None:
    winner, loser = company(alice), company(alice, "Bœuf SA")
    changed = person(alice, "Un", position={"company_id": loser})
    gone, taken = (person(alice, name, position={"company_id": loser}) for name in ("Deux", "Trois"))
    site = company(alice, "Bœuf", site_label="Lyon", parent_id=loser)
    done = merged(alice, winner, loser, "companies")
    alice.change(f"/api/contacts/{changed}", 1, personal_city="Paris")
    alice.change(f"/api/companies/{site}", 2, city="Lyon")
    hired = person(alice, "Quatre", position={"company_id": winner})
    merged(alice, gone, taken)
    undone(alice, done)
    assert alice.get(f"/api/contacts/{changed}").json()["main_position"]["company_id"] == loser
    assert alice.get(f"/api/contacts/{changed}").json()["personal_city"] == "Paris"
    assert {each["company_id"] for each in career(alice, gone).values()} == {loser}
    assert alice.get(f"/api/contacts/{hired}").json()["main_position"]["company_id"] == winner
    assert alice.get(f"/api/companies/{site}").json()["parent_id"] == loser
    require_no_drift(alice)


def test_a_rename_after_the_undo_reaches_who_came_in_between(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    winner, loser = company(alice), company(alice, "Bœuf SA")
    done = merged(alice, winner, loser, "companies")
    person(alice, "Un", position={"company_id": winner})
    undone(alice, done)
    version = alice.get(f"/api/companies/{winner}").json()["version"]
    alice.change(f"/api/companies/{winner}", version, name="Veau")
    drain()
    assert [row["company"] for row in alice.get("/api/contacts").json()["items"]] == ["Veau"]


@pytest.fixture
def in_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves a request no time for followers: the outbox has to do it."""
    monkeypatch.setattr(course, "_IN_REQUEST_SECONDS", 0)


def test_many_follow_in_the_background(alice: Visitor, drain: Callable[..., int], in_a_moment: None) -> None:
    winner, loser, other = company(alice), company(alice, "Bœuf SA"), company(alice, "Veau")
    for number in range(130):
        person(alice, f"Nom{number:03}", position={"company_id": loser})
    drain()
    before = items_of(alice)
    answer = merge(alice, winner, loser, "companies")
    assert (answer.status_code, answer.json()["state"]) == (200, "running")
    done = answer.json()
    assert undo(alice, done).status_code == 409
    assert merge(alice, other, winner, "companies").status_code == 409
    drain()
    assert alice.get(f"/api/merges/{done['id']}").json()["state"] == "done"
    assert alice.get("/api/contacts", params={"company_id": winner}).json()["total"] == 130
    assert naming(alice, loser) == []
    require_no_drift(alice)
    assert undo(alice, done).json()["state"] == "undoing"
    drain()
    assert alice.get(f"/api/merges/{done['id']}").json()["state"] == "undone"
    assert without_merges(items_of(alice)) == without_merges(before)
    require_no_drift(alice)


def test_it_refuses_a_company_with_itself_and_one_that_is_not_there(alice: Visitor, charlie: Visitor) -> None:
    winner, foreign = company(alice), company(charlie)
    for other in (winner, foreign, "0" * 16):
        assert _fields(merge(alice, winner, other, "companies")) == {"loser_id"}
    assert merge(charlie, winner, foreign, "companies").status_code == 404


def test_the_preview_unites_kinds(alice: Visitor) -> None:
    winner, loser = company(alice, kinds=["client"]), company(alice, kinds=["lead"], city="Lyon")
    told = alice.get(f"/api/companies/{winner}/merge", params={"loser_id": loser}).json()
    assert told["kinds"] == ["client", "lead"]
    assert {each["field"]: each["chosen"] for each in told["fields"]} == {
        "name": "same",
        "city": "loser",
        "owner_id": "same",
    }


def test_bob_merges_his_companies_and_everybody_s_people_follow(alice: Visitor, bob: Visitor) -> None:
    winner, loser = company(bob), company(bob, "Bœuf SA")
    hers = person(alice, "Un", position={"company_id": loser})
    merged(bob, winner, loser, "companies")
    assert alice.get(f"/api/contacts/{hers}").json()["main_position"]["company_id"] == winner
    assert _fields(merge(bob, winner, company(alice), "companies")) == {"loser_id"}


def test_the_outbox_moves_who_no_index_showed_at_first(
    alice: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[dict[str, Any]] = []
    winner, loser = company(alice), company(alice, "Bœuf SA")
    unseen = person(alice, "Un", position={"company_id": loser})
    with monkeypatch.context() as lagging:
        lagging.setattr(queues, "send", lambda queue, message, delay=0: kept.append(message))
        lagging.setattr(course, "FOLLOWERS", {"companies": ()})
        merged(alice, winner, loser, "companies")
    assert alice.get(f"/api/contacts/{unseen}").json()["main_position"]["company_id"] == loser
    outbox.deliver(kept[-1], app.CONSUMERS)
    assert alice.get(f"/api/contacts/{unseen}").json()["main_position"]["company_id"] == winner


def test_who_is_changed_at_the_moment_they_follow_keeps_the_change(alice: Visitor) -> None:
    winner, loser = company(alice), company(alice, "Bœuf SA")
    moving = person(alice, "Un", position={"company_id": loser})
    before = items_of(alice)

    def change_meanwhile(call: faults.Call) -> AWSResponse:
        answer = call.send()
        assert alice.change(f"/api/contacts/{moving}", 1, personal_city="Paris").status_code == 200
        return answer

    # The first object is the snapshot of the two companies, the second that of who follows.
    with faults.inject(change_meanwhile, objects.client(), at=2, operations=("PutObject",)) as injection:
        done = merged(alice, winner, loser, "companies")
    assert injection.struck == 1
    shown = alice.get(f"/api/contacts/{moving}").json()
    assert (shown["personal_city"], shown["main_position"]["company_id"]) == ("Paris", winner)
    undone(alice, done)
    shown = alice.get(f"/api/contacts/{moving}").json()
    assert (shown["personal_city"], shown["main_position"]["company_id"], shown["version"]) == (
        "Paris",
        loser,
        2,
    )
    former = without_merges(before)
    changed = {key for key, item in without_merges(items_of(alice)).items() if former.get(key) != item}
    assert all(moving in repr(key) or "#S#" in key[0] for key in changed)
    require_no_drift(alice)
