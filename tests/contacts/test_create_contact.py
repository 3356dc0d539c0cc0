"""Making a contact: every field a person may have, and what is said of every one that is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.world import Visitor

WHOLE = {
    "civility": "Mme",
    "first_name": "Hélène",
    "last_name": "Lefèvre",
    "personal_phone": "04 72 00 00 00",
    "personal_mobile": "+33 6 44 27 31 63",
    "personal_email": "helene@example.fr",
    "personal_street": "12 rue de l'Œuvre",
    "personal_postal_code": "69002",
    "personal_city": "Lyon",
    "personal_country": "fr",
    "birthday": "1980-02-29",
    "note": "Aime\nle café",
    "interest_ids": [],
    "social": {"mastodon": "@helene@piaille.fr"},
}


def _fields(visitor: Visitor, **body: Any) -> list[str]:
    answer = visitor.post("/api/contacts", json={"last_name": "Martin", **body})
    assert answer.status_code == 422, answer.text
    return [each["field"] for each in answer.json()["errors"]]


def test_it_has_every_field_and_those_every_record_has(alice: Visitor) -> None:
    answer = alice.post("/api/contacts", json=WHOLE)
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    made = answer.json()
    settled = {"personal_country": "FR", "owner_id": alice.user["id"], "version": 1, "archived": False}
    assert made["social"]["mastodon"] == "@helene@piaille.fr"
    assert {**WHOLE, **settled, "social": made["social"], "main_position": None}.items() <= made.items()
    shown = alice.get(f"/api/contacts/{made['id']}")
    assert (shown.json(), shown.headers["etag"]) == (made, '"1"')


def test_a_last_name_is_all_a_person_needs(alice: Visitor) -> None:
    made = alice.post("/api/contacts", json={"last_name": " Le  Goff "}).json()
    assert made["last_name"] == "Le Goff"
    row = alice.get("/api/contacts").json()["items"][0]
    blank = dict.fromkeys(["company", "title", "city", "email", "phone"])
    assert row == {"id": made["id"], "name": "Le Goff", **blank, "interests": []}


@pytest.mark.parametrize("name", ["***", "…", "山田", "𠮷野", "اسم", "O'", "d'", "x" * 120, "́"])
def test_whatever_a_person_is_called_they_are_listed(alice: Visitor, name: str) -> None:
    made = alice.post("/api/contacts", json={"last_name": name, "first_name": name})
    assert made.status_code == 201
    assert alice.get("/api/contacts").json()["items"][0]["id"] == made.json()["id"]


@pytest.mark.parametrize("name", [None, "", "  ", "\u00a0", 7, ["x"], "x" * 121, "a\u0000b"])
def test_a_person_needs_a_last_name_somebody_could_read(alice: Visitor, name: object) -> None:
    assert _fields(alice, last_name=name) == ["last_name"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("birthday", "1981-02-29"),
        ("birthday", "29/02/1980"),
        ("birthday", "1980"),
        ("birthday", "1700-01-01"),
        ("birthday", "٢٠٠٠-01-01"),
        ("personal_country", "FRA"),
        ("personal_phone", "06"),
        ("personal_phone", "+33 6 44 27 31 63 + 1 2 3 4 5 6 7"),
        ("personal_mobile", "0644273163;DROP"),
        ("personal_email", "helene@example"),
        ("interest_ids", ["x"]),
        ("interest_ids", ["0" * 16]),
        ("interest_ids", ["0" * 16, "0" * 16]),
        ("interest_ids", ["0" * 16 for _ in range(51)]),
        ("interest_ids", "x"),
        ("social", {"x": 5}),
        ("note", "x" * 50_001),
        ("civility", "x" * 41),
        ("owner_id", "0" * 16),
        ("owner_id", "x"),
        ("main_position", None),
        ("version", 1),
        ("nom", "x"),
    ],
)
def test_each_wrong_field_is_named(alice: Visitor, field: str, value: object) -> None:
    wrong = _fields(alice, **{field: value})
    assert {each.split(".")[0] for each in wrong} == {field}
    assert alice.get("/api/contacts").json()["total"] == 0


def test_an_owner_is_a_user_of_the_tenant_or_nobody(alice: Visitor, charlie: Visitor) -> None:
    assert _fields(alice, owner_id=charlie.user["id"]) == ["owner_id"]
    assert alice.post("/api/contacts", json={"last_name": "X", "owner_id": None}).json()["owner_id"] is None


def test_who_makes_a_contact_owns_it(alice: Visitor, bob: Visitor) -> None:
    made = bob.post("/api/contacts", json={"last_name": "X"}).json()
    assert made["owner_id"] == bob.user["id"]


def test_an_unknown_field_is_called_unknown_even_when_it_is_null(alice: Visitor) -> None:
    refused = alice.post("/api/contacts", json={"last_name": "Martin", "shoe_size": None})
    assert refused.json()["errors"] == [{"field": "shoe_size", "message": "Ce champ est inconnu."}]


def test_a_name_too_long_is_told_as_a_text(alice: Visitor) -> None:
    refused = alice.post("/api/contacts", json={"last_name": "N" * 5_000})
    assert refused.status_code == 422
    assert refused.json()["errors"] == [{"field": "last_name", "message": "Ce texte dépasse 120 caractères."}]
