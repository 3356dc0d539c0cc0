"""What a keystroke in the search costs and whether it finds: against all there is, gone through by hand.

A sequence is what somebody has typed so far: one to four words of a record in any order, the last one begun.
It must be answered by ten records that have all of it, or by all there are, or by saying that it is partial.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import reduce
from statistics import quantiles
from typing import Any

from bench.figures import Figure
from bench.stage import Stage
from bench.till import Till, metered
from bench.visitors import Visitor
from chalicelib.core.words import fold

SEQUENCES, SEQUENCES_IN_A_HURRY = 5_000, 300
WORDS_TYPED = (1, 2, 2, 2, 3, 3, 4)
TOP = 10
USUAL, WORST, PARTIAL = 0.5, 8, 5
LAST = "\U0010ffff"


class ByHand:
    """Every word of every record of a tenant, as its lists show them."""

    def __init__(self, visitor: Visitor) -> None:
        self.words: dict[str, list[str]] = {}
        for path, columns in (("contacts", ("name", "company")), ("companies", ("name", "site_label"))):
            for row in _rows(visitor, f"/api/{path}"):
                shown = " ".join(row[column] or "" for column in columns)
                self.words[row["id"]] = list(dict.fromkeys(fold(shown).split()))
        self._holders: dict[str, set[str]] = defaultdict(set)
        for id_, words in self.words.items():
            for word in words:
                self._holders[word].add(id_)
        self._sorted = sorted(self._holders)

    def typed(self, rng: random.Random, ids: list[str]) -> tuple[list[str], str]:
        """The complete words and the begun one of a sequence that somebody looking for a record may type."""
        words = self.words[rng.choice(ids)]
        *complete, last = rng.sample(words, min(len(words), rng.choice(WORDS_TYPED)))
        return complete, last[: rng.randint(1, len(last))]

    def answers(self, complete: list[str], begun: str) -> set[str]:
        """All records that have every complete word and one that begins as the last."""
        first, last = (bisect_left(self._sorted, text) for text in (begun, begun + LAST))
        begins = set[str]().union(*(self._holders[word] for word in self._sorted[first:last]))
        return reduce(set.intersection, (self._holders[word] for word in complete), begins)


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """Cost, recall and share of partial answers at three sizes; stops the stage."""
    sizes = (100, 300, 1_000) if small else (1_000, 10_000, 100_000)
    emails = [stage.filled(size).email for size in sizes]
    with metered(stage) as counter:
        for size, email in zip(sizes, emails, strict=True):
            with counter.till(email) as till:
                yield from _searches(till, size, SEQUENCES_IN_A_HURRY if small else SEQUENCES)


def _searches(till: Till, size: int, count: int) -> Iterator[Figure]:
    by_hand, rng = ByHand(till.visitor), random.Random(size)
    ids = sorted(by_hand.words)
    costs, partial, wanted, missed, wrong = [], 0, 0, 0, 0
    for _ in range(count):
        complete, begun = by_hand.typed(rng, ids)
        found, cost = _search(till, " ".join([*complete, begun]))
        costs.append(cost)
        partial += found["partial"]
        answers, shown = by_hand.answers(complete, begun), {item["id"] for item in found["items"]}
        # A single word may also begin an e-mail, or several words written as one.
        wrong += len(shown - answers) if complete else 0
        if not found["partial"]:
            wanted += min(TOP, len(answers))
            missed += 0 if len(shown) == TOP else len(answers - shown)
    cuts = quantiles(costs, n=100)
    yield Figure(f"keystroke, p50, of {count:,} sequences at {size:,} contacts", cuts[49], "RCU", USUAL)
    # The dearest hundredth of few is three of them.
    yield Figure("  p99", cuts[98], "RCU", USUAL if count == SEQUENCES else None)
    yield Figure("  dearest", max(costs), "RCU", WORST)
    yield Figure("  recall of answers not called partial", 1 - missed / wanted)
    yield Figure(
        f"  missed of {wanted:,} to be found, found without having what is typed", missed + wrong, "", 0
    )
    yield Figure("  called partial", 100 * partial / count, "%", PARTIAL)


def _search(till: Till, typed: str) -> tuple[dict[str, Any], float]:
    """The answer, and what its reads of the index cost; the session check is another table's."""
    answers: list[dict[str, Any]] = []
    consumed = till.ring(lambda: answers.append(till.visitor.read("/api/search", q=typed)))
    return answers[0], sum(each.units for each in consumed if each.table != "auth")


def _rows(visitor: Visitor, path: str) -> Iterator[dict[str, Any]]:
    asked: dict[str, Any] = {"limit": 200, "sort": "updated_at"}
    while True:
        page = visitor.read(path, **asked)
        yield from page["items"]
        if not page["next"]:
            return
        asked["cursor"] = page["next"]
