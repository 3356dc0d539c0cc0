"""The front door of the search: what is typed against the entries of every record, within a budget."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from chalicelib.core import cursors, entries
from chalicelib.core.cursors import NOT_A_CURSOR, Cursor
from chalicelib.core.entries import PAIR, Entry
from chalicelib.core.errors import Invalid
from chalicelib.core.store import Item, Page, Store
from chalicelib.core.texts import NOT_CHOICE, Text
from chalicelib.core.work import Caller
from chalicelib.search.plan import Reading, Step, plan

KINDS = {"contact": "C", "company": "O"}
_OF_LETTER = {letter: kind for kind, letter in KINDS.items()}
TOP = 10
LONGEST = 200
# What a search may cost at worst, in RCU; reads are billed by blocks of 4 KB, half a unit each.
BUDGET, BLOCK, BLOCK_UNITS = 8.0, 4096, 0.5
# A first page fits one block, however long most names are; e-mails are longer, and stand among single words.
FIRST_OF_PAIRS, FIRST_OF_WORDS, NEXT_PAGE = 28, 18, 200
NOT_A_QUERY = Text("Cherchez de 1 à 200 caractères.", "Search for 1 to 200 characters.")


@dataclass(frozen=True)
class Found:
    """Up to ten answers; `partial` when some were not looked for, and where to go on for more."""

    items: list[dict[str, Any]]
    partial: bool = False
    next: str | None = None


@dataclass(frozen=True)
class Place:
    """Where a search stopped: in which reading of which step, and after which item of the index."""

    step: int
    reading: int = 0
    start: Item | None = None


def search(caller: Caller, typed: str, cursor: str = "", kind: str = "") -> Found:
    """The first ten records that have what is typed, or those after a cursor, of those the caller may see."""
    if kind and kind not in KINDS:
        raise Invalid.field("kind", NOT_CHOICE)
    if not 1 <= len(typed) <= LONGEST:
        raise Invalid.field("q", NOT_A_QUERY)
    bound = json.dumps([caller.tenant, caller.visibility, "search", typed, kind])
    steps = plan(typed)
    place = _place(cursors.read(cursor, bound), steps) if cursor else None
    owner = None if caller.visibility == "all" else entries.owner_mark(caller.user_id)
    hunt = Hunt(caller.store, owner, KINDS.get(kind, ""))
    stopped = hunt.follow(steps, place)
    # A cursor holds the key of the last item looked at, which only who sees everything may be told.
    goes_on = stopped if hunt.owner is None else None
    return Found(
        [_shown(entry) for entry in _own_names_first(typed, hunt.hits.values())],
        partial=stopped is not None and len(hunt.hits) < TOP,
        next=cursors.sign(Cursor(json.dumps(_told(goes_on))), bound) if goes_on else None,
    )


@dataclass
class Hunt:
    """Answers gathered so far, each once, and what the reads have cost."""

    store: Store
    owner: str | None
    letter: str
    hits: dict[tuple[str, str], Entry] = field(default_factory=dict)
    spent: float = 0.0
    pages: int = 0
    largest: int = 1

    def follow(self, steps: Sequence[Step], place: Place | None) -> Place | None:
        """Take steps until one finds something; where it stopped before its end, if it did.

        From a place on, only the step it is in: what comes after it was never to be asked.
        """
        if place:
            return self._take(place.step, steps[place.step], place)
        for number, step in enumerate(steps):
            if self.spent > BUDGET - BLOCK_UNITS:
                return Place(number)
            stopped = self._take(number, step, Place(number))
            if stopped or self.hits:
                return stopped
        return None

    def _take(self, number: int, step: Step, place: Place) -> Place | None:
        for which, reading in enumerate(step.readings[place.reading :], place.reading):
            start = place.start if which == place.reading else None
            stopped = self._read(reading, start, step.at_once)
            if stopped:
                return Place(number, which, stopped)
            if which + 1 < len(step.readings) and self._is_enough(step.at_once):
                return Place(number, which + 1)
        return None

    def _read(self, reading: Reading, start: Item | None, at_once: int) -> Item | None:
        """Read on until the top is full, enough is read or all is; the item it stopped at, if any is left."""
        while True:
            page = entries.begin_with(self.store, reading.text, limit=self._limit(reading), start=start)
            self._pay(page)
            for item in page.items:
                entry = entries.read(item)
                if self._is_answer(reading, entry):
                    self.hits.setdefault((entry.letter, entry.id), entry)
                if len(self.hits) == TOP:
                    is_last = item is page.items[-1] and page.last is None
                    return None if is_last else entry.key
            start = page.last
            if start is None or self._is_enough(at_once):
                return start

    def _is_answer(self, reading: Reading, entry: Entry) -> bool:
        if self.owner is not None and entry.owner != self.owner:
            return False
        if self.letter and entry.letter != self.letter:
            return False
        return reading.takes(entries.words_of(" ".join(json.loads(entry.shown)[:2])))

    def _limit(self, reading: Reading) -> int:
        """As many items as one block holds at first, later as many as the budget still pays for."""
        if not self.pages:
            return FIRST_OF_PAIRS if reading.text[0] == PAIR else FIRST_OF_WORDS
        return max(1, min(NEXT_PAGE, int((BUDGET - self.spent) / BLOCK_UNITS * BLOCK / self.largest)))

    def _pay(self, page: Page) -> None:
        sizes = [
            sum(len(name) + len(str(value).encode()) for name, value in item.items()) for item in page.items
        ]
        self.largest = max([self.largest, *sizes])
        self.spent += BLOCK_UNITS * max(1, ceil(sum(sizes) / BLOCK))
        self.pages += 1

    def _is_enough(self, at_once: int) -> bool:
        """Whoever sees only what they own may have to look past much that is not theirs."""
        if len(self.hits) >= TOP or self.spent > BUDGET - BLOCK_UNITS:
            return True
        return bool(self.hits) and self.pages >= at_once and self.owner is None


def _own_names_first(typed: str, hits: Iterable[Entry]) -> list[Entry]:
    """A company before its people when its name is typed."""
    name = Reading("", begun=tuple(entries.words_of(typed)))
    return sorted(hits, key=lambda hit: not name.takes(entries.words_of(json.loads(hit.shown)[0])))


def _shown(entry: Entry) -> dict[str, Any]:
    label, *beside = json.loads(entry.shown)
    return {
        "kind": _OF_LETTER[entry.letter],
        "id": entry.id,
        "label": label,
        "detail": beside[-1] if beside else None,
    }


def _told(place: Place) -> list[Any]:
    return [place.step, place.reading, place.start]


def _place(cursor: Cursor, steps: Sequence[Step]) -> Place:
    """The place a cursor tells; one of an older version that searched otherwise is refused."""
    step, reading, start = json.loads(cursor.value)
    if step >= len(steps) or reading >= len(steps[step].readings):
        raise Invalid.field("cursor", NOT_A_CURSOR)
    return Place(step, reading, start)
