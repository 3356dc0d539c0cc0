"""Crossing interests: who has all of these, any of those, none of these, in any order and page after page."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.core import crossed, postings, reading, totals
from infra.local.world import World
from tests.world import Visitor

SORTS = ("last_name", "first_name", "company", "city", "email", "updated_at")
PEOPLE, INTERESTS = 60, 6


@dataclass
class Fair:
    """A tenant of people with interests; `people` as the wire shows them, by id."""

    owner: Visitor
    interests: list[str] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)

    def expected(self, all_: list[str], any_: list[str], none: list[str], **filters: str) -> set[str]:
        return {
            id_
            for id_, person in self.people.items()
            if set(all_) <= set(person["interest_ids"])
            and (not any_ or set(any_) & set(person["interest_ids"]))
            and not set(none) & set(person["interest_ids"])
            and all(filters[name] in person["filters"] for name in filters)
        }

    def pages(self, towards: str = "next", **query: Any) -> list[dict[str, Any]]:
        asked = {name: value for name, value in query.items() if value}
        turned = [self._get(asked)]
        while cursor := turned[-1][towards]:
            assert len(turned) < 200, "the pages go round in circles"
            turned.append(self._get({**asked, "cursor": cursor}))
        return turned

    def _get(self, query: dict[str, Any]) -> dict[str, Any]:
        answer = self.owner.get("/api/contacts", params=query)
        assert answer.status_code == 200, answer.text
        page: dict[str, Any] = answer.json()
        return page

    def count(self, **query: str) -> int:
        total, cursor = 0, ""
        while True:
            asked = {name: value for name, value in {**query, "cursor": cursor}.items() if value}
            answer = self.owner.get("/api/contacts/count", params=asked)
            assert answer.status_code == 200, answer.text
            total += answer.json()["count"]
            cursor = answer.json()["cursor"]
            if not cursor:
                return total


@pytest.fixture(scope="module")
def fair(world: World) -> Fair:
    """Sixty people of few names, each with some of six interests, a third of them nobody's."""
    draw = random.Random(4)
    fair = Fair(Visitor(world.urls[0]).sign_up("Alice"))
    for number in range(INTERESTS):
        made = fair.owner.post("/api/interests", json={"name": f"Intérêt {number}"}).json()
        fair.interests.append(made["id"])
    for name in ("Pomme", "Poire"):
        fair.companies.append(fair.owner.post("/api/companies", json={"name": name}).json()["id"])
    for number in range(PEOPLE):
        about: dict[str, Any] = {
            "last_name": draw.choice(["Le Goff", "Legrand", "Œuvrard", "Été", "Zola"]),
            "first_name": draw.choice(["Anne", "Élise", None]),
            "personal_city": draw.choice(["Brest", "Évry", None]),
            "interest_ids": [each for each in fair.interests if draw.random() < 0.45],
        }
        if number % 3 == 0:
            about["owner_id"] = None
        if number % 4 == 0:
            about["position"] = {"company_id": fair.companies[number % 8 // 4]}
        person = fair.owner.post("/api/contacts", json=about).json()
        job = person["main_position"] or {}
        person["filters"] = {person["owner_id"], job.get("company_id")}
        fair.people[person["id"]] = person
    return fair


def _joined(values: list[str]) -> str:
    return ",".join(values)


sides = st.lists(st.integers(0, INTERESTS - 1), max_size=3, unique=True)


@given(
    all_=sides,
    any_=sides,
    none=sides,
    sort=st.sampled_from(SORTS),
    order=st.sampled_from(["asc", "desc"]),
    limit=st.sampled_from([1, 4, 7, 50]),
    other=st.sampled_from(["", "owner", "company"]),
    tight=st.booleans(),
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
def test_a_crossing_shows_each_of_its_people_once_in_order_both_ways(
    fair: Fair,
    all_: list[int],
    any_: list[int],
    none: list[int],
    sort: str,
    order: str,
    limit: int,
    other: str,
    tight: bool,
) -> None:
    lists = [[fair.interests[number] for number in side] for side in (all_, any_, none)]
    filters = {}
    if other:
        value = fair.owner.user["id"] if other == "owner" else fair.companies[0]
        filters = {f"{other}_id": value}
    asked = dict(zip(("interests_all", "interests_any", "interests_none"), map(_joined, lists), strict=True))
    wanted = fair.expected(*lists, **filters)
    with pytest.MonkeyPatch.context() as patched:
        if tight:
            # Budgets that end in the middle of things, as they do where there are a hundred thousand people.
            for module, name, value in (
                (crossed, "ENTRY_UNITS", 0.5),
                (crossed, "GATHER_UNITS", 0.5),
                (totals, "TOTAL_UNITS", 0.5),
                (totals, "SLICE_UNITS", 0.5),
                (totals, "_SLICE_ROWS", 8),
                (postings, "_SHORTEST", 2),
                (postings, "_LONGEST", 3),
                (reading, "SCAN_PAGE", 4),
                (reading, "BUDGET_ROWS", 12),
            ):
                patched.setattr(module, name, value)
        forth = fair.pages(sort=sort, order=order, limit=limit, **asked, **filters)
        found = [row["id"] for page in forth for row in page["items"]]
        assert len(found) == len(set(found))
        assert set(found) == wanted
        assert found == [id_ for id_ in _in_order(fair, sort, order) if id_ in wanted]
        for page in forth:
            assert page["total"] <= len(wanted)
            assert page["total"] == len(wanted) or not page["total_is_exact"]
            assert page["partial"] or len(page["items"]) == limit or page["next"] is None
        if not tight:
            assert forth[0]["total_is_exact"]
        # Turned back from the last page, the same rows pass the other way.
        last = [page for page in forth if page["items"]][-1:]
        if last and last[0]["previous"] and not tight:
            back = fair.pages(
                "previous",
                sort=sort,
                order=order,
                limit=limit,
                cursor=last[0]["previous"],
                **asked,
                **filters,
            )
            seen = [row["id"] for page in back for row in reversed(page["items"])]
            assert seen[::-1] == found[: len(found) - len(last[0]["items"])]
        assert fair.count(**asked, **filters) == len(wanted)


def _in_order(fair: Fair, sort: str, order: str) -> list[str]:
    """All people as the list itself sorts them without any filter."""
    pages = fair.pages(sort=sort, order=order, limit=200)
    return [row["id"] for row in itertools.chain.from_iterable(page["items"] for page in pages)]
