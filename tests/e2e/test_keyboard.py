"""Whoever uses no mouse signs in, finds "new contact", fills it in and saves it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.world import PASSWORD


def test_a_contact_is_created_by_keys_alone(visit: Callable[..., Desk], desk: Desk) -> None:
    other = visit()
    keys = other.page.keyboard
    other.open("/login", "Connexion")
    expect(other.field("E-mail")).to_be_focused()
    keys.type(desk.email)
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    other.sees_page("Contacts")

    other.tab_to("button", "Nouveau")
    keys.press("Enter")
    expect(other.page.get_by_role("menuitem", name="Nouveau contact")).to_be_focused()
    keys.press("Enter")
    expect(other.field("Nom")).to_be_focused()
    keys.type("Lœuillet")
    keys.press("Tab")
    keys.type("Zoé")
    keys.press("Control+Enter")

    other.sees_page("Zoé Lœuillet")
