"""Folding text for sorting and searching, and the search entries of a record (research §2.5)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from json import dumps

from chalicelib.core.store import Item, Store

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})
_NOT_WORD = re.compile(r"[\W_]+")

# Sorts after every letter of every script, so that blanks come last.
BLANK_LAST = "\U0010fffd"
# Two blanks sort before any letter and stand in no folded text, so they can end a sort value.
END = "  "
SORT_WIDTH = 24
# A record with very many words (a person with thirty employers) is found by the first ones.
MOST_ENTRIES = 30


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


def rotations(names: list[str], pairs: Iterable[tuple[str, str]] = ()) -> Iterator[str]:
    """Key words in context: every word first once, the others behind it in their order.

    `names` are a record's texts in canonical order (last name, first name, company); `pairs` are two of
    them that people type one after the other, so `company last` finds without reading further.
    """
    words = [word for name in names for word in fold(name).split()]
    for place, word in enumerate(words):
        yield " ".join([word, *words[:place], *words[place + 1 :]])
    for first, second in pairs:
        if fold(first) and fold(second):
            yield " ".join(dict.fromkeys([*fold(first).split(), *fold(second).split(), *words]))


def search_words(
    names: list[str],
    *,
    pairs: Iterable[tuple[str, str]] = (),
    emails: Iterable[str | None] = (),
    phones: Iterable[str | None] = (),
) -> list[str]:
    """Every text a record can be found by, once each: words, `@e-mail`, `+digits`; at most 120 characters."""
    found = dict.fromkeys(text[:120] for text in rotations(names, pairs))
    found.update(dict.fromkeys(email_text(email) for email in emails if email))
    found.update(dict.fromkeys(text for phone in phones if phone and (text := phone_text(phone))))
    return list(found)[:MOST_ENTRIES]


def entries(
    store: Store, letter: str, record_id: str, *, label: str, detail: str | None, texts: list[str]
) -> Iterator[Item]:
    """The search items of a record: under the first letter of each text, what the answer shows beside it."""
    shown = dumps([label, detail] if detail else [label], ensure_ascii=False, separators=(",", ":"))
    for text in texts:
        yield {"pk": store.key("S", text[0]), "sk": f"{text}{END}{letter}{record_id}", "l": shown}
