"""Two browsers side by side on one record: nobody overwrites anybody unseen, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk

CLASH = "Cette fiche a changé entre-temps"


@pytest.fixture
def contact(desk: Desk) -> dict[str, Any]:
    about = {"last_name": "Dupont", "first_name": "Jeanne", "personal_city": "Nantes"}
    return desk.send("/contacts", about)


@pytest.fixture
def other(visit: Callable[..., Desk], desk: Desk) -> Desk:
    """A second browser on the same account."""
    second = visit().sign_in(desk.email)
    second.sees_page("Contacts")
    return second


def test_the_second_to_save_sees_field_by_field_what_differs_and_loses_nothing(
    desk: Desk, other: Desk, contact: dict[str, Any]
) -> None:
    edit = f"/contacts/{contact['id']}/edit"
    desk.open(edit, "Jeanne Dupont")
    other.open(edit, "Jeanne Dupont")
    type_and_save(other, {"Ville": "Lyon", "Prénom": "Jeanne-Marie"})
    other.sees_page("Jeanne-Marie Dupont")
    type_and_save(desk, {"Ville": "Paris", "Note": "Préfère le matin"})
    dialog = clash(desk)
    expect(side(dialog, "Ville", "Ma saisie")).to_contain_text("Paris")
    expect(side(dialog, "Ville", "Enregistré entre-temps")).to_contain_text("Lyon")
    expect(field(dialog, "Ville")).to_contain_text("À l’ouverture : Nantes")
    expect(side(dialog, "Note", "Ma saisie").get_by_role("radio")).to_be_checked()
    expect(side(dialog, "Prénom", "Enregistré entre-temps").get_by_role("radio")).to_be_checked()
    expect(field(dialog, "Nom")).to_have_count(0)
    expect(dialog.get_by_role("button", name="Enregistrer")).to_be_disabled()
    side(dialog, "Ville", "Ma saisie").click()
    dialog.get_by_role("button", name="Enregistrer").click()
    desk.sees_page("Jeanne-Marie Dupont")
    saved = desk.read(f"/contacts/{contact['id']}")
    assert (saved["personal_city"], saved["note"], saved["first_name"]) == (
        "Paris",
        "Préfère le matin",
        "Jeanne-Marie",
    )


def test_a_third_save_meanwhile_asks_once_more(desk: Desk, contact: dict[str, Any]) -> None:
    path = f"/contacts/{contact['id']}"
    desk.open(f"{path}/edit", "Jeanne Dupont")
    desk.send(path, {"personal_city": "Lyon"}, "PATCH", 1)
    type_and_save(desk, {"Ville": "Paris"})
    side(clash(desk), "Ville", "Ma saisie").click()
    desk.send(path, {"personal_city": "Brest"}, "PATCH", 2)
    clash(desk).get_by_role("button", name="Enregistrer").click()
    expect(side(clash(desk), "Ville", "Enregistré entre-temps")).to_contain_text("Brest")
    expect(side(clash(desk), "Ville", "Ma saisie")).to_contain_text("Paris")
    clash(desk).get_by_role("button", name="Revenir à la saisie").click()
    expect(desk.field("Ville")).to_have_value("Paris")


def test_the_form_keeps_the_version_it_opened_however_long_it_stays_open(
    desk: Desk, contact: dict[str, Any]
) -> None:
    path = f"/contacts/{contact['id']}"
    desk.open(f"{path}/edit", "Jeanne Dupont")
    desk.fill("Ville", "Paris")
    desk.send(path, {"personal_city": "Lyon"}, "PATCH", 1)
    # Coming back to a tab asks for everything anew, which must not make the other's version pass for ours.
    desk.page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")
    desk.page.evaluate("window.dispatchEvent(new Event('focus'))")
    desk.press("Actualiser")
    desk.press("Enregistrer")
    expect(side(clash(desk), "Ville", "Enregistré entre-temps")).to_contain_text("Lyon")


def test_a_company_and_a_position_are_settled_alike_by_the_keyboard(desk: Desk) -> None:
    company = desk.send("/companies", {"name": "Pomme", "city": "Nantes"})
    job = {"company_id": company["id"], "title": "Gérante"}
    contact = desk.send("/contacts", {"last_name": "Dupont", "position": job})
    desk.open(f"/companies/{company['id']}/edit", "Pomme")
    desk.send(f"/companies/{company['id']}", {"city": "Lyon"}, "PATCH", 1)
    type_and_save(desk, {"Ville": "Paris"})
    choose_by_keyboard(desk, "Ma saisie")
    desk.sees_page("Pomme")
    assert desk.read(f"/companies/{company['id']}")["city"] == "Paris"

    desk.open(f"/contacts/{contact['id']}", "Dupont")
    desk.press("Actions pour Pomme")
    desk.page.get_by_role("menuitem", name="Modifier").click()
    position = contact["main_position"]["id"]
    desk.send(f"/positions/{position}", {"title": "Directrice"}, "PATCH", 1)
    desk.page.get_by_role("dialog").get_by_label("Fonction").fill("Présidente")
    desk.page.get_by_role("dialog").get_by_role("button", name="Enregistrer").click()
    choose_by_keyboard(desk, "Enregistré entre-temps")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)
    desk.sees("Directrice")
    assert desk.read(f"/positions/{position}")["title"] == "Directrice"


def test_a_former_value_comes_back_and_never_over_a_newer_one_unasked(
    desk: Desk, contact: dict[str, Any]
) -> None:
    path = f"/contacts/{contact['id']}"
    desk.send(path, {"personal_city": "Lyon"}, "PATCH", 1)
    desk.open(path, "Jeanne Dupont")
    history = desk.page.get_by_role("region", name="Historique")
    history.get_by_role("button", name="Rétablir l’ancienne valeur (Ville)").click()
    expect(history).to_contain_text("Ville : Lyon → Nantes")
    assert desk.read(path)["personal_city"] == "Nantes"
    desk.send(path, {"personal_city": "Brest"}, "PATCH", 3)
    desk.page.reload()
    change = history.get_by_role("listitem").filter(has_text="Lyon → Nantes")
    change.get_by_role("button").click()
    asked = desk.page.get_by_role("dialog")
    expect(asked).to_contain_text("Aujourd’hui : Brest")
    expect(asked).to_contain_text("Ancienne valeur : Lyon")
    asked.get_by_role("button", name="Annuler").click()
    assert desk.read(path)["personal_city"] == "Brest"
    change.get_by_role("button").click()
    asked.get_by_role("button", name="Remplacer").click()
    expect(history).to_contain_text("Ville : Brest → Lyon")


def type_and_save(desk: Desk, values: dict[str, str]) -> None:
    for label, text in values.items():
        desk.fill(label, text)
    desk.press("Enregistrer")


def clash(desk: Desk) -> Locator:
    return desk.page.get_by_role("dialog", name=CLASH)


def field(dialog: Locator, name: str) -> Locator:
    heading = dialog.page.get_by_role("heading", level=3, name=name, exact=True)
    return dialog.locator("section").filter(has=heading)


def side(dialog: Locator, name: str, version: str) -> Locator:
    """One of the two versions of a field, with the button that chooses it."""
    return field(dialog, name).locator("label").filter(has_text=version)


def choose_by_keyboard(desk: Desk, version: str) -> None:
    """Reach the first choice by Tab, take a version, save with Ctrl+Enter."""
    expect(clash(desk)).to_be_visible()
    radio = clash(desk).get_by_role("radio", name=version).first
    desk.page.keyboard.press("Tab")
    if version == "Enregistré entre-temps":
        desk.page.keyboard.press("ArrowRight")
    else:
        desk.page.keyboard.press("Space")
    expect(radio).to_be_checked()
    desk.page.keyboard.press("Control+Enter")
