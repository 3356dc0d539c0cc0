"""A company is entered, refused, corrected, put aside and taken back."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.desk import Desk


def test_a_company_is_created_and_corrected(desk: Desk) -> None:
    desk.open("/companies", "Sociétés")
    desk.follow("Créer une société")
    desk.fill("Nom", "Bœuf & Fils")
    desk.page.get_by_role("checkbox", name="Client").check()
    desk.fill("SIREN", "552 100 554")
    desk.press("Enregistrer")
    desk.sees_page("Bœuf & Fils")

    desk.follow("Modifier")
    desk.fill("Ville", "Évry")
    desk.press("Enregistrer")

    desk.sees("Société enregistrée.")
    expect(desk.page.get_by_role("region", name="Historique")).to_contain_text("Ville : (vide) → Évry")
    desk.open("/companies", "Sociétés")
    expect(desk.rows()).to_have_count(1)
    expect(desk.rows().first).to_contain_text("Évry")


def test_what_is_wrong_is_said_beside_its_field(desk: Desk) -> None:
    desk.open("/companies/create", "Nouvelle société")
    desk.fill("SIREN", "123 456 789")
    desk.fill("E-mail", "personne")
    desk.press("Enregistrer")

    is_refused(desk, "Nom", "À remplir")
    is_refused(desk, "SIREN", "clé")
    desk.fill("Nom", "Bœuf & Fils")
    desk.fill("SIREN", "")
    desk.press("Enregistrer")
    is_refused(desk, "E-mail", "mal écrite")
    assert desk.page.url.endswith("/companies/create")


def is_refused(desk: Desk, label: str, reason: str) -> None:
    field = desk.field(label)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(re.escape(reason)))


def test_an_archived_company_comes_back_by_undo(desk: Desk) -> None:
    company = desk.send("/companies", {"name": "Été SARL"})
    desk.open(f"/companies/{company['id']}", "Été SARL")

    desk.press("Archiver")
    desk.sees("Fiche archivée")
    desk.press("Annuler")

    desk.sees("« Été SARL » est restauré.")
    expect(desk.page.get_by_role("button", name="Archiver")).to_be_visible()
    desk.open("/companies", "Sociétés")
    expect(desk.rows()).to_have_count(1)
