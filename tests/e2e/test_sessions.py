"""Coming in, being refused, leaving, and being forgotten by the server in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.desk import Desk


def test_a_wrong_password_is_refused_with_a_sentence(visit: Callable[..., Desk], desk: Desk) -> None:
    other = visit().sign_in(desk.email, "pas le bon du tout")

    expect(other.page.get_by_role("alert").filter(has_text="mot de passe").first).to_be_visible()
    other.sees_page("Connexion")
    other.sign_in(desk.email).sees_page("Contacts")


def test_a_weak_password_is_refused_beside_its_field(visit: Callable[..., Desk]) -> None:
    desk = visit().open("/signup", "Créer un compte")
    for label in ("Nom de votre entreprise", "Prénom", "Nom"):
        desk.fill(label, "Été")
    desk.fill("E-mail", desk.email)
    desk.fill("Mot de passe", "motdepasse")
    desk.press("Créer mon compte")

    expect(desk.field("Mot de passe")).to_have_attribute("aria-invalid", "true")
    desk.sees_page("Créer un compte")


def test_signing_out_closes_every_page(desk: Desk) -> None:
    desk.sign_out()

    desk.open("/contacts", "Connexion")


def test_a_session_closed_elsewhere_asks_again(visit: Callable[..., Desk], desk: Desk) -> None:
    other = visit().sign_in(desk.email)
    other.sees_page("Contacts")

    desk.open("/sessions", "Mes sessions")
    sessions = desk.page.get_by_role("main").get_by_role("listitem")
    expect(sessions).to_have_count(2)
    expect(sessions.filter(has_text="Ce navigateur")).to_have_count(1)
    desk.press("Fermer la session")
    expect(sessions).to_have_count(1)

    other.page.get_by_role("navigation").get_by_role("link", name="Sociétés").click()
    expect(other.page.get_by_role("dialog", name="Votre session a expiré")).to_be_visible()


def test_an_expired_session_loses_nothing_typed(desk: Desk) -> None:
    desk.open("/contacts/create", "Nouveau contact")
    desk.fill("Nom", "Lœuillet")
    desk.fill("Note", "Rappeler jeudi : devis de 12 500 €.")
    desk.page.context.clear_cookies()
    desk.press("Enregistrer")

    dialog = desk.page.get_by_role("dialog", name="Votre session a expiré")
    dialog.get_by_label("Mot de passe", exact=True).fill("pas le bon du tout")
    dialog.get_by_role("button", name="Continuer").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_label("Mot de passe", exact=True).fill(desk.password)
    dialog.get_by_role("button", name="Continuer").click()

    desk.sees_page("Lœuillet")
    desk.sees("Rappeler jeudi : devis de 12 500 €.")
