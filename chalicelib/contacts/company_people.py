"""What a company's page asks about its people: their positions, page by page, and what interests them."""

from itertools import islice
from typing import Any

from chalicelib.companies import service as companies
from chalicelib.contacts import models, people, positions
from chalicelib.contacts.models import CONTACTS
from chalicelib.contacts.people import Line, Place
from chalicelib.core import cursors, ids, pages, records
from chalicelib.core.cursors import Cursor
from chalicelib.core.errors import Invalid
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller
from chalicelib.interests import service as interests

ONE_OF_BOTH = Text(
    "Demandez les postes d'un contact (contact_id) ou d'une société (company_id).",
    "Ask for the positions of a contact (contact_id) or of a company (company_id).",
)
# Where no person has to be read, an answer may read more lines: 150 RCU.
WHOLE_BUDGET = 8_000


def page(caller: Caller, company_id: str, limit: int, cursor: str) -> dict[str, Any]:
    """A page of the positions in a company, those of today first; of whom the caller may see."""
    if not company_id:
        raise Invalid.field("contact_id", ONE_OF_BOTH)
    companies.get(caller, company_id)
    bound = f"people {caller.tenant} {caller.visibility} {company_id}"
    at = cursors.read(cursor, bound) if cursor else None
    after = Place(at.value[: ids.LENGTH], at.value[ids.LENGTH :]) if at else None
    read = people.lines(caller.store, company_id, after=after)
    turned = people.turn(read, lambda line: people.may_see(caller, line), limit, at.told if at else None)
    go_on = turned.after and Cursor("".join(turned.after.place), told=turned.told)
    return {
        "items": _shown(caller, turned.found),
        "next": cursors.sign(go_on, bound) if go_on else None,
        "previous": None,
        "total": turned.told[0],
        "total_is_exact": turned.told[1],
        "partial": turned.partial,
    }


def _shown(caller: Caller, lines: list[Line]) -> list[dict[str, Any]]:
    """The positions as the wire shows them, but those that have just gone."""
    store = caller.store
    bases = [CONTACTS.base_key(store, line.contact_id) for line in lines]
    jobs = [models.position_key(store, line.contact_id, line.place.position_id) for line in lines]
    found = store.get_many([*bases, *jobs])
    shown = []
    for line, base, job in zip(lines, bases, jobs, strict=True):
        items = [found[key] for key in (base, job) if key in found]
        contact = records.assemble(CONTACTS, line.contact_id, items)
        if contact and contact.parts and records.may_see(caller, contact):
            shown.append(positions.to_json(contact, contact.parts[0]))
    return shown


def interests_of(caller: Caller, company_id: str) -> dict[str, Any]:
    """What interests the people a company has today, and how many of them; the most frequent first."""
    companies.get(caller, company_id)
    read = people.lines(caller.store, company_id, since=people.today())
    people_by_mark: dict[str, set[str]] = {}
    for line in islice(read, WHOLE_BUDGET):
        if people.may_see(caller, line) and people.is_present(line.start, line.end):
            for mark in line.marks:
                people_by_mark.setdefault(mark, set()).add(line.contact_id)
    counts = {
        each: len(people_by_mark.get(models.interest_mark(each.id), ())) for each in interests.listed(caller)
    }
    ranked = sorted((each for each in counts if counts[each]), key=lambda each: -counts[each])
    whole = next(read, None) is None
    return {
        **pages.small({**each.to_json(), "count": counts[each]} for each in ranked),
        "total_is_exact": whole,
        "partial": not whole,
    }
