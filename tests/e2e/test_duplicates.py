"""The story of a person who is there twice: warned of, found, merged, and brought back."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import ViewportSize, expect

from tests.e2e.desk import Desk
from tests.e2e.test_pages import barriers, overflow

PHONE: ViewportSize = {"width": 360, "height": 740}


def person(desk: Desk, **fields: Any) -> str:
    return str(desk.send("/contacts", {"last_name": "Dupont", "first_name": "Jean", **fields})["id"])


def test_typing_somebody_who_is_there_warns_and_does_not_stand_in_the_way(desk: Desk) -> None:
    person(desk, personal_email="jean@example.fr", personal_city="Lyon")
    desk.open("/contacts/create", "Nouveau contact")
    desk.fill("Nom", "Dupond")
    desk.fill("Prénom", "Jean")
    desk.sees("Cette personne existe peut-être déjà")
    desk.sees("nom proche")
    desk.fill("Prénom", "Paul")
    expect(desk.page.get_by_text("existe peut-être déjà")).to_have_count(0)
    desk.fill("E-mail personnel", "JEAN@example.fr")
    desk.sees("même e-mail")
    with desk.page.context.expect_page() as opened:
        desk.page.get_by_role("link", name=re.compile("^Dupont Jean")).click()
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Jean Dupont")
    opened.value.close()
    desk.press("Enregistrer")
    desk.sees_page("Paul Dupond")


def test_going_to_the_record_that_is_there_leaves_the_new_one(desk: Desk) -> None:
    person(desk)
    desk.open("/contacts/create", "Nouveau contact")
    desk.fill("Nom", "Dupont")
    desk.fill("Prénom", "Jean")
    desk.page.once("dialog", lambda dialog: dialog.accept())
    desk.page.get_by_role("link", name="C’est la même : ouvrir la fiche de Dupont Jean").click()
    desk.sees_page("Jean Dupont")


def test_a_company_that_is_there_is_told_too(desk: Desk) -> None:
    desk.send("/companies", {"name": "Boulangerie Martin", "siren": "552081317"})
    desk.open("/companies/create", "Nouvelle société")
    desk.fill("SIREN", "552 081 317")
    desk.sees("Cette société existe peut-être déjà")
    desk.sees("même SIREN")


def test_a_pair_is_found_merged_field_by_field_and_brought_back(desk: Desk) -> None:
    one = person(desk, personal_email="jean@example.fr", personal_city="Lyon", note="Un")
    two = person(
        desk, first_name="Jehan", personal_email="JEAN@example.fr", personal_city="Paris", note="Deux"
    )
    desk.open("/duplicates", "Doublons")
    desk.sees("même e-mail")
    desk.sees("Tout le carnet a été parcouru.")
    desk.page.get_by_role("link", name="Fusionner Dupont Jean et Dupont Jehan…").click()
    desk.sees_page("Fusionner deux fiches")
    city = desk.page.get_by_role("radiogroup", name="Ville")
    city.get_by_role("radio", name=re.compile("Paris")).check()
    desk.press("Fusionner")
    desk.sees("« Dupont Jehan » est fusionné dans « Dupont Jean ».")
    desk.sees_page("Doublons")
    desk.sees("Aucun doublon probable")
    kept = desk.read(f"/contacts/{one}")
    assert (kept["first_name"], kept["personal_city"]) == ("Jean", "Paris")
    assert kept["note"].startswith("Un\n\nDeux\n\n")
    desk.press("Annuler")
    desk.sees("Fusion annulée")
    assert desk.read(f"/contacts/{one}")["personal_city"] == "Lyon"
    assert desk.read(f"/contacts/{two}")["version"] == 1


def test_a_merge_is_told_in_the_history_and_undone_there(desk: Desk) -> None:
    one, two = person(desk), person(desk, personal_city="Paris")
    desk.send(f"/contacts/{one}/merge", {"loser_id": two})
    desk.open(f"/contacts/{one}", "Jean Dupont")
    desk.sees("a fusionné la fiche « Dupont Jean » avec celle-ci")
    desk.press("Annuler la fusion")
    desk.sees("Fusion annulée")
    expect(desk.page.get_by_text("a fusionné la fiche")).to_have_count(0)
    assert desk.read("/contacts")["total"] == 2


def test_a_pair_that_is_none_stays_away_until_it_is_recalled(desk: Desk) -> None:
    person(desk)
    person(desk)
    desk.open("/duplicates", "Doublons")
    dismiss = desk.page.get_by_role("button", name=re.compile("^Ce n’est pas un doublon"))
    dismiss.click()
    desk.sees("Ces deux fiches ne seront plus proposées.")
    expect(dismiss).to_have_count(0)
    desk.press("Annuler")
    expect(dismiss).to_have_count(1)


def test_two_selected_rows_can_be_merged_with_the_keyboard(desk: Desk) -> None:
    person(desk)
    person(desk, first_name="Jehan")
    desk.open("/contacts", "Contacts")
    expect(desk.rows()).to_have_count(2)
    for row in desk.rows().all():
        row.get_by_role("checkbox").check()
    desk.press("Fusionner…")
    desk.sees_page("Fusionner deux fiches")
    desk.tab_to("button", "Garder plutôt l’autre fiche")
    desk.page.keyboard.press("Enter")
    desk.sees("« Dupont Jehan » garde sa fiche.")
    desk.tab_to("button", "Fusionner")
    desk.page.keyboard.press("Enter")
    desk.sees_page("Jehan Dupont")


def test_the_warning_fits_a_phone_and_has_no_grave_fault_of_accessibility(desk: Desk) -> None:
    for city in ("Lyon", "Paris", "Nice"):
        person(desk, personal_city=city, personal_email=f"jean.dupont.de.{city}@example.fr")
    desk.page.set_viewport_size(PHONE)
    desk.open("/contacts/create", "Nouveau contact")
    desk.fill("Nom", "Dupont")
    desk.fill("Prénom", "Jean")
    desk.sees("Cette personne existe peut-être déjà")
    assert overflow(desk) + barriers(desk) == []
