"""The API's own description as the judge of every answer a visitor gets in a test."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from urllib.parse import quote

import httpx
from jsonschema_rs import Draft202012, Draft202012Validator, Registry

from tests import world

Json = dict[str, Any]
HERE = "urn:openapi"


@cache
def description() -> Json:
    """Return what `GET /api/openapi.json` answers."""
    with httpx.Client(transport=httpx.WSGITransport(world.product()), base_url="http://api") as client:
        found: Json = client.get("/api/openapi.json").raise_for_status().json()
    return found


def check(response: httpx.Response) -> None:
    """Fail unless the description knows the answer's status, headers, type and shape."""
    response.read()
    request = response.request
    # Percent signs are read once on this way, as httpx hands the path to WSGI.
    path = quote(request.url.path)
    route, _ = world.product().routes.match(path)
    method = "get" if request.method == "HEAD" else request.method.lower()
    operation = description()["paths"].get(route, {}).get(method)
    if operation is None:
        # No route of ours: the gateway refuses in our words.
        assert response.status_code in (404, 405), f"{method} {path} is not described"
        return
    name = f"{operation['operationId']} {response.status_code}"
    documented = operation["responses"].get(str(response.status_code))
    assert documented, f"{name} is not described: {response.text[:500]}"
    documented = _resolved(documented)
    for header, told in documented.get("headers", {}).items():
        assert not told.get("required") or header in response.headers, f"{name} lacks {header}"
    if request.method != "HEAD":
        _check_body(name, documented.get("content", {}), response)


def _check_body(name: str, content: Json, response: httpx.Response) -> None:
    if not content:
        assert not response.content, f"{name} has a body"
        return
    kind = response.headers["content-type"].partition(";")[0]
    assert kind in content, f"{name} answers {kind}"
    if kind.endswith("json"):
        told = json.dumps(content[kind]["schema"], sort_keys=True)
        found = _validator(told).iter_errors(response.json())
        wrong = [f"{error.instance_path}: {error.message}" for error in found]
        assert not wrong, f"{name} is not as described: {'; '.join(wrong)[:2000]}"


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(_absolute(json.loads(schema)), registry=_registry())


@cache
def _registry() -> Registry:
    return Registry([(HERE, description())], draft=Draft202012)


def _absolute(schema: Any) -> Any:
    """The schema with its references made good outside the document they stand in."""
    if isinstance(schema, dict):
        return {key: HERE + value if key == "$ref" else _absolute(value) for key, value in schema.items()}
    return [_absolute(each) for each in schema] if isinstance(schema, list) else schema


def _resolved(response: Json) -> Json:
    if "$ref" not in response:
        return response
    found: Json = description()["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return found
