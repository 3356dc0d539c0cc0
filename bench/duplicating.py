"""What it costs to tell who is there already while somebody types, and to walk a tenant for likely pairs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from time import perf_counter

from bench.figures import Figure
from bench.till import Till

SAMPLE, SLICES = 20, 12
TYPED, SLICE, SECONDS = 10, 100, 3


def figures(till: Till, size: int) -> Iterator[Figure]:
    """The dearest warning of some people typed once more, and the dearest and slowest slice of the walk."""
    visitor = till.visitor
    rows = visitor.read("/api/contacts", sort="updated_at", limit=SAMPLE)["items"]
    warnings = (partial(visitor.read, "/api/contacts/likely", **_typed(till, row["id"])) for row in rows)
    yield Figure(f"warning while typing, at {size:,} contacts", till.reads(warnings), "RCU", TYPED)
    cursor, units, slowest, walked = "", 0.0, 0.0, 0
    while cursor is not None and walked < SLICES:
        began = perf_counter()
        consumed = till.ring(partial(visitor.read, "/api/duplicates", cursor=cursor))
        slowest = max(slowest, perf_counter() - began)
        units = max(units, sum(each.units for each in consumed))
        cursor = visitor.read("/api/duplicates", cursor=cursor)["next"]
        walked += 1
    yield Figure(f"  a slice of the likely pairs, of the first {walked}", units, "RCU", SLICE)
    yield Figure("  and how long it takes", slowest, "s", SECONDS)


def _typed(till: Till, contact_id: str) -> dict[str, str]:
    """What one would type of a person who is there already."""
    person = till.visitor.read(f"/api/contacts/{contact_id}")
    main = person["main_position"] or {}
    typed = {
        "last_name": person["last_name"],
        "first_name": person["first_name"],
        "email": person["personal_email"] or main.get("email"),
        "phone": person["personal_mobile"] or main.get("phone"),
        "company_id": main.get("company_id"),
    }
    return {name: text for name, text in typed.items() if text}
