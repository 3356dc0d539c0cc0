"""Folded text finds and sorts people as one would by hand, whatever they are called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core import ids
from chalicelib.core.words import END, fold, phone_digits, sort_value

TEXTS = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bœuf & Fils, Éts", "boeuf fils ets"),
        ("ŒUVRARD", "oeuvrard"),
        ("Ça", "ca"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("L'Haÿ-les-Roses", "l hay les roses"),
        ("Ǽther", "aether"),
        ("  deux   blancs ", "deux blancs"),
        ("a_b__c", "a b c"),
        ("№ 5", "no 5"),
        ("ﬁlou", "filou"),
        ("…!?", ""),
        ("Ελλάς", "ελλασ"),
        ("山田", "山田"),
    ],
)
def test_it_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_case_and_accents_of_french_make_no_difference(text: str) -> None:
    french = "".join(sign for sign in text if sign in "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæ -'")
    assert fold(french.upper()) == fold(french)
    assert fold(unicodedata.normalize("NFD", french)) == fold(french)


@given(TEXTS)
def test_a_folded_text_never_holds_what_ends_a_sort_value(text: str) -> None:
    folded = fold(text)
    assert END not in folded
    assert folded == folded.strip()


@given(st.lists(TEXTS, max_size=12))
def test_sort_values_sort_as_the_folded_texts_do_with_blanks_last(texts: list[str]) -> None:
    made = [(text, ids.new_id()) for text in texts]
    by_value = sorted(made, key=lambda each: sort_value(each[1], each[0]))

    def by_hand(each: tuple[str, str]) -> tuple[bool, str, str]:
        folded = fold(each[0])[:24].strip()
        return folded == "", folded, each[1]

    assert [each[1] for each in by_value] == [each[1] for each in sorted(made, key=by_hand)]


def test_a_shorter_name_comes_before_a_longer_one_that_begins_with_it() -> None:
    assert sort_value("z", "Dupont", "Zoé") < sort_value("a", "Dupont Aignan", "Al")


def test_equal_names_are_told_apart_by_their_ids() -> None:
    values = [sort_value(ids.new_id(), "Martin", "Jean") for _ in range(50)]
    assert len(set(values)) == 50


def test_blanks_come_after_every_script() -> None:
    assert sort_value("0", "𠮷野") < sort_value("0", None) == sort_value("0", "  ")


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("06 44 27 31 63", "644273163"),
        ("+33 (0)6 44 27 31 63", "644273163"),
        ("0033644273163", "644273163"),
        ("+33 6.44.27.31.63", "644273163"),
        ("+41 22 345 67 89", "41223456789"),
        ("33 00", "3300"),
        ("000", ""),
    ],
)
def test_a_number_is_found_as_it_is_dialled(phone: str, digits: str) -> None:
    assert phone_digits(phone) == digits
