"""Logs say which route answered what to whose id; nothing anybody typed is ever in them."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator

import pytest

from chalicelib.core.logs import logger
from chalicelib.core.store import connection
from tests import faults
from tests.transfer.imports import import_file
from tests.world import Visitor

CANARY = "kanarienvogel"


@pytest.fixture
def lines(world: object) -> Iterator[io.StringIO]:
    """Whatever any logger says, ours written as it is on AWS."""
    text = io.StringIO()
    ours, others = logging.StreamHandler(text), logging.StreamHandler(text)
    ours.setFormatter(logging.getLogger("simple-crm").handlers[0].formatter)
    others.setFormatter(logging.Formatter("%(message)s %(exc_text)s"))
    product, root = logging.getLogger("simple-crm"), logging.getLogger()
    product.addHandler(ours)
    root.addHandler(others)
    yield text
    product.removeHandler(ours)
    root.removeHandler(others)


def _contact() -> dict[str, object]:
    named = dict.fromkeys(
        "civility first_name last_name personal_street personal_postal_code personal_city note".split(),
        CANARY,
    )
    return {
        **named,
        "personal_email": f"{CANARY}@example.fr",
        "personal_phone": "+33 6 98 76 54 32",
        "social": {"linkedin": CANARY},
    }


def _everything(visitor: Visitor, drain: Callable[..., int]) -> None:
    """One of each request, good and bad, with the canary in every field, path and parameter."""
    contact = visitor.post("/api/contacts", json=_contact()).json()
    version = contact["version"]
    visitor.change(f"/api/contacts/{contact['id']}", version, first_name=f"{CANARY} zwei")
    visitor.change(f"/api/contacts/{contact['id']}", version, first_name=CANARY)
    visitor.post("/api/contacts", json={**_contact(), CANARY: CANARY, "personal_phone": CANARY})
    visitor.post("/api/contacts", content=f'{{"{CANARY}', headers={"Content-Type": "application/json"})
    company = {"name": CANARY, "city": CANARY, "email": f"{CANARY}@example.fr", "website": f"{CANARY}.fr"}
    visitor.post("/api/companies", json=company)
    visitor.post("/api/companies", json={**company, "siren": CANARY})
    for path in ("contacts", "companies", "imports", "users", f"contacts/{CANARY}", f"imports/{CANARY}"):
        visitor.get(f"/api/{path}", params={"from": CANARY, CANARY: CANARY})
    visitor.get("/api/contacts", params={"from": CANARY})
    visitor.put(f"/api/preferences/{CANARY}", json={"value": CANARY})
    visitor.change(
        f"/api/users/{visitor.user['id']}", visitor.user["version"], first_name=CANARY, phone="0612345678"
    )
    visitor.post("/api/session", json={"email": f"{CANARY}@example.fr", "password": CANARY})
    visitor.post("/api/tenants", json={"company_name": CANARY, "email": CANARY, "password": CANARY})
    rows = [("Nom", "E-mail", CANARY), (CANARY, f"{CANARY}@example.fr", CANARY), (CANARY, CANARY, CANARY)]
    file = "\n".join(";".join(row) for row in rows)
    visitor.post("/api/imports", json={"file_name": f"{CANARY}.csv", "size": 10**12})
    done = import_file(visitor, drain, file.encode())
    assert (done["updated"], done["refused"]) == (1, 1)
    visitor.get(f"/api/imports/{done['id']}/refused")


def test_nothing_personal_is_in_the_logs(
    visitor: Callable[[], Visitor], drain: Callable[..., int], lines: io.StringIO
) -> None:
    browser = visitor()
    browser.headers["User-Agent"] = CANARY
    browser.sign_up(CANARY, company_name=CANARY, email=f"{CANARY}.{browser.address}@example.fr")
    cookie = browser.cookies["session"]
    _everything(browser, drain)
    written = lines.getvalue()
    assert written.count('"message":"request"') > 20
    for secret in (CANARY, cookie, browser.headers["X-CSRF-Token"], "98 76 54 32", "0612345678", "@example"):
        assert secret not in written.lower(), secret
    assert browser.address not in written


def test_a_failure_is_logged_by_its_kind_and_place_never_by_its_message(
    alice: Visitor, lines: io.StringIO
) -> None:
    def refuse(call: faults.Call) -> object:
        return call.refuse(400, "ValidationException")

    with faults.inject(refuse, connection().client, times=9):
        assert alice.post("/api/contacts", json=_contact()).status_code == 500
    written = [json.loads(line) for line in lines.getvalue().splitlines() if line.startswith("{")]
    failure = next(line for line in written if line["level"] == "ERROR")
    assert failure["error"] == "VerboseClientError"
    assert any("core/store.py" in place for place in failure["at"])
    # The fault's own words, which might as well have been somebody's data.
    assert "injected" not in lines.getvalue()
    assert CANARY not in lines.getvalue()


def test_a_request_is_logged_with_its_route_and_ids(alice: Visitor, lines: io.StringIO) -> None:
    answer = alice.get("/api/contacts/unknown")
    line = json.loads(lines.getvalue().splitlines()[0])
    assert (line["method"], line["route"], line["status"]) == ("GET", "/api/contacts/{contact_id}", 404)
    assert (line["tenant"], line["user"]) == (alice.tenant["id"], alice.user["id"])
    assert line["request_id"] == answer.headers["x-amzn-requestid"]
    assert line["ms"] >= 0
    assert logger.service == "simple-crm"
