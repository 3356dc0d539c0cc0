"""What is in the lists leaves them as it is shown, and comes back as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import vobject
from playwright.sync_api import Download, expect

from tests.e2e.desk import Desk
from tests.world import until

SPREADSHEET = "Excel, LibreOffice et les tableurs récents"
OLD_SOFTWARE = "Un ancien logiciel"
PHONE = "Un téléphone ou un carnet d’adresses"
COMPANIES: list[dict[str, Any]] = [
    {"name": "Ateliers Bœuf & Fils", "kinds": ["client"], "city": "Évreux", "postal_code": "27000"},
    {"name": "Pomme ; Poire", "kinds": ["client", "supplier"], "city": "Lyon", "phone": "+33472000001"},
    {"name": "Zèbre", "kinds": ["lead"], "city": "Arles"},
    {"name": "Lœuillet", "kinds": ["client"], "city": "Nantes", "note": "=1+1\nDeux lignes"},
]
NOT_TOLD = ("id", "number", "created_at", "updated_at", "version", "owner_id")


def test_a_filtered_and_sorted_list_is_what_the_file_holds(desk: Desk) -> None:
    for company in COMPANIES:
        desk.send("/companies", company)
    desk.open("/companies", "Sociétés")
    desk.choose("Type", "Client")
    desk.choose("Trier par", "Ville")
    desk.page.get_by_role("button", name="Inverser l’ordre (croissant)").click()
    expect(desk.rows()).to_have_count(3)
    expect(desk.rows().first).to_contain_text("Nantes")

    rows = table(export(desk, SPREADSHEET), "utf-8-sig")

    assert [row["Nom"] for row in rows] == ["Lœuillet", "Pomme ; Poire", "Ateliers Bœuf & Fils"]
    assert [row["Ville"] for row in rows] == ["Nantes", "Lyon", "Évreux"]
    assert rows[1]["Type"] == "Client, Fournisseur"
    assert not rows[0]["Note"].startswith("=")


def test_old_software_reads_its_own_letters(desk: Desk) -> None:
    desk.send("/companies", {"name": "L’Œuvre – 100 €"})
    desk.open("/companies", "Sociétés")
    expect(desk.rows()).to_have_count(1)

    rows = table(export(desk, OLD_SOFTWARE), "iso-8859-15")

    assert rows[0]["Nom"] == "L'Œuvre - 100 €"


def test_what_was_exported_comes_in_again_as_it_was(desk: Desk, visit: Callable[..., Desk]) -> None:
    fill(desk)
    desk.open("/contacts", "Contacts")
    expect(desk.rows()).to_have_count(3)
    before = records(desk)
    file = export(desk, SPREADSHEET).path()

    bring_in(desk, file)
    assert desk.numbers() == {"Lignes lues": 3, "Créées": 0, "Mises à jour": 3, "Refusées": 0}
    assert records(desk) == before
    elsewhere = visit().arrive()
    bring_in(elsewhere, file)
    assert elsewhere.numbers() == {"Lignes lues": 3, "Créées": 3, "Mises à jour": 0, "Refusées": 0}
    assert records(elsewhere) == before


def test_selected_people_leave_as_cards(desk: Desk) -> None:
    fill(desk)
    desk.open("/contacts", "Contacts")
    for name in ("Garçon", "Noël"):
        desk.rows().filter(has_text=name).get_by_role("checkbox").click()
    bar = desk.page.get_by_role("region", name="Sélection")

    bar.get_by_role("button", name="Exporter").click()
    dialog = desk.page.get_by_role("dialog", name="Exporter des contacts")
    expect(dialog).to_contain_text("Les 2 fiches sélectionnées.")
    text = download_of(desk, PHONE).path().read_text("utf-8")

    cards = list(vobject.readComponents(text))
    assert {card.fn.value for card in cards} == {"Anaïs Garçon", "Éric Noël"}


def test_one_person_leaves_as_a_card(desk: Desk) -> None:
    fill(desk)
    desk.open("/contacts", "Contacts")
    desk.page.get_by_role("link", name="Garçon Anaïs").first.click()
    desk.sees_page("Garçon")

    with desk.page.expect_download() as download:
        desk.follow("Télécharger la vCard")

    assert download.value.suggested_filename.endswith(".vcf")
    card = vobject.readOne(download.value.path().read_text("utf-8"))
    assert card.fn.value == "Anaïs Garçon"
    assert card.org.value[0] == "Ateliers Bœuf & Fils"
    assert card.title.value == "Gérante"
    assert "anais@example.fr" in [each.value for each in card.contents["email"]]


def fill(desk: Desk) -> None:
    """Three people, one of them with a job."""
    company = desk.send("/companies", {"name": "Ateliers Bœuf & Fils"})
    anais = {
        **{"last_name": "Garçon", "first_name": "Anaïs", "civility": "Mme", "birthday": "1980-02-29"},
        **{"personal_email": "anais@example.fr", "personal_mobile": "+33612345678", "personal_country": "FR"},
        "note": "Préfère le matin ;\nn'aime pas « = »",
        "position": {
            "company_id": company["id"],
            "title": "Gérante",
            "start": "2019-03",
            "work_phone": "0240000001",
        },
    }
    desk.send("/contacts", anais)
    desk.send("/contacts", {"last_name": "Noël", "first_name": "Éric", "personal_email": "eric@example.fr"})
    desk.send("/contacts", {"last_name": "Zola", "personal_email": "z@example.fr", "note": "+33 ou -1"})


def export(desk: Desk, manner: str) -> Download:
    """Export the list on the screen."""
    desk.press("Exporter")
    return download_of(desk, manner)


def download_of(desk: Desk, manner: str) -> Download:
    """Say for whom the file is, and take it when it comes."""
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_role("radio", name=manner).check()
    with desk.page.expect_download() as download:
        dialog.get_by_role("button", name="Exporter").click()
    expect(dialog).to_contain_text("Le fichier est prêt")
    dialog.get_by_role("button", name="Fermer").click()
    return download.value


def table(download: Download, charset: str) -> list[dict[str, str]]:
    text = download.path().read_bytes().decode(charset)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def bring_in(desk: Desk, file: Path) -> None:
    desk.open("/imports", "Importer un fichier")
    desk.page.locator("input[type=file]").set_input_files(
        {"name": "contacts.csv", "mimeType": "text/csv", "buffer": file.read_bytes()}
    )
    desk.press("Importer")
    expect(desk.page.get_by_role("heading", name="Import terminé")).to_be_visible()


def records(desk: Desk) -> list[dict[str, Any]]:
    """The three people with their jobs, without what the server gives of itself."""
    until(lambda: len(rows_of(desk)) == 3)
    people = [desk.read(f"/contacts/{row['id']}") for row in rows_of(desk)]
    return [bare(person) | {"main_position": bare(person["main_position"] or {})} for person in people]


def rows_of(desk: Desk) -> list[dict[str, Any]]:
    return list(desk.read("/contacts?sort=last_name")["items"])


def bare(record: dict[str, Any]) -> dict[str, Any]:
    hidden = (*NOT_TOLD, "contact_id", "company_id")
    return {name: value for name, value in record.items() if name not in hidden}
