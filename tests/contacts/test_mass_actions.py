"""One thing done to many contacts or companies: each for itself, told one by one, and taken back."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.core.store import connection
from tests import faults
from tests.world import Visitor

UNKNOWN = "0" * 16


def made(visitor: Visitor, resource: str, count: int = 2) -> list[str]:
    name = {"contacts": "last_name", "companies": "name"}[resource]
    answers = [visitor.post(f"/api/{resource}", json={name: f"N{n}"}) for n in range(count)]
    return [str(answer.json()["id"]) for answer in answers]


def act(visitor: Visitor, resource: str, ids: list[str], action: str, **values: Any) -> dict[str, Any]:
    answer = visitor.post(f"/api/{resource}/bulk", json={"ids": ids, "action": action, **values})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def take_back(visitor: Visitor, resource: str, outcome: dict[str, Any]) -> None:
    for action in outcome["undo"]:
        answer = visitor.post(f"/api/{resource}/bulk", json=action)
        assert answer.json()["failed"] == [], answer.text


@pytest.mark.parametrize("resource", ["contacts", "companies"])
def test_it_archives_many_and_takes_it_back(alice: Visitor, resource: str) -> None:
    ids = made(alice, resource, 3)
    alice.delete(f"/api/{resource}/{ids[2]}")
    outcome = act(alice, resource, ids, "archive")
    assert (outcome["done"], outcome["failed"]) == (ids, [])
    assert alice.get(f"/api/{resource}").json()["total"] == 0
    take_back(alice, resource, outcome)
    # What was archived before stays so.
    assert [row["id"] for row in alice.get(f"/api/{resource}").json()["items"]] == ids[:2]


@pytest.mark.parametrize("resource", ["contacts", "companies"])
def test_it_assigns_many_and_gives_each_back_to_whose_it_was(
    alice: Visitor, bob: Visitor, resource: str
) -> None:
    hers, nobodys = made(alice, resource)
    alice.change(f"/api/{resource}/{nobodys}", 1, owner_id=None)
    outcome = act(alice, resource, [hers, nobodys], "assign", owner_id=bob.user["id"])
    assert bob.get(f"/api/{resource}").json()["total"] == 2
    take_back(alice, resource, outcome)
    owners = [alice.get(f"/api/{resource}/{each}").json()["owner_id"] for each in (hers, nobodys)]
    assert owners == [alice.user["id"], None]


def test_what_a_colleague_who_left_had_can_be_given_back(alice: Visitor, bob: Visitor) -> None:
    [his] = made(bob, "contacts", 1)
    alice.delete(f"/api/users/{bob.user['id']}")
    refused = {"ids": [his], "action": "assign", "owner_id": bob.user["id"]}
    assert alice.post("/api/contacts/bulk", json=refused).status_code == 422
    take_back(alice, "contacts", act(alice, "contacts", [his], "assign", owner_id=alice.user["id"]))
    assert alice.get(f"/api/contacts/{his}").json()["owner_id"] == bob.user["id"]
    nobody = {"ids": [his], "action": "give_back", "owner_id": UNKNOWN}
    assert alice.post("/api/contacts/bulk", json=nobody).status_code == 422


def test_it_tags_many_and_takes_off_only_what_was_new(alice: Visitor) -> None:
    chef, waiter = (
        alice.post("/api/interests", json={"name": each}).json()["id"] for each in ("Chef", "Serveur")
    )
    cook, nobody = made(alice, "contacts")
    alice.change(f"/api/contacts/{cook}", 1, interest_ids=[chef])
    outcome = act(alice, "contacts", [cook, nobody], "add_interests", interest_ids=[chef, waiter])
    assert tags(alice, cook, nobody) == [[chef, waiter], [chef, waiter]]
    take_back(alice, "contacts", outcome)
    assert tags(alice, cook, nobody) == [[chef], []]
    taken = act(alice, "contacts", [cook, nobody], "remove_interests", interest_ids=[chef])
    assert (taken["done"], tags(alice, cook, nobody)) == ([cook, nobody], [[], []])
    take_back(alice, "contacts", taken)
    assert tags(alice, cook, nobody) == [[chef], []]


def test_an_interest_that_is_archived_meanwhile_is_given_back_but_to_nobody_else(alice: Visitor) -> None:
    chef = alice.post("/api/interests", json={"name": "Chef"}).json()["id"]
    cook, waiter = made(alice, "contacts")
    alice.change(f"/api/contacts/{cook}", 1, interest_ids=[chef])
    alice.delete(f"/api/interests/{chef}")
    outcome = act(alice, "contacts", [cook, waiter], "remove_interests", interest_ids=[chef])
    assert [each["ids"] for each in outcome["undo"]] == [[cook]]
    take_back(alice, "contacts", outcome)
    assert tags(alice, cook, waiter) == [[chef], []]
    refused = {"ids": [waiter], "action": "add_interests", "interest_ids": [chef]}
    assert alice.post("/api/contacts/bulk", json=refused).status_code == 422


def tags(visitor: Visitor, *ids: str) -> list[list[str]]:
    return [visitor.get(f"/api/contacts/{each}").json()["interest_ids"] for each in ids]


@pytest.mark.parametrize("action", ["add_interests", "remove_interests", "give_back_interests"])
def test_it_tags_with_interests_that_are_there(alice: Visitor, charlie: Visitor, action: str) -> None:
    foreign = charlie.post("/api/interests", json={"name": "Chef"}).json()["id"]
    wrong = [[], [UNKNOWN, UNKNOWN]] + ([[UNKNOWN], [foreign]] if action != "remove_interests" else [])
    for ids in wrong:
        body = {"ids": [UNKNOWN], "action": action, "interest_ids": ids}
        refused = alice.post("/api/contacts/bulk", json=body)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "interest_ids")


def test_who_would_have_too_many_interests_is_told(alice: Visitor) -> None:
    ids = [alice.post("/api/interests", json={"name": f"I{n}"}).json()["id"] for n in range(51)]
    [full] = made(alice, "contacts", 1)
    alice.change(f"/api/contacts/{full}", 1, interest_ids=ids[:50])
    outcome = act(alice, "contacts", [full], "add_interests", interest_ids=ids[50:])
    assert outcome["failed"] == [{"id": full, "detail": "Cette liste dépasse 50 éléments."}]


def test_companies_have_no_interests(alice: Visitor) -> None:
    body = {"ids": [UNKNOWN], "action": "add_interests", "interest_ids": [UNKNOWN]}
    assert alice.post("/api/companies/bulk", json=body).status_code == 422


def test_every_record_has_its_history(alice: Visitor, bob: Visitor) -> None:
    [contact] = made(alice, "contacts", 1)
    act(alice, "contacts", [contact], "assign", owner_id=bob.user["id"])
    newest = alice.get(f"/api/contacts/{contact}/history").json()["items"][0]
    change = {"field": "owner_id", "old": alice.user["id"], "new": bob.user["id"]}
    assert (newest["action"], newest["changes"]) == ("change", [change])


def test_what_fails_is_told_beside_what_is_done(alice: Visitor, charlie: Visitor) -> None:
    [contact], [foreign] = made(alice, "contacts", 1), made(charlie, "contacts", 1)
    outcome = act(alice, "contacts", [UNKNOWN, contact, foreign, "nonsense"], "archive")
    assert outcome["done"] == [contact]
    assert outcome["failed"] == [
        {"id": each, "detail": "Introuvable"} for each in (UNKNOWN, foreign, "nonsense")
    ]
    assert charlie.get("/api/contacts").json()["total"] == 1


def test_done_again_it_changes_nothing_and_has_nothing_to_take_back(alice: Visitor) -> None:
    ids = made(alice, "contacts")
    act(alice, "contacts", ids, "archive")
    versions = [alice.get(f"/api/contacts/{each}").json()["version"] for each in ids]
    again = act(alice, "contacts", [*ids, *ids], "archive")
    assert again == {"done": ids, "failed": [], "undo": []}
    assert [alice.get(f"/api/contacts/{each}").json()["version"] for each in ids] == versions


def test_bob_touches_only_what_is_his(alice: Visitor, bob: Visitor) -> None:
    [hers], [his] = made(alice, "contacts", 1), made(bob, "contacts", 1)
    outcome = act(bob, "contacts", [hers, his], "archive")
    assert (outcome["done"], outcome["failed"]) == ([his], [{"id": hers, "detail": "Introuvable"}])
    assert alice.get(f"/api/contacts/{hers}").json()["archived"] is False


@pytest.mark.parametrize("resource", ["contacts", "companies"])
def test_bob_cannot_take_back_what_he_no_longer_sees(alice: Visitor, bob: Visitor, resource: str) -> None:
    ids = made(bob, resource)
    outcome = act(bob, resource, ids, "assign", owner_id=alice.user["id"])
    assert (outcome["done"], outcome["failed"], outcome["undo"]) == (ids, [], [])
    assert alice.get(f"/api/{resource}/{ids[0]}").json()["owner_id"] == alice.user["id"]


def test_who_may_only_read_is_refused_as_a_whole(alice: Visitor, visitor: Any) -> None:
    reader = visitor().accept_invitation_of(alice, "Rita", role="read_only")
    ids = made(alice, "contacts")
    refused = reader.post("/api/contacts/bulk", json={"ids": ids, "action": "archive"})
    assert refused.status_code == 403
    assert alice.get("/api/contacts").json()["total"] == 2


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"action": "archive"}, "ids"),
        ({"ids": [], "action": "archive"}, "ids"),
        ({"ids": [UNKNOWN] * 51, "action": "archive"}, "ids"),
        ({"ids": [None], "action": "archive"}, "ids.0"),
        ({"ids": [UNKNOWN], "action": "delete"}, "action"),
        ({"ids": [UNKNOWN], "action": "assign"}, "owner_id"),
        ({"ids": [UNKNOWN], "action": "assign", "owner_id": UNKNOWN}, "owner_id"),
        ({"ids": [UNKNOWN], "action": "archive", "colour": "red"}, "colour"),
    ],
    ids=str,
)
@pytest.mark.parametrize("resource", ["contacts", "companies"])
def test_what_is_asked_wrongly_is_refused(
    alice: Visitor, resource: str, body: dict[str, Any], field: str
) -> None:
    answer = alice.post(f"/api/{resource}/bulk", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_when_the_database_is_overrun_the_rest_is_not_tried(alice: Visitor, impatient: None) -> None:
    ids = made(alice, "contacts", 4)
    with faults.inject(faults.throttle, connection().client, at=6, times=1_000):
        outcome = act(alice, "contacts", ids, "archive")
    assert outcome["done"] + [each["id"] for each in outcome["failed"]] == ids
    assert {each["detail"] for each in outcome["failed"]} == {"Réessayez dans quelques secondes."}
    assert act(alice, "contacts", ids, "archive")["failed"] == []
