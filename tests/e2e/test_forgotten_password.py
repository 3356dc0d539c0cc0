"""A password is forgotten, a mailed link lets its owner choose another, once."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.team import mailed_link, mails
from tests.running import Run

NEW = "tout autre chose que hier"


def ask(desk: Desk, email: str) -> None:
    desk.open("/login", "Connexion").follow("Mot de passe oublié ?")
    request_link(desk, email)


def request_link(desk: Desk, email: str) -> None:
    desk.sees_page("Mot de passe oublié ?")
    desk.fill("E-mail", email)
    desk.press("Recevoir le lien")
    desk.sees_page("Consultez votre messagerie")


def test_a_forgotten_password_is_replaced_and_the_old_one_is_worth_nothing(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    other = visit()
    ask(other, desk.email)
    link = mailed_link(product, desk.email, "mot-de-passe")
    other.open(link, "Nouveau mot de passe")
    other.fill("Nouveau mot de passe", "court")
    other.press("Choisir ce mot de passe")
    expect(other.field("Nouveau mot de passe")).to_have_attribute("aria-invalid", "true")
    other.fill("Nouveau mot de passe", NEW)
    other.press("Choisir ce mot de passe")

    other.sees_page("Connexion")
    other.sees("Votre nouveau mot de passe est enregistré.")
    other.fill("E-mail", desk.email)
    other.fill("Mot de passe", desk.password)
    other.press("Se connecter")
    expect(other.page.get_by_role("alert").filter(has_text="mot de passe").first).to_be_visible()
    other.fill("Mot de passe", NEW)
    other.press("Se connecter")
    other.sees_page("Contacts")

    desk.page.get_by_role("navigation").get_by_role("link", name="Sociétés").click()
    expect(desk.page.get_by_role("dialog", name="Votre session a expiré")).to_be_visible()


def test_a_used_link_says_so_and_leads_to_a_new_one(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    other = visit()
    ask(other, desk.email)
    link = mailed_link(product, desk.email, "mot-de-passe")
    for heading in ("Connexion", "Ce lien n’est plus valable"):
        other.open(link, "Nouveau mot de passe")
        other.fill("Nouveau mot de passe", NEW)
        other.press("Choisir ce mot de passe")
        other.sees_page(heading)

    other.follow("Demander un nouveau lien")
    other.sees_page("Mot de passe oublié ?")


def test_an_unknown_address_is_answered_like_a_known_one(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    other = visit()
    ask(other, f"personne.{other.email}")
    ask(other, desk.email)

    mailed_link(product, desk.email, "mot-de-passe")
    assert mails(product.data, f"personne.{other.email}") == []


def test_a_link_opened_by_somebody_signed_in_asks_before_it_signs_them_out(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    desk.open("/profile", "Mon profil").follow("Mot de passe oublié ?")
    request_link(desk, desk.email)

    desk.open(mailed_link(product, desk.email, "mot-de-passe"), "Quelqu’un est connecté ici")
    desk.sees(desk.email)
    desk.press("Se déconnecter et continuer")
    desk.fill("Nouveau mot de passe", NEW)
    desk.press("Choisir ce mot de passe")
    desk.sees_page("Connexion")
    visit().sign_in(desk.email, NEW).sees_page("Contacts")
