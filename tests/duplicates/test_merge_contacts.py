"""Two records of one person made one: what is kept, what follows, what is refused."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.duplicates.table import naming, require_no_drift
from tests.duplicates.test_likely import make
from tests.world import Visitor


def merge(visitor: Visitor, winner: str, loser: str, path: str = "contacts", **more: Any) -> httpx.Response:
    return visitor.post(f"/api/{path}/{winner}/merge", json={"loser_id": loser, **more})


def merged(visitor: Visitor, winner: str, loser: str, path: str = "contacts", **more: Any) -> dict[str, Any]:
    answer = merge(visitor, winner, loser, path, **more)
    assert answer.status_code == 200, answer.text
    body: dict[str, Any] = answer.json()
    assert body["state"] == "done"
    return body


def two(visitor: Visitor, first: dict[str, Any], second: dict[str, Any]) -> tuple[str, str]:
    """The ids of two people called Dupont, with these fields."""
    return tuple(  # type: ignore[return-value]
        make(visitor, "contacts", **{"last_name": "Dupont", **fields})["id"] for fields in (first, second)
    )


def test_the_winner_keeps_its_values_and_takes_what_it_lacks(alice: Visitor) -> None:
    social = {"linkedin": "jdupont"}
    winner, loser = two(
        alice,
        {"first_name": "Jean", "personal_city": "Paris", "social": social},
        {
            "first_name": "JEAN",
            "personal_email": "jean@example.fr",
            "social": {"x": "@jd"},
            "birthday": "1980-03-31",
        },
    )
    contact = merged(alice, winner, loser)["contact"]
    assert (contact["id"], contact["first_name"], contact["personal_city"]) == (winner, "Jean", "Paris")
    assert (contact["personal_email"], contact["birthday"]) == ("jean@example.fr", "1980-03-31")
    assert {name: value for name, value in contact["social"].items() if value} == social | {"x": "@jd"}
    assert (contact["note"], contact["version"]) == (None, 2)
    assert alice.get(f"/api/contacts/{loser}").status_code == 404
    assert alice.get("/api/contacts").json()["total"] == 1
    require_no_drift(alice)


def test_each_value_can_be_chosen_and_nothing_is_lost(alice: Visitor) -> None:
    winner, loser = two(
        alice,
        {
            "first_name": "Jean",
            "personal_email": "old@example.fr",
            "personal_street": "1 rue A",
            "note": "Un",
        },
        {
            "first_name": "Jehan",
            "personal_email": "new@example.fr",
            "personal_street": "2 rue B",
            "note": "Deux",
        },
    )
    contact = merged(alice, winner, loser, choices={"personal_email": "loser"})["contact"]
    assert (contact["first_name"], contact["personal_email"]) == ("Jean", "new@example.fr")
    assert contact["note"] == (
        "Un\n\nDeux\n\nRepris de la fiche fusionnée « Dupont Jehan » :\n"
        "Prénom : Jehan\nE-mail personnel : old@example.fr\nAdresse : 2 rue B"
    )


def test_one_note_can_be_chosen(alice: Visitor) -> None:
    winner, loser = two(alice, {"note": "Un"}, {"note": "Deux"})
    assert merged(alice, winner, loser, choices={"note": "loser"})["contact"]["note"] == "Deux"


def test_a_second_number_finds_room_in_the_other_field(alice: Visitor) -> None:
    winner, loser = two(alice, {"personal_mobile": "06 01 02 03 04"}, {"personal_mobile": "06 11 12 13 14"})
    contact = merged(alice, winner, loser)["contact"]
    assert contact["personal_mobile"] == "06 01 02 03 04"
    assert (contact["personal_phone"], contact["note"]) == ("06 11 12 13 14", None)
    found = alice.get("/api/contacts/likely", params={"phone": "0611121314"}).json()["items"]
    assert [each["id"] for each in found] == [winner]


def test_a_third_number_goes_to_the_note(alice: Visitor) -> None:
    winner, loser = two(
        alice,
        {"personal_mobile": "06 01 02 03 04", "personal_phone": "01 01 02 03 04"},
        {"personal_mobile": "+33 6 01 02 03 04", "personal_phone": "01 11 12 13 14"},
    )
    contact = merged(alice, winner, loser)["contact"]
    assert contact["personal_phone"] == "01 01 02 03 04"
    assert contact["note"].endswith(":\nTél fixe personnel : 01 11 12 13 14")


def test_interests_are_united(alice: Visitor) -> None:
    golf, wine, art = (make(alice, "interests", name=name)["id"] for name in ("Golf", "Vin", "Art"))
    winner, loser = two(alice, {"interest_ids": [golf, wine]}, {"interest_ids": [wine, art]})
    assert merged(alice, winner, loser)["contact"]["interest_ids"] == [golf, wine, art]
    for interest in (golf, wine, art):
        assert alice.get("/api/contacts", params={"interest_id": interest}).json()["total"] == 1
    require_no_drift(alice)


def job(visitor: Visitor, contact: str, company: str, **fields: Any) -> str:
    return str(make(visitor, "positions", contact_id=contact, company_id=company, **fields)["id"])


def career(visitor: Visitor, contact: str) -> dict[str, dict[str, Any]]:
    found = visitor.get("/api/positions", params={"contact_id": contact}).json()["items"]
    return {each["id"]: each for each in found}


def test_positions_follow_under_one_main_position(alice: Visitor) -> None:
    beef, veal = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Veau"))
    winner, loser = two(alice, {}, {})
    kept = job(alice, winner, beef, title="Gérant")
    followed = job(alice, loser, veal, title="Associé", work_email="jean@veau.example")
    contact = merged(alice, winner, loser)["contact"]
    jobs = career(alice, winner)
    assert contact["main_position"]["id"] == kept
    assert {id_: each["is_main"] for id_, each in jobs.items()} == {kept: True, followed: False}
    assert (jobs[followed]["company"], jobs[followed]["version"]) == ("Veau", 2)
    assert alice.get(f"/api/positions/{followed}").json()["contact_id"] == winner
    people = alice.get("/api/positions", params={"company_id": veal}).json()["items"]
    assert [each["contact_id"] for each in people] == [winner]
    require_no_drift(alice)


def test_the_loser_s_main_position_becomes_the_main_one_of_who_had_none(alice: Visitor) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    winner, loser = two(alice, {}, {"position": {"company_id": beef, "title": "Gérant"}})
    contact = merged(alice, winner, loser)["contact"]
    assert (contact["main_position"]["title"], contact["main_position"]["company"]) == ("Gérant", "Bœuf")
    assert alice.get("/api/contacts").json()["items"][0]["company"] == "Bœuf"


def test_the_same_job_told_twice_becomes_one(alice: Visitor) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    winner, loser = two(alice, {}, {})
    kept = job(alice, winner, beef, title="Gérant", start="2019", work_phone="01 02 03 04 05")
    job(alice, loser, beef, start="2019-03", work_phone="01 12 13 14 15", work_email="jean@boeuf.example")
    contact = merged(alice, winner, loser)["contact"]
    (one,) = career(alice, winner).values()
    assert (one["id"], one["title"], one["start"]) == (kept, "Gérant", "2019-03")
    assert (one["work_phone"], one["work_mobile"]) == ("01 02 03 04 05", "01 12 13 14 15")
    assert (one["work_email"], contact["note"]) == ("jean@boeuf.example", None)
    require_no_drift(alice)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"title": "Gérant"}, {"title": "Comptable"}),
        ({"start": "2010", "end": "2015"}, {"start": "2017"}),
    ],
)
def test_two_jobs_in_one_company_stay_two(
    alice: Visitor, mine: dict[str, str], theirs: dict[str, str]
) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    winner, loser = two(alice, {}, {})
    both = {job(alice, winner, beef, **mine), job(alice, loser, beef, **theirs)}
    merged(alice, winner, loser)
    assert career(alice, winner).keys() == both


def test_what_a_joined_job_cannot_keep_goes_to_the_note(alice: Visitor) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    winner, loser = two(alice, {}, {})
    job(alice, winner, beef, work_email="a@boeuf.example", start="2019")
    job(alice, loser, beef, work_email="b@boeuf.example", start="2018")
    note = merged(alice, winner, loser)["contact"]["note"]
    assert note.endswith("E-mail professionnel (Bœuf) : b@boeuf.example\nDate d'entrée (Bœuf) : 2018")


def test_positions_taken_away_follow_too(alice: Visitor) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    winner, loser = two(alice, {}, {})
    away = job(alice, loser, beef)
    alice.delete(f"/api/positions/{away}")
    merged(alice, winner, loser)
    restored = alice.post(f"/api/positions/{away}/restore").json()
    assert (restored["contact_id"], restored["is_main"]) == (winner, True)
    require_no_drift(alice)


def test_the_history_of_the_winner_tells_it(alice: Visitor) -> None:
    winner, loser = two(alice, {"first_name": "Jean"}, {"first_name": "J.", "personal_city": "Paris"})
    done = merged(alice, winner, loser)
    told = alice.get(f"/api/contacts/{winner}/history").json()["items"][0]
    assert (told["id"], told["action"], told["user"]) == (done["id"], "merge", "Alice Martin")
    assert {each["field"]: each["new"] for each in told["changes"] if each["field"] != "note"} == {
        "merged": "Dupont J.",
        "personal_city": "Paris",
    }


def test_no_item_names_the_loser_any_more(alice: Visitor) -> None:
    beef = make(alice, "companies", name="Bœuf")["id"]
    golf = make(alice, "interests", name="Golf")["id"]
    winner, loser = two(alice, {"first_name": "Jean"}, {"first_name": "Jean", "interest_ids": [golf]})
    third = make(alice, "contacts", last_name="Dupont", first_name="Jean")["id"]
    job(alice, loser, beef, title="Gérant")
    alice.delete(f"/api/positions/{job(alice, loser, beef, title='Associé')}")
    alice.change(f"/api/contacts/{loser}", 1, personal_city="Paris")
    pair = {"resource": "contacts", "a_id": loser, "b_id": third}
    assert alice.post("/api/duplicates/dismiss", json=pair).status_code == 200
    fourth = make(alice, "contacts", last_name="Dupont")["id"]
    merged(alice, loser, fourth)
    assert naming(alice, loser)
    merged(alice, winner, loser)
    assert naming(alice, loser) == []
    require_no_drift(alice)


def test_the_preview_says_field_by_field_what_a_merge_would_do(alice: Visitor) -> None:
    beef, veal = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Veau"))
    golf = make(alice, "interests", name="Golf")["id"]
    winner, loser = two(
        alice,
        {"first_name": "Jean", "note": "Un", "personal_city": "PARIS"},
        {
            "first_name": "J.",
            "note": "Deux",
            "birthday": "1980-03-31",
            "personal_city": "Paris",
            "interest_ids": [golf],
        },
    )
    one, other = job(alice, winner, beef), job(alice, loser, beef)
    third = job(alice, loser, veal)
    told = alice.get(f"/api/contacts/{winner}/merge", params={"loser_id": loser}).json()
    fields = {each["field"]: each for each in told["fields"]}
    assert fields["first_name"] == {
        "field": "first_name",
        "winner": "Jean",
        "loser": "J.",
        "chosen": "winner",
    }
    assert {name: each["chosen"] for name, each in fields.items()} == {
        "last_name": "same",
        "first_name": "winner",
        "birthday": "loser",
        "personal_city": "same",
        "note": "both",
        "owner_id": "same",
    }
    assert {each["id"]: each["from"] for each in told["positions"]} == {one: "both", third: "loser"}
    assert (told["interests"], told["versions"]) == ([golf], {"winner": 1, "loser": 1})
    assert (told["winner"]["name"], told["loser"]["name"]) == ("Dupont Jean", "Dupont J.")
    assert career(alice, loser).keys() == {other, third}


def _fields(answer: httpx.Response) -> set[str]:
    assert answer.status_code == 422, answer.text
    return {each["field"] for each in answer.json()["errors"]}


def test_it_refuses_a_record_with_itself_and_one_that_is_not_there(alice: Visitor, charlie: Visitor) -> None:
    winner, loser = two(alice, {}, {})
    foreign = make(charlie, "contacts", last_name="Dupont")["id"]
    for other in (winner, foreign, "0" * 16, "nobody"):
        assert _fields(merge(alice, winner, other)) == {"loser_id"}
        answer = alice.get(f"/api/contacts/{winner}/merge", params={"loser_id": other})
        assert _fields(answer) == {"loser_id"}
    assert merge(alice, "0" * 16, loser).status_code == merge(charlie, winner, loser).status_code == 404
    assert alice.get("/api/contacts").json()["total"] == 2


def test_it_refuses_a_record_changed_since_the_preview(alice: Visitor) -> None:
    winner, loser = two(alice, {}, {})
    seen = alice.get(f"/api/contacts/{winner}/merge", params={"loser_id": loser}).json()["versions"]
    alice.change(f"/api/contacts/{loser}", 1, personal_city="Paris")
    assert merge(alice, winner, loser, versions=seen).status_code == 412
    merged(alice, winner, loser, versions={"winner": 1, "loser": 2})


def test_it_refuses_choices_it_does_not_know(alice: Visitor) -> None:
    winner, loser = two(alice, {}, {})
    assert _fields(merge(alice, winner, loser, choices={"first_name": "both"})) == {"choices.first_name"}
    assert _fields(merge(alice, winner, loser, choices={"surname": "loser"})) == {"choices.surname"}
    assert _fields(merge(alice, winner, loser, choices=["first_name"])) == {"choices"}
    assert _fields(merge(alice, winner, loser, undo=True)) == {"undo"}


def test_it_refuses_notes_too_long_together_until_one_is_chosen(alice: Visitor) -> None:
    winner, loser = two(alice, {"note": "a" * 30_000}, {"note": "b" * 30_000})
    assert _fields(merge(alice, winner, loser)) == {"choices.note"}
    assert merged(alice, winner, loser, choices={"note": "winner"})["contact"]["note"] == "a" * 30_000


def test_it_refuses_who_is_archived(alice: Visitor) -> None:
    winner, loser = two(alice, {}, {})
    alice.delete(f"/api/contacts/{loser}")
    assert _fields(merge(alice, winner, loser)) == {"loser_id"}
    assert merge(alice, loser, winner).status_code == 409


def test_bob_merges_only_what_is_his(alice: Visitor, bob: Visitor) -> None:
    hers, his = (
        make(alice, "contacts", last_name="Dupont")["id"],
        make(bob, "contacts", last_name="Dupont")["id"],
    )
    assert _fields(merge(bob, his, hers)) == {"loser_id"}
    assert merge(bob, hers, his).status_code == 404
    other = make(bob, "contacts", last_name="Dupont")["id"]
    done = merged(bob, his, other)
    assert bob.get(f"/api/merges/{done['id']}").json()["loser"] == "Dupont"
    elsewhere = merged(alice, hers, make(alice, "contacts", last_name="Dupont")["id"])
    assert bob.get(f"/api/merges/{elsewhere['id']}").status_code == 404


def test_who_may_only_read_sees_the_preview_and_merges_nothing(alice: Visitor, visitor: Any) -> None:
    reader = visitor().accept_invitation_of(alice, "Rosa", role="read_only")
    winner, loser = two(alice, {}, {})
    assert reader.get(f"/api/contacts/{winner}/merge", params={"loser_id": loser}).status_code == 200
    assert merge(reader, winner, loser).status_code == 403


def test_sent_again_under_its_key_it_merges_once(alice: Visitor) -> None:
    winner, loser = two(alice, {}, {})
    key, body = {"Idempotency-Key": "once"}, {"loser_id": loser}
    first, again = (alice.post(f"/api/contacts/{winner}/merge", json=body, headers=key) for _ in range(2))
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"
