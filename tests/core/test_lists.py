"""What a list request may say, and how the list a user sorted last is shown again."""

from __future__ import annotations

import pytest

from chalicelib.contacts.service import CONTACT_LIST
from chalicelib.core import lists
from chalicelib.core.errors import Invalid
from tests.core.book import Book
from tests.world import Visitor

FIRST = ("last_name", "asc")


def test_what_is_not_said_has_a_default() -> None:
    asked = lists.read_query(CONTACT_LIST, {}, FIRST)
    assert asked == lists.Asked("last_name", "asc", 50)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"sort": "note"}, "sort"),
        ({"sort": "LAST_NAME"}, "sort"),
        ({"order": "up"}, "order"),
        ({"archived": "1"}, "archived"),
        ({"limit": "ten"}, "limit"),
        ({"limit": "٣"}, "limit"),
        ({"limit": "000000001999999"}, "limit"),
        ({"kind": "client"}, "kind"),
        ({"owner_id": "x" * 41}, "owner_id"),
    ],
)
def test_what_a_list_does_not_understand_is_named(query: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        lists.read_query(CONTACT_LIST, query, FIRST)
    assert [each.field for each in refused.value.fields] == [field]


def test_empty_filters_filter_nothing() -> None:
    asked = lists.read_query(CONTACT_LIST, {"owner_id": "", "cursor": "", "from": "", "ids": ","}, FIRST)
    assert asked == lists.Asked("last_name", "asc", 50)


def test_a_list_says_how_it_is_sorted(alice: Visitor) -> None:
    for query, sort, order in (
        ({}, "last_name", "asc"),
        ({"order": "desc"}, "last_name", "desc"),
        ({"sort": "city"}, "city", "asc"),
    ):
        answer = alice.get("/api/contacts", params=query).json()
        assert (answer["sort"], answer["order"]) == (sort, order)


def test_a_remembered_sort_is_used_until_another_is_asked(alice: Visitor, charlie: Visitor) -> None:
    alice.put("/api/preferences/sort.contacts", json={"value": ["city", "desc"]})
    for visitor, query, shown in (
        (alice, {}, ("city", "desc")),
        (alice, {"order": "asc"}, ("city", "asc")),
        (alice, {"sort": "email"}, ("email", "asc")),
        (charlie, {}, ("last_name", "asc")),
    ):
        answer = visitor.get("/api/contacts", params=query).json()
        assert (answer["sort"], answer["order"]) == shown
    assert alice.get("/api/companies").json()["sort"] == "name"


@pytest.mark.parametrize(
    "value", [["weather", "asc"], ["city", "up"], ["city"], "city", {"sort": "city"}, 7, [None, None], []]
)
def test_a_remembered_sort_that_makes_no_sense_is_forgotten(alice: Visitor, value: object) -> None:
    alice.put("/api/preferences/sort.contacts", json={"value": value})
    answer = alice.get("/api/contacts")
    assert answer.status_code == 200
    assert (answer.json()["sort"], answer.json()["order"]) == FIRST


def test_a_row_shows_what_the_vocabulary_says_and_nothing_else(book: Book) -> None:
    for path, names in (
        ("contacts", {"id", "name", "company", "title", "city", "email", "phone", "interests"}),
        ("companies", {"id", "name", "site_label", "city", "kinds", "phone"}),
    ):
        rows = book.page(path, limit=200)["items"]
        assert all(row.keys() <= names for row in rows)
        assert {"id", "name"} <= set.intersection(*(set(row) for row in rows))


def test_a_row_shows_the_main_position_before_what_is_personal(book: Book) -> None:
    for row in book.page("contacts", limit=200)["items"]:
        contact = book.contacts[row["id"]]
        main = contact["main_position"] or {}
        name = " ".join(filter(None, [contact["last_name"], contact["first_name"]]))
        assert row["name"] == name
        assert row.get("company") == main.get("company")
        assert row.get("title") == main.get("title")
        assert row.get("city") == contact["personal_city"]
        assert row.get("email") == (main.get("email") or contact["personal_email"])
