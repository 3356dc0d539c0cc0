"""Whoever remembers a little finds it from any page, without a mouse, on a computer as on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.test_dialogs import fits_and_reads
from tests.e2e.test_pages import LONG


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    """Hélène with three sites of a company, and two people."""
    sites = [desk.send("/companies", {"name": "Pomme", "site_label": site}) for site in ("Magasin", "Siège")]
    desk.send("/companies", {"name": "Soclinic", "city": "Lyon"})
    jean = {"last_name": "Dupont", "first_name": "Jean", "personal_mobile": "06 44 27 31 63"}
    desk.send("/contacts", jean | {"position": {"company_id": sites[0]["id"]}})
    desk.send("/contacts", {"last_name": "Bœuf", "first_name": "Anne"})
    return desk


def _box(desk: Desk) -> Locator:
    return desk.page.get_by_role("combobox", name="Rechercher dans tout le CRM")


def _answers(desk: Desk) -> Locator:
    return desk.page.get_by_role("option")


def test_a_person_is_found_and_opened_by_keys_alone(stocked: Desk) -> None:
    keys = stocked.page.keyboard
    stocked.open("/companies", "Sociétés")
    keys.press("Control+k")
    expect(_box(stocked)).to_be_focused()
    stocked.sees("« 06 44 » ou « +33 6 44 »")
    keys.type("jean dup")
    expect(_answers(stocked)).to_have_text(["Dupont JeanPomme (Magasin)"])
    keys.press("Enter")
    stocked.sees_page("Jean Dupont")
    expect(_answers(stocked)).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("dup jean", ["Dupont JeanPomme (Magasin)"]),
        ("0644273163", ["Dupont JeanPomme (Magasin)"]),
        ("boeuf", ["Bœuf Anne"]),
        ("so clinic", ["SoclinicLyon"]),
        ("pomme", ["Pomme (Magasin)", "Pomme (Siège)", "Dupont JeanPomme (Magasin)"]),
    ],
)
def test_it_shows(stocked: Desk, typed: str, shown: list[str]) -> None:
    stocked.open("/contacts", "Contacts")
    stocked.page.keyboard.press("/")
    stocked.page.keyboard.type(typed)
    expect(_answers(stocked)).to_have_text(shown)


def test_the_arrows_choose_and_escape_leaves(stocked: Desk) -> None:
    keys = stocked.page.keyboard
    stocked.open("/contacts", "Contacts")
    keys.press("/")
    keys.type("pomme")
    expect(_answers(stocked)).to_have_count(3)
    keys.press("ArrowUp")
    expect(stocked.page.get_by_role("option", selected=True)).to_have_text("Dupont JeanPomme (Magasin)")
    keys.press("Escape")
    expect(_box(stocked)).to_have_count(0)
    stocked.sees_page("Contacts")


def test_a_slash_that_is_typed_stays_a_slash(stocked: Desk) -> None:
    stocked.open("/contacts/create", "Nouveau contact")
    stocked.field("Nom").press_sequentially("A/B")
    expect(stocked.field("Nom")).to_have_value("A/B")
    expect(stocked.page.get_by_role("dialog")).to_have_count(0)


def test_a_middle_click_opens_an_answer_beside(stocked: Desk) -> None:
    stocked.open("/contacts", "Contacts")
    stocked.page.keyboard.press("Control+k")
    stocked.page.keyboard.type("boeuf")
    with stocked.page.context.expect_page() as opened:
        _answers(stocked).click(button="middle")
    expect(opened.value.get_by_role("heading", level=1).filter(has_text="Anne Bœuf")).to_be_visible()
    expect(_answers(stocked)).to_have_count(1)


def test_on_a_phone_a_button_opens_it_and_another_closes_it(
    visit: Callable[..., Desk], stocked: Desk
) -> None:
    phone = visit()
    phone.page.set_viewport_size({"width": 360, "height": 740})
    phone.sign_in(stocked.email)
    phone.sees_page("Contacts")
    phone.press("Rechercher")
    phone.page.keyboard.type("anne")
    expect(_answers(phone)).to_have_text(["Bœuf Anne"])
    phone.press("Fermer")
    expect(_answers(phone)).to_have_count(0)
    phone.press("Rechercher")
    phone.page.keyboard.type("soclinic")
    _answers(phone).click()
    phone.sees_page("Soclinic")


def test_the_box_fits_every_screen_and_reads_well_aloud(stocked: Desk) -> None:
    stocked.send("/contacts", {"last_name": LONG, "first_name": "Anne"})
    stocked.open("/contacts", "Contacts")
    stocked.page.keyboard.press("Control+k")
    stocked.sees("« 06 44 » ou « +33 6 44 »")
    fits_and_reads(stocked)
    stocked.page.keyboard.type("anne")
    expect(_answers(stocked)).to_have_count(2)
    fits_and_reads(stocked)
