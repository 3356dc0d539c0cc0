"""Whatever is sent to any operation, it answers as it says it does, and never with a 500.

schemathesis makes the requests from the description: what it allows and what it does not, at the limits and
beyond. Each is sent twice: as made, and for records that are there.
"""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.world import Visitor, product

# Alice's cookie goes with every request: credentials made up would only be answered 401.
AS_ALICE = SchemathesisConfig.from_dict({"generation": {"with-security-parameters": False}})
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
schema = schemathesis.openapi.from_wsgi("/api/openapi.json", product(), config=AS_ALICE)


# What is made of each name that stands in paths and bodies, and with what; ids in it are made too.
MADE: dict[str, tuple[str, dict[str, Any]]] = {
    "contact_id": ("contacts", {"last_name": "Martin"}),
    "loser_id": ("contacts", {"last_name": "Martin"}),
    "company_id": ("companies", {"name": "Martin SA"}),
    "parent_id": ("companies", {"name": "Martin SA"}),
    "position_id": ("positions", {"contact_id": "", "company_id": ""}),
    "interest_id": ("interests", {"name": "Vin"}),
    "merge_id": ("contacts/{contact_id}/merge", {"loser_id": ""}),
    "import_id": ("imports", {"file_name": "a.csv", "size": 9}),
    "export_id": ("exports", {"resource": "contacts"}),
    "token_id": ("tokens", {"name": "Tableur"}),
    "view_id": ("views", {"resource": "contacts", "name": "Vue"}),
}


class There(dict[str, str]):
    """The ids of what is there, by the name they have in paths and bodies; made when first asked for."""

    def __init__(self, alice: Visitor) -> None:
        self.alice = alice

    def __missing__(self, name: str) -> str:
        self[name] = self._make(name)
        return self[name]

    def _make(self, name: str) -> str:
        if name in MADE:
            path, about = MADE[name]
            return self._made(
                path.format_map(self), {key: value or self[key] for key, value in about.items()}
            )
        if name == "session_id":
            return str(self.alice.get("/api/sessions").json()["items"][0]["id"])
        return str(self.alice.user["id"]) if name in ("user_id", "owner_id") else name

    def _made(self, resource: str, about: dict[str, Any]) -> str:
        return str(self.alice.post(f"/api/{resource}", json=about).json()["id"])


@pytest.fixture
def there(alice: Visitor) -> There:
    return There(alice)


def send(case: schemathesis.Case, alice: Visitor) -> None:
    headers = {name: alice.headers[name] for name in ("Origin", "X-CSRF-Token")}
    answer = case.call(headers=headers, cookies=dict(alice.cookies))
    case.validate_response(answer, checks=CHECKS)


@schema.parametrize()
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_an_operation(case: schemathesis.Case, alice: Visitor, there: There) -> None:
    send(case, alice)
    case.path_parameters = {name: there[name] for name in case.path_parameters or {}}
    if isinstance(case.body, dict):
        case.body |= {name: there[name] for name in case.body if name.endswith("_id")}
    if case.method == "PATCH":
        version = alice.get(case.formatted_path).headers.get("etag", '"1"')
        case.headers["If-Match"] = version
    send(case, alice)
