"""Making a company: every field it may have, and what is said of every one that is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from tests.world import Visitor

WHOLE = {
    "name": "Bœuf & Fils",
    "site_label": "Magasin de Lyon",
    "kinds": ["client", "supplier"],
    "siren": "732 829 320",
    "siret": "732 829 320 00074",
    "vat_number": "FR 40 303265045",
    "street": "12 rue de l'Œuvre",
    "postal_code": "69002",
    "city": "Lyon",
    "country": "fr",
    "phone": "04 72 00 00 00",
    "mobile": "+33 6 44 27 31 63",
    "email": "contact@boeuf.example",
    "website": "boeuf.example/accueil",
    "social": {"linkedin": "boeuf-et-fils"},
    "note": "Fermé\nle lundi",
}
NETWORKS = ("linkedin", "x", "facebook", "instagram", "youtube", "bluesky", "mastodon", "viadeo")


def _fields(visitor: Visitor, **body: Any) -> list[str]:
    answer = visitor.post("/api/companies", json={"name": "Bœuf", **body})
    assert answer.status_code == 422, answer.text
    return [each["field"] for each in answer.json()["errors"]]


def test_it_has_every_field_and_those_every_record_has(alice: Visitor) -> None:
    answer = alice.post("/api/companies", json=WHOLE)
    assert answer.status_code == 201
    assert answer.headers["etag"] == '"1"'
    made = answer.json()
    settled = {
        "siren": "732829320",
        "siret": "73282932000074",
        "vat_number": "FR40303265045",
        "country": "FR",
        "website": "https://boeuf.example/accueil",
        "social": {**dict.fromkeys(NETWORKS), "linkedin": "boeuf-et-fils"},
        "parent_id": None,
        "owner_id": alice.user["id"],
        "number": 1,
        "version": 1,
        "archived": False,
    }
    assert {**WHOLE, **settled}.items() <= made.items()
    assert made["created_at"] == made["updated_at"]
    assert made.keys() == WHOLE.keys() | settled.keys() | {"id", "created_at", "updated_at"}
    shown = alice.get(f"/api/companies/{made['id']}")
    assert (shown.json(), shown.headers["etag"]) == (made, '"1"')


def test_a_name_is_all_it_needs(alice: Visitor) -> None:
    made = alice.post("/api/companies", json={"name": "  Bœuf   & Fils "}).json()
    assert (made["name"], made["kinds"], made["city"]) == ("Bœuf & Fils", [], None)


@pytest.mark.parametrize("name", [None, "", " \t ", "\u00a0", 7, ["x"], "x" * 121, "a\u0000b", "a\u0007"])
def test_it_needs_a_name_a_person_could_read(alice: Visitor, name: object) -> None:
    assert _fields(alice, name=name) == ["name"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kinds", ["friend"]),
        ("kinds", ["client", "client"]),
        ("kinds", "client"),
        ("siren", "732829321"),
        ("siren", "732 829"),
        ("siret", "73282932000075"),
        ("vat_number", "FR41303265045"),
        ("vat_number", "x" * 31),
        ("country", "XX"),
        ("country", "France"),
        ("phone", "12"),
        ("phone", "0472000000000000000"),
        ("phone", "zéro quatre"),
        ("email", "contact@"),
        ("website", "not an address"),
        ("website", "javascript:alert(1)"),
        ("website", "https://user:secret@boeuf.example"),
        ("social", "linkedin"),
        ("note", "x" * 50_001),
        ("street", "x" * 251),
        ("parent_id", "unknown"),
        ("parent_id", "0" * 16),
        ("owner_id", "0" * 16),
        ("number", 12),
        ("id", "0" * 16),
        ("version", 3),
        ("archived", True),
        ("nom", "Bœuf"),
    ],
)
def test_each_wrong_field_is_named(alice: Visitor, field: str, value: object) -> None:
    wrong = _fields(alice, **{field: value})
    assert {each.split(".")[0] for each in wrong} == {field}
    assert alice.get("/api/companies").json()["total"] == 0


def test_an_unknown_network_is_named_with_its_place(alice: Visitor) -> None:
    assert _fields(alice, social={"myspace": "x", "x": "y" * 251}) == ["social.x", "social.myspace"]


def test_all_wrong_fields_are_told_at_once_in_french_and_in_english(alice: Visitor) -> None:
    body = {"name": "", "email": "x", "phone": "x"}
    french = alice.post("/api/companies", json=body).json()["errors"]
    alice.change(f"/api/users/{alice.user['id']}", 1, locale="en")
    english = alice.post("/api/companies", json=body).json()["errors"]
    assert (
        [each["field"] for each in french]
        == [each["field"] for each in english]
        == ["name", "phone", "email"]
    )
    for one, other in zip(french, english, strict=True):
        assert one["message"] != other["message"]


def test_a_siret_must_be_of_the_siren(alice: Visitor) -> None:
    answer = alice.post("/api/companies", json={**WHOLE, "siren": "303265045"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["message"] == "Ce SIRET ne commence pas par le SIREN."


def test_numbers_count_up_and_a_refused_company_takes_none(alice: Visitor, charlie: Visitor) -> None:
    made = []
    for name in ("A", "", "B", "C"):
        answer = alice.post("/api/companies", json={"name": name})
        made += [answer.json()["number"]] if answer.status_code == 201 else []
    assert made == [1, 2, 3]
    assert charlie.post("/api/companies", json={"name": "A"}).json()["number"] == 1


def test_two_may_have_one_name_and_are_told_apart_by_their_sites(alice: Visitor) -> None:
    for site in ("Lyon", "Paris", None):
        assert alice.post("/api/companies", json={"name": "Bœuf", "site_label": site}).status_code == 201
    rows = alice.get("/api/companies").json()["items"]
    assert [row.get("site_label") for row in rows] == [None, "Lyon", "Paris"]


def test_a_parent_is_a_company_of_the_same_tenant_and_not_itself(alice: Visitor, charlie: Visitor) -> None:
    parent = alice.post("/api/companies", json={"name": "Holding"}).json()
    child = alice.post("/api/companies", json={"name": "Filiale", "parent_id": parent["id"]}).json()
    assert child["parent_id"] == parent["id"]
    own = alice.change(f"/api/companies/{child['id']}", 1, parent_id=child["id"])
    assert own.status_code == 422
    foreign = charlie.post("/api/companies", json={"name": "X", "parent_id": parent["id"]})
    assert foreign.status_code == 422
