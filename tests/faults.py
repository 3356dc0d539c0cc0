"""Faults at the boundary to AWS: at a chosen call of a botocore client, what happens to networks happens.

    with inject(crash_after, client, at=3) as injection:
        import_contacts()

Calls are counted as they go over the wire, so a retry of botocore's counts as a call of its own. The client
must talk to a server: a `before-send` hook that answers in its place would do so whatever is injected.
"""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from types import TracebackType
from typing import Any, Self

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.exceptions import ConnectionClosedError
from urllib3.response import HTTPResponse


class Crash(BaseException):
    """The process ends here. Not an Exception: no handler of the product may survive it."""


@dataclass
class Call:
    """A call on its way: `send` performs it, `refuse` answers it in the service's place."""

    service: str
    operation: str
    request: AWSPreparedRequest
    send: Callable[[], AWSResponse]

    def refuse(self, status: int, code: str) -> AWSResponse:
        """Return the error answer AWS would give, in the words of the service's protocol."""
        if self.service == "s3":
            text = f"<Error><Code>{code}</Code><Message>injected</Message></Error>"
        else:
            text = json.dumps({"__type": f"com.amazonaws#{code}", "message": "injected"})
        raw = HTTPResponse(body=io.BytesIO(text.encode()), preload_content=False)
        return AWSResponse(self.request.url, status, {"Content-Type": "application/x-amz-json-1.0"}, raw)


Fault = Callable[[Call], AWSResponse | None]


def crash_before(_: Call) -> None:
    """End the process before the call."""
    raise Crash


def crash_after(call: Call) -> None:
    """End the process when the call is done and before anyone knows."""
    call.send()
    raise Crash


def lost_answer(call: Call) -> None:
    """Perform the call and break the connection: the caller cannot know whether it was."""
    call.send()
    raise ConnectionClosedError(endpoint_url=call.request.url)


def no_connection(call: Call) -> None:
    """Break the connection before the call."""
    raise ConnectionClosedError(endpoint_url=call.request.url)


def throttle(call: Call) -> AWSResponse:
    """Answer that there are too many calls."""
    return call.refuse(503, "SlowDown") if call.service == "s3" else call.refuse(400, "ThrottlingException")


def exhausted(call: Call) -> AWSResponse:
    """Answer that the table's capacity is used up."""
    return call.refuse(400, "ProvisionedThroughputExceededException")


def server_error(call: Call) -> AWSResponse:
    """Answer 500."""
    return call.refuse(500, "InternalServerError")


def delay(seconds: float) -> Fault:
    """Return the fault that holds a call back."""

    def hold(_: Call) -> None:
        time.sleep(seconds)

    return hold


@dataclass
class Injection:
    """`fault` strikes from the `at`-th call of `clients` on, `times` times; a Crash ends the `with` block.

    `calls` holds the operations counted so far; only those named in `operations`, if any are.
    """

    fault: Fault
    clients: tuple[Any, ...]
    at: int
    times: int = 1
    operations: frozenset[str] = frozenset()
    calls: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    struck: int = 0
    crashed: bool = False

    def __enter__(self) -> Self:
        for client in self.clients:
            client.meta.events.register_first("before-send", self._handler(client), f"faults-{id(self)}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        for client in self.clients:
            client.meta.events.unregister("before-send", unique_id=f"faults-{id(self)}")
        self.crashed = kind is not None and issubclass(kind, Crash)
        return self.crashed

    def _handler(self, client: Any) -> Callable[..., AWSResponse | None]:
        def before_send(request: AWSPreparedRequest, event_name: str, **_: Any) -> AWSResponse | None:
            _, service, operation = event_name.split(".")
            if self.operations and operation not in self.operations:
                return None
            self.calls.append(operation)
            # Counted apart: two threads that append at once would both see the longer list.
            if not self.at <= next(self.numbers) < self.at + self.times:
                return None
            self.struck += 1
            return self.fault(Call(service, operation, request, lambda: _send(client, request, event_name)))

        return before_send


def _send(client: Any, request: AWSPreparedRequest, event_name: str) -> AWSResponse:
    """Send as botocore itself would after its `before-send` event."""
    session = client._endpoint.http_session
    response: AWSResponse = session.send(request)
    # Reading the body to its end gives the connection back to the pool.
    assert response.content is not None, event_name
    return response


def inject(
    fault: Fault, *clients: Any, at: int = 1, times: int = 1, operations: tuple[str, ...] = ()
) -> Injection:
    """Return the context manager in which `fault` strikes the `at`-th call of `clients`."""
    return Injection(fault, clients, at, times, frozenset(operations))


def at_each_call(fault: Fault, *clients: Any, operations: tuple[str, ...] = ()) -> Iterator[Injection]:
    """Yield an injection at the first call, then one at the second, until an action has no further call.

    for injection in at_each_call(crash_after, client):
        with injection:
            action()
        # recover, then assert that all is well
    """
    for at in count(1):
        injection = inject(fault, *clients, at=at, operations=operations)
        yield injection
        if not injection.struck:
            return
