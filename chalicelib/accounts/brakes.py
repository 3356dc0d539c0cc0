"""Brute-force brakes: counted before any password is hashed, so that guessing costs the guesser, not us."""

import ipaddress
from dataclasses import dataclass

from chalicelib.accounts.models import Brake, digest
from chalicelib.core import clock
from chalicelib.core.errors import TooMany
from chalicelib.core.texts import Text


@dataclass(frozen=True)
class Limit:
    """At most `tries` of `what` by one subject in `window` seconds."""

    what: str
    tries: int
    window: int


SIGN_INS_OF_ACCOUNT = Limit("account", 5, 15 * 60)
WRONG_PASSWORDS_OF_NETWORK = Limit("network", 50, 15 * 60)
RESETS_OF_ACCOUNT = Limit("reset", 5, 60 * 60)
RESETS_OF_NETWORK = Limit("resets", 50, 60 * 60)
# A school or a training room signs up from one address.
SIGN_UPS_OF_NETWORK = Limit("sign-up", 300, 60 * 60)
# Anybody may open an account: it must not become a way to mail the whole world.
INVITATIONS_OF_TENANT = Limit("invitation", 100, 24 * 60 * 60)

WAIT = Text(
    "Trop d'essais : patientez avant de réessayer.",
    "Too many attempts: wait before trying again.",
)


def network(ip: str) -> str:
    """The /24 (IPv4) or /48 (IPv6) of an address: who has one address there often has the others."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network(f"{address}/{24 if address.version == 4 else 48}", strict=False))


def require_free(limit: Limit, subject: str) -> None:
    """Raise `TooMany` when the limit is reached; counts nothing."""
    try:
        brake = Brake.get(_key(limit, subject), consistent_read=True)
    except Brake.DoesNotExist:
        return
    if int(brake.tries) >= limit.tries:
        raise TooMany(_left(limit), WAIT)


def require_place(limit: Limit, subject: str) -> None:
    """Count one try, and raise `TooMany` beyond the limit: exact however many try at once."""
    if count(limit, subject) > limit.tries:
        raise TooMany(_left(limit), WAIT)


def count(limit: Limit, subject: str) -> int:
    """Count one try; how many there were in this window, this one included."""
    brake = Brake(_key(limit, subject))
    brake.update(
        actions=[
            Brake.tries.add(1),
            Brake.expires.set(clock.now() + 2 * limit.window),
        ]
    )
    return int(brake.tries)


def release(limit: Limit, subject: str) -> None:
    """Forget the tries of a subject that has proved itself."""
    Brake(_key(limit, subject)).delete()


def _key(limit: Limit, subject: str) -> str:
    return f"B#{limit.what}#{clock.now() // limit.window}#{digest(subject)}"


def _left(limit: Limit) -> int:
    return limit.window - clock.now() % limit.window
