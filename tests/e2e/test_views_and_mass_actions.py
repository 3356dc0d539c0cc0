"""A list is looked at as one likes, and what is selected in it is dealt with at once, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.team import join
from tests.running import Run
from tests.world import until

TOWNS = {"Aubry": "Vannes", "Bœuf": "Nîmes", "Çelik": "Arles", "Duval": "Vannes"}
FIRST_OF_MANY = 60


def with_people(desk: Desk) -> Desk:
    for name, town in TOWNS.items():
        desk.send("/contacts", {"last_name": name, "personal_city": town})
    until(lambda: names(desk) == list(TOWNS))
    return desk.open("/contacts", "Contacts")


def box_of(desk: Desk, name: str) -> Locator:
    return desk.rows().filter(has_text=name).get_by_role("checkbox")


def bar(desk: Desk) -> Locator:
    return desk.page.get_by_role("region", name="Sélection")


def names(desk: Desk) -> list[str]:
    return [row["name"] for row in desk.read("/contacts")["items"]]


def test_selected_people_are_archived_and_come_back(desk: Desk) -> None:
    with_people(desk)
    box_of(desk, "Aubry").click()
    box_of(desk, "Çelik").click(modifiers=["Shift"])
    expect(bar(desk)).to_contain_text("3 sélectionnés")

    bar(desk).get_by_role("button", name="Archiver").click()

    desk.sees("3 fiches archivées.")
    expect(desk.rows()).to_have_count(1)
    expect(bar(desk)).to_be_hidden()
    desk.press("Annuler")
    expect(desk.rows()).to_have_count(4)
    until(lambda: names(desk) == list(TOWNS))


def test_a_whole_list_is_given_to_a_colleague_and_back(
    desk: Desk, visit: Callable[..., Desk], product: Run
) -> None:
    join(visit, product, desk)
    for number in range(FIRST_OF_MANY):
        desk.send("/companies", {"name": f"Société {number:02}"})
    desk.open("/companies", "Sociétés")
    desk.rows().first.get_by_role("checkbox").click()
    desk.press("Tout sélectionner (60)")
    expect(bar(desk)).to_contain_text("60 sélectionnés")

    bar(desk).get_by_role("button", name="Affecter").click()
    dialog = desk.page.get_by_role("dialog")
    desk.choose("Responsable", "Paul Lœuillet")
    dialog.get_by_role("button", name="Affecter").click()

    desk.sees("60 fiches affectées.")
    users = {user["first_name"]: user["id"] for user in desk.read("/users")["items"]}
    until(lambda: desk.read(f"/companies?owner_id={users['Paul']}")["total"] == FIRST_OF_MANY)
    desk.press("Annuler")
    desk.sees("60 fiches remises comme avant.")
    until(lambda: desk.read(f"/companies?owner_id={users['Hélène']}")["total"] == FIRST_OF_MANY)


def test_what_could_not_be_done_is_told_by_name(desk: Desk) -> None:
    with_people(desk)
    box_of(desk, "Aubry").click()
    desk.page.route(
        "**/api/contacts/bulk",
        lambda route: route.continue_(
            post_data={
                **route.request.post_data_json,
                "ids": [*route.request.post_data_json["ids"], "0" * 16],
            }
        ),
    )

    bar(desk).get_by_role("button", name="Archiver").click()

    failures = desk.page.get_by_role("dialog")
    expect(failures).to_contain_text("1 fiche n’a pas été modifiée")
    expect(failures).to_contain_text("Introuvable")
    failures.get_by_role("button", name="Fermer").click()
    desk.sees("1 fiche archivée.")


def test_the_x_key_selects_the_row_that_has_the_focus(desk: Desk) -> None:
    with_people(desk)
    desk.page.get_by_role("link", name="Bœuf", exact=True).focus()

    desk.page.keyboard.press("x")

    expect(box_of(desk, "Bœuf")).to_be_checked()
    expect(bar(desk)).to_contain_text("1 sélectionné")
    desk.page.keyboard.press("x")
    expect(bar(desk)).to_be_hidden()


def test_selecting_leaves_rows_real_links(desk: Desk) -> None:
    with_people(desk)
    box_of(desk, "Aubry").click()
    with desk.page.context.expect_page() as opened:
        desk.rows().filter(has_text="Bœuf").get_by_text("Nîmes").click(modifiers=["Control"])
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Bœuf")


def test_on_a_phone_cards_get_boxes_when_called_for(visit: Callable[..., Desk]) -> None:
    desk = visit().arrive()
    desk.page.set_viewport_size({"width": 360, "height": 740})
    with_people(desk)
    desk.press("Sélectionner")
    desk.page.get_by_text("Aubry").click()
    desk.page.get_by_text("Duval").click()
    expect(bar(desk)).to_contain_text("2 sélectionnés")

    bar(desk).get_by_role("button", name="Archiver").click()

    desk.sees("2 fiches archivées.")
    expect(desk.page.get_by_role("link").filter(has_text="Nîmes")).to_be_visible()
    until(lambda: names(desk) == ["Bœuf", "Çelik"])


def test_only_the_selected_rows_are_printed_and_no_frame(desk: Desk) -> None:
    with_people(desk)
    # Chromium without a screen prints nothing and says so to nobody: the sheet is looked at instead.
    desk.page.evaluate("window.print = () => {}")
    box_of(desk, "Duval").click()
    box_of(desk, "Aubry").click()

    bar(desk).get_by_role("button", name="Imprimer").click()

    expect(desk.rows()).to_have_count(2)
    desk.page.emulate_media(media="print")
    expect(desk.page.get_by_role("navigation", name="Menu principal")).to_be_hidden()
    expect(bar(desk)).to_be_hidden()
    expect(desk.page.get_by_role("checkbox").first).to_be_hidden()
    desk.page.emulate_media(media="screen")
    desk.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(desk.rows()).to_have_count(4)


def test_a_view_is_saved_shared_and_opened_by_a_colleague_at_its_address(
    desk: Desk, visit: Callable[..., Desk], product: Run
) -> None:
    with_people(desk)
    other = join(visit, product, desk)
    desk.choose("Trier par", "Ville")
    expect(desk.rows().first).to_contain_text("Arles")
    save_view(desk, "Par ville", shared=True)
    expect(desk.page.get_by_role("button", name="Vue : Par ville")).to_be_visible()
    [view] = desk.read("/views?resource=contacts")["items"]
    assert (view["sort"], view["order"], view["shared"]) == ("city", "asc", True)

    other.open(f"/contacts?vue={view['id']}", "Contacts")
    expect(other.page.get_by_role("button", name="Vue : Par ville")).to_be_visible()
    expect(other.rows().first).to_contain_text("Arles")
    other.press("Vue : Par ville")
    other.sees("Vues de l’équipe")
    expect(other.page.get_by_role("menuitem", name=re.compile("Supprimer"))).to_be_hidden()


def test_a_view_is_changed_renamed_and_removed_with_a_way_back(desk: Desk) -> None:
    with_people(desk)
    save_view(desk, "Tous")
    desk.page.get_by_label("Archivés").click()
    desk.press("Vue modifiée : Tous")
    desk.page.get_by_role("menuitem", name="Enregistrer les changements").click()
    expect(desk.page.get_by_role("button", name="Vue : Tous")).to_be_visible()
    assert desk.read("/views")["items"][0]["filters"] == {"archived": "true"}

    desk.press("Vue : Tous")
    desk.page.get_by_role("menuitem", name="Renommer ou partager").click()
    desk.fill("Nom de la vue", "Anciens")
    desk.press("Enregistrer")
    desk.press("Vue : Anciens")
    desk.page.get_by_role("menuitem", name="Supprimer").click()
    desk.sees("La vue « Anciens » est supprimée.")
    until(lambda: desk.read("/views")["items"] == [])
    desk.press("Annuler")
    expect(desk.page.get_by_role("button", name="Vue : Anciens")).to_be_visible()


def test_the_address_of_a_view_that_is_gone_says_so(desk: Desk) -> None:
    desk.page.goto(f"/contacts?vue={'0' * 16}")
    desk.sees("Cette vue n’existe plus, ou n’est pas partagée avec vous.")
    desk.follow("Retour à la liste")
    desk.sees_page("Contacts")


def save_view(desk: Desk, name: str, *, shared: bool = False) -> None:
    desk.press("Vues")
    desk.page.get_by_role("menuitem", name="Enregistrer comme nouvelle vue…").click()
    desk.fill("Nom de la vue", name)
    if shared:
        desk.page.get_by_label("Partager avec toute l’équipe").check()
    desk.press("Enregistrer")
