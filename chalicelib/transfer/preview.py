"""A look into a file before its import: how it is written, its columns, and what each would become."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from chalicelib.transfer import dialect, incoming
from chalicelib.transfer.csv_file import BAD_LETTERS, Row
from chalicelib.transfer.dialect import Dialect
from chalicelib.transfer.header_names import LABELS
from chalicelib.transfer.mapping import TARGETS, Fields, Resource

SAMPLES = 3
# The samples are the fullest of the first rows: one with three cells says little of forty columns.
LOOKED_AT = 50
LONGEST_SAMPLE = 80


def look(
    head: bytes, size: int, written: Dialect, fields: Fields, resource: Resource, locale: str
) -> dict[str, Any]:
    """What the wire shows of a file of `size` bytes that begins with `head`."""
    rows = list(_whole_rows(head, size, written))
    samples = _fullest(_legible(rows, written))
    return {
        "kind": written.kind,
        "charset": written.charset if written.charset in dialect.CHARSETS else "utf-8",
        "delimiter": written.delimiter,
        "charsets": list(dialect.CHARSETS),
        "delimiters": list(dialect.SEPARATORS),
        "columns": [
            {
                "position": place,
                "header": header[:250],
                "field": field,
                "samples": [cells[place].strip()[:LONGEST_SAMPLE] for cells in samples],
            }
            for place, (header, field) in enumerate(zip(written.headers, fields, strict=True))
        ],
        "fields": [{"name": name, "label": label(name, locale)} for name in TARGETS[resource]],
        "rows_estimated": _estimate(rows, size, written),
    }


def label(field: str, locale: str) -> str:
    """How a field is called on the screen."""
    fr, en = LABELS.get(field, (field, field))
    return en if locale == "en" else fr


def _whole_rows(head: bytes, size: int, written: Dialect) -> Iterator[Row]:
    """The rows of the head; the last may be cut off there, unless the head is all there is."""
    rows = incoming.rows(written, [head[written.header_bytes :]], written.start)
    return (row for row in rows if size <= len(head) or row.end < len(head))


def _legible(rows: Sequence[Row], written: Dialect) -> list[list[str]]:
    """The cells of the rows; of those whose letters are lost when they show that the charset is another."""
    lost = [row for row in rows if row.problem is BAD_LETTERS]
    accented = sum(row.values is not None and not row.raw.isascii() for row in rows)
    if len(lost) > accented:
        return [_as_far_as_read(row, written) for row in lost[:LOOKED_AT]]
    return [row.values for row in rows[:LOOKED_AT] if row.values is not None]


def _as_far_as_read(row: Row, written: Dialect) -> list[str]:
    """The cells of a row that is refused, with a mark for each letter that is lost."""
    cells = next(csv.reader(row.raw.splitlines(keepends=True), delimiter=written.delimiter), [])
    width = len(written.headers)
    return [*cells[:width], *[""] * (width - len(cells))]


def _fullest(told: Sequence[list[str]]) -> list[list[str]]:
    """The rows with most cells filled, in the order of the file."""
    best = sorted(told, key=lambda cells: -sum(map(bool, cells)))
    return [cells for cells in told if any(cells is each for each in islice(best, SAMPLES))]


def _estimate(rows: Sequence[Row], size: int, written: Dialect) -> int:
    """How many rows the whole file has, if all are as long as those of its head."""
    if not rows:
        return 0
    begin, end = written.header_bytes, rows[-1].end
    return max(len(rows), round(len(rows) * (size - begin) / max(end - begin, 1)))
