"""Records as the rows of a spreadsheet: our columns under the labels an import knows without being told."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chalicelib.core.records import Record
from chalicelib.transfer import more_positions
from chalicelib.transfer.formulas import defused
from chalicelib.transfer.header_names import LABELS
from chalicelib.transfer.person import CONTACT, NETWORKS, POSITION

Cells = Mapping[str, str | None]

CONTACT_COLUMNS = (*CONTACT[:-1], "company", *POSITION, "more_positions", "interests", *NETWORKS, "note")
COMPANY_COLUMNS = (
    *("name", "site_label", "kinds", "siren", "siret", "vat_number"),
    *("street", "postal_code", "city", "country", "phone", "mobile", "email", "website"),
    *NETWORKS,
    "note",
)
COLUMNS = {"contacts": CONTACT_COLUMNS, "companies": COMPANY_COLUMNS}
KINDS = {"fr": {"lead": "Lead", "client": "Client", "supplier": "Fournisseur"}}
# ISO-8859-15 has €, œ and all French letters; what word processors add is written as it is typed.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u2007\u2009\u200a\u202f", "\u00a0"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
        "•": "-",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
    }
)


def header(resource: str, locale: str) -> list[str]:
    """The labels of the columns, in the reader's language."""
    place = 1 if locale == "en" else 0
    return [LABELS[name][place] for name in COLUMNS[resource]]


def contact_row(contact: Record[Any], interests: Mapping[str, str]) -> list[str]:
    """A person with the main position in columns and the others in one cell; `interests` names ids."""
    positions = [part for part in contact.parts if not part.archived]
    main = next((part for part in positions if part.fields.is_main), None)
    others = [part for part in positions if part is not main]
    names = [interests[each] for each in contact.fields.interest_ids if each in interests]
    values = {
        **_plain(contact.fields, (*CONTACT, "note")),
        **(_plain(main.fields, POSITION) if main else {}),
        **_social(contact.fields),
        "company": main.extra["company"] if main else None,
        "more_positions": more_positions.written([_job(part) for part in others]),
        "interests": more_positions.listed(names),
    }
    return _row(values, CONTACT_COLUMNS)


def company_row(company: Record[Any], locale: str) -> list[str]:
    """A company, its kinds in words."""
    words = KINDS.get(locale, {})
    kinds = ", ".join(words.get(kind, kind.capitalize()) for kind in company.fields.kinds)
    values = {**_plain(company.fields, COMPANY_COLUMNS), **_social(company.fields), "kinds": kinds}
    return _row(values, COMPANY_COLUMNS)


def _plain(fields: Any, names: Iterable[str]) -> dict[str, str | None]:
    return {name: getattr(fields, name, None) for name in names if name != "kinds"}


def _social(fields: Any) -> dict[str, str | None]:
    found: dict[str, str | None] = fields.social.model_dump() if fields.social else {}
    return found


def _job(position: Record[Any]) -> dict[str, str]:
    job = {"company": position.extra["company"], **_plain(position.fields, POSITION)}
    return {name: value for name, value in job.items() if value}


def _row(values: Cells, columns: Sequence[str]) -> list[str]:
    return [values.get(name) or "" for name in columns]


def encoded(rows: Iterable[Sequence[str]], charset: str) -> bytes:
    """Rows as lines of the file: semicolons, CR LF, every cell quoted, formulas defused."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        # The charset first: it makes quotes and equals signs of other letters.
        writer.writerow([defused(_fitted(cell, charset)) for cell in row])
    return page.getvalue().encode(charset)


def beginning(resource: str, locale: str, charset: str) -> bytes:
    """What stands before the rows: the mark Excel knows UTF-8 by, and the header."""
    mark = codecs.BOM_UTF8 if charset == "utf-8" else b""
    return mark + encoded([header(resource, locale)], charset)


def _fitted(text: str, charset: str) -> str:
    """The text in letters the charset has."""
    if charset == "utf-8":
        return text
    return "".join(_latin(text, charset)).encode(charset, "replace").decode(charset)


def _latin(text: str, charset: str) -> Iterator[str]:
    """The text with what the charset lacks written without its accents, or as a question mark."""
    for character in text.translate(_PLAIN):
        if character.isascii() or _fits(character, charset):
            yield character
        else:
            plain = unicodedata.normalize("NFKD", character)
            yield "".join(each for each in plain if not unicodedata.combining(each)) or "?"


def _fits(character: str, charset: str) -> bool:
    # The control characters of 0x80 to 0x9F are Windows' letters to whoever reads the file.
    return len(character.encode(charset, "ignore")) == 1 and not "\x80" <= character <= "\x9f"
