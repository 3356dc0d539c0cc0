"""A personal token is made, shown once, used by a program, and revoked."""

from __future__ import annotations

import httpx
from playwright.sync_api import expect

from tests.e2e.desk import Desk


def test_a_token_is_shown_once_works_and_is_revoked(desk: Desk) -> None:
    desk.send("/contacts", {"last_name": "Aubry"})
    desk.open("/profile", "Mon profil").follow("Mes jetons d’API")
    desk.sees_page("Mes jetons d’API")
    desk.fill("Nom", "Site web")
    desk.fill("Valable jusqu’au", "2099-12-31")
    desk.press("Créer le jeton")
    dialog = desk.page.get_by_role("dialog", name="Jeton « Site web »")
    expect(dialog.get_by_role("alert")).to_contain_text("jamais montré")
    secret = dialog.get_by_label("Jeton", exact=True).input_value()
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    dialog.get_by_role("button", name="Copier").click()
    expect(dialog.get_by_role("button", name="Copié")).to_be_visible()
    assert desk.page.evaluate("navigator.clipboard.readText()") == secret
    desk.press("Je l’ai gardé")

    answer = httpx.get(f"{desk.origin}/api/contacts", headers={"Authorization": f"Bearer {secret}"})
    assert [row["name"] for row in answer.json()["items"]] == ["Aubry"]
    desk.page.reload()
    tokens = desk.page.get_by_role("region", name="Mes jetons").get_by_role("listitem")
    expect(tokens.filter(has_text="Site web")).to_contain_text("utilisé")
    expect(tokens).to_contain_text("valable jusqu’au 31 décembre 2099")
    assert secret not in desk.page.content()

    desk.press("Révoquer « Site web »")
    desk.page.get_by_role("dialog").get_by_role("button", name="Révoquer").click()
    desk.sees("Aucun jeton pour l’instant.")
    refused = httpx.get(f"{desk.origin}/api/contacts", headers={"Authorization": f"Bearer {secret}"})
    assert refused.status_code == 401


def test_what_is_wrong_with_a_token_is_said_beside_its_field(desk: Desk) -> None:
    desk.open("/tokens", "Mes jetons d’API")
    desk.fill("Valable jusqu’au", "2020-01-01")
    desk.press("Créer le jeton")

    for label in ("Nom", "Valable jusqu’au"):
        expect(desk.field(label)).to_have_attribute("aria-invalid", "true")
    expect(desk.page.get_by_role("dialog")).to_have_count(0)


def test_the_page_of_tokens_leads_to_its_help(desk: Desk) -> None:
    desk.open("/tokens", "Mes jetons d’API")
    desk.follow("API et jetons")

    expect(desk.page.get_by_role("article").get_by_role("heading", name="API et jetons")).to_be_visible()
    desk.sees("Authorization: Bearer")
