"""Identities: 16 characters, sorted by time; tenants have 10, of fixed length (DESIGN §4)."""

import hashlib
import secrets

from chalicelib.core import clock

# Crockford's base 32 in lower case: no i, l, o, u, so that an id can be read aloud.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 16
TENANT_LENGTH = 10
_TIME_CHARACTERS = 9  # 45 bits of milliseconds: until the year 3084


def _base32(number: int, characters: int) -> str:
    return "".join(ALPHABET[(number >> 5 * place) & 31] for place in reversed(range(characters)))


def new_id(moment_ms: int | None = None) -> str:
    """A new record's id: 9 characters of time, 7 of chance (35 bits a millisecond)."""
    moment = clock.now_ms() if moment_ms is None else moment_ms
    return _base32(moment, _TIME_CHARACTERS) + _base32(secrets.randbits(35), 7)


def new_tenant_id() -> str:
    """50 bits of chance: a tenant's id says nothing about when or after whom it came."""
    return _base32(secrets.randbits(50), TENANT_LENGTH)


def derived_id(moment_ms: int, *parts: str) -> str:
    """The same id for the same parts, however often they are delivered (an import's row, say)."""
    digest = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest()[:5])
    return _base32(moment_ms, _TIME_CHARACTERS) + _base32(digest & (2**35 - 1), 7)


def made_at(record_id: str) -> int:
    """The milliseconds an id was made at."""
    number = 0
    for character in record_id[:_TIME_CHARACTERS]:
        number = number << 5 | ALPHABET.index(character)
    return number


def is_id(text: object) -> bool:
    """Whether a text could be a record's id; what comes from a URL is checked before it becomes a key."""
    return isinstance(text, str) and len(text) == LENGTH and set(text) <= set(ALPHABET)
