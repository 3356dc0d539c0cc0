"""What one cell of a spreadsheet means: dates, phones, countries, with Excel's damage undone or named."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from chalicelib.transfer.countries import country_code
from chalicelib.transfer.folding import fold
from chalicelib.transfer.header_names import LABELS
from chalicelib.transfer.problem import BadCell, Problem

EXPONENT = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
LOST_ZERO = re.compile(r"[1-9](?:[ .\u00a0\u202f-]?\d){8}")
LOST_PLUS = re.compile(r"33[1-9]\d{8}")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?")
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?")
MONTH_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})")
YEAR = re.compile(r"\d{4}")
NO_DATE = ("0/0/00", "00/00/0000", "0000-00-00")
# Two digits of a year: Excel's own rule, 30 and above are of the last century.
PIVOT = 30
CIVILITIES = {
    **dict.fromkeys(("m", "mr", "monsieur"), "M."),
    **dict.fromkeys(("mme", "madame", "mrs", "ms"), "Mme"),
    **dict.fromkeys(("mlle", "mademoiselle", "miss"), "Mlle"),
    **dict.fromkeys(("dr", "docteur", "doctor", "dre"), "Dr"),
    **dict.fromkeys(("pr", "prof", "professeur", "professor"), "Pr"),
    **dict.fromkeys(("me", "maitre"), "Me"),
    **dict.fromkeys(("metmme", "mmeetm", "mmme", "mretmme", "monsieuretmadame"), "M. et Mme"),
}

# Takes the cell and the country whose habits it follows; returns its canonical form or raises BadCell.
Convert = Callable[[str, str], str]


def convert(given: dict[str, str], converters: Mapping[str, Convert], default_country: str) -> list[Problem]:
    """Put each cell of a row in its canonical form, in place; a refused or empty one is taken out."""
    problems: list[Problem] = []
    home = _home(given, default_country)
    for name in converters.keys() & given.keys():
        try:
            value = converters[name](given[name], home)
        except BadCell as refusal:
            fr, en = LABELS[name]
            problems.append(Problem(name, f"{fr} : {refusal.fr}", f"{en}: {refusal.en}"))
            value = ""
        if value:
            given[name] = value
        else:
            del given[name]
    return sorted(problems) if len(problems) > 1 else problems


def _home(given: dict[str, str], default_country: str) -> str:
    """The country whose habits the row's phones follow."""
    stated = given.get("personal_country") or given.get("country") or given.get("company_country")
    return (country_code(stated) or default_country) if stated else default_country


def civility(text: str, _country: str) -> str:
    """Return "M.", "Mme", "Mlle", "Dr", "Pr", "Me", "M. et Mme", or the text as it is."""
    return CIVILITIES.get(fold(text), text) if len(text) < 30 else text


def country(text: str, _country: str) -> str:
    """Return the ISO 3166-1 alpha-2 code; BadCell when neither a French nor an English name nor a code."""
    if code := country_code(text):
        return code
    raise BadCell(
        f"le pays « {text[:40]} » n'est pas reconnu ; écrivez son nom en français ou son code (FR, BE…).",
        f'the country "{text[:40]}" is not known; write its name or its code (FR, BE…).',
    )


def phone(text: str, home: str) -> str:
    """Return the number as written, its leading 0 or + given back where a spreadsheet ate it in France.

    BadCell for "6,12E+08": digits are lost, the true number is in the original file only.
    """
    text = text.removeprefix("'")
    if "E" in text or "e" in text:
        intact(text, home)
    if home == "FR" and LOST_ZERO.fullmatch(text):
        return "0" + text
    return f"+{text}" if LOST_PLUS.fullmatch(text) else text


def intact(text: str, _country: str) -> str:
    """Return a number that is an identity, or raise BadCell where Excel has rounded it ("7,89E+13")."""
    if EXPONENT.fullmatch(text.strip()):
        raise BadCell(
            f"« {text} » est un numéro abîmé par le tableur ; mettez la colonne au format Texte.",
            f'"{text}" is a number damaged by the spreadsheet; format the column as text.',
        )
    return text


def digits(text: str, home: str) -> str:
    """Return a SIREN or SIRET without the blanks people put between its groups."""
    return re.sub(r"[\s.]", "", intact(text, home))


def day(text: str, _country: str) -> str:
    """Return "2025-12-31" for 31/12/2025, 31.12.25 or ISO; "" for Outlook's 0/0/00; else BadCell."""
    return _iso_day(text) or _not_a_date(text, "31/12/2025")


def partial_date(text: str, _country: str) -> str:
    """Return "2019", "2019-03" or "2019-03-01", as precise as the cell was; else as `day`."""
    if YEAR.fullmatch(text):
        return text
    if month := MONTH_YEAR.fullmatch(text):
        return _iso(month[2], month[1]) or _not_a_date(text, "03/2019")
    if (iso := YEAR_FIRST.fullmatch(text)) and not iso[3]:
        return _iso(iso[1], iso[2]) or _not_a_date(text, "03/2019")
    return _iso_day(text) or _not_a_date(text, "2019, 03/2019, 01/03/2019")


def _iso_day(text: str) -> str | None:
    if found := DAY_FIRST.fullmatch(text):
        first, second, year = found.groups()
        # English-language Outlook writes the month first; above 12 there is no doubt.
        day_first = _iso(_century(year), second, first)
        return day_first or (_iso(_century(year), first, second) if int(second) > 12 else None)
    if found := YEAR_FIRST.fullmatch(text):
        return _iso(*found.groups()) if found[3] else None
    return None


def _iso(year: str, month: str, day_of_month: str | None = None) -> str | None:
    try:
        checked = date(int(year), int(month), int(day_of_month or 1))
    except ValueError:
        return None
    return checked.isoformat() if day_of_month else checked.isoformat()[:7]


def _century(year: str) -> str:
    if len(year) == 4:
        return year
    return f"19{year}" if int(year) >= PIVOT else f"20{year}"


def _not_a_date(text: str, example: str) -> str:
    if text in NO_DATE:
        return ""
    raise BadCell(
        f"« {text[:40]} » n'est pas une date ; écrivez par exemple {example}.",
        f'"{text[:40]}" is not a date; write for example {example}.',
    )
