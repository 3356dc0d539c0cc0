"""Files nobody wrote for us: looked into, corrected by hand, rehearsed, brought in, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.test_dialogs import fits_and_reads
from tests.e2e.test_pages import LONG
from tests.world import until

OUTLOOK = "\r\n".join(
    [
        '"Titre","Prénom","Deuxième prénom","Nom","Suffixe","Société","Service","Titre",'
        '"Rue (bureau)","Ville (bureau)","Code postal (bureau)","Téléphone (bureau)",'
        '"Tél. mobile","Adresse de messagerie","Initiales"',
        '"Mme","Zoé","","Lœuillet","","Ateliers Bœuf & Fils","Achats","Gérante",'
        '"3, rue des Lilas","Nantes","44000","02 40 00 00 01","06 12 34 56 78","zoe@example.fr","Z.L."',
        '"M.","Éric","","Noël","","Ateliers Bœuf & Fils","","Acheteur",'
        '"3, rue des Lilas","Nantes","44000","","","eric@example.fr","E.N."',
    ]
)
CARDS = "Nom;Prénom;E-mail;Carte de fidélité\r\n"
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{first} {last}\r\nN:{last};{first};;;\r\n"
    "TEL;TYPE=CELL:06 12 34 56 78\r\nEND:VCARD\r\n"
)
PEOPLE = ("Lœuillet;Zoé;zoe@example.fr;A-1200", "Noël;Éric;eric@example.fr;B-0007")


def test_outlook_writes_title_twice_and_means_two_things(desk: Desk, tmp_path: Path) -> None:
    send(desk, tmp_path, OUTLOOK.encode("cp1252"), press="Vérifier d’abord")

    first, second = column(desk, "Titre").nth(0), column(desk, "Titre").nth(1)
    expect(first).to_have_value("civility")
    expect(second).to_have_value("title")
    expect(desk.page.get_by_label("Séparateur")).to_have_value(",")
    imports(desk, created=2)

    zoe = person(desk, "Lœuillet")
    assert (zoe["civility"], zoe["first_name"]) == ("Mme", "Zoé")
    assert zoe["main_position"]["title"] == "Gérante"
    assert zoe["main_position"]["company"] == "Ateliers Bœuf & Fils"


def test_wrong_letters_are_put_right_by_another_charset(desk: Desk, tmp_path: Path) -> None:
    content = "Nom;Prénom;Adresse\r\nGarçon;Anaïs;3½, rue des Lilas\r\n".encode("cp1252")
    send(desk, tmp_path, content, press="Vérifier d’abord")

    desk.sees("3œ, rue des Lilas")
    desk.page.get_by_label("Encodage").select_option(label="Windows (cp1252)")
    desk.sees("3½, rue des Lilas")
    desk.press("Essai à blanc")
    expect(desk.page.get_by_role("region", name="Essai à blanc terminé")).to_be_visible()
    # What was chosen for the rehearsal holds for the import, whoever opens the page again.
    desk.page.reload()
    imports(desk, created=1)

    assert person(desk, "Garçon")["personal_street"] == "3½, rue des Lilas"


def test_a_column_nobody_knows_is_given_its_place_and_keeps_it(desk: Desk, tmp_path: Path) -> None:
    send(desk, tmp_path, (CARDS + PEOPLE[0]).encode(), press="Importer")

    expect(desk.page.get_by_role("status")).to_contain_text("« Carte de fidélité »")
    expect(desk.page.get_by_text("Ignorée : ses valeurs ne seront pas importées.")).to_be_visible()
    column(desk, "Carte de fidélité").select_option(label="Note")
    expect(desk.page.get_by_role("status")).to_contain_text("Tout est reconnu")
    imports(desk, created=1)
    assert "A-1200" in person(desk, "Lœuillet")["note"]

    # The next file with these headers needs no hand.
    send(desk, tmp_path, (CARDS + PEOPLE[1]).encode(), press="Importer")
    is_done(desk, created=1)
    assert "B-0007" in person(desk, "Noël")["note"]


def test_a_rehearsal_counts_what_the_import_then_does(desk: Desk, tmp_path: Path) -> None:
    rows = (*PEOPLE, ";Jean;jean@example.fr;C-1")
    send(desk, tmp_path, (CARDS + "\r\n".join(rows)).encode("cp1252"), press="Importer")
    desk.press("Essai à blanc")
    expect(desk.page.get_by_role("region", name="Essai à blanc terminé")).to_be_visible()
    assert desk.numbers() == {"Lignes lues": 3, "À créer": 2, "À mettre à jour": 0, "À refuser": 1}
    expect(desk.page.get_by_role("region", name="Lignes refusées")).to_contain_text("Nom :")
    until_there_are(desk, "contacts", 0)

    desk.press("Revoir les colonnes")
    expect(desk.page.get_by_role("region", name="Colonnes du fichier")).to_be_visible()
    imports(desk, created=2, refused=1)

    until_there_are(desk, "contacts", 2)


def test_the_same_file_again_updates_whoever_is_there(desk: Desk, tmp_path: Path) -> None:
    plain = "Nom;Prénom;E-mail;Ville\r\nLœuillet;Zoé;zoe@example.fr;{}\r\n"
    send(desk, tmp_path, plain.format("Nantes").encode(), press="Importer")
    is_done(desk, created=1)
    send(desk, tmp_path, plain.format("Évreux").encode(), press="Importer")
    is_done(desk, updated=1)
    assert person(desk, "Lœuillet")["personal_city"] == "Évreux"

    send(desk, tmp_path, plain.format("Lyon").encode(), press="Vérifier d’abord")
    desk.page.get_by_role("radio", name="Toujours créer une nouvelle fiche").check()
    imports(desk, created=1)
    until_there_are(desk, "contacts", 2)


def test_a_whole_import_is_taken_back(desk: Desk, tmp_path: Path) -> None:
    send(desk, tmp_path, OUTLOOK.encode("cp1252"), press="Vérifier d’abord")
    imports(desk, created=2)
    until_there_are(desk, "companies", 1)
    expect(desk.page.get_by_text("Import terminé")).to_have_count(1)

    desk.press("Annuler cet import : contacts.csv")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Les 2 fiches créées par cet import seront retirées.")
    dialog.get_by_role("button", name="Annuler cet import").click()

    expect(desk.page.get_by_role("region", name="Import annulé")).to_be_visible()
    expect(desk.page.get_by_text("Import terminé")).to_have_count(0)
    desk.open("/contacts", "Contacts")
    desk.sees("Votre carnet d’adresses est vide")
    desk.open("/companies", "Sociétés")
    desk.sees("Aucune société pour l’instant")
    desk.open("/imports", "Importer un fichier")
    expect(desk.page.get_by_role("region", name="Imports précédents")).to_contain_text("annulé")
    expect(desk.page.get_by_role("button", name="Annuler cet import : contacts.csv")).to_have_count(0)


def test_cards_of_a_phone_come_in_and_a_broken_one_stops_none(desk: Desk, tmp_path: Path) -> None:
    good = [CARD.format(first="Anaïs", last="Garçon"), CARD.format(first="Éric", last="Noël")]
    cards = [good[0], "BEGIN:VCARD\r\nVERSION:3.0\r\nFN;;:\r\n", good[1]]
    send(desk, tmp_path, "".join(cards).encode(), press="Vérifier d’abord", name="téléphone.vcf")

    expect(desk.page.get_by_label("Encodage")).to_have_count(0)
    expect(desk.page.get_by_role("region", name="Ce que disent les premières fiches")).to_contain_text(
        "Garçon"
    )
    imports(desk, created=2, refused=1)

    assert person(desk, "Noël")["personal_mobile"] == "06 12 34 56 78"


def test_what_was_changed_since_stays_and_is_named(desk: Desk, tmp_path: Path) -> None:
    send(desk, tmp_path, OUTLOOK.encode("cp1252"), press="Vérifier d’abord")
    imports(desk, created=2)
    zoe = person(desk, "Lœuillet")
    desk.send(f"/contacts/{zoe['id']}", {"note": "Rappelée"}, "PATCH", zoe["version"])

    desk.press("Annuler cet import : contacts.csv")
    desk.page.get_by_role("dialog").get_by_role("button", name="Annuler cet import").click()

    undone = desk.page.get_by_role("region", name="Import annulé")
    expect(undone).to_contain_text("Lœuillet Zoé · Modifiée depuis l'import.")
    expect(undone).to_contain_text("Ateliers Bœuf & Fils · Utilisée par d'autres fiches.")
    with desk.page.expect_download() as download:
        desk.follow("Télécharger la liste des fiches gardées")
    assert "Modifiée depuis l'import." in download.value.path().read_text("utf-8-sig")
    until_there_are(desk, "contacts", 1)
    assert named(desk, "Lœuillet Zoé") == [zoe["id"]]


def test_the_wizard_is_walked_through_without_a_mouse(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path, (CARDS + PEOPLE[0]).encode())
    desk.tab_to("button", "Vérifier d’abord")
    desk.page.keyboard.press("Enter")
    expect(desk.page.get_by_role("region", name="Colonnes du fichier")).to_be_visible()
    expect(desk.page.get_by_role("heading", name="contacts.csv")).to_be_focused()
    desk.tab_to("combobox", "La colonne « Carte de fidélité » devient")
    desk.page.keyboard.type("Note")
    expect(column(desk, "Carte de fidélité")).to_have_value("note")
    desk.page.keyboard.press("Tab")
    desk.page.get_by_role("button", name="Importer", exact=True).focus()
    desk.page.keyboard.press("Enter")
    is_done(desk, created=1)


def test_every_step_fits_its_screen_and_reads_well(desk: Desk, tmp_path: Path) -> None:
    rows = [f"{LONG};Zoé;zoe@example.fr;{LONG}", ";Jean;jean@example.fr;C-1"]
    send(desk, tmp_path, (CARDS + "\r\n".join(rows)).encode("cp1252"), press="Importer")
    expect(desk.page.get_by_role("region", name="Colonnes du fichier")).to_be_visible()
    fits_and_reads(desk)
    desk.press("Essai à blanc")
    expect(desk.page.get_by_role("region", name="Essai à blanc terminé")).to_be_visible()
    fits_and_reads(desk)
    imports(desk, created=1, refused=1)
    fits_and_reads(desk)
    found = person(desk, LONG)
    desk.send(f"/contacts/{found['id']}", {"note": "Rappelée"}, "PATCH", found["version"])
    desk.press("Annuler cet import : contacts.csv")
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    fits_and_reads(desk)
    desk.page.get_by_role("dialog").get_by_role("button", name="Annuler cet import").click()
    expect(desk.page.get_by_role("region", name="Import annulé").get_by_role("listitem")).to_have_count(1)
    fits_and_reads(desk)


def choose(desk: Desk, folder: Path, content: bytes, name: str = "contacts.csv") -> None:
    file = folder / name
    file.write_bytes(content)
    desk.open("/imports", "Importer un fichier")
    desk.page.locator("input[type=file]").set_input_files(file)


def send(desk: Desk, folder: Path, content: bytes, press: str, name: str = "contacts.csv") -> None:
    """Choose a file of this content and press one of the two buttons."""
    choose(desk, folder, content, name)
    desk.press(press)
    desk.sees_page(name)


def column(desk: Desk, header: str) -> Locator:
    """What a column of the file becomes."""
    return desk.page.get_by_label(f"La colonne « {header} » devient")


def imports(desk: Desk, created: int, refused: int = 0) -> None:
    desk.press("Importer")
    is_done(desk, created=created, refused=refused)


def is_done(desk: Desk, created: int = 0, updated: int = 0, refused: int = 0) -> None:
    expect(desk.page.get_by_role("heading", name="Import terminé")).to_be_visible()
    assert desk.numbers() == {
        "Lignes lues": created + updated + refused,
        "Créées": created,
        "Mises à jour": updated,
        "Refusées": refused,
    }


def person(desk: Desk, last_name: str) -> dict[str, Any]:
    """The whole record of the only person of this name."""
    until(lambda: len(named(desk, last_name)) == 1)
    return desk.read(f"/contacts/{named(desk, last_name)[0]}")


def named(desk: Desk, last_name: str) -> list[str]:
    rows = desk.read("/contacts")["items"]
    return [row["id"] for row in rows if row["name"].startswith(last_name)]


def until_there_are(desk: Desk, resource: str, count: int) -> None:
    """Wait for the list, whose index may be behind what was just written."""
    until(lambda: desk.read(f"/{resource}")["total"] == count)
