"""HTTP in one place: who is calling, JSON in and out, and every refusal as problem+json (RFC 9457).

A feature's routes register on an `ApiBlueprint`; each receives a `Request` and returns an `Answer`.
"""

import functools
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Unpack

from chalice.app import Blueprint, Response
from chalice.app import Request as ChaliceRequest

from chalicelib.core import edge, errors
from chalicelib.core.answer import Answer
from chalicelib.core.config import settings
from chalicelib.core.errors import Refusal
from chalicelib.core.logs import failure, logger
from chalicelib.core.operations import Operation, Said
from chalicelib.core.request import Identity, Request
from chalicelib.core.store import is_busy
from chalicelib.core.texts import Text

FOREIGN_ORIGIN = Text(
    "Cette demande ne vient pas de l'application.", "This request does not come from the application."
)
NO_CSRF_TOKEN = Text("Le jeton X-CSRF-Token manque ou a expiré.", "The X-CSRF-Token is missing or expired.")
SESSION_ONLY = Text(
    "Cela demande une session : connectez-vous avec votre mot de passe.",
    "This needs a session: sign in with your password.",
)
SAFE_METHODS = ("GET", "HEAD")

_identify: list[Callable[[Request], Identity | None]] = []


def trust(identify: Callable[[Request], Identity | None]) -> None:
    """Said once by `app.py`: who turns a request into an identity (accounts, which core may not import)."""
    _identify[:] = [identify]


View = Callable[..., Answer]


class ApiBlueprint(Blueprint):
    """A blueprint whose routes know their caller, answer refusals as problem+json and describe themselves.

    `operations` is what its routes say of themselves; the names in them are those of the `shapes` module
    beside the routes, which is imported only when somebody asks for the description.
    """

    def __init__(self, import_name: str) -> None:
        super().__init__(import_name)
        self.operations: list[Operation] = []

    def get(self, path: str, **said: Unpack[Said]) -> Callable[[View], View]:
        return self._register("GET", path, said)

    def post(self, path: str, **said: Unpack[Said]) -> Callable[[View], View]:
        return self._register("POST", path, said)

    def put(self, path: str, **said: Unpack[Said]) -> Callable[[View], View]:
        return self._register("PUT", path, said)

    def patch(self, path: str, **said: Unpack[Said]) -> Callable[[View], View]:
        return self._register("PATCH", path, said)

    def delete(self, path: str, **said: Unpack[Said]) -> Callable[[View], View]:
        return self._register("DELETE", path, said)

    def _register(self, method: str, path: str, said: Said) -> Callable[[View], View]:
        def decorate(view: View) -> View:
            operation = Operation(method, path, view.__name__, self._import_name, **said)
            self.operations.append(operation)

            @functools.wraps(view)
            def handle(**path_values: str) -> Response:
                return _answer(self.current_request, operation, view, path_values)

            # Chalice would refuse other types in words of its own.
            self.route(path, methods=[method], content_types=["*/*"])(handle)
            return view

        return decorate


def _answer(
    chalice_request: ChaliceRequest, operation: Operation, view: View, path_values: dict[str, str]
) -> Response:
    started = time.perf_counter()
    request = _read(chalice_request, operation, path_values)
    try:
        request = _admit(request, operation)
        answer = view(request, **path_values)
    except Refusal as refusal:
        answer = problem(refusal, request.locale)
    except Exception as error:
        answer = problem(_unforeseen(error), request.locale)
    _log(chalice_request, request, answer.status, started)
    return _to_response(answer)


def _unforeseen(error: Exception) -> Refusal:
    if is_busy(error):
        return errors.Busy()
    logger.error("unforeseen", extra=failure(error))
    return Refusal()


def _read(chalice_request: ChaliceRequest, operation: Operation, path_values: dict[str, str]) -> Request:
    context = chalice_request.context
    headers = {name.lower(): value for name, value in chalice_request.headers.items()}
    return Request(
        method=chalice_request.method,
        route=operation.path,
        path_values=path_values,
        query=dict(chalice_request.query_params or {}),
        headers=headers,
        raw_body=_bytes(chalice_request.raw_body),
        client_ip=edge.visitor(headers, context),
    )


def _bytes(body: str | bytes | None) -> bytes:
    return body.encode() if isinstance(body, str) else body or b""


def _admit(request: Request, operation: Operation) -> Request:
    """The request with its caller; refuses foreign origins, missing sessions and missing CSRF tokens."""
    edge.require_passage(request.headers)
    safe = request.method in SAFE_METHODS
    if not safe:
        _require_json(request)
        _require_our_origin(request, needed=operation.public)
    if operation.public:
        return request
    identity = _identify[0](request)
    if identity is None:
        raise errors.Unauthorized
    if operation.by_session and identity.csrf_token is None:
        raise errors.Forbidden(SESSION_ONLY)
    admitted = replace(request, known_caller=identity.caller)
    if not safe and not _proves(identity, request.headers.get("x-csrf-token", "")):
        raise errors.Forbidden(NO_CSRF_TOKEN)
    return admitted


def _require_json(request: Request) -> None:
    """No other type: a form of a foreign page could send those without asking the browser."""
    kind = request.headers.get("content-type", "application/json").partition(";")[0]
    if kind.strip().lower() != "application/json":
        raise errors.UnsupportedMedia


def _require_our_origin(request: Request, *, needed: bool) -> None:
    origin = request.headers.get("origin")
    if origin not in settings().app_urls and (origin or needed):
        raise errors.Forbidden(FOREIGN_ORIGIN)


def _proves(identity: Identity, token: str) -> bool:
    expected = identity.csrf_token
    return expected is None or hmac.compare_digest(expected.encode(), token.encode())


def problem(refusal: Refusal, locale: str) -> Answer:
    """A refusal as `application/problem+json`, its sentences in the caller's language."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": refusal.title.in_(locale),
        "status": refusal.status,
        "errors": [{"field": each.field, "message": each.text.in_(locale)} for each in refusal.fields],
        **refusal.members,
    }
    if refusal.detail:
        body["detail"] = refusal.detail.in_(locale)
    return Answer(body, refusal.status, {**refusal.headers, "Content-Type": "application/problem+json"})


def _to_response(answer: Answer) -> Response:
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store", **answer.headers}
    body = answer.body
    if body is not None and not isinstance(body, str):
        body = json.dumps(body, ensure_ascii=False)
    return Response(body=body or "", status_code=answer.status, headers={**headers})


def _log(chalice_request: ChaliceRequest, request: Request, status: int, started: float) -> None:
    caller = request.known_caller
    context = chalice_request.context
    logger.info(
        "request",
        extra={
            "method": request.method,
            "route": context.get("resourcePath"),
            "status": status,
            "ms": round((time.perf_counter() - started) * 1000, 1),
            "request_id": context.get("requestId"),
            **({"tenant": caller.tenant, "user": caller.user_id} if caller else {}),
        },
    )
