"""A person as a vCard 3.0 (RFC 2426), the version every client reads."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from chalicelib.companies.service import CompanyFields
from chalicelib.contacts.models import Contact, main_position

MEDIA_TYPE = "text/vcard"
LONGEST_LINE = 75  # octets, the break not counted
_SPECIAL = re.compile(r"\r\n|[\\;,\r\n]")
# What a code small enough to be scanned does without, in this order.
_DISPENSABLE = ("NOTE", "ADR", "X-SOCIALPROFILE", "CATEGORIES", "BDAY", "REV", "UID", "TITLE", "EMAIL", "ORG")


@dataclass(frozen=True)
class Property:
    """One line of a card before it is folded; `value` is escaped already."""

    name: str
    value: str
    types: str = ""

    def __str__(self) -> str:
        return f"{self.name};TYPE={self.types}:{self.value}" if self.types else f"{self.name}:{self.value}"


def card(contact: Contact, employer: CompanyFields | None, interests: Sequence[str]) -> str:
    """The whole card of a contact, lines folded and ended by CR LF.

    `employer` is the company of the main position, if the reader may see it; `interests` are names.
    """
    return _written(_properties(contact, employer, interests))


def short_card(
    contact: Contact, employer: CompanyFields | None, interests: Sequence[str], most_bytes: int
) -> str:
    """The card without what a phone can do without, until it fits: first the note, then the addresses."""
    kept = list(_properties(contact, employer, interests))
    for name in _DISPENSABLE:
        if len(_written(kept).encode()) <= most_bytes:
            break
        kept = [each for each in kept if each.name != name]
    return _written(kept)


def _written(properties: Iterable[Property]) -> str:
    lines = ["BEGIN:VCARD", "VERSION:3.0", *map(str, properties), "END:VCARD"]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def folded(line: str) -> str:
    """The line cut into pieces of at most 75 octets, never within a character."""
    if len(line.encode()) <= LONGEST_LINE:
        return line
    pieces, size = [""], 0
    for character in line:
        octets = len(character.encode())
        # The blank that marks a continued line counts too.
        if size + octets > LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += octets
    return "\r\n".join(pieces)


def _properties(
    contact: Contact, employer: CompanyFields | None, interests: Sequence[str]
) -> Iterator[Property]:
    fields = contact.fields
    yield Property("FN", _text(" ".join(filter(None, (fields.first_name, fields.last_name)))))
    yield Property("N", _texts(fields.last_name, fields.first_name, "", fields.civility, ""))
    yield from _job(contact)
    yield from _reach(contact)
    yield from _addresses(contact, employer)
    if fields.birthday:
        yield Property("BDAY", fields.birthday)
    for network, profile in (fields.social.model_dump(exclude_none=True) if fields.social else {}).items():
        yield Property("X-SOCIALPROFILE", _text(profile), network)
    if interests:
        yield Property("CATEGORIES", ",".join(map(_text, interests)))
    if fields.note:
        yield Property("NOTE", _text(fields.note))
    yield Property("UID", contact.id)
    yield Property(
        "REV", datetime.fromtimestamp(contact.updated_at // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    )


def _job(contact: Contact) -> Iterator[Property]:
    """A card knows one job: the main one."""
    main = main_position(contact)
    if main:
        yield Property("ORG", _text(main.extra["company"]))
        if main.fields.title:
            yield Property("TITLE", _text(main.fields.title))


def _reach(contact: Contact) -> Iterator[Property]:
    fields, main = contact.fields, main_position(contact)
    job = main.fields if main else None
    found = (
        ("TEL", "WORK,CELL", job and job.work_mobile),
        ("TEL", "WORK,VOICE", job and job.work_phone),
        ("TEL", "CELL", fields.personal_mobile),
        ("TEL", "HOME,VOICE", fields.personal_phone),
        ("EMAIL", "INTERNET,WORK", job and job.work_email),
        ("EMAIL", "INTERNET,HOME", fields.personal_email),
    )
    for name, types, value in found:
        if value:
            yield Property(name, _text(value), types)


def _addresses(contact: Contact, employer: CompanyFields | None) -> Iterator[Property]:
    own = contact.fields
    homes = (own.personal_street, own.personal_city, own.personal_postal_code, own.personal_country)
    if any(homes):
        yield Property("ADR", _address(*homes), "HOME")
    if employer and (employer.street or employer.city):
        address = _address(employer.street, employer.city, employer.postal_code, employer.country)
        yield Property("ADR", address, "WORK")


def _address(street: str | None, city: str | None, postal_code: str | None, country: str | None) -> str:
    return _texts("", "", street, city, "", postal_code, country)


def _texts(*texts: str | None) -> str:
    return ";".join(_text(text or "") for text in texts)


def _text(text: str) -> str:
    """The text as a value: its separators escaped, its line breaks written `\\n`."""
    return _SPECIAL.sub(lambda found: "\\n" if found[0][0] in "\r\n" else "\\" + found[0], text)
