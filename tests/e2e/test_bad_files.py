"""Files that are none, and rows that cannot be taken: each gets its sentence, and the good rows come in."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import Desk

HEADER = "Nom;Prénom;E-mail;Date de naissance\r\n"


def workbook() -> bytes:
    """The beginning of any .xlsx: a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (workbook(), "pas un CSV"),
        (b"couleur;taille\r\nrouge;12\r\n", "Aucune colonne n’est reconnue"),
    ],
    ids=["a workbook named .csv", "no column we know"],
)
def test_a_file_without_people_is_refused_with_a_sentence_before_its_import(
    desk: Desk, tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "clients.csv"
    file.write_bytes(content)

    send(desk, file)

    desk.sees_page(file.name)
    expect(desk.page.get_by_role("heading", name="Avant d’importer")).to_be_visible()
    expect(desk.page.get_by_role("alert").filter(has_text=sentence)).to_be_visible()
    expect(desk.page.get_by_role("button", name="Importer", exact=True, disabled=False)).to_have_count(0)


def test_a_header_alone_is_said_to_be_one(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_text(HEADER)

    send(desk, file)

    expect(
        desk.page.get_by_role("alert").filter(has_text="ne contient que la ligne d'en-têtes")
    ).to_be_visible()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [("vide.csv", b"", "Ce fichier est vide."), ("clients.xlsx", workbook(), "n’est pas un CSV")],
)
def test_what_is_plainly_no_csv_is_not_even_sent(
    desk: Desk, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    desk.open("/imports", "Importer un fichier")
    desk.drop(file)

    expect(desk.page.get_by_role("alert").filter(has_text=sentence).first).to_be_visible()
    expect(desk.page.get_by_role("button", name="Importer", exact=True)).to_have_count(0)


def test_refused_rows_are_shown_and_can_be_downloaded(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    rows = ["Lœuillet;Zoé;zoe@example.fr;01/02/1980", ";Jean;;", "Ça;Anaïs;;31/02/1980", "Noël;Éric;;"]
    file.write_bytes((HEADER + "\r\n".join(rows)).encode("iso-8859-15"))

    send(desk, file)

    expect(desk.page.get_by_role("heading", name="Import terminé")).to_be_visible()
    assert desk.numbers() == {"Lignes lues": 4, "Créées": 2, "Mises à jour": 0, "Refusées": 2}
    refused = desk.page.get_by_role("region", name="Lignes refusées")
    expect(refused.get_by_role("row").nth(1)).to_contain_text("Nom :")
    expect(refused.get_by_role("row").nth(2)).to_contain_text("Date de naissance :")
    with desk.page.expect_download() as download:
        desk.follow("Télécharger les lignes refusées")
    text = download.value.path().read_text("utf-8-sig")
    assert "Ça" in text
    assert "Anaïs" in text
    assert "Zoé" not in text


def send(desk: Desk, file: Path) -> None:
    """Choose a file by the button and send it."""
    desk.open("/imports", "Importer un fichier")
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.press("Importer")
