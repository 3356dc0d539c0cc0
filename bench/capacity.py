"""What requests cost on AWS, in the units DynamoDB bills: metered through the real app at three sizes.

An edit writes the record (2), its history row (2) and its rows by date and by owner (3); one that lists show
also its five other rows (5). A column that sorts moves its own row (+1), what people search by is two
entries, one gone and one new (+4), an e-mail is also found by its beginning (+2), and a position is an item
of its own (+2). A record beyond 1 KB (every field filled, and interests) is written twice as dearly (+2).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from bench import duplicating, meter
from bench.figures import Figure
from bench.people import LONG_NOTE, Person, people
from bench.stage import Stage
from bench.till import Till, metered
from bench.visitors import Visitor

SORTS = ("last_name", "first_name", "company", "city", "email", "updated_at")
PAGE, STRIDE, MOST_ROWS = 50, 200, 200
READ_LIMIT, CREATE_LIMIT, HIDDEN_LIMIT, SHOWN_LIMIT = 2, 34, 7, 12
SORTED, SEARCHED, BEGUN, POSITION, LARGE = 1, 4, 2, 2, 2
SAMPLE = 20


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """List pages at three sizes, then what writes cost; stops the stage, whose database it opens itself."""
    sizes = (100, 300, 1_000) if small else (1_000, 10_000, 100_000)
    emails = [stage.filled(size).email for size in sizes]
    with metered(stage) as counter:
        dearest: dict[int, float] = {}
        for size, email in zip(sizes, emails, strict=True):
            with counter.till(email) as till:
                yield from _lists(till, size, dearest)
                yield from duplicating.figures(till, size)
        growth = dearest[sizes[-1]] / dearest[sizes[0]]
        yield Figure(f"list page of {PAGE}, {sizes[-1]:,} contacts / {sizes[0]:,}", growth, "x", 1)
        with counter.till(emails[-1]) as till:
            yield from _creations(till)
            yield from _edits(till)
            yield from _sessions(till, emails[-1])


def _lists(till: Till, size: int, dearest: dict[int, float]) -> Iterator[Figure]:
    """The page's own Query, and the whole request with its session check and its total."""
    for place, depth in (("first", 0), ("middle", size // 2)):
        pages = [_page(till, sort, order, depth) for sort in SORTS for order in ("asc", "desc")]
        units = max(each.units for consumed in pages for each in consumed if each.index)
        dearest[size] = max(dearest.get(size, 0), units)
        yield Figure(f"list page of {PAGE}, {place}, at {size:,} contacts", units, "RCU", READ_LIMIT)
    whole = max(sum(each.units for each in consumed) for consumed in pages)
    yield Figure("  with session check and total", whole, "RCU")


def _page(till: Till, sort: str, order: str, depth: int) -> list[meter.Consumed]:
    """What the page after `depth` rows consumes, reached by its cursors as a reader reaches it."""
    asked: dict[str, Any] = {"sort": sort, "order": order}
    for _ in range(0, depth, STRIDE):
        found = till.visitor.read("/api/contacts", **asked, limit=min(STRIDE, depth))
        asked["cursor"] = found["next"]
    return till.ring(lambda: till.visitor.read("/api/contacts", **asked, limit=PAGE))


def _creations(till: Till) -> Iterator[Figure]:
    visitor = till.visitor
    people_ = [_contact(person) for person in _sample()]
    made = (partial(visitor.create, "/api/contacts", **body) for body in people_)
    yield Figure("contact create", till.writes(made), "WCU", CREATE_LIMIT)
    companies = [_company(number, person) for number, person in enumerate(_sample())]
    made = (partial(visitor.create, "/api/companies", **body) for body in companies)
    yield Figure("company create", till.writes(made), "WCU")


def _edits(till: Till) -> Iterator[Figure]:
    visitor = till.visitor
    alone = _contacts(visitor, sort="updated_at", order="desc")
    employed = _contacts(visitor, sort="company", order="asc")
    jobs = [f"/api/positions/{visitor.read(path)['main_position']['id']}" for path in employed]
    yield Figure("contact get", till.reads(partial(visitor.read, path) for path in employed), "RCU")

    def edit(what: str, limit: float | None, paths: list[str], **fields: Any) -> Figure:
        # What lists show was to cost 12 at most; what is sorted or searched too goes beyond, and says so.
        aim = SHOWN_LIMIT if limit is not None and limit > SHOWN_LIMIT else None
        seen = [(path, visitor.read(path)["version"]) for path in paths]
        edits = (partial(visitor.change, path, version, **fields) for path, version in seen)
        return Figure(f"{what}, edit", till.writes(edits), "WCU", limit, aim)

    tagged = _contacts(visitor, tagged=True, sort="company", order="asc")
    yield edit("note, not displayed", HIDDEN_LIMIT, [*alone, *employed], note="À rappeler en septembre")
    yield edit("note of somebody with interests", HIDDEN_LIMIT + LARGE, tagged, note="À rappeler en mars")
    yield edit("street, not displayed", HIDDEN_LIMIT, [*alone, *employed], personal_street="12 rue Pasteur")
    yield edit("city, displayed and sorted by", SHOWN_LIMIT + SORTED, employed, personal_city="Quimperlé")
    searched = SHOWN_LIMIT + SEARCHED
    yield edit("mobile, displayed and searched by", searched, alone, personal_mobile="06 44 27 31 63")
    every = searched + SORTED + BEGUN
    yield edit("e-mail, displayed, sorted and searched by", every, alone, personal_email="j@exemple.fr")
    yield edit("title of a position, displayed", SHOWN_LIMIT + POSITION, jobs, title="Responsable qualité")
    yield edit("last name, in every search entry", None, employed, last_name="Cœurderoy")
    yield edit(f"a note of {len(LONG_NOTE):,} characters", None, employed, note=LONG_NOTE)


def _contacts(visitor: Visitor, *, tagged: bool = False, **order: str) -> list[str]:
    """The first few of a list who have interests or have none, by their paths."""
    rows = visitor.read("/api/contacts", limit=MOST_ROWS, **order)["items"]
    return [f"/api/contacts/{row['id']}" for row in rows if bool(row["interests"]) == tagged][:SAMPLE]


def _sample() -> list[Person]:
    return list(islice((person for person in people(1_000) if person.company and not person.note), SAMPLE))


def _contact(person: Person) -> dict[str, Any]:
    names = (
        "civility first_name last_name personal_phone personal_mobile personal_email personal_street "
        "personal_postal_code personal_city"
    ).split()
    filled = {name: getattr(person, name).strip() for name in names if getattr(person, name)}
    return {**filled, "personal_country": "FR", "note": "Rencontré au salon de Lyon"}


def _company(number: int, person: Person) -> dict[str, Any]:
    return {
        "name": f"{person.company} {number}",
        "kinds": ["client"],
        "street": person.personal_street,
        "postal_code": person.personal_postal_code,
        "city": person.personal_city.strip(),
        "country": "FR",
        "phone": person.work_phone or "01 44 27 31 63",
        "email": "contact@exemple.fr",
        "website": "https://exemple.fr",
    }


def _sessions(till: Till, email: str) -> Iterator[Figure]:
    visitor = till.visitor
    consumed = till.ring(lambda: visitor.sign_in(email))
    yield Figure("sign-in, reads", sum(each.units for each in consumed if each.is_read), "RCU")
    yield Figure("sign-in, writes", sum(each.units for each in consumed if not each.is_read), "WCU")
    consumed = till.ring(lambda: visitor.read("/api/preferences/theme"))
    checks = [each.units for each in consumed if each.table == "auth"]
    yield Figure("session check, of every request", sum(checks), "RCU")
