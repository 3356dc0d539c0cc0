"""Files that are read wrongly, or of which nothing comes: each says so and leaves a way on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.test_import_wizard import CARDS, PEOPLE, imports, send


def test_a_charset_that_does_not_read_the_file_says_so_and_imports_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    send(desk, tmp_path, "Nom;Prénom\r\nGarçon;Anaïs\r\n".encode("cp1252"), press="Vérifier d’abord")
    desk.page.get_by_label("Encodage").select_option(label="UTF-8")

    desk.sees("Cet encodage ne lit pas le fichier")
    desk.sees("Gar\ufffdon")
    expect(desk.page.get_by_role("button", name="Importer", exact=True)).to_be_disabled()
    desk.page.get_by_label("Encodage").select_option(label="Windows (cp1252)")
    imports(desk, created=1)


def test_a_separator_that_is_refused_can_be_changed_back(desk: Desk, tmp_path: Path) -> None:
    content = '"Nom";"Prénom, ou initiale"\r\n"Garçon";"Anaïs"\r\n'
    send(desk, tmp_path, content.encode(), press="Vérifier d’abord")
    separator = desk.page.get_by_label("Séparateur")
    separator.focus()
    separator.select_option(label="Virgule ( , )")

    expect(desk.page.get_by_role("region", name="Avant d’importer")).to_contain_text(
        "n'est pas une ligne d'en-têtes"
    )
    expect(separator).to_be_focused()
    separator.select_option(label="Point-virgule ( ; )")
    imports(desk, created=1)


def test_a_file_of_which_nothing_is_taken_is_not_called_imported(desk: Desk, tmp_path: Path) -> None:
    send(desk, tmp_path, b"Nom;E-mail\r\n;jean@example.fr\r\n", press="Importer")

    expect(desk.page.get_by_role("region", name="Rien n’a été importé")).to_be_visible()
    expect(desk.page.get_by_role("region", name="Lignes refusées")).to_contain_text(
        "Aucune ligne n’a été importée."
    )


def test_a_file_that_was_only_looked_into_is_folded_away(desk: Desk, tmp_path: Path) -> None:
    send(desk, tmp_path, (CARDS + PEOPLE[0]).encode(), press="Vérifier d’abord")
    desk.open("/imports", "Importer un fichier")

    left = desk.page.get_by_text("Fichiers non importés (1)")
    expect(desk.page.get_by_role("link", name="contacts.csv")).to_have_count(0)
    left.click()
    desk.page.get_by_role("link", name="contacts.csv").click()
    expect(desk.page.get_by_role("region", name="Colonnes du fichier")).to_be_visible()
