"""Who changed which field when stands beside a record, written with the change itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.core import history
from tests.world import Visitor


@pytest.fixture(params=["contacts", "companies"])
def path(request: pytest.FixtureRequest) -> str:
    """Where records with a history are made."""
    return f"/api/{request.param}"


def _created(visitor: Visitor, path: str, name: str) -> dict[str, Any]:
    made = visitor.post(path, json={"last_name" if "contacts" in path else "name": name})
    assert made.status_code == 201
    record: dict[str, Any] = made.json()
    return record


def _history(visitor: Visitor, path: str, record: dict[str, Any]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = visitor.get(f"{path}/{record['id']}/history").json()["items"]
    return items


def test_it_tells_a_records_life_newest_first(alice: Visitor, path: str) -> None:
    record = _created(alice, path, "Martin")
    where = f"{path}/{record['id']}"
    alice.change(where, 1, note="Rappeler lundi")
    alice.change(where, 2, note="Rappelé", owner_id=None)
    alice.delete(where)
    alice.post(f"{where}/restore", json={})
    rows = _history(alice, path, record)
    assert [row["action"] for row in rows] == ["restore", "archive", "change", "change", "create"]
    assert rows[2]["changes"] == [
        {"field": "note", "old": "Rappeler lundi", "new": "Rappelé"},
        {"field": "owner_id", "old": alice.user["id"], "new": None},
    ]
    assert rows[3]["changes"] == [{"field": "note", "old": None, "new": "Rappeler lundi"}]
    assert rows[0]["changes"] == rows[1]["changes"] == rows[4]["changes"] == []
    assert {row["user_id"] for row in rows} == {alice.user["id"]}
    assert {row["user"] for row in rows} == {"Alice Martin"}
    assert [row["at"] for row in rows] == sorted((row["at"] for row in rows), reverse=True)


def test_what_changed_nothing_leaves_no_row(alice: Visitor, path: str) -> None:
    record = _created(alice, path, "Martin")
    where = f"{path}/{record['id']}"
    alice.change(where, 1, note=None)
    alice.post(f"{where}/restore", json={})
    alice.change(where, 7, note="refusé, car d'une autre version")
    alice.change(where, 1, note=12)
    assert [row["action"] for row in _history(alice, path, record)] == ["create"]


def test_the_longest_notes_of_all_still_fit(alice: Visitor, path: str) -> None:
    record = _created(alice, path, "Martin")
    fields: dict[str, Any] = {"social": {name: "€" * 250 for name in ("linkedin", "x", "facebook", "viadeo")}}
    for version, letter in enumerate("𠮷𡈽𡌛", 1):
        answer = alice.change(f"{path}/{record['id']}", version, note=letter * 50_000, **fields)
        assert answer.status_code == 200, answer.text
    newest = _history(alice, path, record)[0]
    assert [change["field"] for change in newest["changes"]] == ["note"]
    assert newest["changes"][0]["new"].startswith("𡌛" * history.LONGEST_TEXT)
    assert len(newest["changes"][0]["new"]) < 50_000


def test_the_name_is_that_of_the_user_at_the_time(alice: Visitor, path: str) -> None:
    record = _created(alice, path, "Martin")
    alice.change(f"/api/users/{alice.user['id']}", alice.user["version"], first_name="Alicia")
    alice.change(f"{path}/{record['id']}", 1, note="x")
    assert [row["user"] for row in _history(alice, path, record)] == ["Alicia Martin", "Alice Martin"]


def test_nobody_else_reads_it(
    alice: Visitor, charlie: Visitor, visitor: Callable[[], Visitor], path: str
) -> None:
    where = f"{path}/{_created(alice, path, 'Martin')['id']}/history"
    assert charlie.get(where).status_code == 404
    assert visitor().get(where).status_code == 401


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({}, {}, []),
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {}, [("a", 1, None)]),
        ({"b": 1}, {"a": 2, "b": 3}, [("a", None, 2), ("b", 1, 3)]),
        ({"a": None}, {}, []),
        ({"a": []}, {"a": ["x"]}, [("a", [], ["x"])]),
    ],
)
def test_differences_are_told_in_the_order_of_the_fields(
    before: dict[str, Any], after: dict[str, Any], found: list[tuple[str, Any, Any]]
) -> None:
    expected = [{"field": name, "old": old, "new": new} for name, old, new in found]
    assert history.differences(before, after) == expected
