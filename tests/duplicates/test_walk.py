"""However a walk is cut into slices, it tells every pair once: tried on lists made up."""

from __future__ import annotations

from itertools import combinations, groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core.words import END
from chalicelib.core.work import Caller
from chalicelib.duplicates import walk
from chalicelib.duplicates.walk import Place, Reading, Row, Stage

CALLER = Caller("0123456789", "u", "Alice")
Texts = list[tuple[str, bool]]


def _stage(texts: Texts, *, ours_first: bool) -> tuple[Stage, list[Row]]:
    """A stage that reads texts in their order, of which only some are of our kind; and the rows that are."""
    ordered = sorted(texts, key=lambda each: (each[0], each[1] != ours_first))
    rows = [(f"{text}{END}{place:03}", text, ours) for place, (text, ours) in enumerate(ordered)]

    def read(caller: Caller, low: str, most: int) -> Reading:
        ahead = [row for row in rows if row[0] >= low]
        found = [Row(sk, text, sk[-3:]) for sk, text, ours in ahead[:most] if ours]
        more = ahead[most - 1][0] + walk._BEYOND if len(ahead) > most else None
        return Reading(found, len(ahead[:most]), more)

    pairs = walk._texts("C", "@").pairs
    return Stage(read, pairs), [Row(sk, text, sk[-3:]) for sk, text, ours in rows if ours]


def _walked(stage: Stage, most: int) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place: Place | None = Place()
    for _ in range(1_000):
        pairs, place = walk.pairs_from(CALLER, (stage,), place, most)
        found += [(pair.one, pair.other) for pair in pairs]
        if place is None:
            return found
    raise AssertionError("the walk goes round in circles")


texts = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.booleans()), max_size=60)


@given(texts, st.integers(1, 5), st.booleans())
def test_each_pair_that_shares_a_text_is_told_once(texts: Texts, most: int, ours_first: bool) -> None:
    stage, ours = _stage(texts, ours_first=ours_first)
    groups = [list(group) for _, group in groupby(ours, key=lambda row: row.group)]
    told = [
        (one.id, other.id)
        for group in groups
        if len(group) <= walk.MOST_SHARING
        for one, other in combinations(group, 2)
    ]
    with pytest.MonkeyPatch.context() as small:
        small.setattr(walk, "MOST_ROWS", 9)
        small.setattr(walk, "_LEAST_ROWS", 5)
        assert _walked(stage, most) == told
