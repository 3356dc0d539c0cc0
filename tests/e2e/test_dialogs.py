"""The cards and dialogs of people and companies fit every screen, with long names, and read well aloud."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.test_pages import LONG, barriers, overflow

WIDTHS = (1366, 768, 360)
# What is still fading in has not its colours yet.
IS_STILL = "() => document.getAnimations().every(animation => animation.playState !== 'running')"


@pytest.fixture
def contact(desk: Desk) -> dict[str, Any]:
    """Somebody with two jobs in companies with long names, and a company with sites."""
    head = desk.send("/companies", {"name": LONG, "site_label": LONG})
    site = desk.send(
        "/companies", {"name": LONG, "site_label": "Magasin", "parent_id": head["id"], "city": LONG}
    )
    job = {
        "company_id": site["id"],
        "title": LONG,
        "work_email": f"{'a' * 50}@example.fr",
        "start": "2019-03",
    }
    made = desk.send("/contacts", {"last_name": LONG, "note": "é" * 300, "position": job})
    desk.send(
        "/positions", {"contact_id": made["id"], "company_id": head["id"], "start": "2015", "end": "2018"}
    )
    return {**made, "head": head["id"], "site": site["id"]}


def test_the_records_with_all_their_cards(desk: Desk, contact: dict[str, Any]) -> None:
    for path in (
        f"/contacts/{contact['id']}",
        f"/companies/{contact['head']}",
        f"/companies/{contact['site']}",
    ):
        desk.open(path, LONG)
        expect(desk.page.get_by_role("listitem").first).to_be_visible()
        fits_and_reads(desk)


def test_the_dialog_of_a_position(desk: Desk, contact: dict[str, Any]) -> None:
    desk.open(f"/contacts/{contact['id']}", LONG)
    desk.page.get_by_role("button", name="Actions pour").first.click()
    desk.page.get_by_role("menuitem", name="Modifier").click()
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    fits_and_reads(desk)


def test_the_dialog_that_finds_or_makes_a_person(desk: Desk, contact: dict[str, Any]) -> None:
    desk.open(f"/companies/{contact['site']}", LONG)
    desk.press("Lier un contact")
    expect(desk.page.get_by_role("combobox", name="Contact")).to_be_focused()
    fits_and_reads(desk)
    desk.page.get_by_role("combobox", name="Contact").fill("Zoé Écard")
    desk.page.get_by_role("option", name="Créer « Zoé Écard »").click()
    expect(desk.field("Nom")).to_have_value("Écard")
    fits_and_reads(desk)


def test_the_dialog_of_a_conflict(desk: Desk, contact: dict[str, Any]) -> None:
    path = f"/contacts/{contact['id']}"
    desk.open(f"{path}/edit", LONG)
    desk.send(path, {"note": "n" * 300, "personal_city": LONG}, "PATCH", contact["version"])
    desk.fill("Note", "m" * 300)
    desk.press("Enregistrer")
    expect(desk.page.get_by_role("dialog", name="Cette fiche a changé entre-temps")).to_be_visible()
    fits_and_reads(desk)


def test_the_bar_of_a_selection_and_its_dialogs(desk: Desk, contact: dict[str, Any]) -> None:
    desk.open("/contacts", "Contacts")
    desk.rows().first.get_by_role("checkbox").click()
    bar = desk.page.get_by_role("region", name="Sélection")
    expect(bar).to_be_visible()
    fits_and_reads(desk)
    for name in ("Affecter", "Centres d’intérêt", "Exporter"):
        bar.get_by_role("button", name=name).click()
        expect(desk.page.get_by_role("dialog")).to_be_visible()
        fits_and_reads(desk)
        desk.press("Annuler")


def test_the_menu_of_views_and_its_dialog(desk: Desk, contact: dict[str, Any]) -> None:
    view = desk.send("/views", {"resource": "contacts", "name": LONG, "shared": True})
    desk.page.goto(f"/contacts?vue={view['id']}")
    desk.page.get_by_role("button", name="Vue :").click()
    expect(desk.page.get_by_role("menu")).to_be_visible()
    fits_and_reads(desk)
    desk.page.get_by_role("menuitem", name="Renommer ou partager").click()
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    fits_and_reads(desk)


def test_the_dialog_that_watches_a_profile(desk: Desk, contact: dict[str, Any]) -> None:
    desk.open(f"/contacts/{contact['id']}", LONG)
    desk.press("Surveiller un profil")
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    fits_and_reads(desk)


def fits_and_reads(desk: Desk) -> None:
    """Make the page narrower and narrower, and look for what sticks out or cannot be read."""
    faults = []
    for width in WIDTHS:
        desk.page.set_viewport_size({"width": width, "height": 768})
        desk.page.wait_for_function(IS_STILL)
        faults += [f"at {width}: {fault}" for fault in [*overflow(desk), *barriers(desk)]]
    desk.page.set_viewport_size({"width": WIDTHS[0], "height": 768})
    assert not faults, "\n".join(faults)
