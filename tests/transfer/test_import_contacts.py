"""Importing an address book: from the presigned upload to the list of people."""

from collections.abc import Callable

import pytest

import app
from chalicelib.core import outbox
from chalicelib.transfer import worker
from tests.transfer.imports import PLENTY, import_file, prepared, show, work
from tests.world import Visitor, queue_sources

FILE = (
    "Civilité;Prénom;Nom;Société;Fonction;Tél. mobile;E-mail;CP;Ville;Email professionnel\r\n"
    "Mme;Hélène;Lefèvre;Bœuf & Fils;Gérante;0644273163;helene@example.fr;69002;Lyon;"
    "h.lefevre@boeuf.example\r\n"
    "M.;Ça;Œuvrard;Bœuf & Fils;Comptable;;;75001;Paris;ca@boeuf.example\r\n"
    ";;€uro;;;06 11 22 33 44;;;Liège;pro@example.be\r\n"
    "M.;Jean;;;;;;;;\r\n"
)


def test_it_imports_people_with_their_companies_from_iso_8859_15(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    done = import_file(alice, drain, FILE.encode("iso-8859-15"))
    assert (done["state"], done["rows"], done["created"], done["refused"]) == ("done", 4, 3, 1)
    assert done["report"][0]["reasons"] == [{"field": "last_name", "message": "Ce champ est obligatoire."}]
    rows = alice.get("/api/contacts").json()
    assert [row["name"] for row in rows["items"]] == ["Lefèvre Hélène", "Œuvrard Ça", "€uro"]
    assert rows["total"] == 3
    companies = alice.get("/api/companies").json()
    assert [row["name"] for row in companies["items"]] == ["Bœuf & Fils"]
    people = alice.get("/api/positions", params={"company_id": companies["items"][0]["id"]}).json()["items"]
    assert [(each["contact"], each["title"], each["work_email"]) for each in people] == [
        ("Lefèvre Hélène", "Gérante", "h.lefevre@boeuf.example"),
        ("Œuvrard Ça", "Comptable", "ca@boeuf.example"),
    ]
    refused = alice.get(f"/api/imports/{done['id']}/refused")
    assert refused.headers["content-type"] == "text/csv; charset=utf-8"
    assert "Jean" in refused.text


def test_companies_named_by_signs_alone_are_told_apart(alice: Visitor, drain: Callable[..., int]) -> None:
    done = import_file(alice, drain, "Nom;Société\nUn;+++\nDeux;***\nTrois;+++\n".encode())
    assert done["created"] == 3
    shown = {row["name"]: row["company"] for row in alice.get("/api/contacts").json()["items"]}
    assert shown == {"Un": "+++", "Deux": "***", "Trois": "+++"}
    assert alice.get("/api/companies").json()["total"] == 2


def test_a_company_is_shown_by_its_own_name_however_a_row_spells_it(
    alice: Visitor, drain: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "ROWS", 2)
    alice.post("/api/companies", json={"name": "Pomme", "site_label": "Magasin"})
    import_file(alice, drain, "Nom;Société\nA;POMME\nB;Bœuf\nC;pomme\nD;BOEUF\n".encode())
    shown = [row["company"] for row in alice.get("/api/contacts").json()["items"]]
    assert shown == ["Pomme (Magasin)", "Bœuf", "Pomme (Magasin)", "Bœuf"]


def test_a_company_renamed_meanwhile_bears_its_new_name_everywhere(
    alice: Visitor, drain: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "ROWS", 1)
    monkeypatch.setattr(outbox, "SETTLED_AFTER_MS", 0)
    old = alice.post("/api/companies", json={"name": "Pomme"}).json()
    job, asked = prepared(alice, "Nom;Société\nA;Pomme\nB;Pomme\nC;Pomme\n".encode()), iter(range(9))
    (events,) = (source for source in queue_sources(app.app) if source.queue == "outbox")

    def time_left() -> int:
        """Before the second chunk, the rename and all that follows it are over."""
        if next(asked) == 1:
            assert alice.change(f"/api/companies/{old['id']}", 1, name="Poire").status_code == 200
            while events.deliver(0):
                pass
        return PLENTY

    work(alice, job, time_left)
    assert show(alice, job)["created"] == 3
    drain("outbox")
    assert [row["company"] for row in alice.get("/api/contacts").json()["items"]] == ["Poire"] * 3
