"""Folded text finds and sorts people as one would by hand, whatever they are called."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core import ids
from chalicelib.core.words import END, MOST_ENTRIES, fold, phone_digits, search_words, sort_value

TEXTS = st.text(max_size=60)
NAMES = st.lists(st.text(max_size=40), min_size=1, max_size=4)


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


@given(NAMES, st.lists(st.tuples(TEXTS, TEXTS), max_size=3), st.lists(st.emails(), max_size=40))
def test_a_record_has_at_most_thirty_entries_each_once_and_none_empty(
    names: list[str], pairs: list[tuple[str, str]], emails: list[str]
) -> None:
    found = search_words(names, pairs=pairs, emails=emails, phones=["+33 6 44 27 31 63", None, "0"])
    assert len(found) == len(set(found)) <= MOST_ENTRIES
    assert all(found)
    assert max(map(len, found), default=0) <= 121


@given(NAMES)
def test_every_word_of_a_name_is_first_in_one_entry_with_the_others_behind(names: list[str]) -> None:
    words = [word for name in names for word in fold(name).split()]
    found = search_words(names)
    for place, word in enumerate(words[:MOST_ENTRIES]):
        entry = " ".join([word, *words[:place], *words[place + 1 :]])[:120]
        assert entry in found or len(found) == MOST_ENTRIES


def test_it_promises_these_rotations() -> None:
    found = search_words(
        ["Le Goff", "Anne", "Bœuf"], pairs=[("Le Goff", "Bœuf")], emails=["A.LeGoff@Example.FR", None]
    )
    assert found == [
        "le goff anne boeuf",
        "goff le anne boeuf",
        "anne le goff boeuf",
        "boeuf le goff anne",
        "le goff boeuf anne",
        "@a.legoff@example.fr",
    ]
