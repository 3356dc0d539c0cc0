"""What one may not do is not offered: no button that would be refused, no link that leads to nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from playwright.sync_api import expect

from tests.e2e.desk import Desk
from tests.e2e.team import join
from tests.running import Run

Role = Literal["button", "link", "menuitem"]
WRITING = re.compile(
    "^(Nouveau|Nouvelle|Modifier|Archiver|Importer|Ajouter|Lier|Actions pour|Rétablir|Enregistrer|Sauver"
    "|Exporter|Annuler cet|Annuler la fusion|Fusionner|Ce n’est pas un doublon)"
)


def test_who_only_reads_finds_nothing_that_writes(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    company, contact = known(desk)
    reader = join(visit, product, desk, role="read_only")
    nothing_writes(reader)
    reader.open("/companies", "Sociétés")
    nothing_writes(reader)
    reader.open(f"/contacts/{contact['id']}", "Dupont")
    reader.sees("depuis mars 2019")
    reader.sees("Ville : (vide) → Lyon")
    nothing_writes(reader)
    reader.open(f"/companies/{company['id']}", "Pomme")
    expect(reader.page.get_by_role("link", name="Dupont")).to_be_visible()
    nothing_writes(reader)
    desk.send("/contacts", {"last_name": "Dupont"})
    reader.open("/duplicates", "Doublons")
    reader.sees("parcouru.")
    nothing_writes(reader)
    for path in ("/contacts/create", "/companies/create", f"/contacts/{contact['id']}/edit"):
        reader.open(path, "Lecture seule")
        nothing_writes(reader)


def test_who_sees_only_their_own_meets_no_link_to_a_colleagues_record(
    visit: Callable[..., Desk], desk: Desk, product: Run
) -> None:
    _, contact = known(desk)
    own = join(visit, product, desk, role="user", visibility="own")
    me = own.read("/session")["user"]["id"]
    desk.send(f"/contacts/{contact['id']}", {"owner_id": me}, "PATCH", contact["version"])
    own.open("/contacts", "Contacts")
    expect(own.rows()).to_have_count(1)
    expect(own.page.get_by_label("Responsable")).to_have_count(0)
    own.open(f"/contacts/{contact['id']}", "Dupont")
    jobs = own.page.get_by_role("region", name="Fonctions")
    expect(jobs).to_contain_text("Pomme")
    expect(own.page.get_by_role("link", name="Pomme")).to_have_count(0)
    own.press("Actions pour Pomme")
    own.page.get_by_role("menuitem", name="Modifier").click()
    dialog = own.page.get_by_role("dialog")
    dialog.get_by_label("Fonction").fill("Directrice")
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(jobs).to_contain_text("Directrice, depuis mars 2019")


def known(desk: Desk) -> tuple[dict[str, Any], dict[str, Any]]:
    """A company with somebody in it, who has moved since."""
    company = desk.send("/companies", {"name": "Pomme"})
    job = {"company_id": company["id"], "title": "Gérante", "start": "2019-03"}
    contact = desk.send("/contacts", {"last_name": "Dupont", "position": job})
    return company, desk.send(f"/contacts/{contact['id']}", {"personal_city": "Lyon"}, "PATCH", 1)


def nothing_writes(desk: Desk) -> None:
    roles: tuple[Role, ...] = ("button", "link", "menuitem")
    for role in roles:
        expect(desk.page.get_by_role(role, name=WRITING)).to_have_count(0)
