"""The hook: the engine inside the client's own process, for tests and tools; no port, no HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botocore.awsrequest import AWSPreparedRequest, AWSResponse

from .engine import Engine

EVENT = "before-send.dynamodb"
"""The botocore event to register for: `client.meta.events.register(EVENT, answer_with(engine))`."""


class _Raw:
    """The part of a urllib3 response that botocore reads."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def stream(self, *_: Any, **__: Any) -> list[bytes]:
        """The whole body at once."""
        return [self._body]


def answer_with(engine: Engine) -> Callable[..., AWSResponse]:
    """A handler for `EVENT` that answers every DynamoDB request of a client or session from the engine."""

    def answer(request: AWSPreparedRequest, **_: Any) -> AWSResponse:
        target = request.headers["X-Amz-Target"]
        text = target.decode() if isinstance(target, bytes) else target
        body = request.body or b""
        status, answer = engine.handle(text, body.encode() if isinstance(body, str) else bytes(body))
        headers = {"content-type": "application/x-amz-json-1.0", "content-length": str(len(answer))}
        return AWSResponse(request.url, status, headers, _Raw(answer))

    return answer
