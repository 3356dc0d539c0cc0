"""The cards of a .vcf file, one by one: a broken card costs itself only, reading restarts after any card."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chalicelib.transfer.csv_file import MAX_ROW_BYTES, NUL, RAW_SHOWN, Row
from chalicelib.transfer.dialect import Dialect, Place, charset_of, decode, refuse_foreign
from chalicelib.transfer.problem import Problem
from chalicelib.transfer.vcard_property import TooMany
from chalicelib.transfer.vcard_reader import HEADERS, Group, to_values

CHARSET = "vcard"  # A card names its own, or is UTF-8, or what an old Windows wrote.
BEGIN = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
END = re.compile(rb"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
# What we do not keep and what makes a card large: never held in memory.
BULKY = re.compile(rb"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)

TOO_LONG = Problem(
    None, "Cette fiche dépasse 1 Mo sans sa photo.", "This card is over 1 MB without its photo."
)
NO_END = Problem(
    None,
    "Cette fiche n'a pas de fin (END:VCARD) : le fichier est coupé à cet endroit.",
    "This card has no end (END:VCARD): the file is cut here.",
)
A_GROUP = Problem(
    None,
    "Cette fiche est un groupe de contacts, pas une personne.",
    "This card is a group of contacts, not a person.",
)
TOO_MANY = Problem(None, "Cette fiche a plus de 500 lignes.", "This card has more than 500 lines.")
NOTHING = Problem(None, "Cette fiche ne dit rien d'une personne.", "This card says nothing of a person.")


def is_vcf(file_name: str, head: bytes) -> bool:
    """Whether a file is of cards, by its name or by how it begins."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return file_name.lower().endswith((".vcf", ".vcard")) or bool(
        BEGIN.match(first[:100].splitlines()[0] if first else b"")
    )


def sniff(head: bytes) -> Dialect:
    """How to read a file of cards: its columns are our fields. Raises `Unreadable` for what is no text."""
    refuse_foreign(head)
    newline = "\r" if b"\r" in head and b"\n" not in head else "\n"
    return Dialect(CHARSET, ";", 0, newline, HEADERS, 0, 0)


@dataclass
class _Card:
    """The lines of a card so far, without its pictures."""

    line: int
    kept: list[bytes] = field(default_factory=list)
    size: int = 0
    in_bulk: bool = False
    line_is_open: bool = False

    def take(self, piece: bytes, newline: bytes) -> None:
        """One more line, or one more piece of a line over 1 MB."""
        if not self.line_is_open:
            continued = piece[:1] in (b" ", b"\t")
            self.in_bulk = bool(BULKY.match(piece)) or (self.in_bulk and continued)
        self.line_is_open = not piece.endswith(newline)
        if self.in_bulk:
            return
        self.size += len(piece)
        if self.size <= MAX_ROW_BYTES:
            self.kept.append(piece)


def read_rows(lines: Iterable[bytes], dialect: Dialect, start: Place | None = None) -> Iterator[Row]:
    """Yield the cards that follow `start` as rows of `HEADERS`; what stands between cards is skipped.

    `lines` begin at the byte `start.offset` and keep their breaks (see `lines_of`). Never raises.
    """
    offset, number, line = start or dialect.start
    newline, card = dialect.newline.encode(), None
    for piece in lines:
        begins = BEGIN.fullmatch(piece.removeprefix(b"\xef\xbb\xbf"))
        if begins and card:
            number += 1
            yield _row(card, number, offset, line, NO_END)
        if begins:
            card = _Card(line + 1)
        offset, line = offset + len(piece), line + piece.endswith(newline)
        if card:
            card.take(piece, newline)
            if END.fullmatch(piece):
                number += 1
                yield _row(card, number, offset, line)
                card = None
    if card:
        yield _row(card, number + 1, offset, line, NO_END)


def _row(card: _Card, number: int, end: int, last_line: int, problem: Problem | None = None) -> Row:
    """A card as a row: `end` is the byte after it, `last_line` the lines of the file up to there."""
    raw = b"".join(card.kept)
    values: list[str] | None = None
    problem = problem or _damage(card, raw)
    if problem is None:
        values, problem = _values(raw)
    lines = max(1, last_line - card.line + 1)
    return Row(number, card.line, values, problem, end, lines, _shown(raw))


def _damage(card: _Card, raw: bytes) -> Problem | None:
    if card.size > MAX_ROW_BYTES:
        return TOO_LONG
    return NUL if b"\0" in raw else None


def _values(raw: bytes) -> tuple[list[str] | None, Problem | None]:
    try:
        found = to_values(_decoded(raw))
    except Group:
        return None, A_GROUP
    except TooMany:
        return None, TOO_MANY
    if not found:
        return None, NOTHING
    return [found.get(name, "") for name in HEADERS], None


def _decoded(raw: bytes) -> str:
    return decode(raw, charset_of(raw), "replace")


def _shown(raw: bytes) -> str:
    return _decoded(raw[: RAW_SHOWN * 4]).replace("\0", "\ufffd")[:RAW_SHOWN]
