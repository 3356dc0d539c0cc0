"""What a crossing refuses, whom it shows to whom, and that its counts survive whatever is killed."""

from __future__ import annotations

from typing import Any

import pytest

import app
from chalicelib.contacts import service as contacts
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store, connection
from chalicelib.core.work import Caller, committed
from tests import faults
from tests.world import Visitor


def _interest(visitor: Visitor, name: str) -> str:
    return str(visitor.post("/api/interests", json={"name": name}).json()["id"])


def _contact(visitor: Visitor, last_name: str, *interests: str, **fields: Any) -> str:
    answer = visitor.post("/api/contacts", json={"last_name": last_name, "interest_ids": interests, **fields})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def _page(visitor: Visitor, **query: Any) -> dict[str, Any]:
    answer = visitor.get("/api/contacts", params=query)
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def _names(visitor: Visitor, **query: Any) -> list[str]:
    return [row["name"] for row in _page(visitor, **query)["items"]]


def _no_drift(visitor: Visitor) -> bool:
    return reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift()


@pytest.mark.parametrize("side", ["interests_all", "interests_any", "interests_none"])
@pytest.mark.parametrize("path", ["/api/contacts", "/api/contacts/count"])
def test_it_refuses_what_is_no_interest_in_use(
    alice: Visitor, charlie: Visitor, side: str, path: str
) -> None:
    wine, theirs = _interest(alice, "Vin"), _interest(charlie, "Vin")
    alice.delete(f"/api/interests/{wine}")
    long = ",".join(f"{number:016}" for number in range(51))
    for wrong in (wine, theirs, "x", f"{wine},{theirs}", "x" * 41, long):
        refused = alice.get(path, params={side: wrong})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, side)
    alice.post(f"/api/interests/{wine}/restore")
    assert alice.get(path, params={side: f" {wine} ,{wine},"}).status_code == 200


def test_an_interest_not_in_use_filters_nobody(alice: Visitor, charlie: Visitor) -> None:
    for wrong in ("x", _interest(charlie, "Vin")):
        refused = alice.get("/api/contacts", params={"interest_id": wrong})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "interest_id")


def test_what_contradicts_itself_is_nobody(alice: Visitor) -> None:
    wine = _interest(alice, "Vin")
    _contact(alice, "Blin", wine)
    page = _page(alice, interests_all=wine, interests_none=wine)
    assert (page["items"], page["total"], page["total_is_exact"], page["next"]) == ([], 0, True, None)
    counted = alice.get("/api/contacts/count", params={"interests_all": wine, "interests_none": wine})
    assert counted.json() == {"count": 0, "cursor": None}


def test_a_crossing_joins_with_one_interest_a_jump_and_ids(alice: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    both = [_contact(alice, name, wine, bike) for name in ("Aubry", "Morin", "Zola")]
    one = _contact(alice, "Nemo", wine)
    assert _names(alice, interests_all=wine, interest_id=bike) == ["Aubry", "Morin", "Zola"]
    assert _names(alice, interests_all=wine, interest_id=bike, **{"from": "m"}) == ["Morin", "Zola"]
    back = _page(alice, interests_all=f"{wine},{bike}", order="desc", **{"from": "m"})
    assert [row["name"] for row in back["items"]] == ["Morin", "Aubry"]
    assert _names(alice, interests_all=bike, ids=",".join([one, both[2], both[0]])) == ["Zola", "Aubry"]


def test_archived_people_are_crossed_among_themselves(alice: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    gone = [_contact(alice, name, wine, bike) for name in ("Aubry", "Morin")]
    _contact(alice, "Zola", wine, bike)
    for each in gone:
        alice.delete(f"/api/contacts/{each}")
    assert _names(alice, interests_all=f"{wine},{bike}") == ["Zola"]
    assert _names(alice, interests_all=f"{wine},{bike}", archived="true") == ["Aubry", "Morin"]
    for archived, expected in (("", 1), ("true", 2)):
        query = {"interests_all": f"{wine},{bike}", "archived": archived}
        assert alice.get("/api/contacts/count", params=query).json() == {"count": expected, "cursor": None}


def test_bob_crosses_and_counts_only_his_own(alice: Visitor, bob: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    for name in ("Aubry", "Morin"):
        _contact(alice, name, wine, bike)
    for sides in ({"interests_all": f"{wine},{bike}"}, {"interests_any": wine}, {"interests_none": bike}):
        assert (_page(bob, **sides)["items"], _page(bob, **sides)["total"]) == ([], 0)
        assert bob.get("/api/contacts/count", params=sides).json()["count"] == 0
    _contact(bob, "Zola", wine, bike)
    _contact(bob, "Yver", wine)
    assert _names(bob, interests_all=f"{wine},{bike}") == ["Zola"]
    assert _names(bob, interests_any=f"{wine},{bike}", sort="first_name") == ["Yver", "Zola"]
    assert _names(bob, interests_none=bike) == ["Yver"]
    assert _names(bob, interests_any=wine, owner_id=alice.user["id"]) == []
    shown = _page(bob, interest_id=wine)
    assert (shown["total"], shown["total_is_exact"]) == (2, True)
    assert bob.get("/api/contacts/count", params={"interest_id": wine}).json()["count"] == 2


def test_charlie_shares_names_of_interests_but_no_people(alice: Visitor, charlie: Visitor) -> None:
    _contact(alice, "Aubry", _interest(alice, "Vin"))
    assert _names(charlie, interest_id=_interest(charlie, "Vin")) == []


def test_a_cursor_belongs_to_its_crossing(alice: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    for name in ("Aubry", "Morin"):
        _contact(alice, name, wine, bike)
    cursor = _page(alice, interests_all=wine, interests_any=bike, limit=1)["next"]
    assert _names(alice, interests_all=wine, interests_any=bike, limit=1, cursor=cursor) == ["Morin"]
    for other in (
        {"interests_all": wine},
        {"interests_all": bike, "interests_any": wine},
        {"interests_any": f"{wine},{bike}"},
        {"interests_all": wine, "interests_any": bike, "order": "desc"},
    ):
        refused = alice.get("/api/contacts", params={**other, "cursor": cursor})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "cursor")
    assert (
        alice.get("/api/contacts/count", params={"interests_all": wine, "cursor": cursor}).status_code == 422
    )


def test_counting_without_a_crossing_is_the_lists_total(alice: Visitor) -> None:
    company = alice.post("/api/companies", json={"name": "Pomme"}).json()["id"]
    for name in ("Aubry", "Morin", "Zola"):
        job = {"position": {"company_id": company}} if name == "Zola" else {}
        person = _contact(alice, name, **job)
    alice.change(f"/api/contacts/{person}", 1, owner_id=None)
    for query, expected in (
        ({}, 3),
        ({"owner_id": alice.user["id"]}, 2),
        ({"company_id": company}, 1),
        ({"company_id": company, "owner_id": alice.user["id"]}, 0),
        ({"archived": "true"}, 0),
        ({"ids": person}, 1),
    ):
        assert alice.get("/api/contacts/count", params=query).json() == {"count": expected, "cursor": None}


def test_a_posting_that_lags_behind_its_person_shows_nobody(alice: Visitor) -> None:
    wine = _interest(alice, "Vin")
    person = _contact(alice, "Aubry", wine)
    store = Store(alice.tenant["id"])
    (posting,) = store.query_all("pk", store.key("F", "C", "i", wine[-3:]))
    alice.change(f"/api/contacts/{person}", 1, last_name="Zola", interest_ids=[])
    _contact(alice, "Morin", wine)
    store.write_many([posting])
    assert _names(alice, interest_id=wine) == ["Morin"]
    assert reindex.mend(store, app.SHELVES).stray == [(posting["pk"], posting["sk"])]
    assert _no_drift(alice)


def test_killed_anywhere_a_change_of_interests_leaves_counts_and_lists_right(alice: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    person = _contact(alice, "Aubry", wine)
    caller = Caller(alice.tenant["id"], alice.user["id"], "Alice", "admin")
    for injection in faults.at_each_call(faults.crash_after, connection().client):
        version = alice.get(f"/api/contacts/{person}").json()["version"]
        wanted = {"interest_ids": [bike] if version % 2 else [wine], "first_name": f"Jean {version}"}
        with injection:
            committed(caller, lambda work: contacts.change(work, person, version, wanted))  # noqa: B023
        assert _no_drift(alice)
    shown = alice.get(f"/api/contacts/{person}").json()["interest_ids"]
    assert _page(alice, interest_id=shown[0])["total"] == 1
    assert _page(alice, interests_none=shown[0])["total"] == 0
