"""What is no address book is refused in a sentence; what is a bad row costs itself and no other."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.core import clock
from chalicelib.transfer import service, worker
from tests.transfer.imports import ask, import_file, run, show
from tests.world import Visitor, upload

Drain = Callable[..., int]
HEADER = "Prénom;Nom;E-mail;Note"


def _lines(*rows: str, charset: str = "utf-8") -> bytes:
    return "\r\n".join((HEADER, *rows, "")).encode(charset)


def _names(visitor: Visitor) -> list[str]:
    return [row["name"] for row in visitor.get("/api/contacts", params={"limit": 200}).json()["items"]]


def _counts(done: dict[str, Any]) -> tuple[str, int, int, int]:
    assert done["rows"] == done["created"] + done["updated"] + done["refused"]
    return done["state"], done["rows"], done["created"], done["refused"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"PK\x03\x04\x14\x00" + bytes(range(256)) * 40,
            "Ce fichier est un classeur (.xlsx ou .ods)",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "Ce fichier est un classeur Excel (.xls)"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "Ce fichier est un PDF"),
        ("\ufeffNom;Ville\r\nMartin;Lyon\r\n".encode("utf-16-le"), "Ce fichier est en UTF-16"),
        (b"", "Ce fichier est vide."),
        (b"\xef\xbb\xbf\r\n\r\n", "Ce fichier est vide."),
        (bytes(range(256)) * 100, "Ce fichier n'est pas du texte"),
        (b"Ville;CP\r\nLyon;69002\r\n", "Aucune colonne n'est reconnue comme « Nom »"),
        (b'"Nom;Ville\r\nMartin;Lyon\r\n', "La première ligne n'est pas une ligne d'en-têtes"),
        (b"Nom" + b"," * 1_000_000 + b"\nMartin\n", "La première ligne n'est pas une ligne d'en-têtes"),
        (b"N\x00om;Ville\r\nMartin;Lyon\r\n", "Ce fichier n'est pas du texte"),
    ],
    ids="xlsx xls pdf utf-16 empty blank binary nameless open-quote commas nul".split(),
)
def test_a_file_that_is_no_address_book_fails_with_a_sentence(
    alice: Visitor, drain: Drain, content: bytes, said: str
) -> None:
    done = import_file(alice, drain, content)
    assert _counts(done) == ("failed", 0, 0, 0)
    assert done["message"].startswith(said)
    assert done["report"] == []
    assert alice.get("/api/contacts").json()["total"] == 0
    assert alice.get(f"/api/imports/{done['id']}/refused").status_code == 404


def test_a_header_alone_is_done_and_says_there_was_nothing(alice: Visitor, drain: Drain) -> None:
    for content in (b"Nom;Ville", b"Nom;Ville\r\n", b"Nom;Ville\r\n;\r\n\r\n"):
        done = import_file(alice, drain, content)
        assert _counts(done) == ("done", 0, 0, 0)
        assert "rien à importer" in done["message"]


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        (b"Jean;Br\xe9sil;;x", None),
        (b'Jean;"Ouvert;;x', None),
        (b"Je\x00an;Nul;;x", None),
        (b"Jean;Trop;de;cellules;ici;la", None),
        (b"Jean;Long;;" + b"x" * 1_100_000, None),
        (b"Jean;Virgules;;," + b";" * 1_000_000, None),
        (b"Jean;Note;;" + b"x" * 60_000, "note"),
        (b"Jean;;;x", "last_name"),
        (b"Jean;" + b"x" * 121 + b";;", "last_name"),
        (b"Jean;Mail;nobody@;", "personal_email"),
        (b"Je\x07an;Cloche;;", "first_name"),
    ],
    ids="latin quote nul cells megabyte separators long-note nameless long-name mail bell".split(),
)
def test_a_broken_row_costs_itself_only(
    alice: Visitor, drain: Drain, broken: bytes, field: str | None
) -> None:
    after = "Zoé;Après;;\r\n".encode()
    done = import_file(alice, drain, _lines("Anaïs;Avant;;") + broken + b"\r\n" + after)
    assert _counts(done) == ("done", 3, 2, 1)
    assert _names(alice) == ["Après Zoé", "Avant Anaïs"]
    told = done["report"][0]
    assert (told["row"], told["line"]) == (2, 3)
    assert [reason["field"] for reason in told["reasons"]] == [field]
    assert all(reason["message"] for reason in told["reasons"])
    assert len(told["text"]) <= 300
    rows = _refused(alice, done)
    assert rows[0] == ["Ligne", "Motif", *HEADER.split(";")]
    assert [row[0] for row in rows[1:]] == ["3"]
    assert rows[1][1] == told["reasons"][0]["message"]


def _refused(visitor: Visitor, done: dict[str, Any]) -> list[list[str]]:
    answer = visitor.get(f"/api/imports/{done['id']}/refused")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("charset", ["iso-8859-15", "cp1252", "utf-8", "utf-8-sig"])
def test_french_letters_arrive_whatever_the_charset(alice: Visitor, drain: Drain, charset: str) -> None:
    names = "Éloïse;Œuvrard", "Ça;Bœuf €", "Maël;d'Été"
    done = import_file(alice, drain, _lines(*(f"{name};;" for name in names), charset=charset))
    assert _counts(done) == ("done", 3, 3, 0)
    assert sorted(_names(alice)) == sorted(" ".join(name.split(";")[::-1]) for name in names)


def test_forty_columns_most_of_them_unknown_harm_nobody(alice: Visitor, drain: Drain) -> None:
    header = ";".join(["Titre", "Nom", "Titre", *(f"Colonne {number}" for number in range(37))])
    row = ";".join(["Mme", "Martin", "Gérante", *(f"valeur {number}" for number in range(37))])
    done = import_file(alice, drain, f"{header}\n{row}\n;;;{row[:60]}\n".encode())
    assert _counts(done) == ("done", 2, 1, 1)
    assert _names(alice) == ["Martin"]


def test_quotes_that_never_close_cost_their_rows_only(alice: Visitor, drain: Drain) -> None:
    rows = [f'Jean;"Martin {number};;' for number in range(200)]
    done = import_file(alice, drain, _lines("Anaïs;Avant;;", *rows, "Zoé;Après;;"))
    assert done["rows"] == done["created"] + done["refused"]
    assert (done["state"], _names(alice)) == ("done", ["Après Zoé", "Avant Anaïs"])


def test_the_report_shows_fifty_rows_and_the_file_has_them_all(alice: Visitor, drain: Drain) -> None:
    header = "Nom;Prénom;Adresse;CP;Ville;Téléphone;Tél. mobile;E-mail;Pays;Date de naissance;Fonction"
    long = "x" * 300
    bad = ";".join(["", long, long, long, long, "12", "12", "a@", "Syldavie", "31/02/1980", long])
    done = import_file(alice, drain, "\n".join([header, *[bad] * 70]).encode())
    assert _counts(done) == ("done", 70, 0, 70)
    assert [row["row"] for row in done["report"]] == list(range(1, 51))
    assert len(_refused(alice, done)) == 71


def test_the_refused_rows_can_be_corrected_and_imported(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, _lines("Jean;Martin;x@;", "Anne;Durand;;", ";;anne@example.fr;=1+1"))
    assert _counts(done) == ("done", 3, 1, 2)
    text = alice.get(f"/api/imports/{done['id']}/refused").content.decode("utf-8-sig")
    assert "'=1+1" in text  # A spreadsheet must not run what somebody typed.
    again = import_file(alice, drain, text.replace("x@", "x@example.fr").encode())
    assert _counts(again) == ("done", 2, 1, 1)
    assert _names(alice) == ["Durand Anne", "Martin Jean"]


def test_an_import_where_nothing_was_refused_has_no_file(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, _lines("Jean;Martin;;"))
    assert alice.get(f"/api/imports/{done['id']}/refused").status_code == 404


def test_rows_are_not_downloaded_before_the_end(alice: Visitor) -> None:
    job = ask(alice, b"Nom\nMartin\n")
    answer = alice.get(f"/api/imports/{job['id']}/refused")
    assert (answer.status_code, answer.json()["detail"]) == (409, "L'import n'est pas terminé.")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"size": 100 * 1024 * 1024 + 1}, "size"),
        ({"size": 10**400}, "size"),
        ({"size": -1}, "size"),
        ({"size": None}, "size"),
        ({"size": "large"}, "size"),
        ({"file_name": ""}, "file_name"),
        ({"file_name": "x" * 251}, "file_name"),
        ({"resource": "projects"}, "resource"),
        ({"mapping": {}}, "mapping"),
    ],
)
def test_what_cannot_be_imported_is_refused_before_the_upload(
    alice: Visitor, body: dict[str, Any], field: str
) -> None:
    answer = alice.post("/api/imports", json={"file_name": "a.csv", "size": 1, **body})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == [field]
    assert alice.get("/api/imports").json()["total"] == 0


def test_a_hundred_megabytes_may_be_asked_for(alice: Visitor) -> None:
    body = {"file_name": "a.csv", "size": 100 * 1024 * 1024}
    assert alice.post("/api/imports", json=body).status_code == 201


def test_a_file_that_never_comes_keeps_its_import_waiting(alice: Visitor, drain: Drain) -> None:
    job = ask(alice, b"Nom\nMartin\n")
    run(alice, job)
    drain()
    assert show(alice, job)["state"] == "waiting"
    assert service.resume_all() >= 1
    drain()
    assert show(alice, job)["state"] == "waiting"
    upload(job["upload"], b"Nom\nMartin\n")
    drain("imports")
    assert _counts(show(alice, job)) == ("done", 1, 1, 0)


def test_after_a_day_a_file_that_never_came_is_no_longer_waited_for(
    alice: Visitor, drain: Drain, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ask(alice, b"Nom\nMartin\n")
    run(alice, job)
    tomorrow = clock.now_ms() + worker.UPLOADED_WITHIN_MS + 1
    with monkeypatch.context() as later:
        later.setattr(clock, "now_ms", lambda: tomorrow)
        drain()
    seen = show(alice, job)
    assert (seen["state"], "recommencez" in seen["message"]) == ("failed", True)


def test_an_uploaded_file_waits_until_it_is_asked_to_run(alice: Visitor, drain: Drain) -> None:
    job = ask(alice, b"Nom\nMartin\n")
    upload(job["upload"], b"Nom\nMartin\n")
    drain("imports")
    assert (show(alice, job)["state"], alice.get("/api/contacts").json()["total"]) == ("waiting", 0)
    run(alice, job)
    drain("imports")
    assert _counts(show(alice, job)) == ("done", 1, 1, 0)


def test_running_it_again_changes_nothing(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, b"Nom\nMartin\n")
    assert run(alice, done)["state"] == "done"
    drain("imports")
    assert show(alice, done) == done
    assert _names(alice) == ["Martin"]


def test_options_nobody_knows_are_refused_rather_than_ignored(alice: Visitor, drain: Drain) -> None:
    job = ask(alice, b"Nom\nMartin\n")
    answer = alice.post(f"/api/imports/{job['id']}/run", json={"rehearse": True})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "rehearse")
    drain()
    assert show(alice, job)["state"] == "waiting"


def test_imports_are_listed_newest_first(alice: Visitor) -> None:
    made = [ask(alice, b"")["id"] for _ in range(3)]
    listed = alice.get("/api/imports").json()
    assert [each["id"] for each in listed["items"]] == made[::-1]
    assert listed["total"] == 3
