"""What was exported, imported again, is the same records."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.transfer.exports import export
from tests.transfer.imports import import_file, prepared, show, work
from tests.transfer.wild import COMPANY, CONTACT, JOB
from tests.world import Visitor

LOST = ("id", "contact_id", "company_id", "owner_id", "created_at", "updated_at", "version", "archived")
INTERESTS = ["Vin", "Vin, bière", 'Bois "brut"', "=Fer"]
PEOPLE = st.lists(
    st.tuples(CONTACT, st.lists(JOB, max_size=3), st.lists(st.sampled_from(INTERESTS), unique=True)),
    min_size=1,
    max_size=4,
)
# Each example is two tenants and two jobs: to shrink one that fails would take minutes.
OVER_THE_WIRE = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_visits = count(1)


def _shown(record: dict[str, Any]) -> dict[str, Any]:
    """What a person reads of a record: not which one it is, nor since when."""
    return {name: value for name, value in record.items() if name not in LOST}


def _people(visitor: Visitor) -> list[dict[str, Any]]:
    """All people with their positions and the names of their interests, however they are identified."""
    names = {each["id"]: each["name"] for each in visitor.get("/api/interests").json()["items"]}
    people = []
    for row in visitor.get("/api/contacts", params={"limit": 200}).json()["items"]:
        contact = visitor.get(f"/api/contacts/{row['id']}").json()
        positions = visitor.get("/api/positions", params={"contact_id": row["id"]}).json()["items"]
        person = _shown(contact)
        del person["main_position"]
        person["interest_ids"] = sorted(names[each] for each in contact["interest_ids"])
        person["positions"] = sorted((_shown(each) for each in positions), key=str)
        people.append(person)
    return sorted(people, key=str)


def _companies(visitor: Visitor) -> list[dict[str, Any]]:
    rows = visitor.get("/api/companies", params={"limit": 200}).json()["items"]
    shown = (_shown(visitor.get(f"/api/companies/{row['id']}").json()) for row in rows)
    return sorted(({**each, "number": None} for each in shown), key=str)


def _write(visitor: Visitor, people: list[Any]) -> None:
    made = {name: visitor.post("/api/interests", json={"name": name}).json()["id"] for name in INTERESTS}
    companies: dict[str, str] = {}
    for about, jobs, interests in people:
        told = {**about, "interest_ids": [made[name] for name in interests]}
        contact = visitor.post("/api/contacts", json=told)
        assert contact.status_code == 201, contact.text
        for job in jobs:
            name = job["company"]
            if name not in companies:
                companies[name] = visitor.post("/api/companies", json={"name": name}).json()["id"]
            position = {key: value for key, value in job.items() if key != "company"}
            position |= {"contact_id": contact.json()["id"], "company_id": companies[name]}
            assert visitor.post("/api/positions", json=position).status_code == 201


def _imported(visitor: Visitor, content: bytes, resource: str = "contacts") -> dict[str, Any]:
    """What has become of a file, without waiting for queues."""
    job = prepared(visitor, content, resource)
    work(visitor, job)
    return show(visitor, job)


@OVER_THE_WIRE
@given(people=PEOPLE)
def test_people_are_the_same(people: list[Any], visitor: Callable[[], Visitor]) -> None:
    alice, other = (visitor().sign_up("Alice", email=f"a{next(_visits)}@example.fr") for _ in range(2))
    _write(alice, people)
    before = _people(alice)

    done = _imported(other, export(alice))

    assert (done["state"], done["created"], done["refused"]) == ("done", len(people), 0), done
    assert _people(other) == before


@OVER_THE_WIRE
@given(
    companies=st.lists(COMPANY, min_size=1, max_size=5, unique_by=lambda company: company["name"].casefold())
)
def test_companies_are_the_same(companies: list[dict[str, Any]], visitor: Callable[[], Visitor]) -> None:
    alice, other = (visitor().sign_up("Alice", email=f"a{next(_visits)}@example.fr") for _ in range(2))
    for about in companies:
        assert alice.post("/api/companies", json=about).status_code == 201
    before = _companies(alice)

    done = _imported(other, export(alice, "companies"), "companies")

    assert (done["state"], done["refused"]) == ("done", 0), done
    assert _companies(other) == before


def test_the_longest_note_there_is_comes_back(
    alice: Visitor, charlie: Visitor, drain: Callable[..., int]
) -> None:
    note = "\n".join(f"{number}. « œuf » ; {'é' * 20}" for number in range(1_500))[:50_000].strip()
    alice.post("/api/contacts", json={"last_name": "Martin", "note": note})
    alice.post("/api/contacts", json={"last_name": "Durand"})

    done = import_file(charlie, drain, export(alice))

    assert (done["created"], done["refused"]) == (2, 0)
    assert [person["note"] for person in _people(charlie)] == [each["note"] for each in _people(alice)]


def test_a_site_of_a_company_is_found_again(alice: Visitor, drain: Callable[..., int]) -> None:
    for site in ("Magasin", "Atelier"):
        company = alice.post("/api/companies", json={"name": "Pomme", "site_label": site}).json()["id"]
    alice.post("/api/contacts", json={"last_name": "Martin", "position": {"company_id": company}})
    content = export(alice)

    import_file(alice, drain, content.replace(b"Martin", b"Durand"))

    rows = alice.get("/api/contacts").json()["items"]
    assert [row["company"] for row in rows] == ["Pomme (Atelier)"] * 2
    assert alice.get("/api/companies").json()["total"] == 2


def test_what_was_already_there_is_left_as_it_is(alice: Visitor, drain: Callable[..., int]) -> None:
    about = {"last_name": "Martin", "personal_email": "martin@example.fr", "note": "=1+1"}
    contact = alice.post("/api/contacts", json=about).json()

    import_file(alice, drain, export(alice))

    assert alice.get(f"/api/contacts/{contact['id']}").json() == contact
    assert alice.get("/api/contacts").json()["total"] == 1


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15"])
def test_both_charsets_come_back(
    alice: Visitor, charlie: Visitor, drain: Callable[..., int], charset: str
) -> None:
    alice.post("/api/contacts", json={"last_name": "Lœuillet-Élan", "note": "12 € « à l'œil »"})

    import_file(charlie, drain, export(alice, charset=charset))

    assert _people(charlie) == _people(alice)


def test_cards_come_back(alice: Visitor, charlie: Visitor, drain: Callable[..., int]) -> None:
    company = alice.post("/api/companies", json={"name": "Acme, SA"}).json()["id"]
    wine = alice.post("/api/interests", json={"name": "Vin, bière"}).json()["id"]
    about = {
        "civility": "Mme",
        "first_name": "Zoé",
        "last_name": "Lœuillet; B\\",
        "personal_mobile": "06 44 27 31 63",
        "personal_street": "12, rue des Lilas",
        "personal_country": "FR",
        "birthday": "1980-03-31",
        "note": "Une ligne\nUne autre",
        "social": {"linkedin": "https://www.linkedin.com/in/zoe"},
        "interest_ids": [wine],
        "position": {"company_id": company, "title": "Gérante", "work_email": "zoe@acme.example"},
    }
    assert alice.post("/api/contacts", json=about).status_code == 201

    done = import_file(charlie, drain, export(alice, format="vcard"))

    assert (done["state"], done["created"], done["refused"]) == ("done", 1, 0), done
    assert _people(charlie) == _people(alice)


def test_a_bad_card_is_told_and_kept_while_the_others_come_in(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    good = b"BEGIN:VCARD\r\nN:Martin;Jean\r\nEND:VCARD\r\n"
    bad = b"BEGIN:VCARD\r\nN:Durand;Anne\r\nBDAY:hier\r\nEND:VCARD\r\nBEGIN:VCARD\r\nN:Cut\r\n"

    done = import_file(alice, drain, good + bad + good.replace(b"Martin", b"Petit"))

    assert (done["state"], done["created"], done["refused"]) == ("done", 2, 2)
    assert [row["line"] for row in done["report"]] == [4, 8]
    refused = alice.get(f"/api/imports/{done['id']}/refused").text
    assert "Durand" in refused
    assert "pas de fin" in refused
