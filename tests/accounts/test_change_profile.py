"""One changes one's own profile, by the version one has seen; rights are the administrator's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from chalicelib.accounts import sessions
from chalicelib.accounts.models import Brake, Login, Session
from chalicelib.core.store import connection
from tests import faults
from tests.world import PASSWORD, Visitor

Visit = Callable[[], Visitor]
NEW = "nouvelle agrafe de cheval"


def _me(visitor: Visitor) -> str:
    return f"/api/users/{visitor.user['id']}"


def _change(visitor: Visitor, version: int = 1, **fields: Any) -> httpx.Response:
    return visitor.change(_me(visitor), version, **fields)


def _fields(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 422, answer.text
    return [each["field"] for each in answer.json()["errors"]]


def test_every_field_of_ones_own_can_be_changed(alice: Visitor) -> None:
    wanted = {
        "first_name": "Alicia",
        "last_name": "Œuvrard",
        "phone": "+33 6 44 27 31 63",
        "colour": "#00ff7F",
        "locale": "en",
        "time_zone": "America/Guadeloupe",
        "call_scheme": "whatsapp",
    }
    answer = _change(alice, **wanted)
    assert answer.status_code == 200
    assert answer.headers["etag"] == '"2"'
    changed = answer.json()
    assert wanted.items() <= changed.items()
    assert alice.get(_me(alice)).json() == changed == alice.get("/api/session").json()["user"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_name", None),
        ("last_name", "  "),
        ("phone", "abc"),
        ("colour", "red"),
        ("locale", "de"),
        ("locale", None),
        ("time_zone", "Mars/Phobos"),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", "x" * 100_000),
        ("time_zone", "\u0000"),
        ("call_scheme", "javascript"),
        ("id", "x"),
        ("tenant", "x"),
        ("password", None),
        ("password", "short"),
        ("password", 5),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(alice: Visitor, field: str, value: object) -> None:
    assert _fields(_change(alice, **{field: value})) == [field]
    assert alice.get(_me(alice)).json() == alice.user


def test_it_needs_the_version_one_has_seen(alice: Visitor) -> None:
    without = alice.patch(_me(alice), json={"first_name": "Alicia"})
    assert without.status_code == 428
    assert _change(alice, first_name="Alicia").status_code == 200
    stale = _change(alice, first_name="Alix")
    assert stale.status_code == 412
    assert stale.json()["current"]["first_name"] == "Alicia"
    assert stale.json()["current"]["version"] == 2


def test_what_changes_nothing_keeps_the_version(alice: Visitor) -> None:
    assert _change(alice).json()["version"] == 1
    assert _change(alice, first_name="Alice", locale="fr").json()["version"] == 1


def test_nobody_changes_or_sees_a_stranger(alice: Visitor, charlie: Visitor) -> None:
    assert charlie.get(_me(alice)).status_code == 404
    assert charlie.change(_me(alice), 1, first_name="X").status_code == 404
    assert alice.get(_me(alice)).json() == alice.user
    assert [each["id"] for each in charlie.get("/api/users").json()["items"]] == [charlie.user["id"]]


def test_a_new_name_and_language_are_known_to_every_session_at_once(alice: Visitor, visitor: Visit) -> None:
    phone = visitor().sign_in(alice.user["email"])
    _change(alice, first_name="Alicia", locale="en")
    assert phone.post("/api/contacts", json={}).json()["title"] == "Some fields need correction"
    made = phone.post("/api/contacts", json={"last_name": "Martin"}).json()
    history = phone.get(f"/api/contacts/{made['id']}/history").json()["items"]
    assert history[0]["user"] == "Alicia Martin"


def test_a_new_password_ends_the_other_sessions_and_the_old_password(alice: Visitor, visitor: Visit) -> None:
    phone, email = visitor().sign_in(alice.user["email"]), alice.user["email"]
    assert _change(alice, password=NEW, current_password=PASSWORD).status_code == 200
    assert alice.get("/api/session").status_code == 200
    assert phone.get("/api/session").status_code == 401
    assert visitor().post("/api/session", json={"email": email, "password": PASSWORD}).status_code == 401
    visitor().sign_in(email, NEW)


@pytest.mark.parametrize("current", [None, "", "wrong", 7, [PASSWORD]])
def test_a_new_password_needs_the_current_one(alice: Visitor, visitor: Visit, current: object) -> None:
    assert _fields(_change(alice, password=NEW, current_password=current)) == ["current_password"]
    assert _fields(_change(alice, password=NEW)) == ["current_password"]
    visitor().sign_in(alice.user["email"], PASSWORD)


def test_guessing_the_current_password_is_braked_like_signing_in(alice: Visitor) -> None:
    statuses = [
        _change(alice, password=NEW, current_password=f"guess {number}").status_code for number in range(20)
    ]
    assert set(statuses) == {422, 429}
    assert statuses.count(422) <= 16  # A window may end in between.


def test_it_never_changes_halfway(alice: Visitor, visitor: Visit) -> None:
    """A password that is refused leaves the name that came with it alone."""
    _change(alice, first_name="Alicia", password="short", current_password=PASSWORD)
    assert alice.get(_me(alice)).json() == alice.user


def test_a_crash_at_any_call_leaves_the_old_profile_or_the_new_one(visitor: Visit) -> None:

    models = (Brake, Login, Session)
    clients = [connection().client, *(model._get_connection().connection.client for model in models)]
    for injection in faults.at_each_call(faults.crash_after, *clients):
        alice = visitor().sign_up("Alice")
        with injection:
            _change(alice, first_name="Alicia", password=NEW, current_password=PASSWORD)
        email, browser = alice.user["email"], visitor()
        opened = [
            browser.post("/api/session", json={"email": email, "password": password}).status_code
            for password in (PASSWORD, NEW)
        ]
        assert sorted(opened) == [201, 401]
        name = browser.get(_me(alice)).json()["first_name"]
        assert name == ("Alicia" if opened[1] == 201 else "Alice")


def test_a_session_revoked_in_between_is_not_brought_back(alice: Visitor, visitor: Visit) -> None:
    phone = visitor().sign_in(alice.user["email"])
    found = list(sessions.of_user(alice.tenant["id"], alice.user["id"]))
    assert phone.delete("/api/session").status_code == 204
    for session in found:
        session.set(type(session).locale.set("en"))
    assert phone.get("/api/session").status_code == 401
    assert alice.get("/api/sessions").json()["total"] == 1
