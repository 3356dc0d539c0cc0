"""One request as a route sees it: who sends it, what it asks, and how its work is done once."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json

from chalicelib.core import errors, idempotency
from chalicelib.core.answer import Answer
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, committed

NOT_JSON = Text("Le corps de la demande n'est pas du JSON.", "The body of the request is not JSON.")
NOT_AN_OBJECT = Text("Le corps de la demande doit être un objet JSON.", "The body must be a JSON object.")


@dataclass(frozen=True)
class Request:
    """What a route sees of an HTTP request; `route` is its template, `path_values` what stands in it."""

    method: str
    route: str
    path_values: Mapping[str, str]
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

    def commit(self, do: Callable[[Work], Answer], by: Caller | None = None) -> Answer:
        """Do a piece of work, commit it once, and answer; a POST repeated under its key answers as before."""
        caller, key = by or self.caller, self.headers.get("idempotency-key")
        if key is None or self.method != "POST":
            return committed(caller, do)
        return idempotency.once(caller, key, self._meaning(), do)

    def _meaning(self) -> str:
        """What tells this request from another one: the route, its values and the body, however written."""
        said = [self.method, self.route, dict(self.path_values), self.body()]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

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
class Identity:
    """What a cookie or a token proves."""

    caller: Caller
    csrf_token: str | None = None  # None: a token that no browser sends by itself needs no CSRF proof
