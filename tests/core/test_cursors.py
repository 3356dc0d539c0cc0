"""A cursor opens one list of one tenant in one order, and nothing else."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core import cursors
from chalicelib.core.cursors import Cursor
from chalicelib.core.errors import Invalid
from tests.world import Visitor

CURSORS = st.builds(Cursor, st.text(), st.booleans())


@given(CURSORS, st.text())
def test_it_is_read_where_it_was_signed(cursor: Cursor, bound_to: str) -> None:
    assert cursors.read(cursors.sign(cursor, bound_to), bound_to) == cursor


@given(CURSORS, st.text(), st.text())
def test_it_is_refused_everywhere_else(cursor: Cursor, bound_to: str, other: str) -> None:
    if bound_to != other:
        with pytest.raises(Invalid):
            cursors.read(cursors.sign(cursor, bound_to), other)


@given(st.text() | st.text("ABCabc0189-_", max_size=60))
def test_no_text_at_random_is_a_cursor(text: str) -> None:
    with pytest.raises(Invalid):
        cursors.read(text, "a list")


@given(CURSORS, st.data())
def test_a_bit_changed_anywhere_breaks_it(cursor: Cursor, data: st.DataObject) -> None:
    signed = cursors.sign(cursor, "a list")
    raw = bytearray(base64.urlsafe_b64decode(signed + "=" * (-len(signed) % 4)))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Invalid):
        cursors.read(base64.urlsafe_b64encode(bytes(raw)).decode().rstrip("="), "a list")


def test_nothing_of_its_value_can_be_read_from_it() -> None:
    value = "secret11@hidden.fr"
    signed = cursors.sign(Cursor(value), "a list")
    raw = base64.urlsafe_b64decode(signed + "=" * (-len(signed) % 4))
    pieces = {value[place : place + 3].encode() for place in range(len(value) - 2)}
    assert not [piece for piece in pieces if piece in raw]
    assert cursors.sign(Cursor(value), "a list") == signed
    # Were the stream the same twice, two cursors laid over each other would tell their values.
    other = cursors.sign(Cursor(value), "another list")
    apart = base64.urlsafe_b64decode(other + "=" * (-len(other) % 4))
    assert len({one ^ two for one, two in zip(raw[16:], apart[16:], strict=True)}) > 8


@given(st.text("abc", max_size=20), st.text("abc", max_size=20))
def test_its_length_tells_little_of_a_short_value(one: str, other: str) -> None:
    assert len(cursors.sign(Cursor(one), "a list")) == len(cursors.sign(Cursor(other), "a list"))


def _cursor(visitor: Visitor, resource: str = "contacts", **query: str) -> str:
    found = visitor.get(f"/api/{resource}", params={"limit": "1", **query}).json()
    cursor: str = found["next"]
    assert cursor
    return cursor


def _fill(visitor: Visitor) -> None:
    for name in ("Alpha", "Beta", "Gamma"):
        assert visitor.post("/api/contacts", json={"last_name": name}).status_code == 201
        assert visitor.post("/api/companies", json={"name": name, "kinds": ["client"]}).status_code == 201


def test_a_list_refuses_another_lists_cursor_with_422(alice: Visitor, charlie: Visitor) -> None:
    _fill(alice)
    _fill(charlie)
    mine = _cursor(alice, sort="last_name")
    foreign = [
        ("contacts", {"sort": "last_name"}, _cursor(charlie, sort="last_name")),
        ("contacts", {"sort": "city"}, mine),
        ("contacts", {"sort": "last_name", "order": "desc"}, mine),
        ("contacts", {"sort": "last_name", "archived": "true"}, mine),
        ("contacts", {"sort": "last_name", "owner_id": alice.user["id"]}, mine),
        ("contacts", {"sort": "last_name"}, _cursor(alice, sort="last_name", owner_id=alice.user["id"])),
        ("companies", {"sort": "name"}, mine),
        ("companies", {"sort": "name", "kind": "client"}, _cursor(alice, "companies", sort="name")),
        ("contacts", {"sort": "last_name"}, mine[:-4]),
        ("contacts", {"sort": "last_name"}, "é" * 40),
        ("contacts", {"sort": "last_name"}, "A" * 8000),
    ]
    for resource, query, cursor in foreign:
        answer = alice.get(f"/api/{resource}", params={**query, "cursor": cursor})
        assert answer.status_code == 422, (resource, query)
        assert [each["field"] for each in answer.json()["errors"]] == ["cursor"]
    assert alice.get("/api/contacts", params={"sort": "last_name", "cursor": mine}).status_code == 200
