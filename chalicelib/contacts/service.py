"""The front door of contacts and their positions."""

from typing import Any

from chalicelib.accounts import service as accounts
from chalicelib.companies import service as companies
from chalicelib.contacts import models
from chalicelib.contacts.models import CONTACT_LIST, CONTACTS, Contact, to_json
from chalicelib.core import history, pages, records
from chalicelib.core.errors import Invalid
from chalicelib.core.lists import Asked
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work

ONE_OF_BOTH = Text(
    "Demandez les postes d'un contact (contact_id) ou d'une société (company_id).",
    "Ask for the positions of a contact (contact_id) or of a company (company_id).",
)

__all__ = ["CONTACTS", "CONTACT_LIST", "Contact", "to_json"]


def create(work: Work, values: dict[str, Any]) -> Contact:
    """A new contact; `Invalid` names each wrong field."""
    contact = records.new(work, CONTACTS, values)
    _check_owner(work.caller, contact, values)
    records.save(work, CONTACTS, None, contact, "create")
    return contact


def imported(
    work: Work,
    contact_id: str,
    about: dict[str, Any],
    job: dict[str, Any] | None,
    company: tuple[str, str] | None,
) -> Contact:
    """A contact of an address book, with its position in `company` (id, name); not yet written.

    `Invalid` names every wrong field of the person and of the position together.
    """
    contact, refusals = None, []
    try:
        contact = records.new(work, CONTACTS, about, record_id=contact_id)
    except Invalid as refusal:
        refusals.append(refusal)
    position = None
    if company is not None:
        try:
            position = models.new_position(work, contact_id, company, job or {})
        except Invalid as refusal:
            refusals.append(refusal)
    if contact is None or refusals:
        raise Invalid(fields=[each for refusal in refusals for each in refusal.fields])
    return models.with_parts(contact, position) if position else contact


def change(work: Work, contact_id: str, expected: int, changes: dict[str, Any]) -> Contact:
    contact = records.change(work, CONTACTS, contact_id, expected, changes, show=to_json)
    _check_owner(work.caller, contact, changes)
    return contact


def _check_owner(caller: Caller, contact: Contact, given: dict[str, Any]) -> None:
    if "owner_id" in given:
        accounts.require_user(caller, "owner_id", contact.fields.owner_id)


def get(caller: Caller, contact_id: str) -> Contact:
    return records.get(caller, CONTACTS, contact_id)


def archive(work: Work, contact_id: str) -> Contact:
    return records.set_archived(work, CONTACTS, contact_id, True)


def restore(work: Work, contact_id: str) -> Contact:
    return records.set_archived(work, CONTACTS, contact_id, False)


def page(caller: Caller, asked: Asked) -> pages.Rows:
    return pages.page(caller, CONTACT_LIST, asked)


def history_of(caller: Caller, contact_id: str) -> list[dict[str, Any]]:
    """Who changed what, newest first."""
    get(caller, contact_id)
    return history.of_record(caller.store, CONTACTS.base_key(caller.store, contact_id)[0])


def positions(caller: Caller, contact_id: str | None, company_id: str | None) -> list[dict[str, Any]]:
    """The positions of a contact, or the people of a company, present ones first."""
    if contact_id:
        contact = get(caller, contact_id)
        return [models.position_to_json(contact, position) for position in _newest_first(contact)]
    if not company_id:
        raise Invalid.field("contact_id", ONE_OF_BOTH)
    companies.get(caller, company_id)
    return _people_of(caller, company_id)


def _newest_first(contact: Contact) -> list[models.Position]:
    def age(position: models.Position) -> tuple[bool, str, str]:
        fields = position.fields
        return fields.is_main, fields.end or models.NO_END, fields.start or ""

    return sorted(contact.parts, key=age, reverse=True)


def _people_of(caller: Caller, company_id: str) -> list[dict[str, Any]]:
    store = caller.store
    pairs = models.of_company(store, company_id)
    bases = [CONTACTS.base_key(store, contact_id) for contact_id, _ in pairs]
    jobs = [models.position_key(store, *pair) for pair in pairs]
    found = store.get_many([*bases, *jobs])
    shown = []
    for (contact_id, _), base, job in zip(pairs, bases, jobs, strict=True):
        contact = records.assemble(CONTACTS, contact_id, [found[key] for key in (base, job) if key in found])
        if contact and contact.parts and records.may_see(caller, contact):
            shown.append(models.position_to_json(contact, contact.parts[0]))
    return shown
