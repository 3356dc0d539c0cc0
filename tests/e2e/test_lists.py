"""Lists remember how their reader likes them, and their rows are real links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import Desk

TOWNS = {"Aubry": "Vannes", "Bœuf": "Nîmes", "Çelik": "Arles"}
BY_TOWN = ["Çelik", "Bœuf", "Aubry"]


def with_people(desk: Desk) -> Desk:
    for name, town in TOWNS.items():
        desk.send("/contacts", {"last_name": name, "personal_city": town})
    return desk.open("/contacts", "Contacts")


def shows(desk: Desk, names: list[str]) -> None:
    expect(desk.rows().first).to_contain_text(names[0])
    expect(desk.rows()).to_contain_text(names)


def test_a_sort_is_remembered_after_signing_out_and_in_another_browser(
    visit: Callable[..., Desk], desk: Desk
) -> None:
    with_people(desk)
    shows(desk, list(TOWNS))
    with desk.page.expect_response(lambda answer: "/api/preferences/" in answer.url):
        desk.page.get_by_role("columnheader").get_by_text("Ville", exact=True).click()
    shows(desk, BY_TOWN)

    desk.sign_out().sign_in(desk.email).sees_page("Contacts")
    shows(desk, BY_TOWN)
    other = visit().sign_in(desk.email)
    other.sees_page("Contacts")
    shows(other, BY_TOWN)


@pytest.mark.parametrize(
    ("button", "keys"), [("middle", []), ("left", ["Control"])], ids=["middle click", "Ctrl+click"]
)
def test_a_row_opens_in_another_tab(
    desk: Desk, button: Literal["middle", "left"], keys: list[Literal["Control"]]
) -> None:
    with_people(desk)
    row = desk.rows().filter(has_text="Bœuf")

    with desk.page.context.expect_page() as opened:
        row.get_by_text("Nîmes").click(button=button, modifiers=keys)

    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Bœuf")
    desk.sees_page("Contacts")


def test_the_back_button_leads_back_to_the_list(desk: Desk) -> None:
    with_people(desk)
    desk.rows().filter(has_text="Bœuf").get_by_role("link").first.click()
    desk.sees_page("Bœuf")

    desk.page.go_back()

    shows(desk, list(TOWNS))
