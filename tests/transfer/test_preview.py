"""A look into a file before its import: how it is written, its columns, what each would become."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.transfer.imports import ask, import_file
from tests.world import Visitor, upload

FILE = "Nom;Société;Tél. mobile;Surnom\r\nLefèvre;Bœuf & Fils;0644273163;\r\nŒuvrard;;;Ça\r\n"


def look(visitor: Visitor, content: bytes, resource: str = "contacts", **query: str) -> dict[str, Any]:
    """The preview of a file that was just uploaded."""
    job = ask(visitor, content, resource)
    upload(job["upload"], content)
    answer = visitor.get(f"/api/imports/{job['id']}/preview", params=query)
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def fields(shown: dict[str, Any]) -> list[str | None]:
    return [column["field"] for column in shown["columns"]]


def test_it_tells_charset_delimiter_columns_and_rows(alice: Visitor) -> None:
    shown = look(alice, FILE.encode("iso-8859-15"))
    assert (shown["kind"], shown["charset"], shown["delimiter"]) == ("csv", "iso-8859-15", ";")
    assert shown["rows_estimated"] == 2
    assert shown["columns"][0] == {
        "position": 0,
        "header": "Nom",
        "field": "last_name",
        "samples": ["Lefèvre", "Œuvrard"],
    }
    assert fields(shown) == ["last_name", "company", "personal_mobile", None]
    assert shown["charset"] in shown["charsets"]
    assert shown["delimiter"] in shown["delimiters"]


def test_what_a_column_may_become_is_told_in_the_callers_language(alice: Visitor) -> None:
    labels = {each["name"]: each["label"] for each in look(alice, b"Nom\nMartin\n")["fields"]}
    assert (labels["last_name"], labels["interests"]) == ("Nom", "Centres d'intérêt")
    assert {"company", "work_email", "note", "linkedin", "company_city"} <= labels.keys()
    assert len(set(labels.values())) == len(labels)
    companies = look(alice, b"Nom\nMartin\n", "companies")["fields"]
    assert {"name", "siret", "kinds", "note"} <= {each["name"] for each in companies}


def test_somebody_may_know_better_how_it_is_written(alice: Visitor) -> None:
    content = "Nom,Prénom;Ville\nÉté,Zoé;Lyon\n".encode("cp1252")
    assert look(alice, content, charset="cp1252", delimiter=",")["columns"][0]["samples"] == ["Été"]
    assert look(alice, content, charset="mac_roman")["columns"][0]["samples"] != ["Été"]
    assert len(look(alice, b"Nom\tVille;CP\nA\tB;C\n", delimiter="\t")["columns"]) == 2
    assert len(look(alice, b"Nom|Ville\nA|B\n", delimiter="|")["columns"]) == 2


def test_a_wrong_charset_shows_what_it_can_and_marks_what_it_cannot(alice: Visitor) -> None:
    content = 'Nom;Prénom\r\nDurand;Luc\r\n"Noël";Éric\r\nFaÿ\r\n'.encode("cp1252")
    columns = look(alice, content, charset="utf-8")["columns"]
    assert [column["header"] for column in columns] == ["Nom", "Pr\ufffdnom"]
    assert [column["samples"] for column in columns] == [["No\ufffdl", "Fa\ufffd"], ["\ufffdric", ""]]


def test_one_damaged_row_does_not_stand_for_the_file(alice: Visitor) -> None:
    content = "Nom;Ville\nNoël;Évreux\nFaÿ;Orléans\n".encode() + b"H\xe9nin;Lens\n"
    assert look(alice, content, charset="utf-8")["columns"][0]["samples"] == ["Noël", "Faÿ"]


def test_columns_of_one_name_are_told_apart_by_their_place(alice: Visitor) -> None:
    shown = look(alice, "Titre,Prénom,Nom,Titre\nMme,Anne,Roy,Gérante\n".encode())
    assert fields(shown) == ["civility", "first_name", "last_name", "title"]
    assert [column["samples"] for column in shown["columns"]] == [["Mme"], ["Anne"], ["Roy"], ["Gérante"]]


def test_without_a_name_it_still_shows_the_columns(alice: Visitor) -> None:
    shown = look(alice, b"A;B\nMartin;Lyon\n")
    assert fields(shown) == [None, None]


def test_the_fullest_of_the_first_rows_are_the_samples(alice: Visitor) -> None:
    rows = ["Nom;Ville;CP", *[f"N{n};;" for n in range(9)], "A;Lyon;69002", "B;Nice;", "C;;"]
    columns = look(alice, "\n".join(rows).encode())["columns"]
    assert [column["samples"][-2:] for column in columns] == [["A", "B"], ["Lyon", "Nice"], ["69002", ""]]


def test_the_rows_of_a_large_file_are_estimated_from_its_head(alice: Visitor) -> None:
    rows = [f"Martin {number:06};{'x' * 80}" for number in range(20_000)]
    estimated = look(alice, "\n".join(["Nom;Note", *rows]).encode())["rows_estimated"]
    assert 19_000 < estimated < 21_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04" + bytes(2000), "Ce fichier est un classeur (.xlsx ou .ods)"),
        (b"", "Ce fichier est vide."),
        ("Nom;Ville".encode("utf-16"), "Ce fichier est en UTF-16"),
        (b'"Nom;Ville\nA;B\n', "La première ligne n'est pas une ligne d'en-têtes"),
        (b"," * 1_000_000, "Ce fichier est vide."),
        (b"Nom" + b"," * 1_000_000, "La première ligne n'est pas une ligne d'en-têtes"),
    ],
    ids="xlsx empty utf-16 open-quote commas a-name-and-commas".split(),
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    alice: Visitor, content: bytes, said: str
) -> None:
    job = ask(alice, content)
    upload(job["upload"], content)
    answer = alice.get(f"/api/imports/{job['id']}/preview")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith(said)


def test_forty_columns_are_shown_and_a_nul_byte_in_the_header_is_refused(alice: Visitor) -> None:
    header = ";".join(["Nom", *(f"Colonne {number}" for number in range(39))])
    assert len(look(alice, f"{header}\nMartin\n".encode())["columns"]) == 40
    job = ask(alice, b"")
    upload(job["upload"], b"No\x00m;Ville\nA;B\n")
    assert alice.get(f"/api/imports/{job['id']}/preview").status_code == 422


def test_before_the_upload_there_is_nothing_to_look_into(alice: Visitor) -> None:
    job = ask(alice, b"Nom\n")
    answer = alice.get(f"/api/imports/{job['id']}/preview")
    assert (answer.status_code, "pas encore arrivé" in answer.json()["detail"]) == (409, True)


def test_a_format_nobody_knows_is_refused_by_its_name(alice: Visitor) -> None:
    job = ask(alice, b"Nom\n")
    upload(job["upload"], b"Nom\nMartin\n")
    for query, field in (
        ({"charset": "utf-7"}, "charset"),
        ({"delimiter": "x"}, "delimiter"),
        ({"a": "b"}, "a"),
    ):
        answer = alice.get(f"/api/imports/{job['id']}/preview", params=query)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_a_colleague_who_sees_only_his_own_sees_no_file_of_hers(alice: Visitor, bob: Visitor) -> None:
    job = ask(alice, b"Nom\n")
    upload(job["upload"], b"Nom\nMartin\n")
    assert bob.get(f"/api/imports/{job['id']}/preview").status_code == 404


def test_cards_have_our_fields_for_columns(alice: Visitor, drain: Callable[..., int]) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lefèvre;Zoé;;;\r\nEMAIL:zoe@example.fr\r\nEND:VCARD\r\n"
    shown = look(alice, (card * 2).encode())
    assert (shown["kind"], shown["rows_estimated"]) == ("vcard", 2)
    known = {column["field"]: column["samples"] for column in shown["columns"]}
    assert (known["last_name"], known["personal_email"]) == (["Lefèvre"] * 2, ["zoe@example.fr"] * 2)
    assert None not in known
    done = import_file(alice, drain, card.encode())
    assert (done["state"], done["created"]) == ("done", 1)
    assert alice.get("/api/contacts").json()["items"][0]["name"] == "Lefèvre Zoé"
