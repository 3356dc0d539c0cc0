"""A session lives until it is left, revoked, idle or old, and is dead at the next request."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chalicelib.accounts import sessions
from chalicelib.accounts.models import Session
from chalicelib.core import clock
from tests.world import PASSWORD, Visitor

Visit = Callable[[], Visitor]
HOUR = 3600


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets so many seconds pass."""
    passed = [0]
    genuine = clock.now_ms

    def wait(seconds: int) -> None:
        passed[0] += seconds

    monkeypatch.setattr(clock, "now_ms", lambda: genuine() + passed[0] * 1000)
    return wait


def _lives(visitor: Visitor) -> bool:
    status = visitor.get("/api/session").status_code
    assert status in (200, 401)
    return status == 200


def _remembered(visitor: Visitor, alice: Visitor) -> Visitor:
    body = {"email": alice.user["email"], "password": PASSWORD, "remember": True}
    return visitor._enter(visitor.post("/api/session", json=body))


def test_a_user_sees_their_sessions_and_which_is_this_one(alice: Visitor, visitor: Visit) -> None:
    phone = visitor()
    phone.headers["User-Agent"] = "A phone " + "x" * 500
    phone.sign_in(alice.user["email"])
    found = phone.get("/api/sessions").json()
    assert found["total"] == 2
    assert {each["current"] for each in found["items"]} == {True, False}
    mine = next(each for each in found["items"] if each["current"])
    assert mine["user_agent"] == ("A phone " + "x" * 500)[:200]
    assert mine.keys() == {"id", "created_at", "seen_at", "user_agent", "current"}
    # Nothing in the list opens a session.
    assert phone.cookies["session"] not in phone.get("/api/sessions").text


def test_a_revoked_session_is_dead_at_its_next_request(alice: Visitor, visitor: Visit) -> None:
    phone = visitor().sign_in(alice.user["email"])
    other = next(each for each in alice.get("/api/sessions").json()["items"] if not each["current"])
    assert alice.delete(f"/api/sessions/{other['id']}").status_code == 204
    assert not _lives(phone)
    assert phone.post("/api/contacts", json={"last_name": "X"}).status_code == 401
    assert _lives(alice)
    assert alice.delete(f"/api/sessions/{other['id']}").status_code == 404


def test_nobody_revokes_anothers_session(alice: Visitor, charlie: Visitor) -> None:
    id_ = alice.get("/api/sessions").json()["items"][0]["id"]
    assert charlie.delete(f"/api/sessions/{id_}").status_code == 404
    assert _lives(alice)
    assert charlie.get("/api/sessions").json()["total"] == 1


def test_signing_out_ends_this_session_only_and_forgets_the_cookie(alice: Visitor, visitor: Visit) -> None:
    phone = visitor().sign_in(alice.user["email"])
    cookie = phone.cookies["session"]
    left = phone.delete("/api/session")
    assert (left.status_code, left.content) == (204, b"")
    assert "Max-Age=0" in left.headers["set-cookie"]
    phone.cookies.set("session", cookie)
    assert not _lives(phone)
    assert _lives(alice)


def test_signing_out_needs_the_token(alice: Visitor) -> None:
    assert alice.delete("/api/session", headers={"X-CSRF-Token": "forged"}).status_code == 403
    assert _lives(alice)


def test_it_ends_after_thirty_idle_minutes(alice: Visitor, later: Callable[[int], None]) -> None:
    later(29 * 60)
    assert _lives(alice)
    later(29 * 60)
    assert _lives(alice)
    later(31 * 60)
    assert not _lives(alice)


def test_it_ends_after_twelve_hours_however_busy(alice: Visitor, later: Callable[[int], None]) -> None:
    for _ in range(12 * 3 - 1):
        later(20 * 60)
        assert _lives(alice)
    later(20 * 60 + 1)
    assert not _lives(alice)


def test_a_lasting_one_outlives_the_night_and_renews_itself(
    alice: Visitor, visitor: Visit, later: Callable[[int], None]
) -> None:
    home = _remembered(visitor(), alice)
    for _ in range(3):
        later(29 * 24 * HOUR)
        assert _lives(home)
    later(31 * 24 * HOUR)
    assert not _lives(home)


def test_its_use_is_written_now_and_then_not_at_every_request(
    alice: Visitor, later: Callable[[int], None]
) -> None:
    def seen() -> str:
        text: str = alice.get("/api/sessions").json()["items"][0]["seen_at"]
        return text

    first = seen()
    later(60)
    assert seen() == first
    later(sessions.SEEN_EVERY)
    assert seen() > first


def test_an_ended_one_is_not_listed(alice: Visitor, visitor: Visit, later: Callable[[int], None]) -> None:
    later(25 * 60)
    assert _lives(alice)
    visitor().sign_in(alice.user["email"])
    assert alice.get("/api/sessions").json()["total"] == 2
    later(28 * 60)
    assert _lives(alice)
    later(4 * 60)
    assert alice.get("/api/sessions").json()["total"] == 1


def test_the_cookie_is_not_kept_in_the_table(alice: Visitor) -> None:
    cookie = alice.cookies["session"]
    kept = Session.get(Session.key(cookie), consistent_read=True)
    assert cookie not in str(kept.attribute_values)
    assert alice.headers["X-CSRF-Token"] not in str(kept.attribute_values)


@pytest.mark.parametrize("cookie", ["", "x", "S#", "x" * 5000, "; session=x"])
def test_no_cookie_at_random_is_a_session(visitor: Visit, cookie: str) -> None:
    answer = visitor().get("/api/session", headers={"Cookie": f"session={cookie}"})
    assert answer.status_code == 401


def test_other_cookies_around_it_do_no_harm(alice: Visitor) -> None:
    cookie = alice.cookies["session"]
    alice.cookies.clear()
    crowd = {"Cookie": f"a=b;session_x=1; xsession=2; session={cookie}; =; z"}
    assert alice.get("/api/session", headers=crowd).status_code == 200


def test_rights_whose_copy_was_lost_are_caught_up_when_the_session_is_next_noted(
    alice: Visitor, bob: Visitor, later: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/api/users/{bob.user['id']}"
    # The process dies between the change and its copies.
    monkeypatch.setattr(sessions, "refresh_rights", lambda tenant, user: None)
    monkeypatch.setattr(sessions, "end_all", lambda tenant, user_id: None)
    assert alice.change(path, 1, role="read_only").status_code == 200
    later(sessions.SEEN_EVERY)
    assert bob.post("/api/contacts", json={"last_name": "Bruno"}).status_code == 403
    assert alice.delete(path).status_code == 200
    later(sessions.SEEN_EVERY)
    assert not _lives(bob)
    later(-sessions.SEEN_EVERY)
    assert not _lives(bob)
