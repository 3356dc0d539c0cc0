"""Who may be there already, told while a new record is typed."""

from __future__ import annotations

from typing import Any

import pytest

from chalicelib.core.store import connection
from tests.duplicates.meter import units_of
from tests.world import Visitor


def make(visitor: Visitor, path: str, **fields: Any) -> dict[str, Any]:
    answer = visitor.post(f"/api/{path}", json=fields)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def person(visitor: Visitor, last_name: str, first_name: str, **fields: Any) -> str:
    return str(make(visitor, "contacts", last_name=last_name, first_name=first_name, **fields)["id"])


def likely(visitor: Visitor, path: str = "contacts", **typed: str) -> dict[str, list[str]]:
    """Why each record is told, by its id."""
    answer = visitor.get(f"/api/{path}/likely", params=typed)
    assert answer.status_code == 200, answer.text
    return {each["id"]: each["reasons"] for each in answer.json()["items"]}


def test_the_same_email_is_told_whatever_the_name(alice: Visitor) -> None:
    private = person(alice, "Dupont", "Jean", personal_email="Jean@example.fr")
    company = make(alice, "companies", name="Bœuf")["id"]
    at_work = person(
        alice, "Roux", "Ève", position={"company_id": company, "work_email": "eve@boeuf.example"}
    )
    assert likely(alice, email="jean@EXAMPLE.fr") == {private: ["email"]}
    assert likely(alice, email="nobody@example.fr,eve@boeuf.example") == {at_work: ["email"]}
    assert likely(alice, email="jean@example.f") == {}


def test_the_same_phone_is_told_however_it_is_written(alice: Visitor) -> None:
    jean = person(alice, "Dupont", "Jean", personal_mobile="+33 6 44 27 31 63")
    assert likely(alice, phone="06.44.27.31.63") == {jean: ["phone"]}
    assert likely(alice, phone="06 44 27 31 6") == likely(alice, phone="---") == {}


@pytest.mark.parametrize(
    ("last_name", "first_name"),
    [("DUPONT", "jean"), ("Jean", "Dupont"), ("Dupond", "Jean"), ("Dupont", "J."), ("Bupont", "Jean")],
)
def test_a_near_name_is_told_in_the_same_company(alice: Visitor, last_name: str, first_name: str) -> None:
    here, elsewhere = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Veau"))
    jean = person(alice, "Dupont", "Jean", position={"company_id": here})
    typed = {"last_name": last_name, "first_name": first_name}
    assert likely(alice, **typed, company_id=here) == {jean: ["name"]}
    same = {last_name.lower(), first_name.lower()} == {"dupont", "jean"}
    assert likely(alice, **typed, company_id=elsewhere) == ({jean: ["name"]} if same else {})


def test_a_last_name_alone_is_told_in_the_same_company(alice: Visitor) -> None:
    here, elsewhere = (make(alice, "companies", name=name)["id"] for name in ("Bœuf", "Veau"))
    jean = person(alice, "Dupont", "Jean", position={"company_id": here})
    assert likely(alice, last_name="dupont", company_id=here) == {jean: ["name"]}
    assert likely(alice, last_name="dupont", company_id=elsewhere) == {}


def test_a_near_name_is_told_where_no_company_contradicts(alice: Visitor) -> None:
    jean = person(alice, "Dupont", "Jean")
    assert likely(alice, last_name="Dupond", first_name="Jean") == {jean: ["name"]}
    assert likely(alice, last_name="Durand", first_name="Jean") == {}
    assert likely(alice, last_name="Dupont") == {}


def test_the_likeliest_comes_first_and_five_are_told(alice: Visitor) -> None:
    for _ in range(6):
        person(alice, "Dupont", "Jean")
    both = person(alice, "Dupont", "Jean", personal_email="jean@example.fr")
    told = likely(alice, last_name="Dupont", first_name="Jean", email="jean@example.fr")
    assert len(told) == 5
    assert next(iter(told.items())) == (both, ["email", "name"])


def test_it_shows_enough_to_recognise_the_person(alice: Visitor) -> None:
    company = make(alice, "companies", name="Bœuf")["id"]
    job = {"company_id": company, "work_phone": "01 02 03 04 05"}
    jean = person(alice, "Dupont", "Jean", personal_email="jean@example.fr", position=job)
    (told,) = alice.get("/api/contacts/likely", params={"email": "jean@example.fr"}).json()["items"]
    assert told == {
        "id": jean,
        "name": "Dupont Jean",
        "company": "Bœuf",
        "email": "jean@example.fr",
        "phone": "01 02 03 04 05",
        "reasons": ["email"],
    }


def test_who_is_archived_is_not_told(alice: Visitor) -> None:
    jean = person(alice, "Dupont", "Jean", personal_email="jean@example.fr")
    alice.delete(f"/api/contacts/{jean}")
    assert likely(alice, last_name="Dupont", first_name="Jean", email="jean@example.fr") == {}


def test_a_company_is_told_by_its_siren_name_email_or_phone(alice: Visitor) -> None:
    made = make(
        alice,
        "companies",
        name="Boulangerie Martin",
        siret="55208131766522",
        email="info@martin.example",
        phone="01 02 03 04 05",
    )["id"]
    assert likely(alice, "companies", siren="552 081 317") == {made: ["siren"]}
    assert likely(alice, "companies", name="SARL Boulangerie Marton") == {made: ["name"]}
    assert likely(alice, "companies", name="Boulangerie Roux") == {}
    assert likely(alice, "companies", email="INFO@martin.example", phone="0102030405") == {
        made: ["email", "phone"]
    }


def test_the_sites_of_one_company_are_not_each_other(alice: Visitor) -> None:
    make(alice, "companies", name="Pomme", site_label="Magasin")
    assert likely(alice, "companies", name="Pomme", site_label="Entrepôt") == {}
    assert len(likely(alice, "companies", name="Pomme", site_label="magasin")) == 1


def test_bob_is_told_nothing_of_what_he_may_not_see(alice: Visitor, bob: Visitor) -> None:
    person(alice, "Dupont", "Jean", personal_email="jean@example.fr", personal_mobile="06 44 27 31 63")
    make(alice, "companies", name="Bœuf", email="info@boeuf.example")
    typed = {"last_name": "Dupont", "first_name": "Jean", "email": "jean@example.fr", "phone": "0644273163"}
    assert likely(bob, **typed) == {}
    assert likely(bob, "companies", name="Bœuf", email="info@boeuf.example") == {}
    his = person(bob, "Dupont", "Jean")
    assert likely(bob, **typed) == {his: ["name"]}


def test_charlie_is_told_nothing(alice: Visitor, charlie: Visitor) -> None:
    person(alice, "Dupont", "Jean", personal_email="jean@example.fr")
    assert likely(charlie, last_name="Dupont", first_name="Jean", email="jean@example.fr") == {}


def test_it_refuses_what_it_does_not_know(alice: Visitor) -> None:
    answer = alice.get("/api/contacts/likely", params={"surname": "Dupont", "last_name": "x" * 121})
    assert {each["field"] for each in answer.json()["errors"]} == {"surname", "last_name"}


def test_it_costs_a_few_units_however_many_share_the_text(alice: Visitor) -> None:
    company = make(alice, "companies", name="Bœuf")["id"]
    for number in range(60):
        job = {"company_id": company, "work_phone": "01 02 03 04 05"}
        person(alice, f"Nom{number:02}", "Jean", position=job)
    with units_of(connection().client) as units:
        told = likely(alice, last_name="Nom07", first_name="Jean", phone="0102030405", company_id=company)
    assert len(told) == 5
    assert 0 < sum(units) <= 15
