"""Passwords: argon2id with OWASP's parameters, and which passwords are too easy to guess."""

from functools import cache
from typing import TYPE_CHECKING

from chalicelib.core.errors import FieldError, Invalid
from chalicelib.core.texts import NOT_TEXT, Text
from chalicelib.core.words import fold

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 8, 200
TOO_SHORT = Text("Il faut au moins 8 caractères.", "At least 8 characters are needed.")
TOO_LONG = Text("200 caractères suffisent.", "200 characters are enough.")
TOO_EASY = Text(
    "Ce mot de passe se devine trop vite : choisissez plusieurs mots, par exemple.",
    "This password is too easy to guess: choose several words, for instance.",
)
_WORN_OUT = frozenset(
    "password passw0rd password1 motdepasse motdepasse1 12345678 123456789 1234567890 87654321 azertyui "
    "azertyuiop qwertyui qwertyuiop iloveyou jetaime1 doudou12 bonjour1 soleil12 football princess "
    "sunshine trustno1 admin123 administrateur welcome1 changeme changez-moi simplecrm simple crm".split()
)


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


@cache
def _dummy_hash() -> str:
    """Verified for an unknown address, so that its answer takes as long as a known one's."""
    return hash_of("nobody has this password")


def require_good(password: object, *, said_elsewhere: tuple[str, ...] = (), field: str = "password") -> str:
    """The password, or `Invalid`: long enough, not worn out, not the name of who chooses it."""
    if not isinstance(password, str):
        raise Invalid.field(field, NOT_TEXT)
    problem = _problem(password, said_elsewhere)
    if problem:
        raise Invalid(fields=[FieldError(field, problem)])
    return password


def _problem(password: str, said_elsewhere: tuple[str, ...]) -> Text | None:
    if len(password) < SHORTEST:
        return TOO_SHORT
    if len(password) > LONGEST:
        return TOO_LONG
    plain = fold(password)
    known = {fold(text) for text in said_elsewhere}
    if password.lower() in _WORN_OUT or plain in _WORN_OUT or plain in known or len(set(password)) < 4:
        return TOO_EASY
    return None


def hash_of(password: str) -> str:
    return _hasher().hash(password)


def matches(password: str, hashed: str | None) -> bool:
    """Whether the password is the hashed one; without a hash the same time passes and the answer is no."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        _hasher().verify(hashed or _dummy_hash(), password)
    except (VerificationError, InvalidHashError):
        return False
    return hashed is not None
