"""People and where they work: entered in either order, several jobs each; companies and their sites."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.world import until

CHAIN = "Sauver et créer un autre contact lié à la société"
TEAM = (("Anaïs", "Bœuf"), ("Noël", "Écard"), ("Zoé", "Garçon"))


def test_what_to_enter_first_the_company_then_its_people_one_after_the_other(desk: Desk) -> None:
    desk.open("/companies/create", "Nouvelle société")
    desk.fill("Nom", "Boulangerie Œillet")
    desk.press("Enregistrer")
    desk.sees_page("Boulangerie Œillet")
    desk.follow("Nouveau contact")
    for first, last in TEAM:
        expect(picker(desk)).to_have_value("Boulangerie Œillet")
        desk.fill("Nom", last)
        desk.fill("Prénom", first)
        desk.press(CHAIN)
        desk.sees(f"« {first} {last} » est créé")
        expect(desk.field("Nom")).to_be_focused()
        expect(desk.field("Nom")).to_have_value("")
        expect(desk.field("Prénom")).to_have_value("")
    desk.page.keyboard.type("Zola")
    desk.press("Enregistrer")
    desk.sees_page("Zola")
    desk.page.get_by_role("link", name="Boulangerie Œillet").first.click()
    desk.sees_page("Boulangerie Œillet")
    for name in ("Bœuf Anaïs", "Écard Noël", "Garçon Zoé", "Zola"):
        expect(card(desk, "Personnes").get_by_role("link", name=name)).to_be_visible()


def test_what_to_enter_first_the_contact_and_the_company_on_the_fly(desk: Desk) -> None:
    desk.open("/contacts/create", "Nouveau contact")
    desk.fill("Nom", "Dupont")
    expect(desk.page.get_by_role("button", name=CHAIN)).to_have_count(0)
    picker(desk).fill("Menuiserie Noël")
    option(desk, "Créer « Menuiserie Noël »").click()
    desk.sees("« Menuiserie Noël » est créé")
    desk.fill("Fonction", "Gérante")
    expect(desk.page.get_by_role("button", name=CHAIN)).to_be_visible()
    desk.press("Enregistrer")
    desk.sees_page("Dupont")
    desk.open("/companies", "Sociétés")
    desk.follow("Menuiserie Noël")
    expect(card(desk, "Personnes")).to_contain_text("Gérante")


def test_a_double_click_on_the_chain_button_saves_once(desk: Desk) -> None:
    company = desk.send("/companies", {"name": "Pomme"})
    desk.open(f"/contacts/create?company_id={company['id']}", "Nouveau contact")
    desk.fill("Nom", "Zola")
    desk.page.get_by_role("button", name=CHAIN).dblclick()
    desk.sees("« Zola » est créé")
    desk.fill("Nom", "Écard")
    desk.page.keyboard.press("Control+Enter")
    desk.page.keyboard.press("Control+Enter")
    desk.sees_page("Écard")
    assert desk.read("/contacts")["total"] == len(("Zola", "Écard"))


def test_a_company_makes_a_contact_on_the_fly(desk: Desk) -> None:
    company = desk.send("/companies", {"name": "Garage Kern"})
    desk.send("/contacts", {"last_name": "Joly", "first_name": "Inès"})
    desk.open(f"/companies/{company['id']}", "Garage Kern")
    desk.press("Lier un contact")
    link(desk, "jol", "Joly Inès", "Comptable")
    desk.press("Lier un contact")
    dialog(desk).get_by_role("combobox", name="Contact").fill("Hugo de Kern")
    option(desk, "Créer « Hugo de Kern »").click()
    expect(dialog(desk).get_by_label("Nom", exact=False).last).to_have_value("Kern")
    dialog(desk).get_by_label("Fonction").fill("Mécanicien")
    save(desk)
    for name in ("Joly Inès", "Kern Hugo de"):
        expect(card(desk, "Personnes").get_by_role("link", name=name)).to_be_visible()


def test_a_person_has_several_jobs_with_dates_as_precise_as_they_are_known(desk: Desk) -> None:
    contact = employed(desk)
    desk.open(f"/contacts/{contact['id']}", "Dupont")
    desk.press("Ajouter une fonction")
    dialog(desk).get_by_role("combobox", name="Société").fill("poi")
    option(desk, "Poire").click()
    date(desk, "Date d’entrée", year="2019")
    date(desk, "Date de sortie", year="2015")
    dialog(desk).get_by_role("button", name="Enregistrer").click()
    expect(dialog(desk)).to_contain_text("La sortie est avant l’entrée.")
    date(desk, "Date d’entrée", year="2015")
    date(desk, "Date de sortie", year="2019", month="mars")
    dialog(desk).get_by_label("Tél. mobile professionnel").fill("06 12 34 56 78")
    dialog(desk).get_by_label("E-mail professionnel").fill("j@poire.example")
    save(desk)
    jobs = card(desk, "Fonctions")
    expect(jobs).to_contain_text("depuis mars 2019")
    expect(jobs.get_by_role("heading", name="Anciennes fonctions")).to_be_visible()
    expect(jobs).to_contain_text("2015 – mars 2019")
    expect(jobs.get_by_role("link", name="06 12 34 56 78")).to_have_attribute("href", "tel:0612345678")
    expect(jobs.get_by_role("link", name="j@poire.example")).to_have_attribute(
        "href", "mailto:j@poire.example"
    )


def test_a_job_is_made_the_main_one_and_one_taken_away_comes_back(desk: Desk) -> None:
    contact = employed(desk)
    plum = desk.send("/companies", {"name": "Prune"})
    desk.send("/positions", {"contact_id": contact["id"], "company_id": plum["id"], "title": "Conseil"})
    desk.open(f"/contacts/{contact['id']}", "Dupont")
    act(desk, "Prune", "Définir comme principale")
    desk.sees("Fonction principale : Prune.")
    expect(line(desk, "Prune")).to_contain_text("principale")
    expect(line(desk, "Pomme")).not_to_contain_text("principale")
    act(desk, "Prune", "Retirer")
    expect(line(desk, "Prune")).to_have_count(0)
    expect(card(desk, "Historique")).to_contain_text("a retiré une fonction : Conseil, Prune")
    desk.press("Annuler")
    expect(line(desk, "Prune")).to_contain_text("principale")


def test_a_company_that_gets_another_name_gets_it_in_the_list_of_people(desk: Desk) -> None:
    contact = employed(desk)
    desk.open(f"/contacts/{contact['id']}", "Dupont")
    card(desk, "Fonctions").get_by_role("link", name="Pomme").click()
    desk.follow("Modifier")
    desk.fill("Nom", "Pomme d'Api")
    desk.press("Enregistrer")
    desk.sees_page("Pomme d'Api")

    def is_renamed() -> bool:
        desk.open("/contacts", "Contacts")
        expect(desk.rows()).to_have_count(1)
        return "Pomme d'Api" in desk.rows().inner_text()

    until(is_renamed)


def test_the_sites_of_a_company_know_one_another(desk: Desk) -> None:
    head = desk.send("/companies", {"name": "Pomme", "site_label": "Siège Central"})
    desk.send("/companies", {"name": "Pomme", "site_label": "Entrepôts", "parent_id": head["id"]})
    desk.open(f"/companies/{head['id']}", "Pomme (Siège Central)")
    desk.follow("Ajouter un site")
    expect(desk.field("Nom")).to_have_value("Pomme")
    expect(desk.page.get_by_role("combobox", name="Société mère")).to_have_value("Pomme (Siège Central)")
    desk.fill("Site", "Magasin")
    desk.press("Enregistrer")
    desk.sees_page("Pomme (Magasin)")
    sites = card(desk, "Sites")
    expect(sites.get_by_role("link", name="Pomme (Siège Central)")).to_be_visible()
    sites.get_by_role("link", name="Pomme (Entrepôts)").click()
    desk.sees_page("Pomme (Entrepôts)")
    expect(sites.get_by_role("link", name="Pomme (Magasin)")).to_be_visible()


def employed(desk: Desk) -> dict[str, Any]:
    """Somebody who has worked at Pomme since March 2019; there is a company Poire besides."""
    apple = desk.send("/companies", {"name": "Pomme"})
    desk.send("/companies", {"name": "Poire"})
    job = {"company_id": apple["id"], "title": "Gérante", "start": "2019-03"}
    return desk.send("/contacts", {"last_name": "Dupont", "first_name": "Jeanne", "position": job})


def card(desk: Desk, title: str) -> Locator:
    return desk.page.get_by_role("region", name=title, exact=True)


def line(desk: Desk, company: str) -> Locator:
    return card(desk, "Fonctions").get_by_role("listitem").filter(has_text=company)


def act(desk: Desk, company: str, action: str) -> None:
    """Do something with one position by its menu."""
    desk.press(f"Actions pour {company}")
    desk.page.get_by_role("menuitem", name=action).click()


def dialog(desk: Desk) -> Locator:
    return desk.page.get_by_role("dialog")


def picker(desk: Desk) -> Locator:
    return desk.page.get_by_role("combobox", name="Société", exact=True)


def option(desk: Desk, name: str) -> Locator:
    return desk.page.get_by_role("option", name=name, exact=True)


def link(desk: Desk, typed: str, found: str, title: str) -> None:
    """Find a known person by the beginning of the last name and give them a job."""
    dialog(desk).get_by_role("combobox", name="Contact").fill(typed)
    option(desk, found).click()
    dialog(desk).get_by_label("Fonction").fill(title)
    save(desk)


def save(desk: Desk) -> None:
    dialog(desk).get_by_role("button", name="Enregistrer").click()
    expect(dialog(desk)).to_have_count(0)


def date(desk: Desk, name: str, year: str, month: str = "") -> None:
    """Enter a date as far as it is known."""
    parts = dialog(desk).get_by_role("group", name=name)
    parts.get_by_label("Année").fill(year)
    if month:
        parts.get_by_label("Mois").click()
        option(desk, month).click()
