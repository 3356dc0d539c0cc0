"""One person at one browser: what they see and do, in the words on the screen."""

from __future__ import annotations

import base64
import re
from itertools import count
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Locator, Page, expect

from tests.e2e.watch import Watch
from tests.world import PASSWORD

_people = count(1)
TABS = 40
DROP = """([target, name, content]) => {
    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], name));
    const event = { dataTransfer: transfer, bubbles: true, cancelable: true };
    for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(type, event));
}"""


class Desk:
    """A page, and the account its person uses."""

    def __init__(self, page: Page, origin: str, watch: Watch) -> None:
        self.page = page
        self.origin = origin
        self.watch = watch
        self.email = f"helene.{next(_people)}@example.fr"
        self.password = PASSWORD

    def sign_up(self) -> Self:
        """Open an account on the page for it."""
        self.open("/signup", "Créer un compte")
        self.fill("Nom de votre entreprise", "Ateliers Bœuf & Fils")
        self.fill("Prénom", "Hélène")
        self.fill("Nom", "Garçon")
        self.fill("E-mail", self.email)
        self.fill("Mot de passe", PASSWORD)
        self.press("Créer mon compte")
        self.sees_page("Contacts")
        return self

    def arrive(self) -> Self:
        """Open an account without its page, for the stories that are about something else."""
        account = {
            "company_name": "Ateliers Bœuf & Fils",
            "first_name": "Hélène",
            "last_name": "Garçon",
            "email": self.email,
            "password": PASSWORD,
        }
        self.send("/tenants", account)
        return self.open("/contacts", "Contacts")

    def sign_in(self, email: str, password: str = PASSWORD) -> Self:
        self.open("/login", "Connexion")
        self.email = email
        self.fill("E-mail", email)
        self.fill("Mot de passe", password)
        self.press("Se connecter")
        return self

    def sign_out(self) -> Self:
        self.press("Profil")
        self.page.get_by_role("menuitem", name="Se déconnecter").click()
        self.sees_page("Connexion")
        return self

    def send(
        self, path: str, body: dict[str, Any], method: str = "POST", version: int | None = None
    ) -> dict[str, Any]:
        """Write by the API with the cookie of this browser, as a page of ours does."""
        headers = {"Origin": self.origin}
        if path != "/tenants":
            headers["X-CSRF-Token"] = self.read("/session")["csrf_token"]
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        request = self.page.context.request
        answer = request.fetch(f"{self.origin}/api{path}", method=method, data=body, headers=headers)
        assert answer.ok, answer.text()
        return dict(answer.json())

    def read(self, path: str) -> dict[str, Any]:
        answer = self.page.context.request.get(f"{self.origin}/api{path}")
        assert answer.ok, answer.text()
        return dict(answer.json())

    def open(self, path: str, heading: str) -> Self:
        """Type an address and wait for its page."""
        self.page.goto(path)
        self.sees_page(heading)
        return self

    def sees_page(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1).filter(has_text=heading)).to_be_visible()

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def field(self, label: str) -> Locator:
        """The input of a label, which carries a star where it must be filled."""
        return self.page.get_by_label(re.compile(rf"^{re.escape(label)}(\s*\*)?$"))

    def fill(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).click()

    def drop(self, file: Path) -> None:
        """Let a file fall on the page."""
        content = base64.b64encode(file.read_bytes()).decode()
        target = self.page.get_by_role("heading", level=1).element_handle()
        self.page.evaluate(DROP, [target, file.name, content])

    def choose(self, label: str, option: str) -> None:
        """Choose from a list that opens."""
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def tab_to(self, role: Any, name: str) -> None:
        """Press Tab until something has the focus, as somebody without a mouse does."""
        target = self.page.get_by_role(role, name=name, exact=True)
        for _ in range(TABS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{name} cannot be reached by Tab")

    def rows(self) -> Locator:
        """The rows of the list, without its head."""
        return self.page.locator("tbody").get_by_role("row")

    def numbers(self) -> dict[str, int]:
        """What the page of an import counts, by the words it uses."""
        names = self.page.get_by_role("term").all_inner_texts()
        values = self.page.get_by_role("definition").all_inner_texts()
        return {name: int(re.sub(r"\D", "", value)) for name, value in zip(names, values, strict=True)}
