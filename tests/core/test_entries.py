"""A record is found by its words in every order, and stands in the index in few items."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core import entries
from chalicelib.core.entries import MOST_WORDS, PARTICLES, items, pair, texts, words_of
from chalicelib.core.store import Store
from chalicelib.search.plan import plan

NAMES = st.lists(st.text(max_size=40), min_size=1, max_size=4)
STORE = Store("t123456789", "crm")


def made(names: list[str], exact: list[str] | None = None) -> list[dict[str, str | int]]:
    shown = [" ".join(names)]
    return list(
        items(STORE, "C", "0" * 16, names=names, exact=exact or [], shown=shown, owner_id="1" * 16, rank=1)
    )


def test_it_promises_these_texts() -> None:
    assert sorted(texts(["de Goff", "Anne", "Bœuf"])) == sorted(
        [
            *("de", "goff", "anne", "boeuf", "degoff"),
            *("=de goff", "=goff de", "=goff anne", "=goff boeuf"),
            *("=anne de", "=anne goff", "=anne boeuf", "=boeuf de", "=boeuf goff", "=boeuf anne"),
        ]
    )


@pytest.mark.parametrize(
    ("name", "as_one"),
    [("N'Diaye", "ndiaye"), ("So Clinic", "soclinic"), ("S.N.C.F.", "sncf"), ("Jean-Paul", "jeanpaul")],
)
def test_a_name_in_parts_is_found_written_as_one(name: str, as_one: str) -> None:
    assert as_one in texts([name])


@given(NAMES)
def test_each_text_stands_once_in_the_index_its_beginning_tells(names: list[str]) -> None:
    placed = [
        (name, str(value).removesuffix("  1"))
        for item in made(names)
        for name, value in item.items()
        if name in entries.PLACES
    ]
    assert sorted(text for _, text in placed) == sorted(texts(names))
    for place, text in placed:
        start = text.find(" ") + 2 if text.startswith("=") else 1
        for end in range(start, len(text) + 1):
            assert entries.place_of(text[:end]) == place


@given(NAMES)
def test_a_record_has_few_items_however_long_its_names(names: list[str]) -> None:
    assert len(made(names)) <= 60
    assert all(len(text.encode()) <= 1024 for text in texts(names))


@given(NAMES.filter(lambda names: len(words_of(" ".join(names))) > 1))
def test_every_two_words_of_a_record_lead_to_it_in_both_orders(names: list[str]) -> None:
    found = texts(names)
    words = [text for text in found if text in words_of(" ".join(names))]
    assert len(words) >= min(MOST_WORDS, len(set(words_of(" ".join(names)))))
    for first, second in permutations(words, 2):
        assert any(
            text.startswith(reading.text)
            for reading in plan(f"{first} {second}")[0].readings
            for text in found
        ), (first, second)


def test_a_long_name_does_not_hide_another() -> None:
    long = " ".join(f"mot{number}" for number in range(15))
    assert {"mot0", "mot8", "anne", "=anne mot0", "=mot8 anne"} <= set(texts([long, "Anne", ""]))
    assert len([text for text in texts([long, "Anne", ""]) if " " not in text]) == MOST_WORDS


def test_a_particle_stands_before_the_word_that_follows_only() -> None:
    assert "de" in PARTICLES
    begun_by_de = [text for text in texts(["de la Roy", "Marcel"]) if text.startswith(pair("de", ""))]
    assert begun_by_de == []
    assert "=la roy" in texts(["de la Roy", "Marcel"])


def test_an_address_and_a_number_are_items_of_their_own_that_tell_whose_they_are() -> None:
    *_, email, phone = made(["Dupont"], ["@j@exemple.fr", "+644273163", "+644273163"])
    assert (email["pk"], email["sk"]) == ("t123456789#S#@", "@j@exemple.fr  C0000000000000000")
    assert (phone["pk"], phone["sk"]) == ("t123456789#S#+", "+644273163  C0000000000000000")
    for item in made(["Dupont"], ["@j@exemple.fr", "+644273163"]):
        read = entries.read(item)
        assert (read.letter, read.id, read.owner) == ("C", "0" * 16, "o1111111")
