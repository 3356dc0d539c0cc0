"""HTTP in one place: who is calling, JSON in and out, and every refusal as problem+json (RFC 9457).

A feature's routes register on an `ApiBlueprint`; each receives a `Request` and returns an `Answer`.
"""

import functools
import hmac
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chalice.app import Blueprint, Response
from chalice.app import Request as ChaliceRequest
from pydantic_core import from_json

from chalicelib.core import errors
from chalicelib.core.config import settings
from chalicelib.core.errors import Refusal
from chalicelib.core.logs import failure, logger
from chalicelib.core.store import is_busy
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, committed

NOT_JSON = Text("Le corps de la demande n'est pas du JSON.", "The body of the request is not JSON.")
NOT_AN_OBJECT = Text("Le corps de la demande doit être un objet JSON.", "The body must be a JSON object.")
FOREIGN_ORIGIN = Text(
    "Cette demande ne vient pas de l'application.", "This request does not come from the application."
)
NO_CSRF_TOKEN = Text("Le jeton X-CSRF-Token manque ou a expiré.", "The X-CSRF-Token is missing or expired.")
SAFE_METHODS = ("GET", "HEAD")


@dataclass(frozen=True)
class Request:
    """What a route sees of an HTTP request."""

    method: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    raw_body: bytes
    client_ip: str
    known_caller: Caller | None = None

    @property
    def caller(self) -> Caller:
        if self.known_caller is None:
            raise errors.Unauthorized
        return self.known_caller

    @property
    def locale(self) -> str:
        if self.known_caller:
            return self.known_caller.locale
        return "en" if self.headers.get("accept-language", "").lower().startswith("en") else "fr"

    def commit(self, do: Callable[[Work], "Answer"]) -> "Answer":
        """Do a piece of work, commit it once, and answer."""
        return committed(self.caller, do)

    def body(self) -> dict[str, Any]:
        """The JSON object sent; nothing sent counts as an empty one."""
        try:
            # Stricter than `json`: no NaN, no half of a surrogate pair, nothing nested 200 deep.
            parsed = from_json(self.raw_body or b"{}", allow_inf_nan=False)
        except ValueError as error:
            raise errors.BadRequest(NOT_JSON) from error
        if not isinstance(parsed, dict):
            raise errors.BadRequest(NOT_AN_OBJECT)
        return parsed

    def expected_version(self) -> int:
        """The version in `If-Match`: 428 without, 412 when it is none of ours."""
        given = self.headers.get("if-match")
        if not given:
            raise errors.PreconditionRequired
        digits = given.strip().removeprefix("W/").strip('"')
        if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
            raise errors.Stale
        return int(digits)

    def cookie(self, name: str) -> str | None:
        for part in self.headers.get("cookie", "").split(";"):
            key, _, value = part.strip().partition("=")
            if key == name:
                return value
        return None


@dataclass(frozen=True)
class Answer:
    """What a route returns; `body` is a JSON value, or text that is already JSON."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def record_answer(record: dict[str, Any], status: int = 200) -> Answer:
    """A record with its ETag."""
    return Answer(record, status, {"ETag": f'"{record["version"]}"'})


@dataclass(frozen=True)
class Identity:
    """What a cookie or a token proves."""

    caller: Caller
    csrf_token: str | None = None  # None: a token that no browser sends by itself needs no CSRF proof


_identify: list[Callable[[Request], Identity | None]] = []


def trust(identify: Callable[[Request], Identity | None]) -> None:
    """Said once by `app.py`: who turns a request into an identity (accounts, which core may not import)."""
    _identify[:] = [identify]


View = Callable[..., Answer]


class ApiBlueprint(Blueprint):
    """A blueprint whose routes know their caller and answer refusals as problem+json."""

    def get(self, path: str, *, public: bool = False) -> Callable[[View], View]:
        return self._register(path, "GET", public=public)

    def post(self, path: str, *, public: bool = False) -> Callable[[View], View]:
        return self._register(path, "POST", public=public)

    def put(self, path: str, *, public: bool = False) -> Callable[[View], View]:
        return self._register(path, "PUT", public=public)

    def patch(self, path: str) -> Callable[[View], View]:
        return self._register(path, "PATCH")

    def delete(self, path: str) -> Callable[[View], View]:
        return self._register(path, "DELETE")

    def _register(self, path: str, method: str, *, public: bool = False) -> Callable[[View], View]:
        def decorate(view: View) -> View:
            @functools.wraps(view)
            def handle(**path_values: str) -> Response:
                return _answer(self.current_request, view, path_values, public=public)

            self.route(path, methods=[method], content_types=["application/json"])(handle)
            return view

        return decorate


def _answer(
    chalice_request: ChaliceRequest, view: View, path_values: dict[str, str], *, public: bool
) -> Response:
    started = time.perf_counter()
    request = _read(chalice_request)
    try:
        request = _admit(request, public=public)
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


def _read(chalice_request: ChaliceRequest) -> Request:
    context = chalice_request.context
    return Request(
        method=chalice_request.method,
        query=dict(chalice_request.query_params or {}),
        headers={name.lower(): value for name, value in chalice_request.headers.items()},
        raw_body=_bytes(chalice_request.raw_body),
        client_ip=str(context.get("identity", {}).get("sourceIp", "")),
    )


def _bytes(body: str | bytes | None) -> bytes:
    return body.encode() if isinstance(body, str) else body or b""


def _admit(request: Request, *, public: bool) -> Request:
    """The request with its caller; refuses foreign origins, missing sessions and missing CSRF tokens."""
    safe = request.method in SAFE_METHODS
    origin = request.headers.get("origin")
    if not safe and (origin not in settings().app_urls if origin or public else False):
        raise errors.Forbidden(FOREIGN_ORIGIN)
    if public:
        return request
    identity = _identify[0](request)
    if identity is None:
        raise errors.Unauthorized
    admitted = replace(request, known_caller=identity.caller)
    if not safe and not _proves(identity, request.headers.get("x-csrf-token", "")):
        raise errors.Forbidden(NO_CSRF_TOKEN)
    return admitted


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
