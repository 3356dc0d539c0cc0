"""People whose company is merged into another: they follow, and go back when that is undone."""

from dataclasses import replace

from chalicelib.companies.service import Company, display_name, find
from chalicelib.contacts.models import AWAY, Contact, Position, pointer_key, whose
from chalicelib.core.store import Store
from chalicelib.core.work import Caller


def naming(store: Store, company_id: str) -> list[str]:
    """Ids of all contacts with a position in a company, archived people and positions included."""
    return list(
        dict.fromkeys(
            whose(item)
            for letter in (AWAY, "O")
            for item in store.query_all(
                "ro", store.key(letter, company_id), index="by_company", range_key="rs"
            )
        )
    )


def moved(contact: Contact, company_id: str, into: Company) -> Contact:
    """The contact with its positions in a company moved into another, under that one's name of today."""
    return replace(contact, parts=tuple(_moved(part, company_id, into) for part in contact.parts))


def _moved(part: Position, company_id: str, into: Company) -> Position:
    if part.fields.company_id == company_id:
        fields = part.fields.model_copy(update={"company_id": into.id})
        return _named(replace(part, fields=fields, version=part.version + 1), into)
    if part.fields.company_id == into.id and part.extra["company"] != display_name(into):
        return _named(part, into)
    return part


def named_as_today(contact: Contact, company: Company) -> Contact:
    """The contact with a company's name of today, where it bears another or a later version's."""
    parts = tuple(
        _named(part, company)
        if part.fields.company_id == company.id
        and (
            part.extra["company"] != display_name(company) or part.extra["company_version"] > company.version
        )
        else part
        for part in contact.parts
    )
    return replace(contact, parts=parts)


def with_names_of_today(caller: Caller, contact: Contact) -> Contact:
    """The contact with today's names of all its companies."""
    for company_id in dict.fromkeys(part.fields.company_id for part in contact.parts):
        company = find(caller, company_id)
        contact = named_as_today(contact, company) if company else contact
    return contact


def _named(part: Position, company: Company) -> Position:
    extra = {**part.extra, "company": display_name(company), "company_version": company.version}
    return replace(part, extra=extra)


def moved_back(contact: Contact, original: Contact, left: str, into: Company) -> Contact:
    """The contact, changed meanwhile, with those positions in `left` that `original` had in `into`."""
    theirs = {part.id for part in original.parts if part.fields.company_id == into.id}
    return replace(
        contact,
        parts=tuple(
            _moved(part, left, into) if part.id in theirs and part.fields.company_id == left else part
            for part in contact.parts
        ),
    )


def holders(store: Store, original: Contact) -> list[str]:
    """Ids of the contacts that hold the positions of `original` today: itself, or who absorbed it."""
    keys = [pointer_key(store, part.id) for part in original.parts]
    found = store.get_many(keys, consistent=True)
    return list(dict.fromkeys([original.id, *(str(item["l"]) for item in found.values())]))
