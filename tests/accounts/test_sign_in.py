"""Signing in: the right password opens a session, guessing is slow for who guesses and cheap for us."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from chalicelib.accounts import passwords, sessions
from chalicelib.core import clock
from tests.world import PASSWORD, Visitor

Visit = Callable[[], Visitor]
DAY_MS = 24 * 3600 * 1000
# Tomorrow, in the middle of every window: no test runs over the end of one, and no brake has expired by now.
NOON_MS = (clock.now_ms() // DAY_MS + 1) * DAY_MS + DAY_MS // 2 - 7 * 60_000


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Holds the clock at so many minutes after a moment in the middle of every brake's window."""

    def hold(minutes: float) -> None:
        monkeypatch.setattr(clock, "now_ms", lambda: NOON_MS + int(minutes * 60_000))

    hold(0)
    return hold


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every password that is verified from now on."""
    verified: list[str] = []
    genuine = passwords.matches

    def matches(password: str, known: str | None) -> bool:
        verified.append(password)
        return genuine(password, known)

    monkeypatch.setattr(passwords, "matches", matches)
    return verified


def _try(visitor: Visitor, email: str, password: str) -> httpx.Response:
    return visitor.post("/api/session", json={"email": email, "password": password})


def test_the_right_password_opens_a_session_of_its_own(alice: Visitor, visitor: Visit) -> None:
    other = visitor().sign_in(alice.user["email"])
    assert (other.user, other.tenant) == (alice.user, alice.tenant)
    assert other.headers["X-CSRF-Token"] != alice.headers["X-CSRF-Token"]
    assert other.cookies["session"] != alice.cookies["session"]
    assert alice.get("/api/session").status_code == 200


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n"])
def test_blanks_and_capitals_in_the_address_do_not_matter(alice: Visitor, visitor: Visit, typed: str) -> None:
    assert visitor().sign_in(typed.format(alice.user["email"].upper())).user == alice.user


def test_an_unknown_address_gets_the_answer_of_a_wrong_password(
    alice: Visitor, visitor: Visit, hashed: list[str]
) -> None:
    wrong = _try(visitor(), alice.user["email"], "not her password")
    unknown = _try(visitor(), "nobody@example.fr", "not her password")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.json()["detail"] == "L'adresse e-mail ou le mot de passe est faux."
    assert "set-cookie" not in wrong.headers
    # Both take the time of one hash, too.
    assert len(hashed) == 2


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, ["email", "password"]),
        ({"email": "a@example.fr"}, ["password"]),
        ({"email": 5, "password": ["x"]}, ["email", "password"]),
        ({"email": "", "password": ""}, ["email", "password"]),
        ({"email": "a@example.fr", "password": "x", "totp": "123456"}, ["totp"]),
    ],
)
def test_what_cannot_be_a_sign_in_is_named(visitor: Visit, body: object, fields: list[str]) -> None:
    answer = visitor().post("/api/session", json=body)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == fields


@pytest.mark.parametrize("text", ["x" * 100_000, "é\u0000漢字", "' OR 1=1 --", "#", "E#"])
def test_no_text_makes_a_500(visitor: Visit, text: str) -> None:
    assert _try(visitor(), text, text).status_code == 401


def test_a_thousand_wrong_passwords_for_one_account_cost_ten_hashes_at_most(
    alice: Visitor, visitor: Visit, hashed: list[str], at: Callable[[float], None]
) -> None:
    guessers = [visitor() for _ in range(20)]
    statuses = [
        _try(guessers[number % 20], alice.user["email"], f"guess {number}").status_code
        for number in range(1000)
    ]
    assert len(hashed) <= 10
    assert set(statuses) == {401, 429}
    assert statuses.count(401) == len(hashed)


def test_a_thousand_accounts_tried_from_one_network_are_stopped_too(
    visitor: Visit, hashed: list[str], at: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    guesser = visitor()
    statuses = [_try(guesser, f"n{n}@example.fr", "motdepasse").status_code for n in range(200)]
    assert len(hashed) == statuses.count(401) <= 50
    assert statuses[-1] == 429
    assert _try(visitor(), "somebody@example.fr", "x").status_code == 401


def test_the_right_password_waits_for_the_window_like_the_wrong_ones_and_then_opens(
    alice: Visitor, visitor: Visit, at: Callable[[float], None]
) -> None:
    email = alice.user["email"]
    for number in range(9):
        last = _try(visitor(), email, f"guess {number}")
    assert last.status_code == 429
    assert 0 < int(last.headers["retry-after"]) <= 15 * 60
    assert _try(visitor(), email, PASSWORD).status_code == 429
    at(int(last.headers["retry-after"]) / 60 + 0.1)
    assert _try(visitor(), email, PASSWORD).status_code == 201


def test_who_mistypes_a_few_times_begins_anew_once_inside(
    alice: Visitor, visitor: Visit, at: Callable[[float], None]
) -> None:
    browser = visitor()
    for _ in range(5):
        for number in range(4):
            assert _try(browser, alice.user["email"], f"typo {number}").status_code == 401
        assert _try(browser, alice.user["email"], PASSWORD).status_code == 201


def test_colleagues_behind_one_address_may_all_sign_in(visitor: Visit, alice: Visitor) -> None:
    office = visitor()
    assert {_try(office, alice.user["email"], PASSWORD).status_code for _ in range(30)} == {201}


def test_a_remembered_browser_keeps_its_cookie_anew_at_every_visit(alice: Visitor, visitor: Visit) -> None:
    home = visitor()
    body = {"email": alice.user["email"], "password": PASSWORD, "remember": True}
    given = home.post("/api/session", json=body).headers["set-cookie"]
    assert home.get("/api/session").headers["set-cookie"] == given
    assert "set-cookie" not in alice.get("/api/session").headers


def test_a_browser_that_is_to_be_remembered_gets_a_lasting_cookie(alice: Visitor, visitor: Visit) -> None:
    body = {"email": alice.user["email"], "password": PASSWORD, "remember": True}
    cookie = visitor().post("/api/session", json=body).headers["set-cookie"]
    assert f"Max-Age={sessions.LASTING_SECONDS}" in cookie
    body["remember"] = False
    assert "Max-Age" not in visitor().post("/api/session", json=body).headers["set-cookie"]
