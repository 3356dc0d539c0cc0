"""DynamoDB's numbers: 38 digits, magnitudes 1E-130 to 9.99E+125, and bytes that sort as the numbers do."""

from __future__ import annotations

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from functools import lru_cache

from .errors import validation

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,6})?", re.ASCII)
_DIGITS = 38
_LARGEST_EXPONENT = 125
_SMALLEST_EXPONENT = -130
_LONGEST_TEXT = 1024  # AWS says nothing here; a text this long cannot be a number of 38 digits.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
_NEGATIVE, _ZERO, _POSITIVE = b"\x7f", b"\x80", b"\x81"
_COMPLEMENT = bytes(255 - byte for byte in range(256))


def parse(text: str) -> Decimal:
    """The number a text stands for, exactly; refuses what DynamoDB cannot keep."""
    if len(text) > _LONGEST_TEXT or not _NUMBER.fullmatch(text):
        raise validation(f"The parameter cannot be converted to a numeric value: {text[:_LONGEST_TEXT]}")
    return in_range(Decimal(text))


def in_range(number: Decimal) -> Decimal:
    """The same number without trailing zeros; refuses one that is too long, too large or too small."""
    sign, digits, exponent = number.as_tuple()
    if not number:
        return Decimal(0)
    significant = "".join(map(str, digits)).lstrip("0")
    kept = significant.rstrip("0")
    if len(kept) > _DIGITS:
        raise validation("Attempting to store more than 38 significant digits in a Number")
    assert isinstance(exponent, int)
    last = exponent + len(significant) - len(kept)
    if last + len(kept) - 1 > _LARGEST_EXPONENT:
        raise validation(
            "Number overflow. Attempting to store a number with magnitude larger than supported range"
        )
    if last + len(kept) - 1 < _SMALLEST_EXPONENT:
        raise validation(
            "Number underflow. Attempting to store a number with magnitude smaller than supported range"
        )
    return Decimal((sign, tuple(map(int, kept)), last))


def text_of(number: Decimal) -> str:
    """The one text a number is stored as: no exponent, no needless zero."""
    return format(in_range(number), "f")


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """`1E5` → `100000`, `-0` → `0`, `1.50` → `1.5`."""
    return format(parse(text), "f")


def add(left: str, right: str) -> str:
    """The exact sum of two stored numbers; refuses one that needs more than 38 digits."""
    return text_of(_EXACT.add(Decimal(left), Decimal(right)))


def subtract(left: str, right: str) -> str:
    """The exact difference of two stored numbers; refuses one that needs more than 38 digits."""
    return text_of(_EXACT.subtract(Decimal(left), Decimal(right)))


def size(text: str) -> int:
    """Bytes a stored number counts for: one per pair of significant digits, one more, one for a minus sign.

    Pairs are aligned to the decimal point (12 is one pair, 1.2 is two), as measured on AWS by dynalite.
    """
    whole, _, fraction = text.lstrip("-").partition(".")
    digits = (whole + fraction).strip("0")
    if not digits:
        return 1
    magnitude = len(whole) - 1 if whole != "0" else -1 - (len(fraction) - len(fraction.lstrip("0")))
    straddles = len(digits) % 2 == 0 and magnitude % 2 == 0
    return 1 + (len(digits) + 1) // 2 + straddles + text.startswith("-")


def encode(text: str) -> bytes:
    """A stored number as bytes that compare as numbers compare (at most 22 of them)."""
    sign, digits, exponent = Decimal(text).as_tuple()
    assert isinstance(exponent, int)
    if digits == (0,):
        return _ZERO
    magnitude = exponent + len(digits) - 1
    body = bytes([magnitude - _SMALLEST_EXPONENT]) + _pairs("".join(map(str, digits)).rstrip("0"))
    if sign:
        # The end mark makes the shorter of two negative numbers the larger one.
        return _NEGATIVE + body.translate(_COMPLEMENT) + b"\xff"
    return _POSITIVE + body


def _pairs(digits: str) -> bytes:
    """Two decimal digits a byte, plus one, so that no byte is zero."""
    even = digits + "0" * (len(digits) % 2)
    return bytes(int(even[at : at + 2]) + 1 for at in range(0, len(even), 2))
