"""What is typed, as the reads that answer it: the best first, and what to try should it find nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from chalicelib.core.entries import LONGEST_WORD, PARTICLES, pair, words_of
from chalicelib.core.words import phone_text

_NUMBER = re.compile(r"\+?[\d\s().\-/]+")
_ADDRESS = re.compile(r"\S*[@._]\S*")
# Words of so many names that any other tells more: they lead a search only when nothing else does.
_COMMON = PARTICLES | frozenset(
    "a au aux d di do dos du el en et le m n und y".split()
    + "associes cie entreprise etablissements ets eurl fils freres groupe".split()
    + "sa sarl sas sasu sci snc societe".split()
)
# A word tells more the longer it is, up to here.
_TELLING = 6
# Of a particle and the beginning of a word, the word is read once it is this long: `la roche`.
_BEGUN = 4


@dataclass(frozen=True)
class Reading:
    """One beginning to read in the index, and what the entries there must have besides.

    `complete` are whole words of the record; each of `begun` begins one, or, if `loose`, several as one.
    """

    text: str
    complete: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    loose: bool = False

    def takes(self, words: Sequence[str]) -> bool:
        """Whether a record of these words is an answer."""
        if not all(word in words for word in self.complete):
            return False
        ends = [words[place:] if self.loose else [word] for place, word in enumerate(words)]
        return all(any("".join(end).startswith(begun) for end in ends) for begun in self.begun)


@dataclass(frozen=True)
class Step:
    """Readings that answer together; `at_once` of them are read even though something has been found."""

    readings: tuple[Reading, ...]
    at_once: int = 1


def plan(typed: str) -> list[Step]:
    """The steps to take until one finds something; none for what holds nothing to search by."""
    words = words_of(typed)
    reached = _reached(typed.strip())
    # An `@` stands in no word, so that words would find only others.
    first = reached if reached and "@" in typed else [*reached, *_of_words(words)]
    steps = [Step(tuple(dict.fromkeys(first)), at_once=len(reached) + 1)] if first else []
    return steps + [Step((reading,)) for reading in _second_thoughts(words)]


def _reached(typed: str) -> list[Reading]:
    """What looks like a phone number or an address: `06 44`, `+33 6`, `jean@`, `jean.dup`."""
    if _NUMBER.fullmatch(typed):
        return [Reading(text) for text in (phone_text(typed), "".join(re.findall(r"\d", typed))) if text]
    return [Reading(typed.lower())] if _ADDRESS.fullmatch(typed) else []


def _of_words(words: Sequence[str]) -> list[Reading]:
    """Whole words and the beginning of one, in any order."""
    *complete, last = words or [""]
    if not complete:
        return [Reading(last)] if last else []
    leading = [word for word in complete if word not in PARTICLES]
    if leading:
        return _of_pairs(leading, complete, last)
    read_last = Reading(last, tuple(complete), (last,))
    if len(last) >= _BEGUN:
        return [read_last]
    return [Reading(pair(complete[-1], last), tuple(complete), (last,)), read_last]


def _of_pairs(leading: Sequence[str], complete: Sequence[str], last: str) -> list[Reading]:
    """The pair that tells most; it begins with a whole word that stands before every other."""
    # What is begun may be one of the whole words once more, which stands before others only.
    again = any(word.startswith(last) for word in complete)
    # Two whole words tell a little more than a whole one and one begun.
    pairs = [(_worth(a) + _worth(b) + 0.5, pair(a, b)) for a in leading for b in complete if a != b]
    if not (again and pairs):
        pairs += [(_worth(a) + 0.8 * _worth(last), pair(a, last)) for a in leading]
    wanted = (tuple(complete), (last,))
    best = [Reading(max(pairs)[1], *wanted)]
    return [*best, Reading(leading[0], *wanted)] if again and len(set(complete)) == 1 else best


def _worth(word: str) -> int:
    return 1 if word in _COMMON else min(len(word), _TELLING)


def _second_thoughts(words: Sequence[str]) -> list[Reading]:
    """When nothing has all of it: words begun in any place, blanks too many, then the longest word alone."""
    if len(words) < 2:
        return []
    begun = tuple(words)
    longest = max(words, key=len)
    swapped = [Reading(pair(a, b), begun=begun) for a, b in permutations(words, 2) if longest in (a, b)]
    glued = Reading("".join(words)[:LONGEST_WORD])
    return [*swapped[:4], glued, Reading(longest, begun=begun, loose=True)]
