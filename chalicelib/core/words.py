"""Folding text for sorting and searching."""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_NOT_WORD = re.compile(r"[\W_]+")

# Sorts after every letter of every script, so that blanks come last.
BLANK_LAST = "\U0010fffd"
# Two blanks sort before any letter and stand in no folded text, so they can end a sort value.
END = "  "
SORT_WIDTH = 24


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`Bœuf & Fils, Éts` → `boeuf fils ets`: no accents, no case, no punctuation, single blanks."""
    if text.isascii():
        plain = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text)
        plain = (
            "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LIGATURES)
        )
    return _NOT_WORD.sub(" ", plain).strip()


def sort_value(record_id: str, *texts: str | None, width: int = SORT_WIDTH) -> str:
    """What a list sorts by: folded texts, blanks last, ending in the id so that no two are equal."""
    first, *others = (fold(text or "")[:width] for text in texts)
    return END.join([first or BLANK_LAST, *others, record_id])


def phone_digits(phone: str) -> str:
    """The national digits of a number as it is typed: `+33 (0)6 44 27 31 63` → `644273163`."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    for prefix in ("0033", "33") if phone.strip().startswith(("+", "00")) else ():
        digits = digits.removeprefix(prefix)
    return digits.lstrip("0")


def email_text(email: str) -> str:
    """What an address is found by: `@jean@exemple.fr`, at most 120 characters of it."""
    return f"@{email.lower()[:120]}"


def phone_text(phone: str) -> str:
    """What a number is found by: `+644273163`; nothing when it holds no digit but zeros."""
    digits = phone_digits(phone)[:20]
    return f"+{digits}" if digits else ""
