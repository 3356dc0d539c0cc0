"""Who worked beside whom: the same company, at the same time as far as honest dates tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.contacts import people
from chalicelib.contacts.colleagues import Period, overlap, shared
from tests.world import Visitor

Dates = tuple[str | None, str | None]


def _company(visitor: Visitor, name: str = "Pomme") -> str:
    return str(visitor.post("/api/companies", json={"name": name}).json()["id"])


def _person(
    visitor: Visitor, last_name: str, company: str, dates: Dates = (None, None), **fields: Any
) -> str:
    job = {"company_id": company, "start": dates[0], "end": dates[1]}
    answer = visitor.post("/api/contacts", json={"last_name": last_name, "position": job, **fields})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def _job(visitor: Visitor, contact: str, company: str, dates: Dates) -> dict[str, Any]:
    about = {"contact_id": contact, "company_id": company, "start": dates[0], "end": dates[1]}
    made: dict[str, Any] = visitor.post("/api/positions", json=about).json()
    return made


def _page(visitor: Visitor, contact: str, **query: Any) -> dict[str, Any]:
    answer = visitor.get(f"/api/contacts/{contact}/ex-colleagues", params=query)
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def _names(visitor: Visitor, contact: str) -> list[str]:
    return [row["contact"] for row in _page(visitor, contact)["items"]]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2015", "2018"), ("2018", "2020"), ("2018", "2018")),
        (("2015", "2018-03"), ("2018-04", "2020"), None),
        (("2015", "2018-03-31"), ("2018-03", "2020"), ("2018-03", "2018-03-31")),
        (("2015", "2018-03-31"), ("2018-04-01", None), None),
        (("2019", None), ("2019-03-15", None), ("2019", None)),
        (("2019-03", "2019"), ("2019-05-02", "2019-06"), ("2019-05-02", "2019")),
        ((None, None), (None, "2001"), (None, "2001")),
        ((None, "2000"), ("2001", None), None),
        ((None, "2001"), ("2001-12-31", None), (None, "2001")),
        (("2010", "2012"), ("2013", "2014"), None),
    ],
)
def test_periods_overlap_if_they_may_and_share_what_is_known(
    one: Dates, other: Dates, expected: Dates | None
) -> None:
    for first, second in ((Period(*one), Period(*other)), (Period(*other), Period(*one))):
        assert overlap(first, second) == (expected is not None)
        if expected:
            assert shared(first, second) == expected


def test_who_was_there_at_the_same_time_is_shown_with_company_and_period(alice: Visitor) -> None:
    pomme = _company(alice)
    zoe = _person(alice, "Zoé", pomme, ("2015", "2018"))
    _person(alice, "Avant", pomme, ("2010", "2014"))
    beside = _person(alice, "Beside", pomme, ("2016-03", "2020-01-01"))
    _person(alice, "Après", pomme, ("2019", None))
    _person(alice, "Ailleurs", _company(alice, "Poire"), ("2015", "2018"))
    assert _page(alice, zoe)["items"] == [
        {
            "contact_id": beside,
            "contact": "Beside",
            "company_id": pomme,
            "company": "Pomme",
            "from": "2016-03",
            "to": "2018",
            "present": False,
        }
    ]
    assert _names(alice, beside) == ["Après", "Zoé"]


def test_present_colleagues_are_told_from_former_ones_the_last_company_comes_first(alice: Visitor) -> None:
    pomme, poire = _company(alice), _company(alice, "Poire")
    zoe = _person(alice, "Zoé", pomme)
    _job(alice, zoe, poire, ("2001", "2005"))
    _person(alice, "Brun", pomme)
    _person(alice, "Adam", pomme)
    _person(alice, "Caron", pomme, (None, "2009"))
    _person(alice, "Dion", pomme, (None, "2019-05"))
    _person(alice, "Émile", poire, ("2003", None))
    shown = [(row["contact"], row["company"], row["present"]) for row in _page(alice, zoe)["items"]]
    assert shown == [
        ("Adam", "Pomme", True),
        ("Brun", "Pomme", True),
        ("Dion", "Pomme", False),
        ("Caron", "Pomme", False),
        ("Émile", "Poire", False),
    ]


def test_who_comes_back_shares_two_periods(alice: Visitor) -> None:
    pomme = _company(alice)
    zoe = _person(alice, "Zoé", pomme, ("2001", "2003"))
    _job(alice, zoe, pomme, ("2008", "2010"))
    _person(alice, "Adam", pomme, ("2000", "2009"))
    shown = [(row["from"], row["to"]) for row in _page(alice, zoe)["items"]]
    assert shown == [("2008", "2009"), ("2001", "2003")]


def test_what_was_archived_or_taken_away_is_not_shown(alice: Visitor) -> None:
    pomme = _company(alice)
    zoe = _person(alice, "Zoé", pomme)
    gone = _person(alice, "Archivé", pomme)
    _person(alice, "Adam", pomme)
    taken = _job(alice, _person(alice, "Retiré", _company(alice, "Poire")), pomme, (None, None))
    alice.delete(f"/api/contacts/{gone}")
    alice.delete(f"/api/positions/{taken['id']}")
    assert _names(alice, zoe) == ["Adam"]
    alice.post(f"/api/contacts/{gone}/restore")
    assert _names(alice, zoe) == ["Adam", "Archivé"]
    own = alice.get("/api/positions", params={"contact_id": zoe}).json()["items"][0]
    alice.delete(f"/api/positions/{own['id']}")
    assert _names(alice, zoe) == []


def test_bob_sees_only_colleagues_of_his_own(alice: Visitor, bob: Visitor) -> None:
    pomme = _company(alice)
    mine = _person(alice, "Adam", pomme)
    _person(alice, "Brun", pomme, owner_id=bob.user["id"])
    zoe = _person(alice, "Zoé", pomme, owner_id=bob.user["id"])
    assert _names(bob, zoe) == ["Brun"]
    assert _page(bob, zoe)["total"] == 1
    assert bob.get(f"/api/contacts/{mine}/ex-colleagues").status_code == 404


def test_pages_lead_through_everybody_once(alice: Visitor) -> None:
    pomme, poire = _company(alice), _company(alice, "Poire")
    zoe = _person(alice, "Zoé", pomme, ("2010", None))
    _job(alice, zoe, poire, ("2000", "2009"))
    expected = {
        _person(
            alice, f"Nom{number}", (pomme, poire)[number % 2], ("2005", (None, "2015", "2012-03")[number % 3])
        )
        for number in range(14)
    }
    for limit in (1, 3, 14):
        found, cursor = [], ""
        while True:
            page = _page(alice, zoe, limit=limit, **({"cursor": cursor} if cursor else {}))
            assert (page["total"], page["total_is_exact"], page["partial"]) == (14, True, False)
            found += [row["contact_id"] for row in page["items"]]
            cursor = page["next"]
            if not cursor:
                break
            assert len(page["items"]) == limit
        assert len(found) == 14
        assert set(found) == expected


def test_out_of_budget_it_says_so_and_goes_on(alice: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    pomme = _company(alice)
    zoe = _person(alice, "Zoé", pomme, ("2010", None))
    for number in range(7):
        _person(alice, f"Nouveau{number}", pomme, ("2025", None) if number > 3 else (None, "2024"))
    monkeypatch.setattr(people, "BUDGET", 3)
    monkeypatch.setattr(people, "COUNTED", 1)
    found, pages, cursor = [], [], ""
    while not pages or cursor:
        pages.append(_page(alice, zoe, **({"cursor": cursor} if cursor else {})))
        found += [row["contact"] for row in pages[-1]["items"]]
        cursor = pages[-1]["next"]
    assert sorted(found) == [f"Nouveau{number}" for number in range(7)]
    assert pages[0]["partial"]
    assert not pages[0]["total_is_exact"]


@pytest.mark.parametrize("query", [{"cursor": "forged"}, {"limit": "0"}, {"limit": "201"}])
def test_it_refuses_what_is_no_page(alice: Visitor, query: dict[str, str]) -> None:
    zoe = _person(alice, "Zoé", _company(alice))
    refused = alice.get(f"/api/contacts/{zoe}/ex-colleagues", params=query)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, next(iter(query)))


def test_a_cursor_of_one_person_is_not_another_ones(alice: Visitor, visitor: Callable[[], Visitor]) -> None:
    pomme = _company(alice)
    zoe, adam = _person(alice, "Zoé", pomme), _person(alice, "Adam", pomme)
    _person(alice, "Brun", pomme)
    cursor = _page(alice, zoe, limit=1)["next"]
    assert _page(alice, zoe, limit=1, cursor=cursor)["items"][0]["contact"] == "Brun"
    assert alice.get(f"/api/contacts/{adam}/ex-colleagues", params={"cursor": cursor}).status_code == 422
