"""A recruitment agency, as the FAQ tells it: interests, an offer, a candidate with a past, matching."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.team import join
from tests.e2e.test_export import PHONE, export
from tests.running import Run

# The FAQ writes "A la recherche" without its accent.
STATES = ("Libre", "A la recherche")
JOBS = ("Comptable", "Vendeur automobile", "Analyste Programmeur", "Manager Textile")


def test_the_story_of_the_faq_up_to_the_matching_page(desk: Desk) -> None:
    create_interests(desk)
    enter_the_company_that_looks_for_somebody(desk)
    enter_the_candidate(desk)
    give_past(desk, "Banque Lœuillet", "Aide-comptable", ("2015", "2018"))
    give_past(desk, "Garage Kern", "Comptable", ("2019", "2021"))

    desk.press("Chercher ses anciens collègues")
    colleagues = card(desk, "Anciens collègues")
    expect(colleagues.get_by_role("link", name="Zola Inès")).to_be_visible()
    expect(colleagues).to_contain_text("chez Garage Kern, de mars 2020 à 2021")

    desk.follow("Sociétés qui recherchent : Comptable")
    desk.sees_page("Rapprochement")
    matches_both_ways(desk)

    menu(desk).get_by_role("link", name="Centres d’intérêt").click()
    desk.sees_page("Centres d’intérêt")
    desk.follow("Comptable")
    expect(desk.rows()).to_have_count(2)
    desk.sees("2 contacts")
    cross(desk, "Tous ceux-ci", "libre")
    expect(desk.rows()).to_have_count(1)
    expect(desk.rows()).to_contain_text("Aubry Zoé")
    phone = desk.rows().get_by_role("link", name="06 12 34 56 78")
    expect(phone).to_have_attribute("href", "tel:0612345678")

    menu(desk).get_by_role("link", name="Sociétés").click()
    desk.follow("Cabinet Écard")
    expect(card(desk, "Centres d’intérêt de ses contacts")).to_contain_text("Comptable · 1")
    desk.follow("Candidats libres : Comptable")
    desk.sees_page("Rapprochement")
    matches_both_ways(desk)


def create_interests(desk: Desk) -> None:
    """Two states and four jobs, each lot in one go."""
    open_menu_entry(desk)
    desk.sees("Aucun centre d’intérêt pour l’instant")
    desk.follow("Créer des centres d’intérêt")
    for names, group in ((STATES, "Recrutement"), (JOBS, "Métiers")):
        desk.fill("Noms", "\n".join(names))
        desk.page.get_by_role("combobox", name="Groupe").fill(group)
        desk.press("Ajouter")
        expect(card(desk, group).get_by_role("listitem")).to_have_count(len(names))


def open_menu_entry(desk: Desk) -> None:
    menu(desk).get_by_role("link", name="Centres d’intérêt").click()
    desk.sees_page("Centres d’intérêt")


def enter_the_company_that_looks_for_somebody(desk: Desk) -> None:
    """Its contact person has both boxes ticked: what they are, and what they look for."""
    desk.open("/companies/create", "Nouvelle société")
    desk.fill("Nom", "Cabinet Écard")
    desk.press("Enregistrer")
    desk.sees_page("Cabinet Écard")
    desk.follow("Nouveau contact")
    desk.fill("Nom", "Écard")
    desk.fill("Prénom", "Noël")
    tick(desk, "A la recherche", "Comptable")
    desk.press("Enregistrer")
    desk.sees_page("Noël Écard")
    expect(card(desk, "Centres d’intérêt")).to_contain_text("Candidats libres : Comptable")


def enter_the_candidate(desk: Desk) -> None:
    """Somebody free; a known person has worked at one of the candidate's former employers."""
    desk.send("/companies", {"name": "Banque Lœuillet"})
    garage = desk.send("/companies", {"name": "Garage Kern"})
    job = {"company_id": garage["id"], "start": "2020-03"}
    desk.send("/contacts", {"last_name": "Zola", "first_name": "Inès", "position": job})
    desk.open("/contacts/create", "Nouveau contact")
    desk.fill("Nom", "Aubry")
    desk.fill("Prénom", "Zoé")
    desk.fill("Tél. mobile personnel", "06 12 34 56 78")
    tick(desk, "Libre", "Comptable")
    desk.press("Enregistrer")
    desk.sees_page("Zoé Aubry")


def give_past(desk: Desk, company: str, title: str, years: tuple[str, str]) -> None:
    """One of the lines of a CV."""
    desk.press("Ajouter une fonction")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Société").fill(company[:4].lower())
    desk.page.get_by_role("option", name=company, exact=True).click()
    dialog.get_by_label("Fonction").fill(title)
    for name, year in zip(("Date d’entrée", "Date de sortie"), years, strict=True):
        dialog.get_by_role("group", name=name).get_by_label("Année").fill(year)
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(card(desk, "Fonctions")).to_contain_text(f"{title}, {years[0]} – {years[1]}")


def matches_both_ways(desk: Desk) -> None:
    candidates, companies = card(desk, "Candidats libres"), card(desk, "Sociétés qui recherchent")
    expect(candidates.get_by_role("listitem")).to_have_count(1)
    expect(candidates.get_by_role("link", name="Aubry Zoé")).to_be_visible()
    expect(companies.get_by_role("listitem")).to_have_count(1)
    expect(companies.get_by_role("listitem")).to_contain_text("Cabinet Écard")
    expect(companies.get_by_role("link", name="Écard Noël")).to_be_visible()


def test_a_query_is_lasting_goes_back_and_opens_in_another_tab(desk: Desk) -> None:
    people(desk)
    desk.open("/interests", "Centres d’intérêt")
    desk.follow("Vin")
    expect(desk.rows()).to_have_count(2)
    cross(desk, "Aucun de ceux-ci", "the")
    expect(desk.rows()).to_have_count(1)
    expect(desk.rows()).to_contain_text("Besson")
    address = desk.page.url
    desk.page.go_back()
    expect(desk.rows()).to_have_count(2)
    desk.page.goto(address)
    expect(desk.rows()).to_have_count(1)
    with desk.page.context.expect_page() as opened:
        desk.rows().get_by_role("link", name="Besson", exact=True).click(button="middle")
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Besson")


def test_at_least_one_of_several_is_enough_where_that_is_asked(desk: Desk) -> None:
    people(desk)
    desk.open("/interests", "Centres d’intérêt")
    cross(desk, "Au moins un de ceux-ci", "vin")
    cross(desk, "Au moins un de ceux-ci", "cafe")
    expect(desk.rows()).to_have_count(3)
    cross(desk, "Aucun de ceux-ci", "the")
    expect(desk.rows()).to_have_count(2)


def test_a_query_is_saved_and_its_people_are_tagged_at_once(desk: Desk) -> None:
    people(desk)
    desk.open("/interests", "Centres d’intérêt")
    desk.follow("Vin")
    expect(desk.rows()).to_have_count(2)
    desk.press("Vues")
    desk.page.get_by_role("menuitem", name="Enregistrer comme nouvelle vue…").click()
    saving = desk.page.get_by_role("dialog")
    saving.get_by_label("Nom de la vue").fill("Amateurs de vin")
    saving.get_by_role("button", name="Enregistrer").click()
    expect(saving).to_have_count(0)

    desk.open("/interests", "Centres d’intérêt")
    card(desk, "Requêtes enregistrées").get_by_role("link", name="Amateurs de vin").click()
    expect(desk.rows()).to_have_count(2)
    desk.page.get_by_role("checkbox", name="Tout sélectionner").check()
    bar = desk.page.get_by_role("region", name="Sélection")
    bar.get_by_role("button", name="Centres d’intérêt").click()
    tagging = desk.page.get_by_role("dialog")
    tagging.get_by_role("combobox", name="Centres d’intérêt").fill("cafe")
    desk.page.get_by_role("option", name="Café", exact=True).click()
    tagging.get_by_role("button", name="Appliquer").click()
    desk.sees("2 contacts étiquetés")

    desk.open("/interests", "Centres d’intérêt")
    desk.follow("Café")
    expect(desk.rows()).to_have_count(3)


def test_the_people_of_a_query_are_exported_as_vcards(desk: Desk) -> None:
    people(desk)
    desk.open("/interests", "Centres d’intérêt")
    desk.follow("Vin")
    expect(desk.rows()).to_have_count(2)
    cards = export(desk, PHONE).path().read_text()
    assert [line for line in cards.splitlines() if line.startswith("FN:")] == ["FN:Aubry", "FN:Besson"]


def test_parts_of_matching_may_have_other_names_which_are_remembered(
    visit: Callable[..., Desk], desk: Desk
) -> None:
    free, looking, job = (interest(desk, name) for name in ("Disponible", "Recrute", "Soudeur"))
    desk.send("/contacts", {"last_name": "Aubry", "interest_ids": [free, job]})
    desk.send("/contacts", {"last_name": "Besson", "interest_ids": [looking, job]})
    desk.open("/interests/matching", "Rapprochement")
    desk.sees("Le rapprochement a besoin de deux centres d’intérêt")
    for part, name in (("Candidat à placer", "Disponible"), ("Société qui recrute", "Recrute")):
        desk.page.get_by_role("combobox", name=part).fill(name.lower())
        with desk.page.expect_response(lambda answer: "/preferences/" in answer.url and answer.ok):
            desk.page.get_by_role("option", name=name, exact=True).click()
    desk.follow("Soudeur")
    expect(card(desk, "Candidats libres").get_by_role("link", name="Aubry")).to_be_visible()
    expect(card(desk, "Sociétés qui recherchent").get_by_role("link", name="Besson")).to_be_visible()

    elsewhere = visit().sign_in(desk.email)
    elsewhere.sees_page("Contacts")
    elsewhere.open(f"/interests/matching?profile={job}", "Rapprochement")
    expect(card(elsewhere, "Candidats libres").get_by_role("link", name="Aubry")).to_be_visible()


def test_interests_are_renamed_archived_and_made_while_a_contact_is_entered(desk: Desk) -> None:
    wine = interest(desk, "Vin")
    contact = desk.send("/contacts", {"last_name": "Aubry", "interest_ids": [wine]})
    desk.open("/interests/manage", "Centres d’intérêt")
    desk.press("Modifier « Vin »")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label("Nom").fill("Œnologie")
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(desk.page.get_by_role("link", name="Œnologie")).to_be_visible()

    desk.open(f"/contacts/{contact['id']}/edit", "Aubry")
    desk.fill("Chercher un centre d’intérêt", "Cuisine")
    desk.press("Créer « Cuisine »")
    expect(desk.page.get_by_role("checkbox", name="Cuisine")).to_be_checked()
    expect(desk.page.get_by_role("checkbox", name="Œnologie")).to_be_checked()
    desk.press("Enregistrer")
    desk.sees_page("Aubry")
    expect(card(desk, "Centres d’intérêt").get_by_role("link")).to_have_text(["Cuisine", "Œnologie"])
    expect(card(desk, "Historique")).to_contain_text("Centres d’intérêt : Œnologie → Œnologie, Cuisine")

    desk.open("/interests/manage", "Centres d’intérêt")
    desk.press("Archiver « Œnologie »")
    desk.sees("« Œnologie » est archivé.")
    desk.open(f"/contacts/{contact['id']}", "Aubry")
    expect(card(desk, "Centres d’intérêt").get_by_role("link")).to_have_text(["Cuisine"])


def test_a_query_is_asked_and_followed_by_keys_alone(desk: Desk) -> None:
    people(desk)
    keys = desk.page.keyboard
    desk.open("/interests", "Centres d’intérêt")
    desk.tab_to("combobox", "Tous ceux-ci")
    keys.type("vin")
    expect(desk.page.get_by_role("option")).to_have_count(1)
    keys.press("Enter")
    expect(desk.rows()).to_have_count(2)
    keys.press("Escape")
    desk.tab_to("link", "Besson")
    keys.press("Enter")
    desk.sees_page("Besson")


def test_who_is_no_admin_asks_and_does_not_manage(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    people(desk)
    paul = join(visit, product, desk, role="user", visibility="own")
    paul.open("/interests", "Centres d’intérêt")
    expect(paul.page.get_by_role("link", name="Gérer les centres d’intérêt")).to_have_count(0)
    paul.follow("Vin")
    paul.sees("Aucune fiche ne correspond à ces filtres.")
    paul.open("/interests/manage", "Administration").sees("réservée aux administrateurs")


def people(desk: Desk) -> None:
    """Three people: wine and tea, wine, coffee."""
    wine, tea, coffee = (interest(desk, name) for name in ("Vin", "Thé", "Café"))
    for name, ids in (("Aubry", [wine, tea]), ("Besson", [wine]), ("Cordier", [coffee])):
        desk.send("/contacts", {"last_name": name, "interest_ids": ids})


def interest(desk: Desk, name: str) -> Any:
    return desk.send("/interests", {"name": name})["id"]


def tick(desk: Desk, *names: str) -> None:
    for name in names:
        desk.page.get_by_role("checkbox", name=name, exact=True).check()


def cross(desk: Desk, side: str, typed: str) -> None:
    """Add an interest to one side of the query by the beginning of its name, once it is offered."""
    picker = desk.page.get_by_role("combobox", name=side)
    picker.fill(typed)
    offered = desk.page.get_by_role("option")
    expect(offered).to_have_count(1)
    name = offered.inner_text()
    picker.press("Enter")
    # The page turns to another address: what is typed before it has would be typed into the former one.
    box = desk.page.locator(".MuiAutocomplete-root").filter(has=picker)
    expect(box.get_by_text(name, exact=True)).to_be_visible()
    expect(offered).to_have_count(0)


def card(desk: Desk, title: str) -> Locator:
    return desk.page.get_by_role("region", name=title, exact=True)


def menu(desk: Desk) -> Locator:
    return desk.page.get_by_role("navigation", name="Menu principal")
