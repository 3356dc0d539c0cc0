"""The page of likely pairs: all of them sooner or later, each once, but for those called different."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chalicelib.core.store import connection
from chalicelib.duplicates import walk
from chalicelib.duplicates.pairs import MOST_PAIRS
from tests.duplicates.meter import units_of
from tests.duplicates.test_likely import make, person
from tests.duplicates.test_merge_contacts import merged
from tests.world import Visitor

Found = list[tuple[set[str], list[str]]]


def slices(visitor: Visitor, resource: str = "contacts") -> list[dict[str, Any]]:
    """Every slice of the walk, one after the other."""
    turned: list[dict[str, Any]] = []
    cursor = ""
    while cursor is not None:
        answer = visitor.get("/api/duplicates", params={"resource": resource, "cursor": cursor})
        assert answer.status_code == 200, answer.text
        turned.append(answer.json())
        cursor = turned[-1]["next"]
        assert turned[-1]["partial"] == (cursor is not None)
        assert len(turned) < 500
    return turned


def pairs(visitor: Visitor, resource: str = "contacts") -> Found:
    items = [each for page in slices(visitor, resource) for each in page["items"]]
    return [({each["a"]["id"], each["b"]["id"]}, each["reasons"]) for each in items]


def test_an_empty_address_book_has_none(alice: Visitor) -> None:
    (only,) = slices(alice)
    assert (only["items"], only["total"], only["total_is_exact"]) == ([], 0, True)


def test_who_shares_an_email_or_a_number_is_a_pair(alice: Visitor) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    one = person(alice, "Un", "A", personal_email="a@example.fr", personal_mobile="06 01 02 03 04")
    two = person(alice, "Deux", "B", position={"company_id": beef, "work_email": "A@example.fr"})
    three = person(alice, "Trois", "C", personal_phone="+33 6 01 02 03 04")
    person(alice, "Quatre", "D", personal_email="aa@example.fr", personal_phone="06 01 02 03 05")
    assert pairs(alice) == [({one, two}, ["email"]), ({one, three}, ["phone"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dupont", "Jean"), ("DUPONT", "Jéan")),
        (("Dupont", "Jean"), ("Dupond", "Jean")),
        (("Dupont", "Jean"), ("Bupont", "Jean")),
        (("Dupont", "Jean"), ("Dupont", "J.")),
        (("Dupont", "Jean-Pierre"), ("Dupont", "Jeanpierre")),
        (("Dupont", "Jean"), ("Jean", "Dupont")),
    ],
)
def test_near_names_in_one_company_are_a_pair(
    alice: Visitor, one: tuple[str, str], other: tuple[str, str]
) -> None:
    here, elsewhere = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Veau"))
    both = {person(alice, *name, position={"company_id": here}) for name in (one, other)}
    person(alice, *one, position={"company_id": elsewhere})
    person(alice, "Roux", one[1], position={"company_id": here})
    assert pairs(alice) == [(both, ["name"])]


def test_near_names_without_a_company_are_a_pair(alice: Visitor) -> None:
    here = make(alice, "companies", name="Bœuf")["id"]
    one, two = person(alice, "Dupont", "Jean"), person(alice, "Dupond", "Jean")
    three = person(alice, "Dupont", "Jean", position={"company_id": here})
    found = pairs(alice)
    assert sorted(map(sorted, (both for both, _ in found))) == sorted(
        map(sorted, ({one, two}, {one, three}, {two, three}))
    )


def test_each_pair_is_told_once_with_all_its_reasons(alice: Visitor) -> None:
    same = {
        "personal_email": "jean@example.fr",
        "personal_mobile": "06 01 02 03 04",
        "personal_phone": "01 01 02 03 04",
    }
    both = {person(alice, "Dupont", "Jean", **same) for _ in range(2)}
    assert pairs(alice) == [(both, ["email", "phone", "name"])]


def test_a_switchboard_makes_no_pairs_but_near_names_do(alice: Visitor) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    shared = {"company_id": beef, "work_phone": "01 02 03 04 05", "work_email": "info@boeuf.example"}
    for name in ("Abel", "Bernard", "Chloé", "David"):
        person(alice, name, name, position=shared)
    one, two = (person(alice, name, "Jean", position=shared) for name in ("Dupont", "Dupond"))
    assert pairs(alice) == [({one, two}, ["email", "phone", "name"])]


def test_companies_are_pairs_by_name_email_or_number(alice: Visitor) -> None:
    one, two = (
        make(alice, "companies", name=name)["id"]
        for name in ("Boulangerie Martin", "Boulangerie Marton SARL")
    )
    three = make(alice, "companies", name="Pomme", site_label="Lyon", email="info@pomme.example")["id"]
    four = make(alice, "companies", name="Pomme", site_label="Nice", email="INFO@pomme.example")["id"]
    make(alice, "companies", name="Pomme", site_label="Paris")
    assert pairs(alice, "companies") == [({three, four}, ["email"]), ({one, two}, ["name"])]


def test_rows_tell_what_the_list_shows(alice: Visitor) -> None:
    one, two = person(alice, "Dupont", "Jean"), person(alice, "Dupont", "Jean")
    (pair,) = slices(alice)[0]["items"]
    listed = {row["id"]: row for row in alice.get("/api/contacts").json()["items"]}
    assert (pair["a"], pair["b"]) == (listed[one], listed[two])


def dismiss(visitor: Visitor, one: str, two: str, verb: str = "dismiss", resource: str = "contacts") -> Any:
    body = {"resource": resource, "a_id": one, "b_id": two}
    return visitor.post(f"/api/duplicates/{verb}", json=body)


def test_a_dismissed_pair_stays_away_until_it_is_recalled(alice: Visitor) -> None:
    one, two = person(alice, "Dupont", "Jean"), person(alice, "Dupont", "Jean")
    for ids in ((two, one), (one, two)):
        assert dismiss(alice, *ids).status_code == 200
        assert pairs(alice) == []
    assert dismiss(alice, one, two, "recall").status_code == 200
    assert pairs(alice) == [({one, two}, ["name"])]


def test_a_merged_pair_is_one_no_more(alice: Visitor) -> None:
    one, two = person(alice, "Dupont", "Jean"), person(alice, "Dupont", "Jean")
    merged(alice, one, two)
    assert pairs(alice) == []


def test_it_dismisses_only_two_records_that_are_there(alice: Visitor, bob: Visitor, charlie: Visitor) -> None:
    one, two = person(alice, "Dupont", "Jean"), person(alice, "Dupont", "Jean")
    for visitor, ids, field in (
        (alice, (one, one), "b_id"),
        (alice, (one, "0" * 16), "b_id"),
        (charlie, (one, two), "a_id"),
        (bob, (one, two), "a_id"),
    ):
        for verb in ("dismiss", "recall"):
            answer = dismiss(visitor, *ids, verb)
            assert answer.status_code == 422
            assert [each["field"] for each in answer.json()["errors"]] == [field]
    assert dismiss(alice, one, two, resource="users").status_code == 422
    assert len(pairs(alice)) == 1


def test_the_pairs_bob_may_not_see_take_no_room_in_his(alice: Visitor, bob: Visitor) -> None:
    for number in range(MOST_PAIRS + 2):
        for _ in range(2):
            person(alice, f"Nom{number}", f"P{number}", personal_email=f"a{number:02}@example.fr")
    his = {person(bob, "Un", each, personal_email="z@example.fr") for each in ("A", "B")}
    (only,) = slices(bob)
    assert [{each["a"]["id"], each["b"]["id"]} for each in only["items"]] == [his]
    assert len(slices(alice)) > 1


def test_bob_sees_the_pairs_of_what_is_his(alice: Visitor, bob: Visitor) -> None:
    shared = {"personal_email": "jean@example.fr"}
    person(alice, "Dupont", "Jean", **shared)
    his = person(bob, "Dupont", "Jean", **shared)
    assert pairs(bob) == []
    other = person(bob, "Dupont", "Jean")
    assert pairs(bob) == [({his, other}, ["name"])]
    assert len(pairs(alice)) == 3


def test_who_may_only_read_sees_them_and_dismisses_none(alice: Visitor, visitor: Any) -> None:
    reader = visitor().accept_invitation_of(alice, "Rosa", role="read_only")
    one, two = person(alice, "Dupont", "Jean"), person(alice, "Dupont", "Jean")
    assert len(pairs(reader)) == 1
    assert dismiss(reader, one, two).status_code == 403


def test_a_walk_in_small_slices_finds_the_same_pairs_each_once(
    alice: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        twice = {"personal_email": f"n{number // 2:02}@example.fr"} if number < 20 else {}
        person(alice, f"Nom{'abcdefghij'[number % 10] * 3}", f"Jean{number // 13}", **twice)
    for _ in range(12):
        person(alice, "Dupont", "Jean")
    for number in range(30):
        make(alice, "companies", name=f"Société {number}", email=f"n{number // 4:02}@example.fr")
    monkeypatch.setattr(walk, "_WINDOW", 5)
    whole = pairs(alice)
    assert len({frozenset(both) for both, _ in whole}) == len(whole) > 11 + 10 + 9 + 8 + 7
    monkeypatch.setattr(walk, "MOST_ROWS", 11)
    monkeypatch.setattr(walk, "_LEAST_ROWS", 7)
    small = pairs(alice)
    assert {frozenset(both) for both, _ in small} == {frozenset(both) for both, _ in whole}
    once = [frozenset(both) for both, _ in small]
    assert len(once) == len(set(once))


def test_a_slice_is_bounded(alice: Visitor) -> None:
    for number in range(30):
        person(alice, "Dupont", "Jean", personal_mobile=f"06 01 02 03 {number // 2:02}")
    with units_of(connection().client) as units:
        answer = alice.get("/api/duplicates")
    assert answer.json()["partial"]
    assert 0 < sum(units) <= 100


def test_a_cursor_of_another_list_or_tenant_is_refused(alice: Visitor, charlie: Visitor) -> None:
    for _ in range(12):
        person(alice, "Dupont", "Jean")
    cursor = alice.get("/api/duplicates").json()["next"]
    for visitor, resource, text in (
        (charlie, "contacts", cursor),
        (alice, "companies", cursor),
        (alice, "contacts", "x"),
        (alice, "contacts", json.dumps([0, "", 0])),
    ):
        answer = visitor.get("/api/duplicates", params={"resource": resource, "cursor": text})
        assert answer.status_code == 422, answer.text
    assert alice.get("/api/duplicates", params={"resource": "users"}).status_code == 422
