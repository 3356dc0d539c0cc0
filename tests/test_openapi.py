"""What `GET /api/openapi.json` tells, and that the judge made of it (`tests/contract.py`) catches a lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import jsonschema_rs
import pytest

from tests import contract
from tests.world import Visitor


def test_anybody_may_read_it(visitor: Callable[[], Visitor]) -> None:
    answer = visitor().get("/api/openapi.json")
    assert answer.status_code == 200
    assert answer.json()["openapi"] == "3.1.0"


def test_it_describes_every_route_and_no_other(world: object) -> None:
    from app import app

    routes = {(path, method.lower()) for path, methods in app.routes.items() for method in methods}
    described = {(path, method) for path, item in contract.description()["paths"].items() for method in item}
    assert described == routes


def test_every_schema_of_it_is_one(world: object) -> None:
    for name, schema in contract.description()["components"]["schemas"].items():
        assert jsonschema_rs.meta.is_valid(schema), name


def test_every_reference_leads_somewhere(world: object) -> None:
    description = contract.description()
    for reference in _references(description):
        found = description
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]


def _references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"]] if "$ref" in part else []
        return own + [each for value in part.values() for each in _references(value)]
    return [each for value in part for each in _references(value)] if isinstance(part, list) else []


def _told(answer: httpx.Response, body: Any, status: int = 201, **headers: str) -> httpx.Response:
    """Another answer to the same request."""
    return httpx.Response(status, json=body, headers=headers, request=answer.request)


def test_the_judge_refuses_what_is_not_described(alice: Visitor) -> None:
    answer = alice.post("/api/contacts", json={"last_name": "Martin"})
    right = answer.json()
    contract.check(_told(answer, right | {"note": "x"}, ETag='"1"'))
    lacking = {name: value for name, value in right.items() if name != "version"}
    for lie in (
        _told(answer, lacking, ETag='"1"'),
        _told(answer, right | {"colour": "red"}, ETag='"1"'),
        _told(answer, right | {"archived": "no"}, ETag='"1"'),
        _told(answer, right),
        _told(answer, right, 200, ETag='"1"'),
        _told(answer, right, 422),
        httpx.Response(201, text="done", headers={"ETag": '"1"'}, request=answer.request),
    ):
        with pytest.raises(AssertionError):
            contract.check(lie)


def test_a_stale_change_shows_the_record_as_it_is_described(alice: Visitor) -> None:
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()
    stale = alice.change(f"/api/contacts/{contact['id']}", 7, note="x")
    assert stale.json()["current"] == contact
    lie = stale.json() | {"current": {"id": contact["id"]}}
    with pytest.raises(AssertionError):
        contract.check(_told(stale, lie, 412, **{"Content-Type": "application/problem+json"}))
