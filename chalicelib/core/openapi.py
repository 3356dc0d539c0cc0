"""The document of OpenAPI 3.1: every operation with what it takes, what it answers and what it refuses.

Schemas come from the Pydantic models that validate (`core/schemas.py`), everything else from what the routes
say of themselves and from what `core/http.py` does for all of them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from chalicelib.core import errors, idempotency
from chalicelib.core.config import settings
from chalicelib.core.errors import Refusal
from chalicelib.core.lists import List
from chalicelib.core.operations import Operation
from chalicelib.core.schemas import Json, Schemas

_ABOUT = (
    "Contacts, companies and what happens with them. Errors are `application/problem+json` (RFC 9457); "
    "records carry an `ETag`, which `If-Match` gives back to change them."
)
_BY_COOKIE: Json = {"session": [], "csrf": []}
_BY_COOKIE_SAFELY: Json = {"session": []}
_BY_TOKEN: Json = {"token": []}
_SECURITY = {
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "session",
        "description": "Set by POST /api/session.",
    },
    "csrf": {
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRF-Token",
        "description": "`csrf_token` of GET /api/session; with the cookie only, on every request but a GET.",
    },
    "token": {"type": "http", "scheme": "bearer", "description": "A personal token, from POST /api/tokens."},
}
_KEY: Json = {
    "type": "string",
    "minLength": 1,
    "maxLength": idempotency.LONGEST_KEY,
    "pattern": "^[!-~]([ -~]*[!-~])?$",
    "description": (
        "A name you choose for this request. Sent again within 24 hours, it has no second effect and gets "
        "the first answer again, with `Idempotency-Replayed`; a refusal is not kept. With another body: 422."
    ),
}
_RETRIED = {"description": "After how many seconds to try again.", "schema": {"type": "string"}}


def document(operations: Sequence[Operation], prefix: str) -> str:
    """The whole description as JSON text."""
    schemas = Schemas(operations)
    paths: Json = {}
    for operation in operations:
        path = paths.setdefault(prefix + operation.path, {})
        path[operation.method.lower()] = _operation(operation, schemas)
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Simple CRM", "version": "1", "description": _ABOUT},
        "servers": [{"url": settings().app_urls[0]}],
        "paths": paths,
        "components": {
            "schemas": schemas.components,
            "responses": {str(refusal.status): _refused(refusal) for refusal in _refusals()},
            "securitySchemes": _SECURITY,
        },
    }
    return json.dumps(whole, ensure_ascii=False)


def _operation(operation: Operation, schemas: Schemas) -> Json:
    described: Json = {
        "operationId": operation.name,
        "summary": operation.name.replace("_", " ").capitalize(),
        "tags": [operation.path.split("/")[1]],
        "security": _security(operation),
        "parameters": [*_parameters(operation, schemas)],
        "responses": _responses(operation, schemas),
    }
    if operation.takes:
        content = {"application/json": {"schema": schemas.taken(operation)}}
        described["requestBody"] = {"required": True, "content": content}
    return described


def _security(operation: Operation) -> list[Json]:
    if operation.public:
        return []
    by_cookie = _BY_COOKIE_SAFELY if operation.method == "GET" else _BY_COOKIE
    return [by_cookie] if operation.by_session else [by_cookie, _BY_TOKEN]


def _parameters(operation: Operation, schemas: Schemas) -> Iterator[Json]:
    for name in re.findall(r"{(\w+)}", operation.path):
        yield _parameter("path", name, {"type": "string", "minLength": 1}, required=True)
    if isinstance(operation.query, List):
        yield from _list_parameters(operation.query)
    else:
        for name, schema in schemas.query(operation).items():
            yield _parameter("query", name, schema)
    if operation.method == "PATCH":
        yield _parameter("header", "If-Match", {"type": "string", "examples": ['"3"']}, required=True)
    if operation.keyed:
        yield _parameter("header", idempotency.HEADER, _KEY)
    if operation.public and operation.method != "GET":
        yield _parameter(
            "header", "Origin", {"type": "string", "enum": [*settings().app_urls]}, required=True
        )


def _parameter(where: str, name: str, schema: Json, *, required: bool = False) -> Json:
    return {"in": where, "name": name, "required": required, "schema": schema}


def _list_parameters(list_: List) -> Iterator[Json]:
    text: Json = {"type": "string"}
    yield _parameter("query", "sort", {"type": "string", "enum": [*list_.sorts]})
    yield _parameter("query", "order", {"type": "string", "enum": ["asc", "desc"]})
    yield _parameter("query", "limit", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50})
    yield _parameter("query", "cursor", text | {"description": "`next` or `previous` of a page."})
    yield _parameter("query", "from", text | {"description": "A letter, word or date to start at."})
    yield _parameter("query", "ids", text | {"description": "These records only: ids, separated by commas."})
    yield _parameter("query", "archived", {"type": "string", "enum": ["true", "false"]})
    for name in list_.facets:
        yield _parameter("query", name, text | {"maxLength": 40})
    for name in list_.parameters[len(list_.facets) :]:
        yield _parameter("query", name, text | {"description": "Ids, separated by commas; 50 at most."})


def _responses(operation: Operation, schemas: Schemas) -> Json:
    responses: Json = {str(operation.status): _success(operation, schemas)}
    if "/" in operation.answers:
        responses["303"] = {
            "description": "A large file is fetched from its storage.",
            "headers": {"Location": {"required": True, "schema": {"type": "string"}}},
        }
    for status in sorted(_statuses(operation)):
        responses[str(status)] = {"$ref": f"#/components/responses/{status}"}
    if operation.method == "PATCH":
        responses["412"] = _problem(errors.Stale.title.en, schemas.answered(operation))
    return responses


def _success(operation: Operation, schemas: Schemas) -> Json:
    success: Json = {"description": "Done."}
    if "/" in operation.answers:
        success["content"] = {operation.answers: {"schema": {"type": "string"}}}
        return success
    if operation.answers or operation.lists:
        success["content"] = {"application/json": {"schema": schemas.answered(operation)}}
    headers: Json = {}
    if schemas.has_version(operation):
        headers["ETag"] = {"required": True, "schema": {"type": "string", "pattern": '^"[0-9]+"$'}}
    if operation.keyed:
        headers["Idempotency-Replayed"] = {"schema": {"const": "true"}}
    return success | ({"headers": headers} if headers else {})


def _statuses(operation: Operation) -> set[int]:
    """The statuses of the refusals of an operation."""
    changes = operation.method != "GET"
    rules: Iterable[tuple[object, tuple[int, ...]]] = (
        (True, (500, 503, *operation.refuses)),
        (not operation.public, (401,)),
        (changes or operation.by_session, (403,)),
        (changes, (415,)),
        (operation.takes, (400, 413, 422)),
        (operation.query, (422,)),
        (operation.keyed, (400, 409, 422)),
        ("_id}" in operation.path, (404,)),
        (changes and operation.answers and not operation.public, (409,)),
        (operation.method == "PATCH", (412, 428)),
    )
    return {status for holds, statuses in rules if holds for status in statuses}


def _refusals() -> Iterator[type[Refusal]]:
    """Every refusal, one for each status."""
    kinds: list[type[Refusal]] = [Refusal, *reversed(Refusal.__subclasses__())]
    by_status = {kind.status: kind for kind in kinds}
    yield from (by_status[status] for status in sorted(by_status))


def _refused(refusal: type[Refusal]) -> Json:
    problem = _problem(refusal.title.en)
    if refusal.status in (429, 503):
        problem["headers"] = {"Retry-After": {"required": True, **_RETRIED}}
    return problem


def _problem(title: str, current: Json | None = None) -> Json:
    schema: Json = {"$ref": "#/components/schemas/Problem", "unevaluatedProperties": False}
    if current:
        schema["properties"] = {"current": current}
    return {"description": title, "content": {"application/problem+json": {"schema": schema}}}
