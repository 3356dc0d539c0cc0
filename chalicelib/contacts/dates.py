"""Dates as people know them: a whole date, or honestly only a month or a year."""

import re
from datetime import date

from chalicelib.core.texts import Text

NOT_A_DATE = Text(
    "Cette date n'existe pas ; écrivez-la AAAA-MM-JJ, par exemple 1980-03-31.",
    "There is no such date; write it YYYY-MM-DD, such as 1980-03-31.",
)
NOT_HONEST = Text(
    "Écrivez une année (2019), un mois (2019-03) ou un jour (2019-03-01).",
    "Write a year (2019), a month (2019-03) or a day (2019-03-01).",
)


def whole_date(text: str) -> str:
    """`1980-03-31`, a day that exists since 1850; raises the error to show."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) or not _exists(text):
        raise NOT_A_DATE.error()
    return text


def honest_date(text: str) -> str:
    """`2019`, `2019-03` or `2019-03-01`; raises the error to show."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text, re.ASCII) or not _exists(f"{text}-01-01"[:10]):
        raise NOT_HONEST.error()
    return text


def _exists(text: str) -> bool:
    try:
        return 1850 <= date.fromisoformat(text).year <= 2150
    except ValueError:
        return False


def later(one: str, other: str) -> str:
    """The later of two dates, no more precise than is known: of 2019 and March 2019, some time in 2019."""
    return min(one, other) if _within(one, other) else max(one, other)


def earlier(one: str, other: str) -> str:
    """The earlier of two dates, no more precise than is known."""
    return min(one, other)


def _within(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


END_BEFORE_START = Text("La fin est avant le début.", "The end is before the start.")


def ends_before(end: str, start: str) -> bool:
    """Whether even the last day `end` may mean is before the first day `start` may mean."""
    return (
        f"{end}-12-31"[:10] < f"{start}-01-01"[:10]
        if len(end) == 4
        else f"{end}-31"[:10] < f"{start}-01-01"[:10]
    )
