"""Which names may be one person's, or one company's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core.words import fold
from chalicelib.duplicates.likeness import Names, companies_alike, core_of, differ_by_a_letter, people_alike

LETTERS = "abcdefghijklmnopqrstuvwxyz"
words = st.text(LETTERS, min_size=1, max_size=12)
long_words = st.text(LETTERS, min_size=6, max_size=14)
names = st.builds(Names, words, st.one_of(st.just(""), words))


def named(last: str, first: str) -> Names:
    return Names(fold(last), fold(first))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dupont", "Jean"), ("DUPONT", "jean")),
        (("Dupont", "Jean"), ("Jean", "Dupont")),
        (("Dupont", "Jean"), ("Dupond", "Jean")),
        (("Dupont", "Jean"), ("Duopnt", "Jean")),
        (("Dupont", "Jean"), ("Dupon", "Jean")),
        (("Bupont", "Jean"), ("Dupont", "Jean")),
        (("Dupont", "Jean"), ("Dupont", "J.")),
        (("Dupont", "Jean-Pierre"), ("Dupont", "Jean Pierre")),
        (("Dupont", "Jean-Pierre"), ("Dupont", "Jeanpierre")),
        (("Dupont", "Jean-Pierre"), ("Dupont", "J.-P.")),
        (("Dupont", "Jean-Pierre"), ("Dupont", "JP")),
        (("Dupont-Durand", "Ève"), ("Dupont Durand", "Eve")),
        (("Lefèvre", "Mélanie"), ("Lefevre", "Mellanie")),
        (("Dupont", ""), ("Dupont", "")),
    ],
)
def test_these_may_be_one_person(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert people_alike(named(*one), named(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Dupont", "Jean"), ("Dupont", "Jeanne")),
        (("Dupont", "Michel"), ("Dupont", "Michèle")),
        (("Roux", "Lina"), ("Roux", "Nina")),
        (("Marc", "Jean"), ("Mare", "Jean")),
        (("Dupont", "Jean"), ("Dupont", "")),
        (("Dupont", "Jean"), ("Dupont", "P.")),
        (("Dupond", "Jeanne"), ("Dupont", "Jeanna")),
        (("Martin", ""), ("Marten", "")),
        (("Dupont", "Al"), ("Dupont", "Alain")),
    ],
)
def test_these_are_two_people(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not people_alike(named(*one), named(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Soclinic", "So Clinic"),
        ("SARL Dupont & Fils", "Dupont et fils"),
        ("Boulangerie Martin", "Boulangerie Marton"),
        ("Pomme SAS", "POMME"),
        ("SA", "S.A."),
    ],
)
def test_these_may_be_one_company(one: str, other: str) -> None:
    assert companies_alike(fold(one), fold(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Pomme", "Poire"), ("Axa", "Axe"), ("SA", "SAS"), ("Atos", "Atol")]
)
def test_these_are_two_companies(one: str, other: str) -> None:
    assert not companies_alike(fold(one), fold(other))


@given(names, names)
def test_likeness_goes_both_ways(one: Names, other: Names) -> None:
    assert people_alike(one, other) == people_alike(other, one)


@given(names)
def test_everybody_is_like_themselves_and_like_their_names_swapped(one: Names) -> None:
    assert people_alike(one, one)
    assert people_alike(one, Names(one.first, one.last))


@given(long_words, st.data())
def test_a_slip_of_one_letter_is_seen_wherever_it_is(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    changed = word[:place] + letter + word[place + 1 :]
    added = word[:place] + letter + word[place:]
    dropped = word[:place] + word[place + 1 :]
    for other in (swapped, changed, added, dropped):
        assert differ_by_a_letter(word, other) == (word != other)
        assert differ_by_a_letter(other, word) == (word != other)


def _distance(one: str, other: str) -> int:
    """Optimal string alignment, as the books write it."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b)))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[-1] = min(row[-1], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


@given(st.text("ab", min_size=5, max_size=8), st.text("ab", min_size=5, max_size=8))
def test_a_slip_is_a_distance_of_one(one: str, other: str) -> None:
    assert differ_by_a_letter(one, other) == (_distance(one, other) == 1)


@given(st.text())
def test_a_company_always_keeps_a_name(name: str) -> None:
    assert bool(core_of(fold(name))) == bool(fold(name))
