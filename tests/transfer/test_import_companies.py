"""Companies come from their own lists, and from the people who work there: each once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.transfer.imports import import_file
from tests.world import Visitor

Drain = Callable[..., int]


def _companies(visitor: Visitor) -> list[str]:
    return [row["name"] for row in visitor.get("/api/companies", params={"limit": 200}).json()["items"]]


def test_a_list_of_companies_is_numbered_in_its_order(alice: Visitor, drain: Drain) -> None:
    file = (
        "Nom;Site;Type;SIREN;Ville;Téléphone\n"
        "Zinc;;client, fournisseur;732829320;Lyon;04 72 00 00 00\n"
        "Bœuf & Fils;Paris;prospect;;Paris;\n"
        "Faux;;;123456789;;\n"
        "Bœuf & Fils;Lyon;;;;\n"
    )
    done = import_file(alice, drain, file.encode(), "companies")
    assert (done["state"], done["rows"], done["created"], done["refused"]) == ("done", 4, 3, 1)
    assert [reason["field"] for reason in done["report"][0]["reasons"]] == ["siren"]
    rows = alice.get("/api/companies", params={"sort": "name"}).json()["items"]
    assert [(row["name"], row.get("site_label")) for row in rows] == [
        ("Bœuf & Fils", "Lyon"),
        ("Bœuf & Fils", "Paris"),
        ("Zinc", None),
    ]
    records = [alice.get(f"/api/companies/{row['id']}").json() for row in rows]
    assert [record["number"] for record in records] == [3, 2, 1]
    assert records[2]["kinds"] == ["client", "supplier"]
    assert alice.get("/api/companies", params={"kind": "client"}).json()["total"] == 1


def test_a_company_of_people_is_made_once_however_it_is_written(alice: Visitor, drain: Drain) -> None:
    file = "Nom;Société\nA;Bœuf & Fils\nB;BOEUF & FILS\nC; boeuf et fils\nD;Bœuf  & Fils,\n"
    import_file(alice, drain, file.encode())
    assert _companies(alice) == ["boeuf et fils", "Bœuf & Fils"]
    import_file(alice, drain, b"Nom;Soci\xc3\xa9t\xc3\xa9\nE;boeuf & fils\n")
    assert _companies(alice) == ["boeuf et fils", "Bœuf & Fils"]
    company = alice.get("/api/companies").json()["items"][1]["id"]
    assert alice.get("/api/contacts", params={"company_id": company}).json()["total"] == 4


def test_people_join_the_company_that_is_already_there(alice: Visitor, drain: Drain) -> None:
    made = alice.post("/api/companies", json={"name": "Zinc", "city": "Lyon"}).json()
    import_file(alice, drain, "Nom;Société;Ville société\nA;ZINC;Paris\n".encode())
    assert alice.get(f"/api/companies/{made['id']}").json() == made
    assert alice.get("/api/contacts", params={"company_id": made["id"]}).json()["total"] == 1


@pytest.mark.parametrize("at_most", [20_000, 0], ids=["names-in-memory", "names-looked-up"])
def test_names_that_begin_alike_are_companies_of_their_own(
    alice: Visitor, drain: Drain, monkeypatch: pytest.MonkeyPatch, at_most: int
) -> None:
    monkeypatch.setattr("chalicelib.transfer.names.NAMES_AT_MOST", at_most)
    long = "Établissements Dupont et Fils"
    alice.post("/api/companies", json={"name": f"{long} Lyon"})
    file = f"Nom;Société\nA;{long} Paris\nB;{long} Lyon\nC;{long} Paris\n"
    import_file(alice, drain, file.encode())
    assert _companies(alice) == [f"{long} Lyon", f"{long} Paris"]
    for row, people in zip(alice.get("/api/companies").json()["items"], (1, 2), strict=True):
        assert alice.get("/api/contacts", params={"company_id": row["id"]}).json()["total"] == people


def test_a_refused_person_leaves_no_company_behind(alice: Visitor, drain: Drain) -> None:
    file = f"Nom;Société;E-mail\n;Fantôme;\nMartin;Revenant;x@\nDurand;{'x' * 121};\n"
    done = import_file(alice, drain, file.encode())
    assert (done["created"], done["refused"]) == (0, 3)
    assert _companies(alice) == []
    reasons = [[reason["field"] for reason in row["reasons"]] for row in done["report"]]
    assert reasons == [["last_name"], ["personal_email"], ["company"]]


def test_an_archived_company_is_not_brought_back_by_its_people(alice: Visitor, drain: Drain) -> None:
    old = alice.post("/api/companies", json={"name": "Zinc"}).json()
    alice.delete(f"/api/companies/{old['id']}")
    import_file(alice, drain, "Nom;Société\nA;Zinc\n".encode())
    assert _companies(alice) == ["Zinc"]
    assert alice.get(f"/api/companies/{old['id']}").json()["archived"]


def test_signs_alone_are_names_too(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, "Nom;Prénom;Société\n***;!;:\n…;;***\n".encode())
    assert (done["state"], done["created"]) == ("done", 2)
    assert alice.get("/api/contacts").json()["total"] == 2
