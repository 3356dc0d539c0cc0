"""The likely pairs of a tenant, each looked at once more before it is shown: both records, the reasons."""

import json
from typing import Any

from chalicelib.core import cursors, entries, records
from chalicelib.core.cursors import Cursor
from chalicelib.core.errors import Invalid
from chalicelib.core.records import Record
from chalicelib.core.texts import NOT_CHOICE
from chalicelib.core.words import email_text, fold, phone_text
from chalicelib.core.work import Caller
from chalicelib.duplicates import models, neighbours, walk
from chalicelib.duplicates.kinds import MERGEABLE, Mergeable
from chalicelib.duplicates.likeness import Names, companies_alike, people_alike
from chalicelib.duplicates.neighbours import Neighbour, compatible
from chalicelib.duplicates.walk import BY_EMAIL, BY_PHONE, MOST_SHARING, STAGES, Pair, Place

# Each is looked at for some 4.5 RCU: with the rows of the walk a call stays under 100.
MOST_PAIRS = 12


def page(caller: Caller, resource: str, cursor: str) -> dict[str, Any]:
    """A slice of the pairs in the envelope of a list: `partial`, with `next`, until the walk is over."""
    if resource not in MERGEABLE:
        raise Invalid.field("resource", NOT_CHOICE)
    bound = json.dumps(["duplicates", resource, caller.tenant, caller.visibility, caller.user_id])
    place = Place(*json.loads(cursors.read(cursor, bound).value)) if cursor else Place()
    what = MERGEABLE[resource]
    found, ahead = walk.pairs_from(caller, STAGES[what.resource], place, MOST_PAIRS)
    shown = _shown(caller, what, found)
    return {
        "items": shown,
        "next": cursors.sign(Cursor(json.dumps(ahead)), bound) if ahead else None,
        "previous": None,
        "total": len(shown),
        "total_is_exact": not cursor and ahead is None,
        "partial": ahead is not None,
    }


def _shown(caller: Caller, what: Mergeable, found: list[Pair]) -> list[dict[str, Any]]:
    """Those of the pairs that are not dismissed, both visible, and not told before."""
    firsts = {(pair.one, pair.other): pair for pair in reversed(found)}
    dismissed = models.dismissed(caller.store, firsts)
    wanted = [pair for both, pair in firsts.items() if both not in dismissed][::-1]
    ids = [id_ for pair in wanted for id_ in (pair.one, pair.other)]
    rows = {each.id: each for each in neighbours.of_ids(caller, what.list_, ids)}
    told = (
        _told(caller, what, pair, rows[pair.one], rows[pair.other])
        for pair in wanted
        if pair.one in rows and pair.other in rows
    )
    return [each for each in told if each]


def _told(
    caller: Caller, what: Mergeable, pair: Pair, one: Neighbour, other: Neighbour
) -> dict[str, Any] | None:
    """A pair with its reasons; None when they are no longer like each other, or were told before."""
    first, second = (records.find(caller, what.kind, each.id) for each in (one, other))
    if first is None or second is None:
        return None
    emails, phones = emails_of(first) & emails_of(second), phones_of(first) & phones_of(second)
    before = {text for text in emails if pair.stage > BY_EMAIL or text < pair.group}
    if pair.stage >= BY_PHONE:
        before |= {text for text in phones if pair.stage > BY_PHONE or text < pair.group}
    if _tell(caller, what, before):
        return None
    alike = _named_alike(what, first, second) and compatible(one.companies, other.companies)
    found = (("email", emails), ("phone", phones), ("name", alike))
    reasons = [reason for reason, holds in found if holds]
    if not reasons:
        return None
    rows = {name: {"id": each.id, **each.row} for name, each in (("a", one), ("b", other))}
    return {"resource": what.resource, **rows, "reasons": reasons}


def _tell(caller: Caller, what: Mergeable, texts: set[str]) -> bool:
    """Whether one of the texts is shared by few enough to tell a pair by itself."""
    return any(
        len(entries.holders(caller.store, what.kind.letter, text, MOST_SHARING + 1)) <= MOST_SHARING
        for text in texts
    )


def emails_of(record: Record[Any]) -> set[str]:
    """The addresses a record is found by."""
    return {email_text(value) for value in _values(record, "email")}


def phones_of(record: Record[Any]) -> set[str]:
    """The numbers a record is found by."""
    texts = (phone_text(value) for name in ("phone", "mobile") for value in _values(record, name))
    return {text for text in texts if text}


def _values(record: Record[Any], ending: str) -> list[str]:
    """What stands in the fields, of a record and its live positions, whose names end so (`work_phone`)."""
    sources = [record.fields, *(part.fields for part in record.parts if not part.archived)]
    return [
        value
        for fields in sources
        for name in type(fields).model_fields
        if name.endswith(ending) and (value := getattr(fields, name))
    ]


def _named_alike(what: Mergeable, one: Record[Any], other: Record[Any]) -> bool:
    if what.kind.part:
        return people_alike(
            *(Names(fold(each.fields.last_name), fold(each.fields.first_name or "")) for each in (one, other))
        )
    sites = {fold(each.fields.site_label or "") for each in (one, other)}
    return len(sites) == 1 and companies_alike(fold(one.fields.name), fold(other.fields.name))
