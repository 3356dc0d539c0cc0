"""The search misses nothing: its answers against all records of a book, gone through one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.core.words import fold
from infra.local.world import World
from tests.core import book
from tests.core.book import Book
from tests.search.asking import search

TOP = 10


@pytest.fixture(scope="module")
def filled(world: World, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """230 people in their companies, some of them archived."""
    return book.fill(world.urls[0], tmp_path_factory.mktemp("book") / "people.csv")


@pytest.fixture(scope="module")
def words(filled: Book) -> dict[str, set[str]]:
    """The words of every live record by its id, as its page shows them."""
    live = [record for records in (filled.contacts, filled.companies) for record in records.values()]
    return {record["id"]: _words(record) for record in live if not record["archived"]}


def _words(record: dict[str, Any]) -> set[str]:
    names = [record.get(name) for name in ("last_name", "first_name", "name", "site_label")]
    job = record.get("main_position") or {}
    return set(fold(" ".join(name for name in [*names, job.get("company")] if name)).split())


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whole_words_in_any_order_and_the_beginning_of_one_find_all_that_have_them(
    filled: Book, words: dict[str, set[str]], data: st.DataObject
) -> None:
    looked_for = data.draw(st.sampled_from(sorted(words)))
    chosen = st.lists(st.sampled_from(sorted(words[looked_for])), min_size=1, max_size=4, unique=True)
    *complete, last = data.draw(chosen)
    begun = last[: data.draw(st.integers(1, len(last)))]
    answers = {
        id_
        for id_, held in words.items()
        if held.issuperset(complete) and any(word.startswith(begun) for word in held)
    }
    found = search(filled.owner, " ".join([*complete, begun]))
    shown = {item["id"] for item in found["items"]}
    assert looked_for in answers
    if complete:
        assert shown <= answers
    if not found["partial"]:
        assert answers <= shown or len(shown) == TOP


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_going_on_brings_every_record_that_has_what_is_typed(
    filled: Book, words: dict[str, set[str]], data: st.DataObject
) -> None:
    held = sorted(words[data.draw(st.sampled_from(sorted(words)))])
    *complete, last = data.draw(st.lists(st.sampled_from(held), min_size=2, max_size=3, unique=True))
    begun = last[: data.draw(st.integers(1, len(last)))]
    answers = {
        id_
        for id_, has in words.items()
        if has.issuperset(complete) and any(word.startswith(begun) for word in has)
    }
    shown: set[str] = set()
    cursor: str | None = ""
    while cursor is not None:
        found = search(filled.owner, " ".join([*complete, begun]), cursor=cursor)
        shown |= {item["id"] for item in found["items"]}
        cursor = found["next"]
    assert shown == answers
