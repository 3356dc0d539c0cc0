"""The browser the product is measured through: keeps its cookie, sends its Origin and CSRF token."""

from __future__ import annotations

from typing import Any, Self

import httpx

PASSWORD = "correct cheval pile agrafe"


class Visitor(httpx.Client):
    """A visitor of the product at `origin`; with `application`, a WSGI callable, in this very process."""

    def __init__(self, origin: str, application: Any = None) -> None:
        transport = httpx.WSGITransport(application) if application else None
        super().__init__(base_url=origin, headers={"Origin": origin}, transport=transport, timeout=60)

    def sign_up(self, email: str) -> Self:
        """Open a tenant, whose administrator the visitor is from now on."""
        about = {"company_name": "Mesures", "first_name": "Alice", "last_name": "Martin"}
        return self._enter("/api/tenants", {**about, "email": email, "password": PASSWORD})

    def sign_in(self, email: str) -> Self:
        """Open a session of someone who has signed up."""
        return self._enter("/api/session", {"email": email, "password": PASSWORD})

    def _enter(self, path: str, body: dict[str, str]) -> Self:
        self.headers["X-CSRF-Token"] = self.ask("POST", path, json=body).json()["csrf_token"]
        return self

    def ask(self, method: str, path: str, **content: Any) -> httpx.Response:
        """Send a request that must succeed; a refused one would be measured as a fast one."""
        answer = self.request(method, path, **content)
        if not answer.is_success:
            raise RuntimeError(f"{method} {path} was answered {answer.status_code}: {answer.text[:300]}")
        return answer

    def read(self, path: str, **query: Any) -> dict[str, Any]:
        """The JSON object at a path."""
        found: dict[str, Any] = self.ask("GET", path, params=query).json()
        return found

    def create(self, path: str, **fields: Any) -> dict[str, Any]:
        """Make a record; it as it was answered."""
        made: dict[str, Any] = self.ask("POST", path, json=fields).json()
        return made

    def change(self, path: str, version: int, **fields: Any) -> dict[str, Any]:
        """Change a record of the version the visitor has seen; it as it is now."""
        changed: dict[str, Any] = self.ask(
            "PATCH", path, json=fields, headers={"If-Match": f'"{version}"'}
        ).json()
        return changed
