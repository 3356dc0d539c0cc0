"""Colleagues: invited by an admin, they come in by the link of the mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.desk import Desk
from tests.running import Run
from tests.world import PASSWORD, until

Visit = Callable[..., Desk]


def mailed_link(product: Run, to: str, kind: str) -> str:
    """Wait for a mail to an address and return the path of its link of a kind, such as `invitation`."""
    found: list[str] = []

    def has_arrived() -> bool:
        for mail in mails(product.data, to):
            found.extend(re.findall(rf"{re.escape(product.url)}(/{kind}/\S+)", mail.read_text()))
        return bool(found)

    until(has_arrived)
    return found[-1]


def mails(data: Path, to: str) -> list[Path]:
    """The mails to an address, oldest first."""
    return sorted((data / "outbox").glob(f"*_{to}.eml"))


def join(visit: Visit, product: Run, admin: Desk, **rights: Any) -> Desk:
    """A colleague of these rights at a browser of their own, on their list of contacts."""
    newcomer = visit()
    newcomer.email = f"paul.{newcomer.email}"
    admin.send("/invitations", {"email": newcomer.email, **rights})
    newcomer.open(mailed_link(product, newcomer.email, "invitation"), "Bienvenue")
    accept(newcomer)
    return newcomer


def accept(newcomer: Desk) -> None:
    newcomer.fill("Prénom", "Paul")
    newcomer.fill("Nom", "Lœuillet")
    newcomer.fill("Mot de passe", PASSWORD)
    newcomer.press("Entrer")
    newcomer.sees_page("Contacts")
