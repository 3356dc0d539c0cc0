"""What crossing interests costs, and what is asked of companies and careers: in RCU, as AWS bills them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations, islice
from statistics import mean
from typing import Any

from bench.figures import Figure
from bench.people import surname
from bench.stage import Stage, import_file
from bench.till import Till, metered
from bench.visitors import Visitor

PAGE, FIRST_PAGE, ROW_PAGE, SLICE = 50, 40, 3, 100
PAIRS, PAIRS_IN_A_HURRY = 300, 20
SORTS = ("last_name", "first_name", "company", "city", "email", "updated_at")
PEOPLE, PEOPLE_IN_A_HURRY = 3_000, 60
LARGE = "large.company@example.fr"
Answers = list[tuple[dict[str, Any], float]]


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """Crossings at three sizes, then a large company; stops the stage, whose database it opens itself."""
    sizes = (100, 300, 1_000) if small else (1_000, 10_000, 100_000)
    emails = [stage.filled(size).email for size in sizes]
    _employ(stage, PEOPLE_IN_A_HURRY if small else PEOPLE)
    with metered(stage) as counter:
        for size, email in zip(sizes, emails, strict=True):
            with counter.till(email) as till:
                yield from _crossings(till, size, PAIRS_IN_A_HURRY if small else PAIRS)
        with counter.till(emails[1]) as till:
            yield from _row_pages(till, sizes[1])
        with counter.till(LARGE) as till:
            yield from _company(till)


def _crossings(till: Till, size: int, count: int) -> Iterator[Figure]:
    """Pairs of all interests alike: those of two rare ones are the dearest."""
    rng = random.Random(size)
    known = [each["id"] for each in till.visitor.read("/api/interests")["items"]]
    pairs = rng.sample(list(combinations(known, 2)), count)
    first = [_asked(till, "/api/contacts", interests_all=",".join(pair), limit=PAGE) for pair in pairs]
    costs, partial = [cost for _, cost in first], [page for page, _ in first if page["partial"]]
    yield Figure(f"A∧B, first {PAGE}, mean of {count} pairs at {size:,} contacts", mean(costs), "RCU")
    yield Figure("  dearest", max(costs), "RCU", FIRST_PAGE)
    yield Figure("  whose total is exact at once", _percent(page["total_is_exact"] for page, _ in first), "%")
    yield Figure("  cut short by the budget, and called partial", 100 * len(partial) / count, "%")
    if partial:
        yield Figure("    rows such a page shows on average", mean(len(page["items"]) for page in partial))
    mixed = [_mixed(till, rng, known) for _ in range(count // 3)]
    yield Figure("  all, any and none of six at random, in any order, mean", mean(c for _, c in mixed), "RCU")
    yield Figure("  dearest", max(cost for _, cost in mixed), "RCU")
    slices = [each for pair in islice(pairs, count // 10) for each in _counted(till, pair)]
    yield Figure("  a slice of an exact count, dearest", max(slices), "RCU", SLICE)


def _percent(flags: Any) -> float:
    return 100 * mean(map(float, flags))


def _asked(till: Till, path: str, **query: Any) -> tuple[dict[str, Any], float]:
    """The answer, and what the tenant's table was read for it; the session check is another table's."""
    answers: list[dict[str, Any]] = []
    consumed = till.ring(lambda: answers.append(till.visitor.read(path, **query)))
    return answers[0], sum(each.units for each in consumed if each.table == "crm")


def _mixed(till: Till, rng: random.Random, known: list[str]) -> tuple[dict[str, Any], float]:
    drawn = rng.sample(known, 6)
    sides = {
        "all": drawn[: rng.randint(0, 2)],
        "any": drawn[2 : rng.randint(2, 4)],
        "none": drawn[4 : rng.randint(4, 6)],
    }
    query = {f"interests_{side}": ",".join(values) for side, values in sides.items() if values}
    return _asked(till, "/api/contacts", **query, sort=rng.choice(SORTS), limit=PAGE)


def _counted(till: Till, pair: tuple[str, ...]) -> Iterator[float]:
    """The costs of the slices that count a crossing to its end."""
    cursor: dict[str, str] = {}
    while True:
        found, cost = _asked(till, "/api/contacts/count", interests_all=",".join(pair), **cursor)
        yield cost
        if not found["cursor"]:
            return
        cursor = {"cursor": found["cursor"]}


def _row_pages(till: Till, size: int) -> Iterator[Figure]:
    """Every page of the list: rows carry the interests of their people, two and a half on average."""
    costs, asked = [], {"limit": PAGE, "sort": "last_name"}
    while True:
        answers: list[dict[str, Any]] = []
        consumed = till.ring(lambda: answers.append(till.visitor.read("/api/contacts", **asked)))  # noqa: B023
        costs.append(sum(each.units for each in consumed if each.index))
        if not answers[0]["next"]:
            break
        asked["cursor"] = answers[0]["next"]
    yield Figure(f"list page of {PAGE}, mean of all pages of {size:,} contacts", mean(costs), "RCU")
    yield Figure("  dearest", max(costs), "RCU", ROW_PAGE)


def _employ(stage: Stage, count: int) -> None:
    """One company where so many people worked, most of whom have left, each with two interests."""
    rng = random.Random(count)
    file = stage.world.data / "large.csv"
    lines = ["Nom;Société;Date d'entrée;Date de sortie;Centres d'intérêt"]
    for number in range(count):
        start = rng.randint(1990, 2020)
        end = "" if number % 4 == 0 else str(start + rng.randint(0, 6))
        lines.append(f'{surname(rng)};Grande Maison;{start};{end};"Vin, Métier {number % 20}"')
    file.write_text("\n".join(lines))
    with Visitor(stage.origin) as visitor:
        visitor.sign_up(LARGE)
        import_file(visitor, file, count)


def _company(till: Till) -> Iterator[Figure]:
    company = till.visitor.read("/api/companies")["items"][0]["id"]
    page, cost = _asked(till, "/api/positions", company_id=company, limit=PAGE)
    yield Figure(f"page of {PAGE} of a company's {_counted_of(page)} people", cost, "RCU")
    found, cost = _asked(till, f"/api/companies/{company}/interests")
    everybody = max(each["count"] for each in found["items"])
    yield Figure(f"what interests its people of today, {everybody:,}", cost, "RCU")
    page, cost = _asked(till, f"/api/contacts/{page['items'][0]['contact_id']}/ex-colleagues", limit=PAGE)
    yield Figure(f"ex-colleagues of one of them, first {PAGE} of {_counted_of(page)}", cost, "RCU")


def _counted_of(page: dict[str, Any]) -> str:
    return f"{page['total']:,}" if page["total_is_exact"] else f"{page['total']:,} or more"
