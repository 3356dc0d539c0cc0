"""What a vCard says of a person, as the values of a row under our fields, whichever address book wrote it."""

import re
from collections.abc import Callable, Sequence

from chalicelib.transfer import google_contacts, more_positions
from chalicelib.transfer.folding import fold
from chalicelib.transfer.google_contacts import LONGEST_LABEL
from chalicelib.transfer.person import NETWORKS, add_note
from chalicelib.transfer.vcard_property import Property, properties

# The columns a card fills, in the order a file of refused cards has them.
HEADERS = (
    *("civility", "first_name", "last_name", "full_name"),
    *("personal_phone", "personal_mobile", "personal_email"),
    *("personal_street", "personal_postal_code", "personal_city", "personal_country"),
    *("birthday", "note", "interests"),
    *("company", "title", "work_phone", "work_mobile", "work_email"),
    *("company_street", "company_postal_code", "company_city", "company_country", "company_website"),
    *NETWORKS,
)
COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?")
# Apple writes 1604 for a birthday without a year.
YEARLESS = re.compile(r"1604-(\d{2}-\d{2})")
KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
HIDDEN_CATEGORIES = ("mycontacts", "starred", "friends", "family", "coworkers")
HOSTS = {
    "linkedin.": "linkedin",
    "twitter.com": "x",
    "//x.com": "x",
    "www.x.com": "x",
    "facebook.com": "facebook",
    "instagram.com": "instagram",
    "youtube.com": "youtube",
    "bsky.app": "bluesky",
    "viadeo.com": "viadeo",
}
NETWORK_NAMES = {**{name: name for name in NETWORKS}, "twitter": "x"}


class Group(Exception):
    """The card stands for several people (a distribution list), not for one."""


def to_values(card: str) -> dict[str, str]:
    """The values of a card by field, blanks left out; raises `Group` or `TooMany`.

    A value that has no field goes to the note, labelled, so that nothing a person wrote is lost.
    """
    found = list(properties(card))
    if any(each.name in KINDS and each.value.strip().lower() == "group" for each in found):
        raise Group
    values: dict[str, str] = {}
    for each in found:
        if take := TAKERS.get(each.name):
            take(values, each)
    _settle_name(values)
    return {name: value for name, value in google_contacts.settle(values).items() if name in HEADERS}


def _take_name(values: dict[str, str], found: Property) -> None:
    last, first, more, civility, suffix = [*found.parts(" "), *[""] * 5][:5]
    names = {"last_name": last, "first_name": f"{first} {more}".strip(), "civility": civility}
    values.update({name: text for name, text in names.items() if text})
    if suffix:
        add_note(values, f"Suffixe : {suffix}")


def _settle_name(values: dict[str, str]) -> None:
    """A card without a last name: its one name, its full name or its company stands for it."""
    if "last_name" not in values and "first_name" in values:
        values["last_name"] = values.pop("first_name")
    if "last_name" not in values and "full_name" not in values and "company" in values:
        values["last_name"] = values["company"]
    if "last_name" in values:
        values.pop("full_name", None)


def _take_full_name(values: dict[str, str], found: Property) -> None:
    if name := found.text():
        values.setdefault("full_name", name)


def _take_organisation(values: dict[str, str], found: Property) -> None:
    company, *units = found.parts() or [""]
    _fill(values, "company", company)
    if any(units):
        add_note(values, "Service : " + ", ".join(filter(None, units)))


def _fill(values: dict[str, str], name: str, text: str) -> None:
    """The first value a card gives of a field; a second one is told in the note."""
    if not text or values.get(name) == text:
        return
    if name in values:
        add_note(values, text)
    else:
        values[name] = text


def _take_phone(values: dict[str, str], found: Property) -> None:
    _number(values, "phone", found, {"": found.text().removeprefix("tel:")})


def _take_email(values: dict[str, str], found: Property) -> None:
    _number(values, "email", found, {"": found.text().removeprefix("mailto:")})


def _take_address(values: dict[str, str], found: Property) -> None:
    box, more, street, city, region, postal_code, country = [*found.parts(), *[""] * 7][:7]
    lines = [" ".join(line.split()) for line in (box, more, *street.splitlines())]
    parts = {
        "_street": ", ".join(filter(None, lines)),
        "_postal_code": postal_code,
        "_city": city or region,
        "_country": country,
    }
    _number(values, "address", found, parts)


def _number(values: dict[str, str], family: str, found: Property, parts: dict[str, str]) -> None:
    """One more phone, e-mail or address under the next free number, as Google's columns have them."""
    said = {part: text for part, text in parts.items() if text}
    if not said:
        return
    used = {name.split("_")[1] for name in values if name.startswith(f"{family}_")}
    number = next((each for each in google_contacts.NUMBERS if each not in used), None)
    if number is None:
        add_note(values, ", ".join(said.values()))
        return
    values[f"{family}_{number}_label"] = " ".join(found.types)[:LONGEST_LABEL]
    values.update({f"{family}_{number}{part}": text for part, text in said.items()})


def _take_title(values: dict[str, str], found: Property) -> None:
    _fill(values, "title", found.text())


def _take_birthday(values: dict[str, str], found: Property) -> None:
    """19800331 as 1980-03-31; without a year as Google writes it, which the note then keeps."""
    whole = COMPACT_DATE.sub(r"\1-\2-\3", found.text())
    values.setdefault("birthday", YEARLESS.sub(r"--\1", whole))


def _take_note(values: dict[str, str], found: Property) -> None:
    if text := found.text():
        add_note(values, text)


def _take_categories(values: dict[str, str], found: Property) -> None:
    """The groups a person was put in; those every address book has by itself say nothing."""
    if names := [text for text in found.texts() if fold(text[:LONGEST_LABEL]) not in HIDDEN_CATEGORIES]:
        # Never read back: of many lines, the first would be read as many times.
        values["interests"] = ", ".join(filter(None, [values.get("interests"), more_positions.listed(names)]))


def _take_link(values: dict[str, str], found: Property) -> None:
    """A profile on a network, else a website, which is the company's."""
    # Apple escapes the colon, which nobody needs to.
    link = found.text().replace("\\:", ":").removeprefix("x-apple:")
    if network := _network(found.types, link):
        _fill(values, network, link)
    elif found.name == "URL":
        _fill(values, "company_website", link)
    elif link:
        add_note(values, link)


def _network(types: Sequence[str], link: str) -> str | None:
    named = next((NETWORK_NAMES[each] for each in types if each in NETWORK_NAMES), None)
    return named or next((name for host, name in HOSTS.items() if host in link.lower()), None)


TAKERS: dict[str, Callable[[dict[str, str], Property], None]] = {
    "N": _take_name,
    "FN": _take_full_name,
    "ORG": _take_organisation,
    "TITLE": _take_title,
    "ROLE": _take_title,
    "TEL": _take_phone,
    "EMAIL": _take_email,
    "ADR": _take_address,
    "BDAY": _take_birthday,
    "NOTE": _take_note,
    "CATEGORIES": _take_categories,
    "URL": _take_link,
    "SOCIALPROFILE": _take_link,
    "X-SOCIALPROFILE": _take_link,
}
