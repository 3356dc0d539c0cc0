"""What requests cost on AWS, in the units DynamoDB bills: metered through the real app at three sizes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any

from bench import meter
from bench.figures import Figure
from bench.people import LONG_NOTE, Person, people
from bench.stage import Stage
from bench.visitors import Visitor
from infra.local import environment
from infra.local.gateway import Gateway

SORTS = ("last_name", "first_name", "company", "city", "email", "updated_at")
PAGE, STRIDE = 50, 200
READ_LIMIT, CREATE_LIMIT, HIDDEN_LIMIT, SHOWN_LIMIT = 2, 34, 7, 12
SAMPLE = 20


@dataclass
class Till:
    """Adds up what each request of a visitor costs."""

    engine: meter.MeteredEngine
    visitor: Visitor

    def ring(self, request: Callable[[], Any]) -> list[meter.Consumed]:
        """What one request consumed."""
        self.engine.begin()
        request()
        return self.engine.consumed

    def writes(self, requests: Iterable[Callable[[], Any]]) -> float:
        """The WCU of the dearest of some requests."""
        return max(sum(each.units for each in self.ring(one) if not each.is_read) for one in requests)

    def reads(self, requests: Iterable[Callable[[], Any]]) -> float:
        """The RCU of the dearest of some requests."""
        return max(sum(each.units for each in self.ring(one) if each.is_read) for one in requests)


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """List pages at three sizes, then what writes cost; stops the stage, whose database it opens itself."""
    sizes = (100, 300, 1_000) if small else (1_000, 10_000, 100_000)
    emails = [stage.filled(size).email for size in sizes]
    stage.world.stop()
    os.environ.update(environment.over(os.environ, stage.world.environment()))
    with meter.serving(stage.world.data / "dynamodb", stage.world.engine_port) as engine:
        product = Gateway(import_module("app").app)
        costs: set[float] = set()
        for size, email in zip(sizes, emails, strict=True):
            with Visitor(stage.origin, product) as visitor:
                yield from _lists(Till(engine, visitor.sign_in(email)), size, costs)
        yield Figure("list pages of 50: dearest / cheapest of all sizes", max(costs) / min(costs), "x", 1)
        with Visitor(stage.origin, product) as visitor:
            till = Till(engine, visitor.sign_in(emails[-1]))
            yield from _writes(till)
            yield from _sessions(till, emails[-1])


def _lists(till: Till, size: int, costs: set[float]) -> Iterator[Figure]:
    """The page's own Query, and the whole request with its session check and its total."""
    for place, depth in (("first", 0), ("middle", size // 2)):
        pages = [_page(till, sort, order, depth) for sort in SORTS for order in ("asc", "desc")]
        queries = [max(each.units for each in consumed if each.index) for consumed in pages]
        costs.update(queries)
        yield Figure(f"list page of {PAGE}, {place}, at {size:,}", max(queries), "RCU", READ_LIMIT)
    yield Figure(
        f"  with session and total, at {size:,}", max(sum(c.units for c in page) for page in pages), "RCU"
    )


def _page(till: Till, sort: str, order: str, depth: int) -> list[meter.Consumed]:
    """What the page after `depth` rows consumes, reached by its cursors as a reader reaches it."""
    asked: dict[str, Any] = {"sort": sort, "order": order}
    for _ in range(0, depth, STRIDE):
        found = till.visitor.read("/api/contacts", **asked, limit=min(STRIDE, depth))
        asked["cursor"] = found["next"]
    return till.ring(lambda: till.visitor.read("/api/contacts", **asked, limit=PAGE))


def _writes(till: Till) -> Iterator[Figure]:
    visitor = till.visitor
    bodies = [_contact(person) for person in _sample()]
    made: list[dict[str, Any]] = []
    creations = [lambda body=body: made.append(visitor.create("/api/contacts", **body)) for body in bodies]
    yield Figure("contact create", till.writes(creations), "WCU", CREATE_LIMIT)
    imported = visitor.read("/api/contacts", limit=SAMPLE, sort="company")["items"]
    ids = [each["id"] for each in (*made, *imported)]
    yield Figure("contact get", till.reads(_each(ids, lambda id_: visitor.read(f"/api/contacts/{id_}"))), "RCU")

    def edit(what: str, limit: float | None = None, **fields: Any) -> Figure:
        changes = []
        for id_ in ids:
            version = visitor.read(f"/api/contacts/{id_}")["version"]
            changes.append(
                lambda id_=id_, version=version: visitor.change(f"/api/contacts/{id_}", version, **fields)
            )
        return Figure(what, till.writes(changes), "WCU", limit)

    yield edit("contact edit, not displayed (note)", HIDDEN_LIMIT, note="À rappeler en septembre")
    yield edit("contact edit, not displayed (street)", HIDDEN_LIMIT, personal_street="12 rue Pasteur")
    yield edit("contact edit, displayed (city)", SHOWN_LIMIT, personal_city="Quimperlé")
    yield edit("contact edit, displayed (mobile)", SHOWN_LIMIT, personal_mobile="06 44 27 31 63")
    yield edit("contact edit, displayed (e-mail)", SHOWN_LIMIT, personal_email="jean.martin@exemple.fr")
    yield edit("contact rename", last_name="Cœurderoy")
    yield edit(f"contact edit, a note of {len(LONG_NOTE):,} characters", note=LONG_NOTE)
    companies = [_company(number, person) for number, person in enumerate(_sample())]
    creations = [lambda body=body: visitor.create("/api/companies", **body) for body in companies]
    yield Figure("company create", till.writes(creations), "WCU")


def _each(ids: list[str], request: Callable[[str], Any]) -> list[Callable[[], Any]]:
    return [lambda id_=id_: request(id_) for id_ in ids]


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
