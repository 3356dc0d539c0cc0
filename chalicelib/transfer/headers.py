"""Which column is which field, told from the headers alone, and the cells of a row put under their fields."""

import re
from collections.abc import Sequence
from typing import Literal

from chalicelib.transfer.folding import fold
from chalicelib.transfer.formulas import restored
from chalicelib.transfer.header_names import COMPANIES, CONTACTS, LABELS, by_header
from chalicelib.transfer.problem import Unreadable

KNOWN = {"contacts": by_header(CONTACTS), "companies": by_header(COMPANIES)}
NAME_FIELDS = {"contacts": ("last_name", "full_name"), "companies": ("name",)}
TITLES = ("titre", "title")
# Google numbers its columns; what "Phone 1" is stands in another cell of the same row (google_contacts.py).
GOOGLE = re.compile(r"(phone|email|address)([1-9])(value|label|type|street|city|postalcode|country)")
GOOGLE_PARTS = {"value": "", "type": "_label", "postalcode": "_postal_code"}
MOST_SHOWN = 12
# Columns that complete each other; any other second value is another thing.
JOINED = {"first_name": " ", "personal_street": ", ", "company_street": ", ", "street": ", "}


def recognise(headers: Sequence[str], resource: Literal["contacts", "companies"]) -> list[str | None]:
    """Return the field of each column as `fields_of`; raises Unreadable when no column holds a name."""
    fields = fields_of(headers, resource)
    require_name(fields, headers, resource)
    return fields


def fields_of(headers: Sequence[str], resource: Literal["contacts", "companies"]) -> list[str | None]:
    """Return the field of each column, by position; None for a column that is not imported.

    Two columns may have one field (Outlook's two home phones): `gather` settles that row by row. Besides wire
    names a contact's column can be `full_name`, `company`, `interests`, `company_street` … (the company's), a
    network (`linkedin` …) or Google's `phone_1`, `phone_1_label` …; `to_person` understands them all.
    """
    fields = [_field(fold(header[:100]), resource) for header in headers]
    if resource == "contacts":
        _settle_titles(headers, fields)
        _settle_addresses(fields)
    return fields


def require_name(fields: Sequence[str | None], headers: Sequence[str], resource: str) -> None:
    """Raise Unreadable unless a column holds a name."""
    if not any(field in NAME_FIELDS[resource] for field in fields):
        raise _nameless(headers, resource)


def gather(fields: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    """Return the row's values under their fields, without blanks; nothing told twice is lost.

    Second given names and second lines of an address follow the first; all else goes to the note, labelled.
    The quote that keeps a spreadsheet from running a cell is taken away (`formulas`).
    """
    values: dict[str, str] = {}
    more: list[str] = []
    for field, cell in zip(fields, cells, strict=True):
        if field is None or not (cell := restored(cell.strip())):
            continue
        if field not in values:
            values[field] = cell
        elif field in JOINED:
            values[field] += JOINED[field] + cell
        elif cell != values[field] and field != "full_name":
            more.append(cell if field == "note" else f"{LABELS.get(field, (field,))[0]} : {cell}")
    if more:
        values["note"] = "\n".join(filter(None, [values.get("note"), *more]))
    return values


def _field(header: str, resource: str) -> str | None:
    if known := KNOWN[resource].get(header):
        return known
    if resource == "contacts" and (column := GOOGLE.fullmatch(header)):
        family, number, part = column.groups()
        return f"{family}_{number}{GOOGLE_PARTS.get(part, f'_{part}')}"
    return None


def _settle_titles(headers: Sequence[str], fields: list[str | None]) -> None:
    """Outlook has "Titre" twice: before the names it is a civility, after them a job.

    Alone it is a civility too where another column says that it is the job ("Job Title").
    """
    names = [place for place, field in enumerate(fields) if field in ("first_name", *NAME_FIELDS["contacts"])]
    titles = [
        at for at, header in enumerate(headers) if fold(header[:100]) in TITLES and header.strip() != "title"
    ]
    said = any(field == "title" for at, field in enumerate(fields) if at not in titles)
    for place in titles:
        before = bool(names) and place < names[0]
        is_civility = (before or (said and len(titles) == 1)) and "civility" not in fields
        fields[place] = "civility" if is_civility else "title"


def _settle_addresses(fields: list[str | None]) -> None:
    """Thunderbird has "Ville" twice: after the street of the company it is the company's."""
    street = fields.index("company_street") if "company_street" in fields else len(fields)
    for part in ("postal_code", "city", "country"):
        for place in range(street, len(fields)):
            if fields[place] == f"personal_{part}" and f"personal_{part}" in fields[:street]:
                fields[place] = f"company_{part}"


def _nameless(headers: Sequence[str], resource: str) -> Unreadable:
    """Say which headers were found, so that a wrong file or a wrong first line is recognised at a glance."""
    found = ", ".join(f"« {header[:40]} »" for header in headers[:MOST_SHOWN] if header) or "—"
    found += " …" if len(headers) > MOST_SHOWN else ""
    fr, en = ("« Nom »", '"Last name"') if resource == "contacts" else ("« Nom » ou « Société »", '"Name"')
    return Unreadable(
        f"Aucune colonne n'est reconnue comme {fr}. En-têtes trouvés sur la première ligne : {found}.",
        f"No column is recognised as {en}. Headers found on the first line: {found}.",
    )
