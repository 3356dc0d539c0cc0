"""Which addresses of the outside world may be spoken to: public ones, and none that leads back to ourselves.

A name is resolved once and the answers are judged; whoever connects uses these addresses and not the name, so
that a name that answers differently the second time gains nothing (DNS rebinding).
"""

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from chalicelib.core.texts import Text

PORTS = {"http": 80, "https": 443}
# What Python calls global and is not for us: IPv6 addresses that carry an IPv4 address a gateway may unpack,
# and networks that sites use among themselves, that route packets (RFC 6890, 9602) or stand in books only.
_NOT_OURS = tuple(
    ipaddress.ip_network(each)
    for each in (
        *("::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"),
        *("fec0::/10", "5f00::/16", "3fff::/20", "192.0.0.0/24", "192.88.99.0/24"),
    )
)

PRIVATE = Text(
    "Cette adresse mène à un réseau privé : elle n'est pas lue.",
    "This address leads into a private network: it is not read.",
)
NOT_WEB = Text("Ce n'est pas l'adresse d'une page web.", "This is not the address of a web page.")
UNKNOWN = Text("Ce site n'existe pas, ou plus.", "There is no such site, or no longer.")

Resolve = Callable[[str, int], list[str]]


class Unreachable(Exception):
    """Something outside cannot be had; `text` says why to its reader, `status` is that of the answer."""

    def __init__(self, text: Text, status: int = 0) -> None:
        super().__init__(text.en)
        self.text = text
        self.status = status


def is_public(address: str) -> bool:
    """Whether an IP address is somebody's on the public internet."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped:
            return is_public(str(found.ipv4_mapped))
        if found.scope_id:
            return False
    is_ours = not any(found in network for network in _NOT_OURS)
    return found.is_global and not found.is_multicast and is_ours


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a web address; credentials and other schemes are refused."""
    try:
        parts = urlsplit(url)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError:
        raise Unreachable(NOT_WEB) from None
    if scheme not in PORTS or not host or parts.username is not None or parts.password is not None:
        raise Unreachable(NOT_WEB)
    return scheme, host, port or PORTS[scheme]


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, those of IPv4 first: our functions speak no IPv6."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreachable(UNKNOWN) from None
    return list(dict.fromkeys(str(answer[4][0]) for answer in sorted(answers, key=lambda each: each[0])))


def public(host: str, port: int, resolve: Resolve) -> list[str]:
    """The addresses of a host, all of them public and on a port of the web; `Unreachable` otherwise."""
    if port not in PORTS.values():
        raise Unreachable(PRIVATE)
    found = resolve(host, port)
    if not found:
        raise Unreachable(UNKNOWN)
    if not all(map(is_public, found)):
        raise Unreachable(PRIVATE)
    return found
