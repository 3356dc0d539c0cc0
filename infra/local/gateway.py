"""API Gateway on one machine: a WSGI request goes to the Chalice app as an event, its answer comes back."""

from __future__ import annotations

import base64
import json
import logging
import threading
import uuid
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import unquote

from chalice.app import Chalice, Request

from infra.local.context import LambdaContext
from infra.local.proxy_event import Call, Environ, content_length, proxy_event, raw_path

BODY_LIMIT = 10 * 1024 * 1024
SECONDS = 29
logger = logging.getLogger(__name__)

Headers = list[tuple[str, str]]


class Answer(NamedTuple):
    """What goes back over the wire."""

    status: int
    headers: Headers
    body: bytes


class ThreadSafe(Chalice):
    """Chalice keeps the request on the app: here each thread has its own, or it would read another's."""

    _hands = threading.local()

    @property
    def current_request(self) -> Request | None:
        """Return the request this thread serves, None outside a request."""
        return getattr(self._hands, "request", None)

    @current_request.setter
    def current_request(self, request: Request | None) -> None:
        self._hands.request = request

    @property
    def lambda_context(self) -> Any:
        """Return the context of the request this thread serves."""
        return getattr(self._hands, "context", None)

    @lambda_context.setter
    def lambda_context(self, context: Any) -> None:
        self._hands.context = context


class Gateway:
    """The WSGI application in front of a Chalice app; only paths the app routes are answered."""

    def __init__(self, app: Chalice) -> None:
        app.__class__ = type("ThreadSafeApp", (ThreadSafe, app.__class__), {})
        self.app = app
        self.routes = Routes(app.routes)

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer one WSGI request."""
        request_id = str(uuid.uuid4())
        answer = self._answer(environ, request_id)
        headers = [*answer.headers, ("x-amzn-RequestId", request_id)]
        if answer.status != 204:
            headers.append(("Content-Length", str(len(answer.body))))
        start_response(f"{answer.status} {HTTPStatus(answer.status).phrase}", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]

    def _answer(self, environ: Environ, request_id: str) -> Answer:
        path = raw_path(environ)
        resource, parameters = self.routes.match(path)
        if resource is None:
            return problem(environ, 404)
        method = self._method(environ["REQUEST_METHOD"], resource)
        if method is None:
            return problem(environ, 405, [("Allow", ", ".join(sorted(self.app.routes[resource])))])
        if content_length(environ) > BODY_LIMIT:
            return problem(environ, 413)
        return self._invoke(environ, Call(request_id, path, resource, method, parameters))

    def _method(self, method: str, resource: str) -> str | None:
        known = self.app.routes[resource]
        if method == "HEAD" and method not in known:
            method = "GET"
        return method if method in known else None

    def _invoke(self, environ: Environ, call: Call) -> Answer:
        try:
            event = proxy_event(environ, call, self.app.api.binary_types)
            return answer_of(self.app(event, LambdaContext("api", SECONDS, call.request_id)))
        except Exception:
            logger.exception("request %s to %s %s failed", call.request_id, call.method, call.resource)
            return problem(environ, 500, detail=call.request_id)


class Routes:
    """Finds the route of a path: literal ones first, then templates, the most literal first."""

    def __init__(self, templates: Iterable[str]) -> None:
        self.literal: set[str] = set()
        self.by_length: dict[int, list[tuple[str, list[str]]]] = {}
        for template in sorted(templates):
            parts = template.split("/")
            if "{" in template:
                self.by_length.setdefault(len(parts), []).append((template, parts))
            else:
                self.literal.add(template)

    def match(self, path: str) -> tuple[str | None, dict[str, str]]:
        """Return the template `path` belongs to, or None, and its decoded parameters."""
        path = path.rstrip("/") or "/"
        if path in self.literal:
            return path, {}
        parts = path.split("/")
        for template, wanted in self.by_length.get(len(parts), ()):
            pairs = list(zip(wanted, parts, strict=True))
            if all(name == part or (name.startswith("{") and part) for name, part in pairs):
                return template, {name[1:-1]: unquote(part) for name, part in pairs if name.startswith("{")}
        return None, {}


def answer_of(response: dict[str, Any]) -> Answer:
    """Return the answer a Lambda proxy response stands for."""
    headers = [(name, str(value)) for name, value in (response.get("headers") or {}).items()]
    for name, values in (response.get("multiValueHeaders") or {}).items():
        headers += [(name, str(value)) for value in values]
    if not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("Content-Type", "application/json"))
    body = response.get("body") or ""
    data = base64.b64decode(body) if response.get("isBase64Encoded") else as_bytes(body)
    return Answer(response["statusCode"], headers, data)


def as_bytes(body: str | bytes) -> bytes:
    """Return `body` in UTF-8; Chalice passes bytes through when they are not of a binary type."""
    return body if isinstance(body, bytes) else body.encode()


TITLES = {
    404: ("Introuvable", "Not found"),
    405: ("Méthode non autorisée", "Method not allowed"),
    413: ("Envoi trop volumineux : 10 Mo au plus", "Request too large: 10 MB at most"),
    500: ("Erreur interne", "Internal error"),
}


def problem(environ: Environ, status: int, headers: Headers | None = None, detail: str = "") -> Answer:
    """Return an RFC 9457 answer in English if the client asks for it first, else in French."""
    english = environ.get("HTTP_ACCEPT_LANGUAGE", "").lower().startswith("en")
    title = TITLES[status][english]
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail or title, "errors": []}
    kind = ("Content-Type", "application/problem+json")
    return Answer(status, [kind, *(headers or [])], json.dumps(body, ensure_ascii=False).encode())
