"""A team: an admin invites, gives rights, takes them back; each sees what is theirs, and no dead button."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.e2e.team import accept, join, mailed_link
from tests.running import Run
from tests.world import until


def users(desk: Desk) -> Desk:
    """The administration, as the menu leads there."""
    desk.follow("Administration")
    desk.sees_page("Liste des utilisateurs")
    return desk


def open_user(desk: Desk, name: str) -> None:
    users(desk).follow(name)
    desk.sees_page(name)
    expect(desk.field("Nom")).to_be_visible()


def choose(desk: Desk, name: str) -> None:
    """Press one of the choices that say what they mean."""
    desk.page.get_by_role("radio", name=re.compile(f"^{name}")).check()


def pending(desk: Desk) -> Locator:
    return desk.page.get_by_role("region", name="Invitations en attente")


def test_an_invitation_leads_from_the_mail_to_the_first_contact(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    newcomer = visit()
    users(desk).press("Inviter un utilisateur")
    desk.fill("E-mail", newcomer.email)
    desk.press("Envoyer l’invitation")
    desk.sees(f"Invitation envoyée à {newcomer.email}.")
    expect(pending(desk)).to_contain_text(newcomer.email)

    link = mailed_link(product, newcomer.email, "invitation")
    newcomer.open(link, "Bienvenue")
    newcomer.sees("Ateliers Bœuf & Fils")
    expect(newcomer.field("E-mail")).to_have_value(newcomer.email)
    accept(newcomer)
    newcomer.send("/contacts", {"last_name": "Aubry"})

    desk.page.reload()
    desk.sees("Paul Lœuillet")
    expect(pending(desk)).to_have_count(0)
    visit().open(link, "Ce lien n’est plus valable").sees("Demandez une nouvelle invitation")


def test_an_invitation_is_sent_again_or_withdrawn(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    newcomer = visit()
    desk.send("/invitations", {"email": newcomer.email})
    first = mailed_link(product, newcomer.email, "invitation")
    # The list of links is an index, which may lag behind what was just written.
    until(lambda: bool(desk.read("/invitations")["items"]))
    users(desk).press(f"Renvoyer l’invitation à {newcomer.email}")
    desk.sees("Invitation envoyée")
    newcomer.open(first, "Ce lien n’est plus valable")

    desk.press(f"Retirer l’invitation de {newcomer.email}")
    desk.sees("est retirée")
    expect(pending(desk)).to_have_count(0)


def test_an_invitation_opened_by_somebody_else_asks_before_it_signs_them_out(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    address = visit().email
    desk.send("/invitations", {"email": address})
    desk.open(mailed_link(product, address, "invitation"), "Quelqu’un est connecté ici")
    desk.follow("Rester connecté")
    desk.sees_page("Contacts")

    desk.page.go_back()
    desk.press("Se déconnecter et continuer")
    accept(desk)
    expect(desk.page.get_by_role("link", name="Administration")).to_have_count(0)


def test_only_mine_sees_and_counts_only_mine(visit: Callable[..., Desk], desk: Desk, product: Run) -> None:
    for name in ("Aubry", "Besson", "Cordier"):
        desk.send("/contacts", {"last_name": name})
    paul = join(visit, product, desk, role="user", visibility="own")
    mine = paul.send("/contacts", {"last_name": "Delmas"})

    paul.open("/contacts", "Contacts").sees("1 contact")
    expect(paul.rows()).to_have_count(1)
    desk.open("/contacts", "Contacts").sees("4 contacts")
    expect(desk.rows()).to_have_count(4)

    others = desk.page.get_by_role("link", name="Aubry").first.get_attribute("href")
    assert others is not None
    paul.open(others, "Cette fiche n’existe pas, ou plus.")
    paul.open(f"/contacts/{mine['id']}", "Delmas")


def test_rights_given_hold_at_once(visit: Callable[..., Desk], desk: Desk, product: Run) -> None:
    desk.send("/contacts", {"last_name": "Aubry"})
    paul = join(visit, product, desk, visibility="own")
    expect(paul.rows()).to_have_count(0)

    open_user(desk, "Paul Lœuillet")
    choose(desk, "Tout")
    desk.fill("Coût horaire", "31,5")
    choose(desk, "Framboise")
    desk.press("Enregistrer")

    desk.sees("Utilisateur enregistré.")
    expect(desk.rows().filter(has_text="Lœuillet")).to_contain_text("31,50 €")
    paul.open("/contacts", "Contacts").sees("1 contact")


def test_the_last_admin_stays_one_and_is_told_why(desk: Desk) -> None:
    open_user(desk, "Hélène Garçon")
    choose(desk, "Utilisateur")
    desk.press("Enregistrer")

    role = desk.page.get_by_role("group", name="Rôle")
    expect(role).to_contain_text("C'est le dernier administrateur")
    assert "/users/" in desk.page.url


def test_who_may_not_is_told_so_on_the_page_itself(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    paul = join(visit, product, desk, role="read_only")

    paul.open("/imports", "Lecture seule").sees("Votre compte permet de lire, pas de modifier.")
    paul.open("/users", "Administration").sees("réservée aux administrateurs")
    paul.open("/tokens", "Mes jetons d’API")
    paul.fill("Nom", "Tableur")
    paul.press("Créer le jeton")
    paul.sees("il ne sera plus jamais montré")


def test_who_loses_the_right_to_write_over_an_open_form_is_told_why(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    paul = join(visit, product, desk)
    paul.open("/contacts/create", "Nouveau contact")
    paul.fill("Nom", "Aubry")
    me = paul.read("/session")["user"]
    desk.send(f"/users/{me['id']}", {"role": "read_only"}, "PATCH", me["version"])
    paul.press("Enregistrer")

    paul.sees("Votre compte permet de lire, pas de modifier.")
    expect(paul.page.get_by_role("button", name="Nouveau")).to_have_count(0)


def test_a_removed_user_is_asked_to_sign_in_and_comes_back_by_undo(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    paul = join(visit, product, desk)
    open_user(desk, "Paul Lœuillet")
    desk.press("Retirer l’utilisateur")
    dialog = desk.page.get_by_role("dialog", name="Retirer Paul Lœuillet ?")
    dialog.get_by_role("button", name="Retirer l’utilisateur").click()
    desk.sees_page("Liste des utilisateurs")
    expect(desk.rows().filter(has_text="Lœuillet")).to_have_count(0)

    paul.page.get_by_role("navigation").get_by_role("link", name="Sociétés").click()
    asked = paul.page.get_by_role("dialog", name="Votre session a expiré")
    asked.get_by_label("Mot de passe", exact=True).fill(paul.password)
    asked.get_by_role("button", name="Continuer").click()
    expect(asked.get_by_role("alert")).to_be_visible()

    desk.press("Annuler")
    expect(desk.rows().filter(has_text="Lœuillet")).to_have_count(1)
    asked.get_by_role("button", name="Continuer").click()
    expect(asked).to_have_count(0)
    paul.sees_page("Sociétés")


@pytest.mark.parametrize("width", [1366, 360])
def test_a_removed_user_is_found_again_behind_the_switch(
    visit: Callable[..., Desk], desk: Desk, product: Run, width: int
) -> None:
    paul = join(visit, product, desk)
    me = paul.read("/session")["user"]["id"]
    desk.send(f"/users/{me}", {}, method="DELETE")
    desk.page.set_viewport_size({"width": width, "height": 768})
    desk.open("/users", "Liste des utilisateurs")
    expect(desk.page.get_by_role("link", name="Paul Lœuillet")).to_have_count(0)

    desk.page.get_by_role("switch", name="Utilisateurs retirés").check()
    desk.page.get_by_role("link", name="Paul Lœuillet").click()
    desk.press("Restaurer")

    desk.sees_page("Liste des utilisateurs")
    desk.sees("Paul Lœuillet")
