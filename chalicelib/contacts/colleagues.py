"""Who worked beside a person: in the same company, in periods that overlap as far as their dates tell.

Dates are honest: "2019" may be any day of that year, no end means still there, no start means since who knows
when. Whoever may have been there at the same time is a colleague.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from chalicelib.contacts import people
from chalicelib.contacts.dates import earlier, ends_before, later
from chalicelib.contacts.models import CONTACTS, NO_END, Contact, Position, full_name
from chalicelib.contacts.people import Line, Place
from chalicelib.core import cursors, ids, records
from chalicelib.core.cursors import NOT_A_CURSOR, Cursor
from chalicelib.core.errors import Invalid
from chalicelib.core.store import Store
from chalicelib.core.work import Caller


class Period(NamedTuple):
    """From when until when; None is an unknown start, or an end that is not there yet."""

    start: str | None
    end: str | None


class Pair(NamedTuple):
    """A position of the person, and one of somebody in the same company."""

    job: Position
    line: Line

    @property
    def period(self) -> Period:
        return Period(self.job.fields.start, self.job.fields.end)

    @property
    def their_period(self) -> Period:
        return Period(self.line.start, self.line.end)


def overlap(one: Period, other: Period) -> bool:
    """Whether both may have been there on one day."""
    return not any(
        period.end and begun.start and ends_before(period.end, begun.start)
        for period, begun in ((one, other), (other, one))
    )


def shared(one: Period, other: Period) -> Period:
    """From the later start to the earlier end; as unknown or open as those are."""
    known = [each for each in (one.end, other.end) if each]
    return Period(
        later(one.start, other.start) if one.start and other.start else None,
        earlier(known[0], known[-1]) if known else None,
    )


def page(caller: Caller, contact_id: str, limit: int, cursor: str) -> dict[str, Any]:
    """A page of former and present colleagues, company by company, the person's last one first."""
    contact = records.get(caller, CONTACTS, contact_id)
    bound = f"colleagues {caller.tenant} {caller.visibility} {contact_id}"
    at = cursors.read(cursor, bound) if cursor else None
    read = _pairs(caller.store, _jobs(contact), at.value if at else "")

    def keep(pair: Pair) -> bool:
        is_somebody_else = pair.line.contact_id != contact_id and people.may_see(caller, pair.line)
        return is_somebody_else and overlap(pair.period, pair.their_period)

    turned = people.turn(read, keep, limit, at.told if at else None)
    after = turned.after
    go_on = after and Cursor(after.job.id + "".join(after.line.place), told=turned.told)
    return {
        "items": _shown(caller, turned.found),
        "next": cursors.sign(go_on, bound) if go_on else None,
        "previous": None,
        "total": turned.told[0],
        "total_is_exact": turned.told[1],
        "partial": turned.partial,
    }


def _jobs(contact: Contact) -> list[Position]:
    """Positions that were not taken away, the one that lasts longest first."""
    live = [position for position in contact.parts if not position.archived]
    return sorted(
        live, key=lambda each: (each.fields.end or NO_END, each.fields.start or "", each.id), reverse=True
    )


def _pairs(store: Store, jobs: list[Position], after: str) -> Iterator[Pair]:
    """Each position with all positions in its company that may not have ended before it began."""
    place: Place | None = None
    if after:
        job_id, position_id, sort_value = (
            after[: ids.LENGTH],
            after[ids.LENGTH : 2 * ids.LENGTH],
            after[2 * ids.LENGTH :],
        )
        place = Place(position_id, sort_value)
        at = next((number for number, job in enumerate(jobs) if job.id == job_id), None)
        if at is None:
            raise Invalid.field("cursor", NOT_A_CURSOR)
        jobs = jobs[at:]
    for job in jobs:
        for line in people.lines(store, job.fields.company_id, since=job.fields.start or "", after=place):
            yield Pair(job, line)
        place = None


def _shown(caller: Caller, pairs: list[Pair]) -> list[dict[str, Any]]:
    """The pairs as the wire shows them; whoever has just gone is left out."""
    store = caller.store
    found = store.get_many([CONTACTS.base_key(store, pair.line.contact_id) for pair in pairs])
    shown = []
    for pair in pairs:
        item = found.get(CONTACTS.base_key(store, pair.line.contact_id))
        colleague = CONTACTS.read(pair.line.contact_id, item) if item else None
        if colleague and not colleague.archived and records.may_see(caller, colleague):
            shown.append(_to_json(pair, colleague))
    return shown


def _to_json(pair: Pair, colleague: Contact) -> dict[str, Any]:
    period = shared(pair.period, pair.their_period)
    return {
        "contact_id": colleague.id,
        "contact": full_name(colleague),
        "company_id": pair.job.fields.company_id,
        "company": pair.job.extra["company"],
        "from": period.start,
        "to": period.end,
        "present": people.is_present(*pair.period) and people.is_present(*pair.their_period),
    }
