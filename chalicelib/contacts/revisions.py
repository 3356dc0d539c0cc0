"""A person who is there, as an address book has them now; and as they were before, should that be undone."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.contacts import models, positions
from chalicelib.contacts.models import CONTACTS, POSITIONS, Contact, Position
from chalicelib.core import ids, revisions, words
from chalicelib.core.errors import Invalid
from chalicelib.core.fields import restored
from chalicelib.core.records import Record
from chalicelib.core.work import Work


def revised(
    work: Work,
    before: Contact,
    about: Mapping[str, Any],
    job: Mapping[str, Any],
    company: tuple[str, str] | None,
) -> Contact:
    """The contact with what is new in `about`, and its job in `company` (id, name); the same if nothing is.

    `Invalid` names every wrong field.
    """
    fields = CONTACTS.validate(revisions.merged(before.fields.model_dump(), about))
    parts = _parts(work, before, job, company) if company else before.parts
    if (fields, parts) == (before.fields, before.parts):
        return before
    version = before.version + (fields != before.fields)
    return replace(before, fields=fields, parts=parts, version=version, updated_at=work.at)


def _parts(
    work: Work, before: Contact, job: Mapping[str, Any], company: tuple[str, str]
) -> tuple[Position, ...]:
    """The positions with the one in `company` as the file has it, or with that one more."""
    here = _position_in(before, company)
    if here is None:
        return (*before.parts, _one_more(work, before, job, company))
    fields = POSITIONS.validate(revisions.merged(here.fields.model_dump(), job))
    if fields == here.fields:
        return before.parts
    after = replace(here, fields=fields, version=here.version + 1, updated_at=work.at)
    return tuple(after if part.id == here.id else part for part in before.parts)


def _position_in(contact: Contact, company: tuple[str, str]) -> Position | None:
    """The position in this company, or in one of the same name: the one that is still held comes first."""
    company_id, name = company
    found = [
        part
        for part in contact.parts
        if not part.archived
        and (part.fields.company_id == company_id or words.fold(part.extra["company"]) == words.fold(name))
    ]
    return max(found, key=lambda part: (part.fields.end or models.NO_END, part.id), default=None)


def _one_more(work: Work, contact: Contact, job: Mapping[str, Any], company: tuple[str, str]) -> Position:
    """A position the person did not have; the main one stays the main one."""
    if len(contact.parts) >= positions.MOST:
        raise Invalid.field("company", positions.TOO_MANY)
    made = models.new_position(work, contact.id, company, dict(job))
    is_main = models.main_position(contact) is None
    return replace(made, id=ids.new_id(work.at), fields=made.fields.model_copy(update={"is_main": is_main}))


def told(before: Contact, after: Contact) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the history compares: the person's fields, and the position that differs."""
    old, new = ({part.id: part for part in contact.parts} for contact in (before, after))
    changed = [id_ for id_ in old | new if old.get(id_) != new.get(id_)]
    pair = before.fields.model_dump(), after.fields.model_dump()
    for id_ in changed:
        pair[0].update(positions.told(old.get(id_)))
        pair[1].update(positions.told(new.get(id_)))
    return pair


def kept(contact: Contact) -> dict[str, Any]:
    """What must be known of a contact to give it back, as plain values."""
    return {**_kept(contact), "parts": {part.id: _kept(part) for part in contact.parts}}


def _kept(record: Record[Any]) -> dict[str, Any]:
    return {"at": record.updated_at, "fields": record.fields.model_dump(exclude_none=True)}


def given_back(now: Contact, former: Mapping[str, Any]) -> Contact:
    """The contact with its former values (`kept`), under a new version where they differ.

    Companies are called what they are called today.
    """
    fields = restored(CONTACTS.fields, former["fields"])
    parts = tuple(
        _part_given_back(part, former["parts"][part.id]) for part in now.parts if part.id in former["parts"]
    )
    version = now.version + (fields != now.fields)
    return replace(now, fields=fields, parts=parts, version=version, updated_at=former["at"])


def _part_given_back(now: Position, former: dict[str, Any]) -> Record[Any]:
    fields = restored(POSITIONS.fields, former["fields"])
    version = now.version + (fields != now.fields)
    return replace(now, fields=fields, version=version, updated_at=former["at"])
