"""A row that means somebody who is there tells more about them: nothing is erased, nobody is there twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from chalicelib.transfer import holders, worker
from tests.transfer.imports import import_file
from tests.transfer.test_run_options import run, uploaded
from tests.world import Visitor

Drain = Callable[..., int]


@pytest.fixture(params=[20_000, 0], ids=["addresses-in-memory", "asked-one-by-one"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small tenant's addresses are read at once, those of a large one asked for."""
    monkeypatch.setattr(holders, "EMAILS_AT_MOST", request.param)


def jean(visitor: Visitor, **fields: Any) -> dict[str, Any]:
    """Jean Dupont as he was there before the import."""
    wanted = {"last_name": "Dupont", "first_name": "Jean", "personal_email": "jean@example.fr", **fields}
    made: dict[str, Any] = visitor.post("/api/contacts", json=wanted).json()
    return made


def read(visitor: Visitor, record: dict[str, Any], resource: str = "contacts") -> dict[str, Any]:
    shown: dict[str, Any] = visitor.get(f"/api/{resource}/{record['id']}").json()
    return shown


def positions(visitor: Visitor, contact: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = visitor.get("/api/positions", params={"contact_id": contact["id"]}).json()[
        "items"
    ]
    return found


def counts(done: dict[str, Any]) -> tuple[int, int, int, int]:
    assert done["state"] == "done", done
    return done["rows"], done["created"], done["updated"], done["refused"]


def no_drift(visitor: Visitor) -> bool:
    return bool(reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift())


@pytest.mark.usefixtures("either_way")
def test_it_adds_what_is_new_and_erases_nothing(alice: Visitor, drain: Drain) -> None:
    before = jean(alice, personal_city="Lyon", note="Bon client", social={"linkedin": "in/jean"})
    file = "Nom;Prénom;E-mail;Tél. mobile;Ville;Note;X\n"
    file += "DUPONT;jean;JEAN@example.fr;0644273163;;Aime la voile;@j\n"
    assert counts(import_file(alice, drain, file.encode())) == (1, 0, 1, 0)
    after = read(alice, before)
    assert (after["personal_mobile"], after["personal_city"]) == ("0644273163", "Lyon")
    assert after["note"] == "Bon client\nAime la voile"
    assert (after["social"]["linkedin"], after["social"]["x"]) == ("in/jean", "@j")
    assert after["version"] == before["version"] + 1
    told = alice.get(f"/api/contacts/{before['id']}/history").json()["items"][0]
    assert told["action"] == "import"
    assert {"field": "personal_mobile", "old": None, "new": "0644273163"} in told["changes"]
    assert alice.get("/api/contacts").json()["total"] == 1
    assert no_drift(alice)


@pytest.mark.usefixtures("either_way")
def test_an_address_is_shared_by_a_family_so_a_name_has_to_agree(alice: Visitor, drain: Drain) -> None:
    jean(alice)
    file = "Nom;Prénom;E-mail\nMartin;Anne;jean@example.fr\n"
    file += "Dupont;Marie;jean@example.fr\nDurand;Jean;x@example.fr\n"
    assert counts(import_file(alice, drain, file.encode())) == (3, 2, 1, 0)
    names = [row["name"] for row in alice.get("/api/contacts").json()["items"]]
    assert names == ["Dupont Marie", "Durand Jean", "Martin Anne"]


def test_of_two_with_the_address_the_one_with_both_names_is_meant(alice: Visitor, drain: Drain) -> None:
    jean(alice, first_name="Marie")
    meant = jean(alice)
    import_file(alice, drain, b"Nom;Pr\xe9nom;E-mail;Ville\nDupont;Jean;jean@example.fr;Nice\n")
    assert read(alice, meant)["personal_city"] == "Nice"


def test_rows_of_one_file_never_update_each_other(alice: Visitor, drain: Drain) -> None:
    jean(alice, personal_email="other@example.fr")
    rows = "\n".join("Martin;Anne;anne@example.fr" for _ in range(5))
    assert counts(import_file(alice, drain, f"Nom;Prénom;E-mail\n{rows}\n".encode())) == (5, 5, 0, 0)
    assert counts(import_file(alice, drain, f"Nom;Prénom;E-mail\n{rows}\n".encode())) == (5, 0, 5, 0)
    assert alice.get("/api/contacts").json()["total"] == 6


def test_a_second_time_changes_nothing(alice: Visitor, drain: Drain) -> None:
    before = jean(alice, personal_mobile="0644273163")
    file = b"Nom;E-mail;Tel mobile;Note\nDupont;jean@example.fr;0644273163;Voile\n"
    for _ in range(2):
        assert counts(import_file(alice, drain, file)) == (1, 0, 1, 0)
    assert (read(alice, before)["version"], read(alice, before)["note"]) == (2, "Voile")
    assert len(alice.get(f"/api/contacts/{before['id']}/history").json()["items"]) == 2


def test_several_rows_may_tell_of_one_person(
    alice: Visitor, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = jean(alice)
    file = "Nom;E-mail;Ville;CP\n" + "".join(
        f"Dupont;jean@example.fr;{told}\n" for told in ("Lyon;", ";06000", "Nice;")
    )
    monkeypatch.setattr(worker, "ROWS", 2)
    assert counts(import_file(alice, drain, file.encode())) == (3, 0, 3, 0)
    after = read(alice, before)
    assert (after["personal_city"], after["personal_postal_code"]) == ("Nice", "06000")
    assert len(alice.get(f"/api/contacts/{before['id']}/history").json()["items"]) == 3


def test_a_job_in_the_same_company_is_corrected_in_another_it_is_added(alice: Visitor, drain: Drain) -> None:
    company = alice.post("/api/companies", json={"name": "Bœuf & Fils"}).json()
    job = {"company_id": company["id"], "title": "Vendeur", "work_email": "j@boeuf.example"}
    before = jean(alice, position=job)
    file = "Nom;Société;Fonction;E-mail professionnel;Tél pro\n"
    first = f"{file}Dupont;BOEUF & FILS;Gérant;j@boeuf.example;0140000000\n"
    assert counts(import_file(alice, drain, first.encode())) == (1, 0, 1, 0)
    (position,) = positions(alice, before)
    assert (position["title"], position["work_phone"], position["version"]) == ("Gérant", "0140000000", 2)
    second = f"{file}Dupont;Autre SA;Associé;j@boeuf.example;\n"
    assert counts(import_file(alice, drain, second.encode())) == (1, 0, 1, 0)
    found = {each["company"]: each for each in positions(alice, before)}
    assert {name: each["is_main"] for name, each in found.items()} == {"Bœuf & Fils": True, "Autre SA": False}
    assert read(alice, before)["version"] == 1
    assert no_drift(alice)


def test_who_is_nobodys_business_is_not_updated(alice: Visitor, bob: Visitor, drain: Drain) -> None:
    before = jean(alice)
    done = import_file(bob, drain, b"Nom;E-mail;Ville\nDupont;jean@example.fr;Nice\n")
    assert counts(done) == (1, 1, 0, 0)
    assert read(alice, before)["personal_city"] is None


def test_asked_to_create_it_looks_for_nobody(alice: Visitor, drain: Drain) -> None:
    jean(alice)
    job = uploaded(alice, b"Nom;E-mail\nDupont;jean@example.fr\n")
    assert counts(run(alice, drain, job, duplicates="create")) == (1, 1, 0, 0)


def test_a_rehearsal_counts_what_it_would_change_and_changes_nothing(alice: Visitor, drain: Drain) -> None:
    before = jean(alice)
    job = uploaded(alice, b"Nom;E-mail;Ville\nDupont;jean@example.fr;Nice\nMartin;;\n;x@example.fr;\n")
    assert counts(run(alice, drain, job, dry_run=True)) == (3, 1, 1, 1)
    assert read(alice, before) == before
    assert counts(run(alice, drain, job)) == (3, 1, 1, 1)
    assert read(alice, before)["personal_city"] == "Nice"


def test_what_makes_a_person_wrong_is_refused_and_leaves_them_so(alice: Visitor, drain: Drain) -> None:
    company = alice.post("/api/companies", json={"name": "Acme"}).json()
    before = jean(alice, position={"company_id": company["id"], "start": "2020"})
    file = b"Nom;E-mail;Soci\xe9t\xe9;Date de sortie\nDupont;jean@example.fr;Acme;2019\n"
    done = import_file(alice, drain, file)
    assert counts(done) == (1, 0, 0, 1)
    assert done["report"][0]["reasons"][0]["field"] == "end"
    assert read(alice, before) == before


def test_a_company_is_known_by_its_numbers_or_by_name_site_and_city(alice: Visitor, drain: Drain) -> None:
    wanted = [
        {"name": "Pomme", "siret": "73282932000074"},
        {"name": "Poire", "siren": "303265045"},
        {"name": "Prune", "site_label": "Magasin", "city": "Lyon"},
    ]
    made = [alice.post("/api/companies", json=each).json() for each in wanted]
    file = (
        "Nom;Site;Ville;SIREN;SIRET;Téléphone\n"
        "Apple;;;;73282932000074;0140000001\n"
        "Poires;;;303265045;;0140000002\n"
        "PRUNE;magasin;LYON;;;0140000003\n"
        "Prune;Magasin;Nice;;;0140000004\n"
        "Pomme;;;;55210055400013;0140000005\n"
    )
    assert counts(import_file(alice, drain, file.encode(), "companies")) == (5, 2, 3, 0)
    after = [read(alice, each, "companies") for each in made]
    assert [each["phone"] for each in after] == ["0140000001", "0140000002", "0140000003"]
    assert [each["name"] for each in after] == ["Apple", "Poires", "PRUNE"]
    assert no_drift(alice)


def test_people_show_the_new_name_of_their_company(alice: Visitor, drain: Drain) -> None:
    company = alice.post("/api/companies", json={"name": "Pomme", "siret": "73282932000074"}).json()
    jean(alice, position={"company_id": company["id"]})
    import_file(alice, drain, b"Nom;SIRET\nApple;73282932000074\n", "companies")
    drain("outbox")
    assert alice.get("/api/contacts").json()["items"][0]["company"] == "Apple"
