"""A list shows every row once, in order, whichever way its pages are turned and whatever is filtered."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.contacts.service import CONTACT_LIST
from chalicelib.core import pages, reading
from chalicelib.core.lists import Asked
from chalicelib.core.work import Caller
from tests.core.book import Book
from tests.world import Visitor

Record = dict[str, Any]
CONTACT_SORTS = ("last_name", "first_name", "company", "city", "email", "updated_at")
COMPANY_SORTS = ("name", "site_label", "city", "postal_code", "last_activity", "updated_at")
ORDERS = ("asc", "desc")


def _plain(text: str | None) -> str:
    """A second opinion on folding, for what stands in French address books."""
    ligatures = (text or "").replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    letters = "".join(c for c in unicodedata.normalize("NFD", ligatures) if unicodedata.category(c) != "Mn")
    return " ".join(re.findall(r"[a-z0-9]+", letters.lower()))[:24]


def _key(path: str, sort: str, record: Record) -> tuple[Any, ...]:
    """What a human would sort by: blanks last, then the text, then what tells equal ones apart."""
    main = record.get("main_position") or {}
    texts: dict[str, tuple[str | None, ...]] = {
        "last_name": (record.get("last_name"), record.get("first_name")),
        "first_name": (record.get("first_name"), record.get("last_name")),
        "company": (main.get("company"), record.get("last_name")),
        "email": (main.get("email") or record.get("personal_email"),),
        "city": (record["city"], record["name"]) if path == "companies" else (record["personal_city"],),
        "name": (record.get("name"), record.get("site_label")),
        "site_label": (record.get("site_label"), record.get("name")),
        "postal_code": (record.get("postal_code"), record.get("name")),
        "last_activity": (None,),
    }
    if sort == "updated_at":
        return record["updated_at"], record["id"]
    folded = [_plain(text) for text in texts[sort]]
    return folded[0] == "", *folded, record["id"]


def _expected(book: Book, path: str, sort: str, order: str, wanted: Callable[[Record], bool]) -> list[str]:
    records = book.contacts if path == "contacts" else book.companies
    rows = sorted(
        (record for record in records.values() if wanted(record)), key=lambda each: _key(path, sort, each)
    )
    return [record["id"] for record in (rows if order == "asc" else rows[::-1])]


def _live(record: Record) -> bool:
    return not record["archived"]


COLUMNS = [
    *(("contacts", sort, order) for sort, order in itertools.product(CONTACT_SORTS, ORDERS)),
    *(("companies", sort, order) for sort, order in itertools.product(COMPANY_SORTS, ORDERS)),
]


@pytest.mark.parametrize(("path", "sort", "order"), COLUMNS)
def test_next_leads_through_every_row_once_and_previous_back_over_the_same_pages(
    book: Book, path: str, sort: str, order: str
) -> None:
    asked = {"sort": sort, "order": order, "limit": 37 if path == "contacts" else 11}
    forth = book.pages(path, **asked)
    assert [row["id"] for page in forth for row in page["items"]] == _expected(book, path, sort, order, _live)
    back = book.pages(
        path,
        "previous",
        sort=sort,
        order=order,
        limit=37 if path == "contacts" else 11,
        cursor=forth[-2]["next"],
    )
    assert [page["items"] for page in back] == [page["items"] for page in forth[::-1]]
    assert {page["total"] for page in forth} == {sum(map(_live, getattr(book, path).values()))}
    assert forth[0]["previous"] is None
    assert back[-1]["previous"] is None
    assert not any(page["partial"] for page in forth)
    assert all(page["total_is_exact"] for page in forth)


@pytest.mark.parametrize("sort", CONTACT_SORTS)
def test_archived_rows_are_a_list_of_their_own(book: Book, sort: str) -> None:
    found = book.pages("contacts", sort=sort, archived="true", limit=3)
    ids = [row["id"] for page in found for row in page["items"]]
    assert ids == _expected(book, "contacts", sort, "asc", lambda record: not _live(record))
    assert {page["total"] for page in found} == {10}
    assert book.page("contacts", archived="false", limit=1)["total"] == 220


def test_a_page_that_ends_the_list_exactly_offers_no_empty_one(book: Book) -> None:
    assert [len(page["items"]) for page in book.pages("contacts", limit=110)] == [110, 110]


@pytest.mark.parametrize(
    ("limit", "status"),
    [("1", 200), ("200", 200), ("007", 200), ("0", 422), ("201", 422), ("-1", 422), ("1.5", 422), ("", 422)],
)
def test_the_limit_goes_from_one_to_two_hundred(book: Book, limit: str, status: int) -> None:
    answer = book.owner.get("/api/contacts", params={"limit": limit})
    assert answer.status_code == status
    if status == 422:
        assert answer.json()["errors"] == [{"field": "limit", "message": "La limite va de 1 à 200."}]
    else:
        assert len(answer.json()["items"]) == int(limit)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("letter", ["d", "D", "É", "mar", "zz", "œ"])
def test_a_letter_jumps_to_the_first_name_from_there_on(book: Book, letter: str, order: str) -> None:
    everyone = _expected(book, "contacts", "last_name", order, _live)
    low = _plain(letter)

    def is_reached(id_: str) -> bool:
        name = _plain(book.contacts[id_]["last_name"])
        return name >= low if order == "asc" else name < low or name.startswith(low)

    reached = [id_ for id_ in everyone if is_reached(id_)]
    query = {"sort": "last_name", "order": order, "limit": 20}
    page = book.page("contacts", **query, **{"from": letter})
    assert [row["id"] for row in page["items"]] == reached[:20]
    before = everyone[: len(everyone) - len(reached)]
    if page["items"]:
        assert (page["previous"] is not None) == bool(before)
    if page["previous"] and before:
        earlier = book.page("contacts", **query, cursor=page["previous"])
        assert [row["id"] for row in earlier["items"]] == before[-20:]
    assert book.ids("contacts", **query, **{"from": letter}) == reached


def test_a_month_jumps_in_a_list_by_time(book: Book) -> None:
    this_month = max(record["updated_at"] for record in book.contacts.values())[:7]
    for order, start, found in (
        ("asc", this_month, 220),
        ("asc", "2099-01", 0),
        ("desc", this_month, 220),
        ("desc", "2020", 0),
    ):
        ids = book.ids("contacts", sort="updated_at", order=order, limit=200, **{"from": start})
        assert len(ids) == found


def test_a_jump_to_a_sign_that_is_no_letter_starts_at_the_beginning(book: Book) -> None:
    whole = book.page("contacts", limit=5)
    assert book.page("contacts", limit=5, **{"from": "!"}) == whole
    page = book.page("contacts", limit=5, **{"from": "0"})
    assert (page["items"], page["previous"]) == (whole["items"], None)


def _in_company(company_id: str) -> Callable[[Record], bool]:
    return lambda record: bool(
        record["main_position"] and record["main_position"]["company_id"] == company_id
    )


def _largest_company(book: Book) -> str:
    return max(book.companies, key=lambda id_: sum(_in_company(id_)(each) for each in book.contacts.values()))


def _filters(book: Book) -> list[tuple[str, dict[str, str], Callable[[Record], bool]]]:
    owner, company = book.owner.user["id"], _largest_company(book)
    works_there = _in_company(company)
    return [
        ("contacts", {"owner_id": owner}, lambda each: each["owner_id"] == owner),
        ("contacts", {"company_id": company}, works_there),
        (
            "contacts",
            {"company_id": company, "owner_id": owner},
            lambda each: works_there(each) and each["owner_id"] == owner,
        ),
        ("contacts", {"owner_id": "0" * 16}, lambda each: False),
        ("contacts", {"company_id": "0" * 16}, lambda each: False),
        ("companies", {"kind": "client"}, lambda each: "client" in each["kinds"]),
        ("companies", {"kind": "supplier", "owner_id": owner}, lambda each: "supplier" in each["kinds"]),
        ("companies", {"kind": "nonsense"}, lambda each: False),
    ]


def _check_filters(book: Book, sorts: dict[str, tuple[str, ...]], limit: int, archived: bool) -> None:
    """Every filter by every column: the same rows as picked by hand, forth and back, no page short."""
    for (path, query, wanted), order in itertools.product(_filters(book), ORDERS):
        for sort in sorts[path]:
            asked = {**query, "sort": sort, "order": order, "limit": limit}
            if archived:
                asked["archived"] = "true"

            def is_wanted(record: Record, wanted: Callable[[Record], bool] = wanted) -> bool:
                return record["archived"] is archived and wanted(record)

            expected = _expected(book, path, sort, order, is_wanted)
            forth = book.pages(path, **asked)
            assert [row["id"] for page in forth for row in page["items"]] == expected, asked
            for page in forth:
                assert len(page["items"]) == limit or page["partial"] or page["next"] is None
                assert not page["total_is_exact"] or page["total"] == len(expected), asked
            _check_back(book, path, asked, forth, expected)


def _check_back(
    book: Book, path: str, asked: dict[str, Any], forth: list[dict[str, Any]], expected: list[str]
) -> None:
    full = [page for page in forth if page["items"] and page["previous"]]
    if not full:
        return
    last = full[-1]["items"]
    back = book.pages(path, "previous", **{**asked, "cursor": full[-1]["previous"]})
    ids = [row["id"] for page in back[::-1] for row in page["items"]]
    assert ids == expected[: expected.index(last[0]["id"])], asked


def test_filters_alone_and_together_pick_the_right_rows_in_order(book: Book) -> None:
    _check_filters(book, {"contacts": CONTACT_SORTS, "companies": COMPANY_SORTS}, 25, archived=False)


def test_one_filter_has_an_exact_total(book: Book) -> None:
    owner = book.owner.user["id"]
    mine = sum(_live(each) and each["owner_id"] == owner for each in book.contacts.values())
    page = book.page("contacts", owner_id=owner, limit=1)
    assert (page["total"], page["total_is_exact"]) == (mine, True)


def test_archived_rows_are_filtered_too(book: Book) -> None:
    _check_filters(book, {"contacts": ("last_name", "city"), "companies": ("name",)}, 2, archived=True)


def test_the_other_plan_finds_the_same_rows_and_says_when_it_ran_out_of_budget(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "GATHER_AT_MOST", -2)
    monkeypatch.setattr(reading, "BUDGET_ROWS", 30)
    monkeypatch.setattr(reading, "SCAN_PAGE", 10)
    _check_filters(book, {"contacts": ("last_name", "email"), "companies": ("name",)}, 9, archived=False)
    rare = {"company_id": _largest_company(book), "limit": 9}
    assert any(page["partial"] for page in book.pages("contacts", **rare))
    often = {"owner_id": book.owner.user["id"], "limit": 9}
    first = book.page("contacts", **often)
    assert not first["partial"]
    assert first["total_is_exact"]


def test_ids_give_their_rows_in_their_order_and_leave_out_what_is_not_there(
    book: Book, charlie: Visitor
) -> None:
    foreign = charlie.post("/api/contacts", json={"last_name": "Étranger"}).json()["id"]
    wanted = [list(book.contacts)[place] for place in (7, 200, 3)]
    asked = [wanted[0], "unknown", foreign, wanted[1], "0" * 16, wanted[2], wanted[0]]
    page = book.page("contacts", ids=",".join(asked))
    assert [row["id"] for row in page["items"]] == wanted
    assert (page["total"], page["next"], page["previous"]) == (3, None, None)
    many = list(book.contacts)[:200]
    assert [row["id"] for row in book.page("contacts", ids=",".join(many))["items"]] == many


def test_only_mine_hides_others_rows_in_pages_totals_and_ids(book: Book) -> None:
    tenant, alice = book.owner.tenant["id"], book.owner.user["id"]
    hers = [id_ for id_, each in book.contacts.items() if _live(each) and each["owner_id"] == alice]
    for user, seen in ((alice, len(hers)), ("b" * 16, 0)):
        caller = Caller(tenant, user, "", visibility="own")
        for filters in ({}, {"owner_id": alice}):
            found = pages.page(caller, CONTACT_LIST, Asked("last_name", filters=filters))
            assert found.total == seen
        by_ids = pages.page(caller, CONTACT_LIST, Asked("last_name", ids=tuple(hers[:20])))
        assert by_ids.total == min(seen, 20)


def test_totals_are_exact_after_every_kind_of_change(alice: Visitor) -> None:
    def totals() -> tuple[int, int, int]:
        live = alice.get("/api/contacts").json()["total"]
        mine = alice.get("/api/contacts", params={"owner_id": alice.user["id"]}).json()["total"]
        return live, mine, alice.get("/api/contacts", params={"archived": "true"}).json()["total"]

    made = [alice.post("/api/contacts", json={"last_name": f"N{n}"}).json()["id"] for n in range(9)]
    assert totals() == (9, 9, 0)
    for id_ in made[:4]:
        assert alice.delete(f"/api/contacts/{id_}").status_code == 200
        alice.delete(f"/api/contacts/{id_}")
    assert totals() == (5, 5, 4)
    alice.change(f"/api/contacts/{made[5]}", 1, owner_id=None)
    alice.change(f"/api/contacts/{made[0]}", 2, owner_id=None)
    assert totals() == (5, 4, 4)
    for id_ in made[:3]:
        alice.post(f"/api/contacts/{id_}/restore", json={})
        alice.post(f"/api/contacts/{id_}/restore", json={})
    assert totals() == (8, 6, 1)
