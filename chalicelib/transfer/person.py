"""A row of an address book made a person: the contact, the position in a company, or what stands for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import filterfalse

from chalicelib.transfer import cells, more_positions
from chalicelib.transfer.folding import fold
from chalicelib.transfer.google_contacts import settle
from chalicelib.transfer.header_names import LABELS
from chalicelib.transfer.problem import Problem

CONTACT = (
    "civility",
    "first_name",
    "last_name",
    "personal_phone",
    "personal_mobile",
    "personal_email",
    "personal_street",
    "personal_postal_code",
    "personal_city",
    "personal_country",
    "birthday",
    "note",
)
POSITION = ("title", "work_phone", "work_mobile", "work_email", "start", "end")
COMPANY = ("street", "postal_code", "city", "country", "phone", "website")
ADDRESS = ("street", "postal_code", "city", "country")
NETWORKS = ("linkedin", "x", "facebook", "instagram", "youtube", "bluesky", "mastodon", "viadeo")
CONVERTERS: dict[str, cells.Convert] = {
    "civility": cells.civility,
    "personal_phone": cells.phone,
    "personal_mobile": cells.phone,
    "work_phone": cells.phone,
    "work_mobile": cells.phone,
    "company_phone": cells.phone,
    "personal_country": cells.country,
    "company_country": cells.country,
    "birthday": cells.day,
    "start": cells.partial_date,
    "end": cells.partial_date,
}
YEARLESS = re.compile(r" *--(\d{2})-?(\d{2})")
PARTICLES = {"de", "du", "des", "da", "di", "del", "della", "van", "von", "der", "den", "le", "la", "ben"}
# Where a professional value goes when there is no company to hold it.
AT_HOME = {"work_phone": "personal_phone", "work_mobile": "personal_mobile", "work_email": "personal_email"}


@dataclass(slots=True)
class Person:
    """What a row says of a person, in wire names; `jobs` are companies with what is said of the job there.

    `company` is that of the row itself, whose job comes first; `company_fields` describe it (street, city,
    phone …) should it have to be created.
    """

    contact: dict[str, object]
    company: str | None = None
    jobs: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    company_fields: dict[str, str] = field(default_factory=dict)
    interests: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def to_person(values: Mapping[str, str], default_country: str = "FR") -> Person:
    """Make a person of a row's values by field; what a cell cannot mean is in `problems`, never raised.

    Lengths, e-mail syntax and required fields are the contact's own rules, checked where it is written.
    """
    given = settle({name: text for name, value in values.items() if (text := value.strip())})
    _keep_yearless_birthday(given)
    problems = cells.convert(given, CONVERTERS, default_country)
    if "full_name" in given and "last_name" not in given:
        _take_apart_name(given)
    company = given.get("company")
    if company is None:
        _bring_home(given)
    contact: dict[str, object] = {name: given[name] for name in CONTACT if name in given}
    if social := {name: given[name] for name in NETWORKS if name in given}:
        contact["social"] = social
    person = Person(contact, company, problems=problems)
    if company is not None:
        person.jobs.append((company, {name: given[name] for name in POSITION if name in given}))
        person.company_fields = {name: given[key] for name in COMPANY if (key := f"company_{name}") in given}
    if "interests" in given:
        person.interests = _interests(given["interests"])
    for job in more_positions.read(given.get("more_positions", "")):
        person.jobs.append((job.pop("company"), job))
    return person


def _interests(cell: str) -> list[str]:
    """The names in a cell; Google's own groups ("* myContacts") are nobody's interest."""
    for sign in (" ::: ", ";") if '"' not in cell else ():
        cell = cell.replace(sign, ",")
    return list(dict.fromkeys(name for name in more_positions.names(cell) if not name.startswith("* ")))


def _keep_yearless_birthday(given: dict[str, str]) -> None:
    """Google knows birthdays without a year (" --12-31"); a date needs one, so the note keeps it."""
    if "birthday" in given and (found := YEARLESS.fullmatch(given["birthday"])):
        del given["birthday"]
        add_note(given, f"Anniversaire : {found[2]}/{found[1]}")


def add_note(given: dict[str, str], line: str) -> None:
    """Add a line to the row's note."""
    given["note"] = f"{given['note']}\n{line}" if "note" in given else line


def _bring_home(given: dict[str, str]) -> None:
    """Without a company, professional values fill the empty personal fields; the others go to the note."""
    for work, personal in AT_HOME.items():
        if work in given and given.setdefault(personal, given[work]) == given[work]:
            del given[work]
    if not any(f"personal_{part}" in given for part in ADDRESS):
        for part in ADDRESS:
            if value := given.pop(f"company_{part}", None):
                given[f"personal_{part}"] = value
    for name in (*POSITION, *(f"company_{part}" for part in COMPANY)):
        if name in given:
            add_note(given, f"{LABELS[name][0]} : {given[name]}")


def _take_apart_name(given: dict[str, str]) -> None:
    """Beside a first name of its own, the full name is or holds the last name."""
    full = given["full_name"]
    first = given.get("first_name")
    if full == first:
        given["last_name"] = given.pop("first_name")
    elif first:
        given["last_name"] = full.removeprefix(f"{first} ").removesuffix(f" {first}")
    else:
        given.update({**split_name(full), **given})


def split_name(full: str) -> dict[str, str]:
    """Split "Dupont, Jean", "DUPONT Jean", "M. Jean de La Tour"; a single word is a last name.

    Shapes: {last_name, first_name?, civility?}.
    """
    if "," in full:
        last, _, first = (part.strip() for part in full.partition(","))
        return _named("", first, last) if last else _named("", "", first)
    words = full.split()
    title = words.pop(0) if len(words) > 1 and fold(words[0][:30]) in cells.CIVILITIES else ""
    capitals = list(filter(_is_in_capitals, words))
    if capitals and len(capitals) < len(words):
        return _named(title, " ".join(filterfalse(_is_in_capitals, words)), " ".join(capitals))
    particles = (place for place, word in enumerate(words) if place and fold(word[:30]) in PARTICLES)
    cut = next(particles, len(words) - 1)
    return _named(title, " ".join(words[:cut]), " ".join(words[cut:]))


def _is_in_capitals(word: str) -> bool:
    return word.isupper() and len(word.strip(".")) > 1


def _named(title: str, first: str, last: str) -> dict[str, str]:
    names = {"civility": cells.civility(title, ""), "first_name": first, "last_name": last}
    return {name: value for name, value in names.items() if value}
