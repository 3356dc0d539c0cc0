"""A forgotten password: one answer for all, a link that serves once, and every session ended."""

import re
from collections.abc import Callable

import pytest

from chalicelib.accounts import links
from chalicelib.core import clock
from tests.world import Visitor, mails_to

NEW = "un tout autre mot de passe"


def ask(visitor: Visitor, drain: Callable[..., int], address: str) -> str:
    """Ask for a new password; the token in the mail."""
    assert visitor.post("/api/password-resets", json={"email": address}).status_code == 202
    drain("outbox")
    found = re.search(r"/mot-de-passe/([\w-]+)", mails_to(address)[-1])
    assert found
    return found[1]


def test_a_new_password_opens_and_the_old_one_and_its_sessions_do_not(
    alice: Visitor, visitor: Callable[[], Visitor], drain: Callable[..., int]
) -> None:
    address = alice.user["email"]
    token = ask(visitor(), drain, address)
    assert visitor().put(f"/api/password-resets/{token}", json={"password": NEW}).status_code == 204
    assert alice.get("/api/session").status_code == 401
    assert (
        visitor().post("/api/session", json={"email": address, "password": alice.password}).status_code == 401
    )
    visitor().sign_in(address, NEW)
    second = visitor().put(f"/api/password-resets/{token}", json={"password": NEW})
    assert second.status_code == 410


def test_an_unknown_address_gets_the_same_answer_and_no_mail(
    world: object, visitor: Callable[[], Visitor], alice: Visitor, drain: Callable[..., int]
) -> None:
    unknown = f"nobody.{alice.address}@example.fr"
    answers = [
        visitor().post("/api/password-resets", json={"email": address})
        for address in (unknown, alice.user["email"])
    ]
    drain("outbox")
    assert {(answer.status_code, answer.text) for answer in answers} == {(202, "{}")}
    assert mails_to(unknown) == []


def test_a_link_dies_after_half_an_hour(
    alice: Visitor, visitor: Callable[[], Visitor], drain: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = ask(visitor(), drain, alice.user["email"])
    later = clock.now() + links.RESET_SECONDS + 1
    monkeypatch.setattr(clock, "now", lambda: later)
    assert visitor().put(f"/api/password-resets/{token}", json={"password": NEW}).status_code == 410


def test_a_weak_new_password_is_refused_and_the_link_still_serves(
    alice: Visitor, visitor: Callable[[], Visitor], drain: Callable[..., int]
) -> None:
    token = ask(visitor(), drain, alice.user["email"])
    weak = visitor().put(f"/api/password-resets/{token}", json={"password": "motdepasse"})
    assert weak.json()["errors"][0]["field"] == "password"
    assert visitor().put(f"/api/password-resets/{token}", json={"password": NEW}).status_code == 204
