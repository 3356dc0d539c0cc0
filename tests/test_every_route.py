"""Every route, asked by Charlie for what is Alice's and by a stranger for anything: neither learns a thing.

A new route has no case here, and that fails: say what Charlie gets from it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.transfer.imports import import_file
from tests.world import PASSWORD, Visitor

CANARY = "Kanarienvogel"
FILE = f"Nom;Société;Fonction\n{CANARY};{CANARY} SA;Gérant\n;{CANARY};\n".encode()
NOBODYS = "nobody@example.fr"
PAIR = {"resource": "contacts", "a_id": "{contact_id}", "b_id": "{twin_id}"}

# What Charlie gets for Alice's ids and names; 200 and 201 are for what is, or becomes, his own.
CHARLIE: dict[str, tuple[int, dict[str, Any] | None]] = {
    "GET /api/companies": (200, None),
    "POST /api/companies": (422, {"name": "C", "parent_id": "{company_id}"}),
    "GET /api/companies/{company_id}": (404, None),
    "PATCH /api/companies/{company_id}": (404, {"name": "C"}),
    "DELETE /api/companies/{company_id}": (404, None),
    "POST /api/companies/{company_id}/restore": (404, {}),
    "GET /api/companies/{company_id}/history": (404, None),
    "GET /api/companies/{company_id}/social-activity": (404, None),
    "POST /api/companies/{company_id}/watch": (404, {"network": "x", "profile": "@c"}),
    "POST /api/companies/bulk": (422, {"ids": ["c"], "action": "assign", "owner_id": "{user_id}"}),
    "GET /api/contacts": (200, None),
    "POST /api/contacts": (422, {"last_name": "C", "owner_id": "{user_id}"}),
    "GET /api/contacts/{contact_id}": (404, None),
    "PATCH /api/contacts/{contact_id}": (404, {"last_name": "C"}),
    "DELETE /api/contacts/{contact_id}": (404, None),
    "POST /api/contacts/{contact_id}/restore": (404, {}),
    "GET /api/contacts/{contact_id}/history": (404, None),
    "GET /api/contacts/{contact_id}/vcard": (404, None),
    "GET /api/contacts/{contact_id}/qr": (404, None),
    "GET /api/companies/{company_id}/qr": (404, None),
    "GET /api/qr": (200, None),
    "GET /api/search": (200, None),
    "GET /api/contacts/{contact_id}/social-activity": (404, None),
    "POST /api/contacts/{contact_id}/watch": (404, {"network": "x", "profile": "@c"}),
    "POST /api/contacts/bulk": (422, {"ids": ["c"], "action": "assign", "owner_id": "{user_id}"}),
    "GET /api/contacts/count": (200, None),
    "GET /api/contacts/{contact_id}/ex-colleagues": (404, None),
    "GET /api/companies/{company_id}/interests": (404, None),
    "GET /api/interests": (200, None),
    "POST /api/interests": (422, {"name": "C", "group": 3}),
    "GET /api/interests/{interest_id}": (404, None),
    "PATCH /api/interests/{interest_id}": (404, {"name": "C"}),
    "DELETE /api/interests/{interest_id}": (404, None),
    "POST /api/interests/{interest_id}/restore": (404, {}),
    "GET /api/interests/{interest_id}/history": (404, None),
    "GET /api/positions": (404, None),
    "POST /api/positions": (422, {"contact_id": "{contact_id}", "company_id": "{company_id}"}),
    "GET /api/positions/{position_id}": (404, None),
    "PATCH /api/positions/{position_id}": (404, {"title": "C"}),
    "DELETE /api/positions/{position_id}": (404, None),
    "POST /api/positions/{position_id}/restore": (404, {}),
    "GET /api/exports": (200, None),
    "POST /api/exports": (201, {"resource": "contacts", "filters": {"ids": "{contact_id}"}}),
    "GET /api/exports/{export_id}": (404, None),
    "GET /api/imports": (200, None),
    "POST /api/imports": (201, {"file_name": "c.csv", "size": 1}),
    "GET /api/imports/{import_id}": (404, None),
    "POST /api/imports/{import_id}/run": (404, {}),
    "GET /api/imports/{import_id}/preview": (404, None),
    "GET /api/imports/{import_id}/refused": (404, None),
    "POST /api/imports/{import_id}/undo": (404, {}),
    "GET /api/imports/{import_id}/kept": (404, None),
    "GET /api/users": (200, None),
    "GET /api/users/{user_id}": (404, None),
    "PATCH /api/users/{user_id}": (404, {"first_name": "C"}),
    "DELETE /api/users/{user_id}": (404, None),
    "POST /api/users/{user_id}/restore": (404, {}),
    "GET /api/invitations": (200, None),
    "POST /api/invitations": (201, {"email": NOBODYS}),
    "GET /api/invitations/{key}": (410, None),
    "PUT /api/invitations/{key}": (410, {"first_name": "C", "last_name": "C", "password": PASSWORD}),
    "DELETE /api/invitations/{key}": (404, None),
    "POST /api/password-resets": (202, {"email": NOBODYS}),
    "PUT /api/password-resets/{token}": (410, {"password": PASSWORD}),
    "GET /api/preferences": (200, None),
    "GET /api/preferences/{key}": (200, None),
    "PUT /api/preferences/{key}": (200, {"value": "Charlie's"}),
    "GET /api/views": (200, None),
    "POST /api/views": (201, {"resource": "contacts", "name": "Charlie's"}),
    "GET /api/views/{view_id}": (404, None),
    "PATCH /api/views/{view_id}": (404, {"name": "C"}),
    "DELETE /api/views/{view_id}": (404, None),
    "POST /api/views/{view_id}/restore": (404, {}),
    "GET /api/contacts/likely": (200, None),
    "GET /api/companies/likely": (200, None),
    "GET /api/duplicates": (200, None),
    "POST /api/duplicates/dismiss": (422, PAIR),
    "POST /api/duplicates/recall": (422, PAIR),
    "GET /api/contacts/{contact_id}/merge": (404, None),
    "POST /api/contacts/{contact_id}/merge": (404, {"loser_id": "{twin_id}"}),
    "GET /api/companies/{company_id}/merge": (404, None),
    "POST /api/companies/{company_id}/merge": (404, {"loser_id": "{branch_id}"}),
    "GET /api/merges/{merge_id}": (404, None),
    "POST /api/merges/{merge_id}/undo": (404, {}),
    "GET /api/tokens": (200, None),
    "POST /api/tokens": (201, {"name": "Charlie's"}),
    "DELETE /api/tokens/{token_id}": (404, None),
    "POST /api/tenants": (422, {"email": "{email}"}),
    "POST /api/session": (401, {"email": "{email}", "password": "guessed"}),
    "GET /api/session": (200, None),
    "GET /api/sessions": (200, None),
    "DELETE /api/sessions/{session_id}": (404, None),
    "DELETE /api/session": (204, None),
    "GET /api/openapi.json": (200, None),
}
# A link in a mail is its own proof; these answer who has no session.
PUBLIC = {
    "POST /api/tenants": 422,
    "POST /api/session": 401,
    "GET /api/invitations/{key}": 410,
    "PUT /api/invitations/{key}": 410,
    "POST /api/password-resets": 202,
    "PUT /api/password-resets/{token}": 410,
    "GET /api/openapi.json": 200,
}


def _routes() -> list[str]:
    from app import app

    return [f"{method} {path}" for path, methods in app.routes.items() for method in methods]


def _alices(alice: Visitor, drain: Callable[..., int]) -> dict[str, str]:
    """Something of Alice's for every name that stands in a path."""
    done = import_file(alice, drain, FILE)
    contact = alice.get("/api/contacts").json()["items"][0]["id"]
    company = alice.get("/api/companies").json()["items"][0]["id"]
    position = alice.get("/api/positions", params={"contact_id": contact}).json()["items"][0]["id"]
    alice.put(f"/api/preferences/{CANARY}", json={"value": CANARY})
    alice.post("/api/invitations", json={"email": f"{CANARY}.{alice.address}@example.fr"})
    view = {"resource": "contacts", "name": CANARY, "shared": True}
    twin, absorbed = (alice.post("/api/contacts", json={"last_name": CANARY}).json()["id"] for _ in range(2))
    return {
        "twin_id": twin,
        "branch_id": alice.post("/api/companies", json={"name": CANARY}).json()["id"],
        "merge_id": alice.post(f"/api/contacts/{twin}/merge", json={"loser_id": absorbed}).json()["id"],
        "contact_id": contact,
        "company_id": company,
        "position_id": position,
        "interest_id": alice.post("/api/interests", json={"name": CANARY}).json()["id"],
        "export_id": alice.post("/api/exports", json={"resource": "contacts"}).json()["id"],
        "import_id": done["id"],
        "user_id": alice.user["id"],
        "session_id": alice.get("/api/sessions").json()["items"][0]["id"],
        "view_id": alice.post("/api/views", json=view).json()["id"],
        "token_id": alice.post("/api/tokens", json={"name": CANARY}).json()["id"],
        "key": alice.get("/api/invitations").json()["items"][0]["id"],
        "token": "0" * 43,
        "email": alice.user["email"],
    }


def _filled_in(text: str, ids: dict[str, str]) -> str:
    for name, value in ids.items():
        text = text.replace("{" + name + "}", value)
    return text


def _ask(visitor: Visitor, route: str, ids: dict[str, str], body: dict[str, Any] | None) -> httpx.Response:
    method, path = _filled_in(route, ids).split(" ")
    query = {"contact_id": ids["contact_id"]} if path == "/api/positions" and method == "GET" else {}
    if path.endswith("/merge") and method == "GET":
        query = {"loser_id": ids["twin_id" if "contacts" in path else "branch_id"]}
    if path == "/api/qr":
        query = {"text": "https://example.fr"}
    if path == "/api/search":
        query = {"q": CANARY}
    if "preferences" in path and "{key}" in route:
        path = f"/api/preferences/{CANARY}"
    content = None if body is None else json.loads(_filled_in(json.dumps(body), ids))
    return visitor.request(method, path, params=query, json=content, headers={"If-Match": '"1"'})


def _everything(visitor: Visitor, ids: dict[str, str]) -> dict[str, Any]:
    """All of a tenant that a GET shows, sessions' last use left out."""
    shown = {}
    for route, (_, body) in CHARLIE.items():
        if route.startswith("GET") and route not in ("GET /api/sessions", *PUBLIC):
            answer = _ask(visitor, route, ids, body)
            assert answer.status_code == 200, (route, answer.text)
            shown[route] = answer.text
    return shown


def test_every_route_says_here_what_charlie_gets() -> None:
    assert sorted(CHARLIE) == sorted(_routes())


def test_charlie_finds_nothing_changes_nothing_and_learns_nothing(
    alice: Visitor, charlie: Visitor, drain: Callable[..., int]
) -> None:
    ids = _alices(alice, drain)
    before = _everything(alice, ids)
    own = {alice.tenant["name"], alice.user["email"], *(ids[name] for name in ids if name.endswith("_id"))}
    for route, (status, body) in CHARLIE.items():
        answer = _ask(charlie, route, ids, body)
        assert answer.status_code == status, (route, answer.text)
        learnt = {each for each in own | {CANARY} if each in answer.text}
        assert not learnt, (route, answer.text)
        if answer.status_code == 404:
            assert answer.json()["title"] == "Introuvable"
    assert _everything(alice, ids) == before


def test_what_is_alices_looks_like_what_nobody_has(
    alice: Visitor, charlie: Visitor, drain: Callable[..., int]
) -> None:
    ids = _alices(alice, drain)
    unknown = {name: "0" * 16 if name.endswith("_id") else value for name, value in ids.items()}
    for route, (status, body) in CHARLIE.items():
        if status == 404 or status == 422:
            hers, nobodys = (_ask(charlie, route, each, body) for each in (ids, unknown))
            assert (hers.status_code, hers.text) == (nobodys.status_code, nobodys.text), route


def test_a_stranger_gets_401_wherever_a_session_is_needed(
    alice: Visitor, visitor: Callable[[], Visitor], drain: Callable[..., int]
) -> None:
    ids, stranger = _alices(alice, drain), visitor()
    for route, (_, body) in CHARLIE.items():
        assert _ask(stranger, route, ids, body).status_code == PUBLIC.get(route, 401), route


@pytest.mark.parametrize("wrong", [{}, {"X-CSRF-Token": "forged"}])
def test_every_change_needs_the_csrf_token(
    alice: Visitor, drain: Callable[..., int], wrong: dict[str, str]
) -> None:
    ids = _alices(alice, drain)
    before = _everything(alice, ids)
    token = alice.headers.pop("X-CSRF-Token")
    alice.headers.update(wrong)
    for route, (_, body) in CHARLIE.items():
        if not route.startswith("GET") and route not in PUBLIC:
            assert _ask(alice, route, ids, body).status_code == 403, route
    alice.headers["X-CSRF-Token"] = token
    assert _everything(alice, ids) == before
