"""Preferences follow their user from browser to browser, and are nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.accounts import preferences
from chalicelib.core.work import Caller
from tests.world import Visitor

Visit = Callable[[], Visitor]
VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)


def _put(visitor: Visitor, key: str, value: Any) -> int:
    return visitor.put(f"/api/preferences/{key}", json={"value": value}).status_code


def test_they_follow_their_user_to_another_browser(alice: Visitor, visitor: Visit) -> None:
    assert _put(alice, "theme", {"dark": True}) == 200
    assert _put(alice, "sort.contacts", ["city", "desc"]) == 200
    phone = visitor().sign_in(alice.user["email"])
    assert phone.get("/api/preferences").json() == {
        "theme": {"dark": True},
        "sort.contacts": ["city", "desc"],
    }
    assert phone.get("/api/preferences/theme").json() == {"value": {"dark": True}}


def test_the_last_value_counts_and_none_forgets_it(alice: Visitor) -> None:
    for value in (1, "two", [3]):
        assert _put(alice, "x", value) == 200
    assert alice.get("/api/preferences").json() == {"x": [3]}
    assert _put(alice, "x", None) == 200
    assert alice.get("/api/preferences").json() == {}
    assert alice.get("/api/preferences/x").json() == {"value": None}


def test_nobody_else_sees_them(alice: Visitor, charlie: Visitor) -> None:
    _put(alice, "theme", "dark")
    assert charlie.get("/api/preferences").json() == {}
    assert charlie.get("/api/preferences/theme").json() == {"value": None}
    _put(charlie, "theme", "light")
    assert alice.get("/api/preferences").json() == {"theme": "dark"}
    colleague = Caller(alice.tenant["id"], "b" * 16, "Bob")
    assert preferences.all_of(colleague) == {}
    preferences.put(colleague, "theme", "blue")
    assert alice.get("/api/preferences").json() == {"theme": "dark"}


def test_who_may_only_read_may_still_choose_how_it_looks(alice: Visitor) -> None:
    reader = Caller(alice.tenant["id"], "b" * 16, "Bob", role="read_only")
    preferences.put(reader, "theme", "dark")
    assert preferences.get(reader, "theme") == "dark"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES)
def test_any_json_comes_back_as_it_was(alice: Visitor, value: Any) -> None:
    assert _put(alice, "any", value) == 200
    assert alice.get("/api/preferences/any").json() == {"value": value}
    assert alice.get("/api/preferences").json() == {"any": value}


@pytest.mark.parametrize("key", ["a", "x" * 100, "a.b-c_d", "é€漢", "a b", "100%25", "<script>"])
def test_any_short_key_will_do(alice: Visitor, key: str) -> None:
    assert _put(alice, key, 1) == 200
    assert list(alice.get("/api/preferences").json().values()) == [1]
    assert alice.get(f"/api/preferences/{key}").json() == {"value": 1}


def test_a_key_too_long_is_refused_reading_and_writing(alice: Visitor) -> None:
    for status in (_put(alice, "x" * 101, 1), alice.get(f"/api/preferences/{'x' * 3000}").status_code):
        assert status == 422


@pytest.mark.parametrize("text", ["x" * 16_001, "é" * 8_001, "\u0000" * 3_000])
def test_a_value_too_long_is_refused(alice: Visitor, text: str) -> None:
    assert _put(alice, "long", text) == 422
    assert alice.get("/api/preferences").json() == {}


@pytest.mark.parametrize("body", ["{}", '{"value": 1, "extra": 2}', '{"value": 1e999}', '{"valeur": 1}'])
def test_what_is_no_value_is_refused(alice: Visitor, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    assert alice.put("/api/preferences/x", content=body, headers=headers).status_code == 422


def test_there_is_an_end_to_their_number(alice: Visitor) -> None:
    caller = Caller(alice.tenant["id"], alice.user["id"], "Alice")
    caller.store.write_many(
        {"pk": preferences._partition(caller), "sk": f"k{n}", "d": "1"} for n in range(preferences.MOST_KEYS)
    )
    assert _put(alice, "one.more", 1) == 422
    assert _put(alice, "k7", 2) == 200
    assert _put(alice, "k8", None) == 200
    assert _put(alice, "one.more", 1) == 200
    assert len(alice.get("/api/preferences").json()) == preferences.MOST_KEYS
