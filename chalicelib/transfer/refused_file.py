"""The rows an import refused, as a CSV again: each with its line and its reason, to be corrected."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from chalicelib.transfer.formulas import defused


class Refused(NamedTuple):
    """A row for the file of refused rows; `cells` are its values or, for want of them, its raw text alone."""

    line: int
    reason: str
    cells: Sequence[str]


def write_refused(
    headers: Sequence[str],
    delimiter: str,
    refused: Iterable[Refused],
    columns: tuple[str, str] = ("Ligne", "Motif"),
) -> Iterator[bytes]:
    """Yield the refused rows as a CSV again (UTF-8 with BOM), line and reason before the cells."""
    return write_rows(_refused_records(headers, refused, columns), delimiter)


def write_rows(rows: Iterable[Sequence[str]], delimiter: str) -> Iterator[bytes]:
    """Yield rows as a CSV that spreadsheets open right (UTF-8 with BOM) and run nothing of."""
    page = io.StringIO()
    writer = csv.writer(page, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    yield codecs.BOM_UTF8
    for record in rows:
        writer.writerow([defused(cell) for cell in record])
        yield page.getvalue().encode("utf-8", "replace")
        page.seek(0)
        page.truncate()


def _refused_records(
    headers: Sequence[str], refused: Iterable[Refused], columns: tuple[str, str]
) -> Iterator[list[str]]:
    yield [*columns, *headers]
    for line, reason, cells in refused:
        yield [str(line), reason, *cells]
