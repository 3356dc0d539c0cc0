"""Personal tokens: a program acts for its user, with the user's rights of the moment, until it is revoked."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from chalicelib.accounts import sessions, tokens
from chalicelib.accounts.models import Token
from chalicelib.core import clock
from chalicelib.core.config import settings
from chalicelib.core.store import connection
from tests import faults
from tests.world import PASSWORD, Visitor

Visit = Callable[[], Visitor]
LATER = "2099-12-31T12:00:00Z"


@pytest.fixture
def program(visitor: Visit) -> Callable[..., Visitor]:
    """Makes programs that send a new token of a user's: no cookie, no Origin, no CSRF token."""

    def of(user: Visitor, **about: Any) -> Visitor:
        made = user.post("/api/tokens", json={"name": "Tableur", **about})
        assert made.status_code == 201, made.text
        return bearing(visitor(), made.json()["token"])

    return of


def bearing(visitor: Visitor, token: str) -> Visitor:
    del visitor.headers["Origin"]
    visitor.headers["Authorization"] = f"Bearer {token}"
    return visitor


def test_a_program_does_what_its_user_may_without_cookie_or_csrf(
    alice: Visitor, program: Callable[..., Visitor]
) -> None:
    robot = program(alice)
    made = robot.post("/api/contacts", json={"last_name": "Martin"})
    assert made.status_code == 201, made.text
    path = f"/api/contacts/{made.json()['id']}"
    assert robot.change(path, 1, note="x").status_code == 200
    assert alice.get(path).json()["owner_id"] == alice.user["id"]
    assert alice.get(f"{path}/history").json()["items"][0]["user_id"] == alice.user["id"]
    me = robot.get("/api/session").json()
    assert (me["user"]["id"], me["csrf_token"]) == (alice.user["id"], None)


def test_the_secret_is_shown_once_and_kept_nowhere(alice: Visitor) -> None:
    made = alice.post("/api/tokens", json={"name": "Tableur", "expires_at": LATER}).json()
    assert made["expires_at"] == "2099-12-31T12:00:00.000Z"
    shown = alice.get("/api/tokens")
    assert shown.json()["items"] == [{key: value for key, value in made.items() if key != "token"}]
    assert made["token"].startswith(tokens.PREFIX)
    kept = connection().client.get_item(
        TableName=settings().table_auth, Key={"pk": {"S": Token.key(made["token"])}}
    )["Item"]
    assert made["token"] not in str(kept)


def test_a_use_is_noted_at_most_every_five_minutes(
    alice: Visitor, program: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    robot = program(alice)
    assert alice.get("/api/tokens").json()["items"][0]["seen_at"] is None
    robot.get("/api/session")
    first = alice.get("/api/tokens").json()["items"][0]["seen_at"]
    assert first
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + sessions.SEEN_EVERY - 1)
    robot.get("/api/session")
    assert alice.get("/api/tokens").json()["items"][0]["seen_at"] == first
    monkeypatch.setattr(clock, "now", lambda: now + sessions.SEEN_EVERY + 1)
    robot.get("/api/session")
    assert alice.get("/api/tokens").json()["items"][0]["seen_at"] > first


@pytest.mark.parametrize("wrong", ["", "scrm_", "scrm_" + "A" * 43, "x" * 5000, "a b"])
def test_a_token_of_nobodys_is_a_401_even_beside_a_session(alice: Visitor, wrong: str) -> None:
    for scheme in ("Bearer", "bearer"):
        header = {"Authorization": f"{scheme} {wrong}".encode()}
        assert alice.get("/api/contacts", headers=header).status_code == 401


def test_another_scheme_is_no_token(alice: Visitor, visitor: Visit) -> None:
    basic = {"Authorization": "Basic YTpi"}
    assert alice.get("/api/contacts", headers=basic).status_code == 200
    assert visitor().get("/api/contacts", headers=basic).status_code == 401


def test_a_token_does_not_open_from_a_foreign_page(alice: Visitor, program: Callable[..., Visitor]) -> None:
    robot = program(alice)
    robot.headers["Origin"] = "https://evil.example"
    assert robot.post("/api/contacts", json={"last_name": "X"}).status_code == 403


def test_an_expired_token_opens_nothing_and_is_listed_no_more(
    alice: Visitor, program: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    robot = program(alice, expires_at=clock.rfc3339(clock.now_ms() + 60_000))
    assert robot.get("/api/contacts").status_code == 200
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + 61)
    assert robot.get("/api/contacts").status_code == 401
    assert alice.get("/api/tokens").json()["items"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"name": ""},
        {"name": "x" * 121},
        {"name": 1},
        {"name": "x", "expires_at": "2020-01-01T00:00:00Z"},
        {"name": "x", "expires_at": "demain"},
        {"name": "x", "expires_at": 4_000_000_000},
        {"name": "x", "expires_at": "0001-01-01T00:00:00+23:59"},
        {"name": "x", "rights": "admin"},
    ],
    ids=str,
)
def test_a_token_asked_for_wrongly_is_not_made(alice: Visitor, wrong: dict[str, Any]) -> None:
    assert alice.post("/api/tokens", json=wrong).status_code == 422
    assert alice.get("/api/tokens").json()["total"] == 0


def test_the_twenty_first_token_is_refused_however_many_ask_at_once(alice: Visitor) -> None:
    with ThreadPoolExecutor(8) as hands:
        made = list(hands.map(lambda n: alice.post("/api/tokens", json={"name": f"{n}"}), range(24)))
    statuses = [each.status_code for each in made]
    assert set(statuses) <= {201, 409, 503}
    while statuses.count(201) < tokens.MOST:
        statuses.append(alice.post("/api/tokens", json={"name": "later"}).status_code)
    refused = alice.post("/api/tokens", json={"name": "one more"})
    assert (refused.status_code, refused.json()["detail"]) == (409, tokens.TOO_MANY.fr)
    assert alice.get("/api/tokens").json()["total"] == tokens.MOST
    one = alice.get("/api/tokens").json()["items"][0]
    assert alice.delete(f"/api/tokens/{one['id']}").status_code == 204
    assert alice.post("/api/tokens", json={"name": "place again"}).status_code == 201


def test_a_revoked_token_opens_nothing(alice: Visitor, program: Callable[..., Visitor]) -> None:
    robot, other = program(alice), program(alice)
    newest, first = alice.get("/api/tokens").json()["items"]
    assert alice.delete(f"/api/tokens/{first['id']}").status_code == 204
    assert (robot.get("/api/contacts").status_code, other.get("/api/contacts").status_code) == (401, 200)
    assert alice.get("/api/tokens").json()["items"][0]["id"] == newest["id"]
    assert alice.delete(f"/api/tokens/{first['id']}").status_code == 404


def test_nobody_sees_or_revokes_anothers_token(alice: Visitor, bob: Visitor, charlie: Visitor) -> None:
    made = alice.post("/api/tokens", json={"name": "Tableur"}).json()
    for other in (bob, charlie):
        assert other.get("/api/tokens").json()["items"] == []
        assert other.delete(f"/api/tokens/{made['id']}").status_code == 404
    assert alice.get("/api/tokens").json()["total"] == 1


def test_charlies_token_finds_nothing_of_alices(
    alice: Visitor, charlie: Visitor, program: Callable[..., Visitor]
) -> None:
    contact = alice.post("/api/contacts", json={"last_name": "Alix"}).json()
    robot = program(charlie)
    assert robot.get("/api/contacts").json()["total"] == 0
    assert robot.get(f"/api/contacts/{contact['id']}").status_code == 404
    assert robot.get("/api/contacts", params={"ids": contact["id"]}).json()["items"] == []


def test_a_token_sees_only_what_its_user_sees(
    alice: Visitor, bob: Visitor, program: Callable[..., Visitor]
) -> None:
    alice.post("/api/contacts", json={"last_name": "Alix"})
    robot = program(bob)
    assert robot.get("/api/contacts").json()["total"] == 0
    assert robot.post("/api/invitations", json={"email": "x@example.fr"}).status_code == 403


def test_a_change_of_rights_holds_for_tokens_at_once(
    alice: Visitor, bob: Visitor, program: Callable[..., Visitor]
) -> None:
    alice.post("/api/contacts", json={"last_name": "Alix"})
    robot, path = program(bob), f"/api/users/{bob.user['id']}"
    changed = alice.change(path, alice.get(path).json()["version"], visibility="all", role="read_only")
    assert changed.status_code == 200, changed.text
    assert robot.get("/api/contacts").json()["total"] == 1
    assert robot.post("/api/contacts", json={"last_name": "X"}).status_code == 403
    assert bob.post("/api/tokens", json={"name": "of one who may only read"}).status_code == 201


def test_a_removed_users_tokens_die_and_do_not_come_back(
    alice: Visitor, bob: Visitor, program: Callable[..., Visitor]
) -> None:
    robot, path = program(bob), f"/api/users/{bob.user['id']}"
    assert alice.delete(path).status_code == 200
    assert robot.get("/api/contacts").status_code == 401
    assert alice.post(f"{path}/restore").status_code == 200
    assert robot.get("/api/contacts").status_code == 401
    assert bob.sign_in(bob.user["email"]).get("/api/tokens").json()["items"] == []


def test_no_crash_leaves_a_removed_user_a_token(
    alice: Visitor, bob: Visitor, program: Callable[..., Visitor]
) -> None:
    path = f"/api/users/{bob.user['id']}"
    for injection in faults.at_each_call(faults.crash_after, connection().client):
        bob.sign_in(bob.user["email"])
        robot = program(bob)
        with injection:
            alice.delete(path)
        gone = alice.get(path).json()["archived"]
        assert robot.get("/api/contacts").status_code == (401 if gone else 200)
        if gone:
            assert alice.post(f"{path}/restore").status_code == 200


def test_a_forgotten_password_ends_tokens_too(
    alice: Visitor, program: Callable[..., Visitor], visitor: Visit, drain: Callable[..., int]
) -> None:
    from tests.accounts.test_reset_a_password import NEW, ask

    robot = program(alice)
    token = ask(visitor(), drain, alice.user["email"])
    assert robot.get("/api/contacts").status_code == 200
    assert visitor().put(f"/api/password-resets/{token}", json={"password": NEW}).status_code == 204
    assert robot.get("/api/contacts").status_code == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("DELETE", "/api/session"),
        ("GET", "/api/sessions"),
        ("DELETE", "/api/sessions/{session}"),
        ("GET", "/api/tokens"),
        ("POST", "/api/tokens"),
        ("DELETE", "/api/tokens/{token}"),
    ],
)
def test_what_needs_a_password_is_refused_to_a_token(
    alice: Visitor, program: Callable[..., Visitor], method: str, path: str
) -> None:
    robot = program(alice)
    session = alice.get("/api/sessions").json()["items"][0]["id"]
    token = alice.get("/api/tokens").json()["items"][0]["id"]
    body = {"name": "child"} if method == "POST" else None
    answer = robot.request(method, path.format(session=session, token=token), json=body)
    assert (answer.status_code, answer.json()["title"]) == (403, "Action refusée")
    assert alice.get("/api/session").status_code == 200
    assert alice.get("/api/tokens").json()["total"] == 1


def test_signing_in_still_works_beside_a_token(alice: Visitor, program: Callable[..., Visitor]) -> None:
    robot = program(alice)
    robot.headers["Origin"] = alice.headers["Origin"]
    answer = robot.post("/api/session", json={"email": alice.user["email"], "password": PASSWORD})
    assert answer.status_code == 201


def test_a_repeated_request_shows_the_same_secret_of_one_token(alice: Visitor) -> None:
    key = {"Idempotency-Key": "one token please"}
    first, again = (alice.post("/api/tokens", json={"name": "Tableur"}, headers=key) for _ in range(2))
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["idempotency-replayed"] == "true"
    assert alice.get("/api/tokens").json()["total"] == 1
    assert _kept_answers(alice) == [
        {"pk": f"{alice.tenant['id']}#I#{alice.user['id']}", "has the secret": False}
    ]
    assert _with(first, alice).status_code == 200


def _kept_answers(visitor: Visitor) -> list[dict[str, Any]]:
    pk = f"{visitor.tenant['id']}#I#{visitor.user['id']}"
    found = connection().client.query(
        TableName=settings().table_ops,
        KeyConditionExpression="pk = :pk",
        ExpressionAttributeValues={":pk": {"S": pk}},
    )
    return [{"pk": pk, "has the secret": tokens.PREFIX in str(item)} for item in found["Items"]]


def _with(made: httpx.Response, visitor: Visitor) -> httpx.Response:
    return visitor.get("/api/contacts", headers={"Authorization": f"Bearer {made.json()['token']}"})
