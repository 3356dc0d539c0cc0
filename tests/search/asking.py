"""Asking the search as the box does."""

from __future__ import annotations

from typing import Any

from tests.world import Visitor


def search(visitor: Visitor, typed: str, **query: str) -> dict[str, Any]:
    answer = visitor.get("/api/search", params={"q": typed, **query})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def labels(visitor: Visitor, typed: str) -> list[str]:
    """What the box shows for what is typed, complete."""
    found = search(visitor, typed)
    assert not found["partial"]
    return [item["label"] for item in found["items"]]


def add(visitor: Visitor, last_name: str, first_name: str | None = None, **fields: Any) -> dict[str, Any]:
    answer = visitor.post("/api/contacts", json={"last_name": last_name, "first_name": first_name, **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def add_company(visitor: Visitor, name: str, **fields: Any) -> dict[str, Any]:
    answer = visitor.post("/api/companies", json={"name": name, **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made
