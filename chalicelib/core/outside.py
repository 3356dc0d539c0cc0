"""Reading what somebody put on the web: only from public addresses, only a little, only for a moment.

The address was typed by a user or sent by a redirect, so every hop is judged anew (`core/addresses.py`),
nothing of ours goes along (no cookie, no credentials), and whatever comes back is cut short.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urljoin, urlsplit

from chalicelib.core import addresses
from chalicelib.core.addresses import Resolve, Unreachable
from chalicelib.core.config import settings
from chalicelib.core.texts import Text

SECONDS = 5.0
LARGEST = 1_000_000
MOST_REDIRECTS = 3
_CONNECT_SECONDS = 2.0
_CHUNK = 65_536
# What a path may hold as it is; the rest is written in percents.
_PLAIN = "/%:@!$&'()*+,;=~"
_REDIRECTS = (301, 302, 303, 307, 308)
# Unpacked, a small answer may be huge: we ask for it as it is, and take it no other way.
_HEADERS = {"User-Agent": "simple-crm (feed reader)", "Accept-Encoding": "identity", "Connection": "close"}

NO_ANSWER = Text("Le site ne répond pas.", "The site does not answer.")
TOO_SLOW = Text("Le site n'a pas répondu à temps.", "The site did not answer in time.")
TOO_LARGE = Text("La réponse du site est trop volumineuse.", "The answer of the site is too large.")
PACKED = Text("La réponse du site est illisible.", "The answer of the site cannot be read.")
ASTRAY = Text("Ce site renvoie sans fin ailleurs.", "This site leads elsewhere without end.")
GONE = Text("Cette page n'existe pas, ou plus.", "There is no such page, or no longer.")
WAIT = Text(
    "Le site demande de patienter : réessayez plus tard.", "The site asks for patience: try again later."
)


Connect = Callable[[str, int, float], socket.socket]


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True)
class Fetched:
    """What an address answered in the end; `url` is where the redirects led."""

    url: str
    kind: str
    body: bytes


@dataclass(frozen=True)
class Reader:
    """Fetches addresses; `allowed` are `host:port`s not judged (nothing in production)."""

    allowed: frozenset[str] = frozenset()
    resolve: Resolve = addresses.resolved
    connect: Connect = _connect
    seconds: float = SECONDS
    largest: int = LARGEST

    def get(self, url: str, accept: str = "*/*") -> Fetched:
        """What a GET of the address answers, after at most three redirects; `Unreachable` says why not."""
        deadline = time.monotonic() + self.seconds
        for _ in range(MOST_REDIRECTS + 1):
            try:
                answer = self._hop(url, accept, deadline)
            except (OSError, http.client.HTTPException, ValueError) as error:
                slow = isinstance(error, TimeoutError) or time.monotonic() >= deadline
                raise Unreachable(TOO_SLOW if slow else NO_ANSWER) from None
            if time.monotonic() >= deadline:
                # Cut in the middle, an answer may look like a whole one.
                raise Unreachable(TOO_SLOW)
            if isinstance(answer, Fetched):
                return answer
            url = answer
        raise Unreachable(ASTRAY)

    def _hop(self, url: str, accept: str, deadline: float) -> Fetched | str:
        """One request: what it answers, or where it leads."""
        scheme, host, port = addresses.origin(url)
        with self._connected(scheme, host, port, deadline) as connection:
            told = {**_HEADERS, "Accept": accept, "Host": _host_header(scheme, host, port)}
            connection.request("GET", _target(url), headers=told)
            answer = connection.getresponse()
            where = answer.getheader("Location")
            if answer.status in _REDIRECTS and where:
                return urljoin(url, where)
            _require_success(answer.status)
            if answer.getheader("Content-Encoding", "identity").lower() != "identity":
                raise Unreachable(PACKED)
            kind = answer.getheader("Content-Type", "").partition(";")[0].strip().lower()
            return Fetched(url, kind, self._body(answer))

    @contextmanager
    def _connected(
        self, scheme: str, host: str, port: int, deadline: float
    ) -> Iterator[http.client.HTTPConnection]:
        """A connection to a judged address, cut at the deadline however slowly the other side drips."""
        known = f"{host}:{port}" in self.allowed
        found = self.resolve(host, port) if known else addresses.public(host, port, self.resolve)
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError
        line = self.connect(found[0], port, min(left, _CONNECT_SECONDS))
        line.settimeout(left)
        if scheme == "https":
            # For the name, whose certificate must be good for it, over the line to the address.
            line = _tls().wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
        scissors = threading.Timer(left, _cut, [line])
        scissors.daemon = True
        scissors.start()
        try:
            if isinstance(line, ssl.SSLSocket):
                line.do_handshake()
            connection = http.client.HTTPConnection(host, port)
            connection.sock = line
            yield connection
        finally:
            scissors.cancel()
            line.close()

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        body = b""
        while chunk := answer.read1(_CHUNK):
            body += chunk
            if len(body) > self.largest:
                raise Unreachable(TOO_LARGE)
        if answer.length:
            raise http.client.IncompleteRead(body)
        return body


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _cut(line: socket.socket) -> None:
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # It ended by itself.


def _host_header(scheme: str, host: str, port: int) -> str:
    name = f"[{host}]" if ":" in host else host.encode("idna").decode()
    return name if port == addresses.PORTS[scheme] else f"{name}:{port}"


def _target(url: str) -> str:
    parts = urlsplit(url)
    path = quote(parts.path or "/", safe=_PLAIN)
    return f"{path}?{quote(parts.query, safe=_PLAIN + '?')}" if parts.query else path


def _require_success(status: int) -> None:
    if status == 200:
        return
    if status in (404, 410):
        raise Unreachable(GONE, status)
    if status in (429, 503):
        raise Unreachable(WAIT, status)
    said = Text(f"Le site répond par une erreur ({status}).", f"The site answers with an error ({status}).")
    raise Unreachable(said, status)


def reader() -> Reader:
    """The reader of this process."""
    return Reader(allowed=frozenset(settings().outside_allowed))
