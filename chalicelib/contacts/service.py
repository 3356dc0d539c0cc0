"""The front door of contacts and their positions."""

from collections.abc import Sequence
from typing import Any

from chalicelib.accounts import service as accounts
from chalicelib.contacts import models, positions, tagging
from chalicelib.contacts.models import CONTACT_LIST, CONTACTS, Contact, Position, full_name, to_json
from chalicelib.core import history, mass, pages, records
from chalicelib.core.errors import FieldError, Invalid
from chalicelib.core.fields import read
from chalicelib.core.lists import Asked
from chalicelib.core.texts import NOT_OBJECT
from chalicelib.core.work import Caller, Work
from chalicelib.interests import service as interests

__all__ = ["CONTACTS", "CONTACT_LIST", "Contact", "Position", "full_name", "to_json"]


def create(work: Work, values: dict[str, Any]) -> Contact:
    """A new contact, with a first position if `position` says one; `Invalid` names each wrong field."""
    about = {name: value for name, value in values.items() if name != "position"}
    contact = records.new(work, CONTACTS, about)
    accounts.require_user(work.caller, "owner_id", contact.owner_id)
    interests.require_live(work.caller, {"interest_ids": contact.fields.interest_ids})
    job = values.get("position")
    if job is not None:
        contact = models.with_parts(contact, _first_position(work, contact, job))
    records.save(work, CONTACTS, None, contact, "create")
    return contact


def _first_position(work: Work, contact: Contact, job: Any) -> models.Position:
    if not isinstance(job, dict):
        raise Invalid.field("position", NOT_OBJECT)
    try:
        return positions.new(work, contact, {**job, "is_main": True})
    except Invalid as refusal:
        raise Invalid(
            fields=[FieldError(f"position.{each.field}", each.text) for each in refusal.fields]
        ) from None


def imported(
    work: Work,
    contact_id: str,
    about: dict[str, Any],
    jobs: Sequence[tuple[dict[str, Any], tuple[str, str]]],
) -> Contact:
    """A contact of an address book, with jobs in companies (id, name), the main one first; not yet written.

    `Invalid` names every wrong field of the person and of the positions together.
    """
    contact, refusals = None, []
    try:
        contact = records.new(work, CONTACTS, about, record_id=contact_id)
    except Invalid as refusal:
        refusals.append(refusal)
    parts = []
    if len(jobs) > positions.MOST:
        refusals.append(Invalid.field("more_positions", positions.TOO_MANY))
    for place, (job, company) in enumerate(jobs[: positions.MOST]):
        try:
            parts.append(models.new_position(work, contact_id, company, job, place))
        except Invalid as refusal:
            refusals.append(refusal)
    if contact is None or refusals:
        raise Invalid(fields=[each for refusal in refusals for each in refusal.fields])
    return models.with_parts(contact, *sorted(parts, key=lambda part: part.id)) if parts else contact


def change(work: Work, contact_id: str, expected: int, changes: dict[str, Any]) -> Contact:
    before = get(work.caller, contact_id) if changes.keys() & {"interest_ids", "owner_id"} else None
    contact = records.change(work, CONTACTS, contact_id, expected, changes, show=to_json)
    if before:
        accounts.require_user(work.caller, "owner_id", contact.fields.owner_id, had=before.owner_id)
        # An archived interest that stood there before is left alone.
        given = set(contact.fields.interest_ids) - set(before.fields.interest_ids)
        interests.require_live(work.caller, {"interest_ids": given})
    return contact


def get(caller: Caller, contact_id: str) -> Contact:
    return records.get(caller, CONTACTS, contact_id)


def archive(work: Work, contact_id: str) -> Contact:
    return records.set_archived(work, CONTACTS, contact_id, True)


def restore(work: Work, contact_id: str) -> Contact:
    """Bring a contact back; its companies may have got other names meanwhile."""
    contact = records.set_archived(work, CONTACTS, contact_id, False, positions.with_names_of_today)
    return contact


def act_on_many(caller: Caller, values: dict[str, Any]) -> dict[str, Any]:
    """Do one thing to up to fifty contacts; `{done, failed, undo}`."""
    wanted = read(tagging.ContactAction, values)
    accounts.require_user(caller, "owner_id", wanted.owner_id, may_be_gone=wanted.action == mass.GIVE_BACK)
    verb = tagging.verb(caller, wanted) or mass.verb(archive, restore, CONTACTS, wanted)
    return mass.each(caller, wanted.ids, verb)


def page(caller: Caller, asked: Asked) -> pages.Rows:
    _check_crossing(caller, asked)
    return pages.page(caller, CONTACT_LIST, asked)


def count(caller: Caller, asked: Asked) -> dict[str, Any]:
    """`{count, cursor}` of one slice of a list: the counts of all slices add up to its exact total."""
    _check_crossing(caller, asked)
    return pages.count(caller, CONTACT_LIST, asked)


def _check_crossing(caller: Caller, asked: Asked) -> None:
    one, crossed = asked.filters.get("interest_id"), asked.crossed
    sides = {"interests_all": crossed.all, "interests_any": crossed.any, "interests_none": crossed.none}
    interests.require_live(caller, {**sides, "interest_id": [one] if one else []})


def history_of(caller: Caller, contact_id: str) -> list[dict[str, Any]]:
    """Who changed what, newest first."""
    get(caller, contact_id)
    return history.of_record(caller.store, CONTACTS.base_key(caller.store, contact_id)[0])
