"""An import taken back: what it made is gone without a trace, what it changed is as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import boto3
import pytest

import app
from chalicelib.core import reindex
from chalicelib.core.config import settings
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from chalicelib.transfer import worker
from tests.transfer.imports import ask, import_file, prepared, show
from tests.transfer.test_run_options import run, uploaded
from tests.transfer.test_updating_imports import jean, positions, read
from tests.world import Visitor

Drain = Callable[..., int]
FILE = (
    "Nom;Prénom;E-mail;Société;Fonction;Ville;Centres d'intérêt\n"
    "Dupont;Jean;jean@example.fr;Autre SA;Associé;Nice;Voile\n"
    "Martin;Anne;anne@example.fr;Bœuf & Fils;Gérante;Lyon;Voile, Vin\n"
    "Roy;;;Bœuf & Fils;;;\n"
    ";Nobody;;;;;\n"
).encode()


def items(visitor: Visitor) -> dict[tuple[str, str], dict[str, Any]]:
    """Every item of the tenant, past the product's guard; cells that came back to nothing left out."""
    pages = boto3.client("dynamodb").get_paginator("scan").paginate(TableName=settings().table_crm)
    found = {}
    for page in pages:
        for item in page["Items"]:
            key = (item["pk"]["S"], item["sk"]["S"])
            if not key[0].startswith(visitor.tenant["id"]) or key[1].startswith("number#"):
                continue
            said = {name: value for name, value in item.items() if value != {"N": "0"}}
            if len(said) > 2 and key != (f"{visitor.tenant['id']}#I", "@"):
                found[key] = said
    return found


def undo(visitor: Visitor, drain: Drain, job: dict[str, Any]) -> dict[str, Any]:
    """Take an import back, to the end."""
    answer = visitor.post(f"/api/imports/{job['id']}/undo", json={})
    assert answer.status_code == 202, answer.text
    drain("imports")
    return show(visitor, job)


def counts(done: dict[str, Any]) -> tuple[str, int, int, int]:
    return done["undo_state"], done["removed"], done["restored"], done["kept"]


def kept(visitor: Visitor, job: dict[str, Any]) -> list[list[str]]:
    answer = visitor.get(f"/api/imports/{job['id']}/kept")
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def no_drift(visitor: Visitor) -> bool:
    return bool(reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift())


@pytest.fixture(params=[2, 500], ids=["small-chunks", "one-chunk"])
def chunks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "ROWS", request.param)


@pytest.mark.usefixtures("chunks")
def test_nothing_of_an_import_is_left(alice: Visitor, drain: Drain) -> None:
    before = items(alice)
    done = import_file(alice, drain, FILE)
    assert (done["created"], done["refused"]) == (3, 1)
    assert len(items(alice)) > len(before)
    undone = undo(alice, drain, done)
    assert counts(undone) == ("done", 3, 0, 0)
    assert (undone["state"], undone["progress"], undone["undone_at"] is None) == ("done", 1, False)
    assert items(alice) == before
    assert no_drift(alice)
    assert kept(alice, done) == [["Fiche", "Adresse", "Motif"]]


@pytest.mark.usefixtures("chunks")
def test_who_was_there_is_as_before_and_their_history_tells_it(alice: Visitor, drain: Drain) -> None:
    company = alice.post("/api/companies", json={"name": "Bœuf & Fils"}).json()
    before = jean(alice, personal_city="Lyon", position={"company_id": company["id"], "title": "Vendeur"})
    jobs = positions(alice, before)
    rows = alice.get("/api/contacts").json()
    done = import_file(alice, drain, FILE)
    assert (done["created"], done["updated"]) == (2, 1)
    assert len(positions(alice, before)) == 2
    assert counts(undo(alice, drain, done)) == ("done", 2, 1, 0)
    after = read(alice, before)
    assert {**after, "version": before["version"]} == before
    assert after["version"] == before["version"] + 2
    assert positions(alice, before) == jobs
    assert alice.get("/api/contacts").json() == rows
    assert [row["name"] for row in alice.get("/api/companies").json()["items"]] == ["Bœuf & Fils"]
    told = alice.get(f"/api/contacts/{before['id']}/history").json()["items"]
    assert [each["action"] for each in told] == ["undo", "import", "create"]
    assert no_drift(alice)


def test_several_chunks_of_one_person_are_given_back_to_the_first(
    alice: Visitor, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "ROWS", 1)
    before = jean(alice)
    rows = "".join(f"Dupont;jean@example.fr;Ville {number}\n" for number in range(4))
    done = import_file(alice, drain, f"Nom;E-mail;Ville\n{rows}".encode())
    assert read(alice, before)["personal_city"] == "Ville 3"
    assert counts(undo(alice, drain, done)) == ("done", 0, 4, 0)
    assert read(alice, before)["personal_city"] is None


def test_two_imports_are_taken_back_one_after_the_other(alice: Visitor, drain: Drain) -> None:
    before = items(alice)
    first = import_file(alice, drain, FILE)
    second = import_file(alice, drain, FILE.replace(b"Associ", b"Ancien associ").replace(b"Lyon", b"Nice"))
    assert (second["updated"], second["created"]) == (2, 1)
    assert counts(undo(alice, drain, second)) == ("done", 1, 2, 0)
    assert counts(undo(alice, drain, first)) == ("done", 3, 0, 0)
    assert items(alice) == before


def test_the_first_of_two_imports_leaves_what_the_second_made_of_it(alice: Visitor, drain: Drain) -> None:
    first = import_file(alice, drain, FILE)
    import_file(alice, drain, FILE.replace(b"Lyon", b"Nice"))
    undone = undo(alice, drain, first)
    assert (undone["removed"], undone["kept"]) == (2, 2)
    assert [line[0] for line in kept(alice, first)[1:]] == ["Martin Anne", "Bœuf & Fils"]
    assert no_drift(alice)


def test_what_somebody_changed_since_stays_and_is_named(alice: Visitor, drain: Drain) -> None:
    before = jean(alice)
    done = import_file(alice, drain, FILE)
    found = {row["name"]: row for row in alice.get("/api/contacts").json()["items"]}
    alice.change(f"/api/contacts/{found['Martin Anne']['id']}", 1, note="corrigée")
    alice.change(f"/api/contacts/{before['id']}", 2, note="corrigé")
    assert counts(undo(alice, drain, done)) == ("done", 1, 0, 4)
    shown = alice.get("/api/contacts").json()
    assert ([row["name"] for row in shown["items"]], shown["total"]) == (["Dupont Jean", "Martin Anne"], 2)
    named = kept(alice, done)
    assert named[0] == ["Fiche", "Adresse", "Motif"]
    assert {row[0] for row in named[1:]} == {"Dupont Jean", "Martin Anne", "Bœuf & Fils", "Autre SA"}
    assert named[1][1].endswith(f"/contacts/{found['Martin Anne']['id']}")
    shown = alice.get(f"/api/imports/{done['id']}").json()["kept_report"]
    assert [(row["name"], row["reason"]) for row in shown] == [(row[0], row[2]) for row in named[1:]]
    assert {row["name"] for row in alice.get("/api/companies").json()["items"]} >= {"Bœuf & Fils"}
    assert {row["name"] for row in alice.get("/api/interests").json()["items"]} == {"Voile", "Vin"}
    assert no_drift(alice)


@pytest.mark.parametrize("touch", ["archive", "position", "archive-and-restore", "removed-position"])
def test_whatever_somebody_did_with_a_new_record_keeps_it(alice: Visitor, drain: Drain, touch: str) -> None:
    done = import_file(alice, drain, "Nom;Société\nRoy;Bœuf\n".encode())
    row = alice.get("/api/contacts").json()["items"][0]
    (job,) = positions(alice, row)
    if touch.startswith("archive"):
        alice.delete(f"/api/contacts/{row['id']}")
    if touch == "archive-and-restore":
        alice.post(f"/api/contacts/{row['id']}/restore")
    if touch == "position":
        alice.change(f"/api/positions/{job['id']}", 1, title="Chef")
    if touch == "removed-position":
        alice.delete(f"/api/positions/{job['id']}")
    undone = undo(alice, drain, done)
    assert (undone["removed"], undone["kept"]) == (0, 2)
    assert [line[0] for line in kept(alice, done)[1:]] == ["Roy", "Bœuf"]
    assert no_drift(alice)


def test_a_company_others_work_in_stays(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, "Nom;Société\nRoy;Bœuf\nLeroy;Vache\nDuroy;Veau\n".encode())
    ids = {row["name"]: row["id"] for row in alice.get("/api/companies").json()["items"]}
    jean(alice, position={"company_id": ids["Bœuf"]})
    alice.post("/api/companies", json={"name": "Site", "parent_id": ids["Vache"]})
    undone = undo(alice, drain, done)
    assert (undone["removed"], undone["kept"]) == (3, 2)
    assert [row["name"] for row in alice.get("/api/companies").json()["items"]] == ["Bœuf", "Site", "Vache"]
    assert no_drift(alice)


def test_a_renamed_company_of_new_people_does_not_keep_the_people(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, "Nom;Société\nRoy;Bœuf\n".encode())
    company = alice.get("/api/companies").json()["items"][0]
    alice.change(f"/api/companies/{company['id']}", 1, name="Bœuf SA")
    drain("outbox")
    assert alice.get("/api/contacts").json()["items"][0]["company"] == "Bœuf SA"
    assert counts(undo(alice, drain, done)) == ("done", 1, 0, 1)
    assert alice.get("/api/contacts").json()["total"] == 0
    assert no_drift(alice)


def test_an_import_of_companies_is_taken_back_too(alice: Visitor, drain: Drain) -> None:
    old = alice.post("/api/companies", json={"name": "Pomme", "siret": "73282932000074"}).json()
    jean(alice, position={"company_id": old["id"]})
    before = items(alice)
    file = "Nom;SIRET;Type;Ville\nApple;73282932000074;Client;Nice\nPoire;;Lead;Lyon\nPrune;;;\n"
    done = import_file(alice, drain, file.encode(), "companies")
    drain("outbox")
    assert (done["created"], done["updated"]) == (2, 1)
    assert counts(undo(alice, drain, done)) == ("done", 2, 1, 0)
    drain("outbox")
    assert alice.get("/api/contacts").json()["items"][0]["company"] == "Pomme"
    after = read(alice, old, "companies")
    assert {**after, "version": old["version"]} == old
    assert len(items(alice)) == len(before) + 2  # The history of the company tells both.
    assert no_drift(alice)


def test_somebody_of_thirty_companies_comes_and_goes_whole(alice: Visitor, drain: Drain) -> None:
    before = items(alice)
    jobs = [f"Entreprise {number} | Poste {number} | 01 40 00 00 {number:02}" for number in range(30)]
    rows = [
        f'{name};"{chr(10).join(some)}"' for name, some in (("Roy", jobs), ("Trop", [*jobs, "Une de plus"]))
    ]
    done = import_file(alice, drain, "\n".join(["Nom;Autres postes", *rows]).encode())
    assert (done["created"], done["refused"]) == (1, 1)
    assert done["report"][0]["reasons"][0]["field"] == "more_positions"
    contact = alice.get("/api/contacts").json()["items"][0]
    assert (contact["company"], len(positions(alice, contact))) == ("Entreprise 0", 30)
    assert counts(undo(alice, drain, done)) == ("done", 1, 0, 0)
    drain("outbox")
    assert items(alice) == before


def test_interests_somebody_else_ticked_stay(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, "Nom;Centres d'intérêt\nRoy;Voile, Vin\n".encode())
    ids = {row["name"]: row["id"] for row in alice.get("/api/interests").json()["items"]}
    jean(alice, interest_ids=[ids["Vin"]])
    undo(alice, drain, done)
    assert [row["name"] for row in alice.get("/api/interests").json()["items"]] == ["Vin"]
    assert no_drift(alice)


def test_whoever_asked_is_told_as_who_did_it(
    alice: Visitor, visitor: Callable[[], Visitor], drain: Drain
) -> None:
    before = jean(alice)
    user = visitor().accept_invitation_of(alice, "Ugo", role="user", visibility="own")
    mine = jean(user, personal_email="ugo@example.fr")
    file = b"Nom;E-mail;Ville\nDupont;ugo@example.fr;Nice\n"
    done = import_file(user, drain, file)
    alice.change(f"/api/contacts/{mine['id']}", 2, owner_id=alice.user["id"])
    assert counts(undo(alice, drain, done)) == ("done", 0, 0, 1)
    again = import_file(user, drain, b"Nom;E-mail;Ville\nRoy;roy@example.fr;Nice\n")
    assert counts(undo(alice, drain, again)) == ("done", 1, 0, 0)
    other = import_file(alice, drain, b"Nom;E-mail;Ville\nDupont;jean@example.fr;Nice\n")
    colleague = visitor().accept_invitation_of(alice, "Zoe", role="admin")
    assert counts(undo(colleague, drain, other)) == ("done", 0, 1, 0)
    told = alice.get(f"/api/contacts/{before['id']}/history").json()["items"][0]
    assert (told["action"], told["user_id"]) == ("undo", colleague.user["id"])


def test_what_cannot_be_undone_is_said(alice: Visitor, drain: Drain) -> None:
    waiting = ask(alice, b"")
    rehearsed = uploaded(alice, b"Nom\nRoy\n")
    run(alice, drain, rehearsed, dry_run=True)
    running = prepared(alice, b"Nom\nRoy\n")
    for job, said in ((waiting, "rien à annuler"), (rehearsed, "rien à annuler"), (running, "déjà en cours")):
        answer = alice.post(f"/api/imports/{job['id']}/undo", json={})
        assert (answer.status_code, said in answer.json()["detail"]) == (409, True)
    drain("imports")
    assert alice.post(f"/api/imports/{running['id']}/undo", json={}).status_code == 202
    again = alice.post(f"/api/imports/{running['id']}/undo", json={})
    assert (again.status_code, "en cours d'annulation" in again.json()["detail"]) == (409, True)
    assert alice.post(f"/api/imports/{running['id']}/run", json={}).status_code in (202, 409)
    drain("imports")
    twice = alice.post(f"/api/imports/{running['id']}/undo", json={})
    assert (twice.status_code, "déjà annulé" in twice.json()["detail"]) == (409, True)
    assert alice.get("/api/contacts").json()["total"] == 0


def test_who_sees_no_more_what_is_kept_reads_no_name_of_it(
    alice: Visitor, bob: Visitor, drain: Drain
) -> None:
    done = import_file(bob, drain, b"Nom\nRoy\nPetit\n")
    hers, his = sorted(
        bob.get("/api/contacts").json()["items"], key=lambda row: str(row["name"]), reverse=True
    )
    given = {"owner_id": alice.user["id"], "last_name": "Secret"}
    assert alice.change(f"/api/contacts/{hers['id']}", 1, **given).status_code == 200
    assert bob.change(f"/api/contacts/{his['id']}", 1, note="corrigé").status_code == 200
    named = {row["id"]: row["name"] for row in undo(bob, drain, done)["kept_report"]}
    assert named == {hers["id"]: "Fiche que vous ne voyez plus", his["id"]: "Petit"}
    assert {row[0] for row in kept(bob, done)[1:]} == {*named.values()}


def test_a_reader_undoes_nothing_and_bob_sees_no_import_of_hers(
    alice: Visitor, bob: Visitor, visitor: Callable[[], Visitor], drain: Drain
) -> None:
    done = import_file(alice, drain, b"Nom\nRoy\n")
    reader = visitor().accept_invitation_of(alice, "Rita", role="read_only")
    assert reader.post(f"/api/imports/{done['id']}/undo", json={}).status_code == 403
    assert bob.post(f"/api/imports/{done['id']}/undo", json={}).status_code == 404
    assert bob.get(f"/api/imports/{done['id']}/kept").status_code == 404
    assert alice.get("/api/contacts").json()["total"] == 1
