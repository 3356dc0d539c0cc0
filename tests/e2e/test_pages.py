"""Every page fits its screen, whatever the screen, and reads well to those who hear it."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as Patience
from playwright.sync_api import expect

from tests.e2e.desk import Desk

LONG = "Établissements Garçon-Lœuillet de la Haute-Vallée et de ses environs"
WIDTHS = (1366, 768, 360)
# A table may be cut off by the card around it instead of making the page scroll.
FITS = """() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const tables = [...document.querySelectorAll('table')].map(table => table.getBoundingClientRect().right);
    return Math.max(scrollWidth, ...tables) <= clientWidth;
}"""
STICKS_OUT = """() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > clientWidth + 1)
        .map(element => element.outerHTML.slice(0, 200))[0];
}"""
DOORS = {"/login": "Connexion", "/signup": "Créer un compte", "/mot-de-passe": "Mot de passe oublié ?"}
# A page that has just been made narrower gets a moment to lay itself out.
LAYOUT_MS = 2_000
GRAVE = ("serious", "critical")


@pytest.fixture
def pages(desk: Desk) -> dict[str, str]:
    """Each page's address and its heading, with long names and much in them."""
    kinds = ["lead", "client", "supplier"]
    company = desk.send("/companies", {"name": LONG, "kinds": kinds, "city": LONG})
    names = ("Libre", "À la recherche", f"Métier : {LONG}")
    interests = [desk.send("/interests", {"name": name, "group": LONG})["id"] for name in names]
    person = {"last_name": LONG, "personal_email": f"{'a' * 50}@example.fr", "note": "é" * 300}
    job = {"company_id": company["id"], "title": LONG, "start": "2019-03"}
    contact = desk.send("/contacts", {**person, "interest_ids": interests, "position": job})
    desk.send("/contacts", {"last_name": "Aubry", "personal_mobile": "06 12 34 56 78"})
    twin = desk.send("/contacts", {**person, "first_name": LONG, "note": "à" * 300})
    merge = {"resource": "contacts", "winner": contact["id"], "loser": twin["id"]}
    file_name = f"{LONG}.csv".replace(" ", "_")
    unsent = desk.send("/imports", {"file_name": file_name, "size": 10, "resource": "contacts"})
    return {
        "/contacts": "Contacts",
        "/contacts/create": "Nouveau contact",
        f"/contacts/{contact['id']}": LONG,
        f"/contacts/{contact['id']}/edit": LONG,
        "/companies": "Sociétés",
        "/companies/create": "Nouvelle société",
        f"/companies/{company['id']}": LONG,
        f"/companies/{company['id']}/edit": LONG,
        "/imports": "Importer un fichier",
        f"/imports/{unsent['id']}": file_name,
        f"/imports/{sent(desk, file_name)}": file_name,
        "/interests": "Centres d’intérêt",
        f"/interests?{urlencode({'filter': json.dumps({'interests_all': interests})})}": "Centres d’intérêt",
        f"/interests/matching?profile={interests[-1]}": "Rapprochement",
        "/interests/manage": "Centres d’intérêt",
        "/duplicates": "Doublons",
        f"/duplicates/merge?{urlencode(merge)}": "Fusionner deux fiches",
        "/qr": "Créer un QR code",
        f"/qr/etiquettes?{urlencode({'resource': 'contacts', 'ids': contact['id']})}": "Étiquettes",
        "/profile": "Mon profil",
        "/sessions": "Mes sessions",
        "/tokens": "Mes jetons d’API",
        "/users": "Utilisateurs",
        f"/users/{desk.read('/session')['user']['id']}": "Hélène Garçon",
        "/help": "Aide",
        "/contacts/unknown": "Cette fiche n’existe pas, ou plus.",
        "/unknown": "Cette page n’existe pas.",
    }


def sent(desk: Desk, file_name: str) -> str:
    """An import whose file waits to be looked at."""
    content = f"Nom;Ville;{LONG}\n{LONG};{LONG};{'a' * 80}\n".encode()
    job = desk.send("/imports", {"file_name": file_name, "size": len(content), "resource": "contacts"})
    file: Any = {"name": file_name, "mimeType": "text/csv", "buffer": content}
    form = {**job["upload"]["fields"], "file": file}
    answer = desk.page.context.request.post(job["upload"]["url"], multipart=form)
    assert answer.ok, answer.text()
    return str(job["id"])


def test_every_page_fits_its_screen_and_has_no_grave_fault_of_accessibility(
    desk: Desk, pages: dict[str, str]
) -> None:
    found = [fault for path, heading in pages.items() for fault in faults(desk, path, heading)]
    desk.page.context.clear_cookies()
    for path, heading in DOORS.items():
        found += faults(desk, path, heading)

    assert not found, "\n" + "\n".join(found)


def faults(desk: Desk, path: str, heading: str) -> list[str]:
    """Open a page, make it narrower and narrower, and say what is wrong."""
    found = []
    for width in WIDTHS:
        desk.page.set_viewport_size({"width": width, "height": 768})
        if width == WIDTHS[0]:
            desk.open(path, heading)
            desk.page.wait_for_load_state("networkidle")
            expect(desk.page.locator(".MuiSkeleton-root")).to_have_count(0)
        found += [f"{path} at {width}: {fault}" for fault in overflow(desk)]
        if width in (WIDTHS[0], WIDTHS[-1]):
            found += [f"{path} at {width}: {fault}" for fault in barriers(desk)]
    return found


def overflow(desk: Desk) -> list[str]:
    """Return what makes the page scroll sideways, if it does."""
    try:
        desk.page.wait_for_function(FITS, timeout=LAYOUT_MS)
    except Patience:
        return [f"sticks out: {desk.page.evaluate(STICKS_OUT)}"]
    return []


def barriers(desk: Desk) -> list[str]:
    """Return what axe finds grave: the rule, and where it is broken first."""
    violations = Axe().run(desk.page).response["violations"]
    grave = [one for one in violations if one["impact"] in GRAVE]
    return [f"{one['id']}, {len(one['nodes'])} times: {one['nodes'][0]['html'][:200]}" for one in grave]
