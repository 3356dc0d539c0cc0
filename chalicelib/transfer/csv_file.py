"""The rows of a CSV file, one by one: a broken row costs itself only, and reading restarts after any row."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from chalicelib.transfer.dialect import MAX_COLUMNS, Dialect, Place, decode, sniff
from chalicelib.transfer.problem import Problem, Unreadable
from chalicelib.transfer.refused_file import Refused, write_refused

__all__ = [
    "Dialect",
    "Place",
    "Refused",
    "Row",
    "Unreadable",
    "lines_of",
    "read_rows",
    "sniff",
    "write_refused",
]

MAX_ROW_BYTES = 1_048_576
# A quote left open swallows rows: at most so many lines with half a row's delimiters belong to one cell.
MAX_OPEN_LINES = 50
# Our own longest note, in letters of four bytes, and the rest of its row.
MAX_OPEN_BYTES = 300_000
RAW_SHOWN = 1_000

TOO_LONG = Problem(
    None,
    "Cette ligne est trop longue (plus de 1 Mo, ou une cellule de plus de 128 Ko).",
    "This row is too long (over 1 MB, or one cell over 128 KB).",
)
TOO_WIDE = Problem(None, "Cette ligne a plus de 1 000 colonnes.", "This row has more than 1,000 columns.")
NUL = Problem(
    None,
    "Cette ligne contient un caractère nul : le fichier est abîmé à cet endroit.",
    "This row holds a NUL character: the file is damaged here.",
)
BAD_QUOTE = Problem(
    None,
    'Un guillemet (") est mal placé ou n\'est pas refermé ; doublez-le ("") s\'il fait partie du texte.',
    'A quote (") is misplaced or left open; double it ("") if it belongs to the text.',
)
BAD_LETTERS = Problem(
    None,
    "Cette ligne contient des caractères illisibles, d'un autre jeu de caractères que le reste du fichier.",
    "This row holds characters that cannot be read, in another encoding than the rest of the file.",
)


class Row(NamedTuple):
    """One record of the file: its cells, or the reason why it has none.

    `number` counts data rows from 1, `line` is the physical line it begins on, `end` the byte offset just
    after it, `lines` how many it takes. `values` has exactly one cell per header. `raw` is the text,
    cut at 1,000 characters.
    """

    number: int
    line: int
    values: list[str] | None
    problem: Problem | None
    end: int
    lines: int
    raw: str

    @property
    def place(self) -> Place:
        """Return where to restart for the rows after this one."""
        return Place(self.end, self.number, self.line - 1 + self.lines)


def lines_of(chunks: Iterable[bytes], newline: str = "\n") -> Iterator[bytes]:
    """Cut a stream into lines, breaks kept; a line over 1 MB comes in pieces (so memory is small)."""
    mark, rest = newline.encode(), b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(mark)
        for line in lines:
            yield line + mark
        if len(rest) > MAX_ROW_BYTES:
            yield rest
            rest = b""
    if rest:
        yield rest


def read_rows(lines: Iterable[bytes], dialect: Dialect, start: Place | None = None) -> Iterator[Row]:
    """Yield the rows that follow `start` (by default the header), blank ones left out.

    `lines` begin at the byte `start.offset` and keep their line breaks (see `lines_of`). Never raises.
    """
    offset, number, line = start or dialect.start
    source = _Lines(lines)
    blank = dialect.delimiter.encode() + b" \t\r\n\x1a"
    for first in source:
        if not first.strip(blank):
            offset, line = offset + len(first), line + first.endswith(dialect.newline.encode())
            continue
        record = _plain(first, dialect)
        if record is None:
            record = _odd(first, source, dialect)
        values, problem, size, count, raw = record
        offset, line = offset + size, line + count
        if values is None or any(values):
            number += 1
            yield Row(number, line - count + 1, values, problem, offset, count, raw)


class _Record(NamedTuple):
    values: list[str] | None
    problem: Problem | None
    size: int
    lines: int
    raw: str


class _Lines:
    """Lines that can be given back, so that one can look past a quote left open."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._ahead = iter(lines)
        self._returned: deque[bytes] = deque()

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return self._returned.popleft() if self._returned else next(self._ahead)

    def give_back(self, lines: Sequence[bytes]) -> None:
        self._returned.extendleft(reversed(lines))


def _plain(line: bytes, dialect: Dialect) -> _Record | None:
    """Read the common line, the one with no quote; None for all others."""
    if b'"' in line or b"\0" in line or len(line) > MAX_ROW_BYTES:
        return None
    try:
        text = decode(line, dialect.charset)
    except UnicodeDecodeError:
        return _refusal(BAD_LETTERS, [line], dialect)
    values, problem = _fit(text.rstrip("\r\n\x1a").split(dialect.delimiter), dialect)
    return _Record(values, problem, len(line), 1, text if len(text) < RAW_SHOWN else text[:RAW_SHOWN])


def _odd(first: bytes, source: _Lines, dialect: Dialect) -> _Record:
    """Read a record that is too long, or damaged, or quoted and so maybe of several lines."""
    if len(first) > MAX_ROW_BYTES:
        return _too_long(first, source, dialect)
    if b"\0" in first:
        return _refusal(NUL, [first], dialect)
    taken = [first]
    try:
        text = _open_record(taken, source, dialect)
        cells = next(csv.reader(text, delimiter=dialect.delimiter, strict=True))
    except csv.Error as error:
        source.give_back(taken[1:])
        reason = TOO_LONG if "field larger" in str(error) else BAD_QUOTE
        return _refusal(reason, [first, *_orphans(source, dialect)], dialect)
    values, problem = _fit(cells, dialect)
    if values is not None:
        problem = _unreadable_letters(taken, dialect)
    if problem is not None:
        return _refusal(problem, taken, dialect)
    return _Record(values, None, sum(map(len, taken)), len(taken), _raw(taken, dialect))


def _open_record(taken: list[bytes], source: _Lines, dialect: Dialect) -> Iterator[str]:
    """Feed csv, which asks for another line only while a quote is open; `taken` tells what it used."""
    yield decode(taken[0], dialect.charset, "replace")
    size, rows, delimiter = len(taken[0]), 1, dialect.delimiter.encode()
    for line in source:
        taken.append(line)
        size += len(line)
        rows += line.count(delimiter) * 2 >= len(dialect.headers) - 1
        if rows > MAX_OPEN_LINES or size > MAX_OPEN_BYTES:
            return
        yield decode(line, dialect.charset, "replace")


def _orphans(source: _Lines, dialect: Dialect) -> list[bytes]:
    """Take the short lines after a broken quote, up to the last with a quote: they are more of its cell."""
    ahead: list[bytes] = []
    for line in source:
        ahead.append(line)
        if _begins_a_row(line, dialect) or len(ahead) > MAX_OPEN_LINES or len(line) > MAX_OPEN_BYTES:
            break
    else:
        ahead.append(b"")
    orphans = max((place for place, line in enumerate(ahead[:-1], 1) if b'"' in line), default=0)
    source.give_back([line for line in ahead[orphans:] if line])
    return ahead[:orphans]


def _begins_a_row(line: bytes, dialect: Dialect) -> bool:
    """A whole row has all its delimiters; a row of several lines opens with a quoted cell."""
    delimiter = dialect.delimiter.encode()
    opens = line.startswith(b'"') and not line.startswith((b'"' + delimiter, b'"\r', b'"\n'))
    return opens or line.count(delimiter) >= len(dialect.headers) - 1


def _too_long(first: bytes, source: _Lines, dialect: Dialect) -> _Record:
    """Skip what is left of a line over 1 MB, which `lines_of` gives in pieces."""
    size, piece, newline = len(first), first, dialect.newline.encode()
    while not piece.endswith(newline) and (piece := next(source, b"")):
        size += len(piece)
    return _Record(None, TOO_LONG, size, 1, _raw([first], dialect))


def _fit(cells: list[str], dialect: Dialect) -> tuple[list[str] | None, Problem | None]:
    """Give a row exactly one cell per header; only blank cells may be too many."""
    width = len(dialect.headers)
    if len(cells) == width:
        return cells, None
    if len(cells) < width:
        return cells + [""] * (width - len(cells)), None
    if len(cells) > MAX_COLUMNS:
        return None, TOO_WIDE
    if not any(cell.strip() for cell in cells[width:]):
        return cells[:width], None
    count, sign = len(cells), "tabulation" if dialect.delimiter == "\t" else f"« {dialect.delimiter} »"
    return None, Problem(
        None,
        f"Cette ligne a {count} cellules pour {width} colonnes : {sign} de trop, ou guillemets manquants.",
        f"This row has {count} cells for {width} columns: a delimiter too many, or quotes are missing.",
    )


def _unreadable_letters(taken: list[bytes], dialect: Dialect) -> Problem | None:
    """Decode once more, strictly: a quoted record is first read with its bad letters replaced."""
    try:
        for line in taken:
            decode(line, dialect.charset)
    except UnicodeDecodeError:
        return BAD_LETTERS
    return NUL if any(b"\0" in line for line in taken) else None


def _refusal(problem: Problem, taken: list[bytes], dialect: Dialect) -> _Record:
    return _Record(None, problem, sum(map(len, taken)), len(taken), _raw(taken, dialect))


def _raw(taken: list[bytes], dialect: Dialect) -> str:
    """The text for the report; NUL is shown as a mark, since no store and no screen likes it."""
    start = b"".join(taken)[: RAW_SHOWN * 4]
    return decode(start, dialect.charset, "replace").replace("\0", "\ufffd")[:RAW_SHOWN]
