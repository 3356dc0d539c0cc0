"""The front: HTTP/1.1 as the AWS clients speak it, answered inline on one event loop."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from uuid import uuid4

from .engine import Engine
from .errors import DynamoError

_LARGEST_HEAD = 64 * 1024
_LARGEST_BODY = 16 * 1024 * 1024
_CREDENTIAL = re.compile(r"Credential=([^/,\s]+)/")
_LOCAL_HOSTS = frozenset(("127.0.0.1", "localhost"))
_REASONS = {
    200: "OK",
    400: "Bad Request",
    403: "Forbidden",
    413: "Content Too Large",
    500: "Internal Server Error",
}


@dataclass(frozen=True)
class Request:
    """A request whose head has arrived: method, path, headers in lower case, length of the body in bytes."""

    method: str
    path: str
    headers: dict[str, str]
    length: int


class Refusal(Exception):
    """A request that is not answered as DynamoDB would, because it is no request to DynamoDB."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Front(asyncio.Protocol):
    """One connection, kept alive; requests are answered in the order they come."""

    def __init__(self, engine: Engine, access_key: str) -> None:
        self._engine = engine
        self._access_key = access_key
        self._buffer = bytearray()
        self._request: Request | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember whom to answer."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        self._buffer += data
        try:
            while self._answer_next():
                pass
        except Refusal as refusal:
            self._send(refusal.status, str(refusal).encode(), "text/plain", keep=False)

    def _answer_next(self) -> bool:
        request = self._request = self._request or self._read_head()
        if request is None or len(self._buffer) < request.length:
            return False
        body = bytes(self._buffer[: request.length])
        del self._buffer[: request.length]
        self._request = None
        status, answer = self._answer(request, body)
        keep = request.headers.get("connection", "").lower() != "close"
        self._send(status, answer, "application/x-amz-json-1.0", keep)
        return keep

    def _read_head(self) -> Request | None:
        end = self._buffer.find(b"\r\n\r\n")
        if end > _LARGEST_HEAD or (end < 0 and len(self._buffer) > _LARGEST_HEAD):
            raise Refusal(400, "The head of the request is too long.")
        if end < 0:
            return None
        head = self._buffer[:end].decode("latin-1")
        del self._buffer[: end + 4]
        request = parse_head(head)
        check_origin(request)
        if request.headers.get("expect", "").lower() == "100-continue" and self._transport:
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        return request

    def _answer(self, request: Request, body: bytes) -> tuple[int, bytes]:
        if request.method != "POST":
            return 200, b"healthy"
        try:
            self._check_caller(request.headers.get("authorization", ""))
        except DynamoError as error:
            return error.status, error.body()
        return self._engine.handle(request.headers.get("x-amz-target", ""), body)

    def _check_caller(self, authorization: str) -> None:
        """Whoever can reach the port must know the access key; its secret is not checked on one machine."""
        found = _CREDENTIAL.search(authorization)
        if found is None:
            raise DynamoError(
                "MissingAuthenticationTokenException", "Request is missing Authentication Token"
            )
        if found[1] != self._access_key:
            raise DynamoError(
                "UnrecognizedClientException", "The security token included in the request is invalid."
            )

    def _send(self, status: int, body: bytes, kind: str, keep: bool) -> None:
        assert self._transport is not None
        head = (
            f"HTTP/1.1 {status} {_REASONS[status]}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            f"x-amzn-RequestId: {uuid4()}\r\nConnection: {'keep-alive' if keep else 'close'}\r\n\r\n"
        )
        # One write: two would wait for each other (Nagle against delayed acknowledgement, 44 ms).
        self._transport.write(head.encode("latin-1") + body)
        if not keep:
            self._transport.close()


def parse_head(head: str) -> Request:
    """Read a request's head; refuses what no AWS client sends."""
    first, *lines = head.split("\r\n")
    words = first.split(" ")
    if len(words) != 3 or not words[2].startswith("HTTP/1."):
        raise Refusal(400, "This is not an HTTP/1.1 request.")
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    if "transfer-encoding" in headers:
        raise Refusal(400, "A body must come with its length, not in chunks.")
    length = headers.get("content-length", "0")
    if not length.isdecimal() or not length.isascii() or len(length) > 12:
        raise Refusal(400, "The length of the body is no number.")
    if int(length) > _LARGEST_BODY:
        raise Refusal(413, "The body is larger than 16 MB.")
    return Request(words[0], words[1], headers, int(length))


def check_origin(request: Request) -> None:
    """Refuse web pages: a foreign name that leads here (DNS rebinding), or any page's own request."""
    host = request.headers.get("host", "").rsplit(":", 1)[0]
    if host not in _LOCAL_HOSTS:
        raise Refusal(403, "Only 127.0.0.1 and localhost are served.")
    if "origin" in request.headers:
        raise Refusal(403, "Web pages are not served.")
