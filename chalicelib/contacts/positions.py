"""The jobs of a person in companies: several, present and past, one of them the main one."""

from dataclasses import replace
from functools import partial
from typing import Any

from chalicelib.companies import service as companies
from chalicelib.contacts import models
from chalicelib.contacts.models import CONTACTS, NO_END, POSITIONS, Contact, Position
from chalicelib.core import ids, records
from chalicelib.core.errors import Invalid, NotFound, Stale
from chalicelib.core.outbox import Told
from chalicelib.core.records import Record
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, committed

UNKNOWN_CONTACT = Text("Ce contact n'existe pas.", "There is no such contact.")
TWO_MAINS = Text(
    "Ce contact a déjà un poste principal : modifiez celui-ci, ou désignez l'autre ensuite.",
    "This contact already has a main position: change that one, or choose the other afterwards.",
)
ONE_MAIN = Text(
    "Un contact a toujours un poste principal : désignez plutôt un autre poste comme principal.",
    "A contact always has a main position: choose another position as the main one instead.",
)
# A contact with all its positions and search words is written in one transaction (100 actions).
MOST = 30
TOO_MANY = Text(
    "Ce contact a déjà 30 postes, ceux retirés compris : modifiez-en un.",
    "This contact already has 30 positions, removed ones included: change one of them.",
)
FIXED = Text("Un poste ne change pas de personne : créez-en un autre.", "A position stays with its person.")


def to_json(contact: Contact, position: Position) -> dict[str, Any]:
    """A position as the wire shows it, with the names of its person and company."""
    shown = {**position.to_json(), "contact": models.full_name(contact)}
    del shown["company_version"]
    return shown


def _live(contact: Contact) -> list[Position]:
    return [position for position in contact.parts if not position.archived]


def find(caller: Caller, position_id: str) -> tuple[Contact, Position]:
    """A position and its contact, or `NotFound`."""
    if not ids.is_id(position_id):
        raise NotFound
    pointer = caller.store.get(models.pointer_key(caller.store, position_id))
    if pointer is None:
        raise NotFound
    contact = records.get(caller, CONTACTS, str(pointer["l"]))
    for position in contact.parts:
        if position.id == position_id:
            return contact, position
    raise NotFound


def add(work: Work, values: dict[str, Any]) -> tuple[Contact, Position]:
    """A new position; the first of a contact is its main one. `Invalid` names each wrong field."""
    fields = POSITIONS.validate(values)
    contact = records.find(work.caller, CONTACTS, fields.contact_id)
    if contact is None:
        raise Invalid.field("contact_id", UNKNOWN_CONTACT)
    if len(contact.parts) >= MOST:
        raise Invalid.field("contact_id", TOO_MANY)
    if fields.is_main and models.main_position(contact):
        raise Invalid.field("is_main", TWO_MAINS)
    position = new(work, contact, values)
    after = _with(contact, position)
    _save(work, contact, after, None, position)
    return after, next(part for part in after.parts if part.id == position.id)


def new(work: Work, contact: Contact, values: dict[str, Any]) -> Position:
    """A position not yet written, bearing its company's name of this very moment."""
    fields = POSITIONS.validate({**values, "contact_id": contact.id})
    return Record(
        ids.new_id(work.at),
        fields,
        version=1,
        updated_at=work.at,
        extra=_named_after(_company(work, fields.company_id)),
    )


def _company(work: Work, company_id: str) -> companies.Company:
    """The company, which must not be renamed or removed before we commit."""
    try:
        company = companies.get(work.caller, company_id)
    except NotFound as error:
        raise Invalid.field("company_id", companies.UNKNOWN_COMPANY) from error
    if company.archived:
        raise Invalid.field("company_id", companies.ARCHIVED_COMPANY)
    companies.require_kept(work, company)
    return company


def _named_after(company: companies.Company) -> dict[str, Any]:
    return {"company": companies.display_name(company), "company_version": company.version}


def change(work: Work, position_id: str, expected: int, changes: dict[str, Any]) -> tuple[Contact, Position]:
    """Change a position; making it the main one unmakes the other."""
    contact, before = find(work.caller, position_id)
    if before.version != expected:
        raise Stale(to_json(contact, before))
    fields = POSITIONS.validate({**before.fields.model_dump(), **changes})
    if fields.contact_id != contact.id:
        raise Invalid.field("contact_id", FIXED)
    if before.fields.is_main and not fields.is_main:
        raise Invalid.field("is_main", ONE_MAIN)
    if fields == before.fields:
        return contact, before
    extra = before.extra
    if fields.company_id != before.fields.company_id:
        extra = _named_after(_company(work, fields.company_id))
    after = replace(before, fields=fields, version=before.version + 1, updated_at=work.at, extra=extra)
    whole = _with(contact, after)
    _save(work, contact, whole, before, after)
    return whole, next(part for part in whole.parts if part.id == position_id)


def set_archived(work: Work, position_id: str, archived: bool) -> tuple[Contact, Position]:
    """Take a position away, or bring it back; the main one leaves its place to the next."""
    contact, before = find(work.caller, position_id)
    if before.archived == archived:
        return contact, before
    fields = before.fields.model_copy(update={"is_main": False})
    after = replace(before, archived=archived, fields=fields, version=before.version + 1, updated_at=work.at)
    company = None if archived else companies.find(work.caller, fields.company_id)
    # No rename reached it while it was away.
    if company:
        companies.require_unchanged(work, company)
        after = replace(after, extra=_named_after(company))
    whole = _with(contact, after)
    _save(work, contact, whole, before, after)
    return whole, next(part for part in whole.parts if part.id == position_id)


def _with(contact: Contact, changed: Position) -> Contact:
    """The contact with one position changed or added, and exactly one main among those that are left."""
    others = [part for part in contact.parts if part.id != changed.id]
    parts = sorted([*others, changed], key=lambda part: part.id)
    live = [part for part in parts if not part.archived]
    main = changed if changed.fields.is_main and not changed.archived else _next_main(live)
    settled = tuple(_as_main(part, part is main, changed) for part in parts)
    return replace(contact, parts=settled, updated_at=changed.updated_at)


def _next_main(live: list[Position]) -> Position | None:
    """The main one of today, else the one that lasts longest or began last."""
    mains = [part for part in live if part.fields.is_main]
    return mains[0] if mains else max(live, key=_seniority, default=None)


def _seniority(position: Position) -> tuple[str, str, str]:
    fields = position.fields
    return fields.end or NO_END, fields.start or "", position.id


def _as_main(position: Position, is_main: bool, changed: Position) -> Position:
    """The position as the main one or not; one that nobody touched becomes another version by it."""
    if position.fields.is_main == is_main:
        return position
    fields = position.fields.model_copy(update={"is_main": is_main})
    version = position.version if position is changed else position.version + 1
    return replace(position, fields=fields, version=version)


def _save(work: Work, before: Contact, after: Contact, old: Position | None, new_: Position) -> None:
    """Save the contact for its position; the history names the company and what changed in the position."""
    records.save(work, CONTACTS, before, after, "position", told=(told(old), told(new_)))


def told(position: Position | None) -> dict[str, Any]:
    """A position as the history tells it; one that is away tells nothing."""
    if position is None or position.archived:
        return {}
    told = position.fields.model_dump(exclude={"contact_id", "company_id", "is_main"}, exclude_none=True)
    return {"position.company": position.extra["company"]} | {f"position.{k}": v for k, v in told.items()}


def listed(caller: Caller, contact_id: str, archived: bool = False) -> list[dict[str, Any]]:
    """The positions of a contact: the main one, then those that last longest."""
    contact = records.get(caller, CONTACTS, contact_id)
    found = sorted((part for part in contact.parts if part.archived == archived), key=_rank, reverse=True)
    return [to_json(contact, position) for position in found]


def _rank(position: Position) -> tuple[bool, str, str]:
    fields = position.fields
    return fields.is_main, fields.end or NO_END, fields.start or ""


def follow_company(told: Told) -> None:
    """A company got another name: write it wherever its people show it, one contact a transaction.

    What already bears the company's version is left alone, so that a killed pass is simply run again.
    """
    company_id = str(told.about["company_id"])
    for contact_id, _ in models.of_company(told.caller.store, company_id):
        committed(told.caller, partial(_follow, contact_id=contact_id, company_id=company_id))


def _follow(work: Work, contact_id: str, company_id: str) -> None:
    contact = records.find(work.caller, CONTACTS, contact_id)
    if contact is None:
        return
    company = companies.get(work.caller, company_id)
    after = renamed(contact, company)
    if after != contact:
        records.save(work, CONTACTS, contact, after, "")


def renamed(contact: Contact, company: companies.Company) -> Contact:
    """The contact with the company's name of today in every position there."""
    parts = tuple(
        replace(part, extra={**part.extra, **_named_after(company)})
        if part.fields.company_id == company.id and part.extra.get("company_version", 0) < company.version
        else part
        for part in contact.parts
    )
    return replace(contact, parts=parts)


def with_names_of_today(work: Work, contact: Contact) -> Contact:
    """The contact with today's names of all its companies, which must not change before we commit."""
    for company_id in dict.fromkeys(part.fields.company_id for part in contact.parts):
        company = companies.find(work.caller, company_id)
        if company:
            companies.require_unchanged(work, company)
            contact = renamed(contact, company)
    return contact
