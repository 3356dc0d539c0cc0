"""How a CSV file is written: its charset, its delimiter, its headers, told from its first bytes."""

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from chalicelib.transfer.problem import Unreadable

MAX_HEADER_BYTES = 65_536
MAX_COLUMNS = 1_000
DELIMITERS = ";\t,"
# What a reader may say instead; a bar is never guessed, since no program we know writes it unasked.
CHARSETS = ("utf-8", "cp1252", "iso-8859-15", "mac_roman")
SEPARATORS = (";", ",", "\t", "|")
C1 = bytes(range(0x80, 0xA0))
ASCII = frozenset(map(chr, range(128)))
CONTROLS = bytes(sign for sign in range(32) if sign not in b"\t\n\x0b\x0c\r\x1a")
QUOTED = re.compile(r'"[^"]*"?')
HINT = re.compile(rb"sep=([;,\t])\r?[\n\r]", re.IGNORECASE)
SAVE_FR = "ouvrez-le dans votre tableur et enregistrez-le en « CSV UTF-8 »."
SAVE_EN = 'open it in your spreadsheet and save it as "CSV UTF-8".'
FOREIGN = (
    (b"PK\x03\x04", "Ce fichier est un classeur (.xlsx ou .ods)", "This file is a workbook (.xlsx or .ods)"),
    (b"\xd0\xcf\x11\xe0", "Ce fichier est un classeur Excel (.xls)", "This file is an Excel workbook (.xls)"),
    (b"%PDF", "Ce fichier est un PDF", "This file is a PDF"),
    (b"\xff\xfe", "Ce fichier est en UTF-16 (« Texte Unicode »)", 'This file is in UTF-16 ("Unicode text")'),
    (b"\xfe\xff", "Ce fichier est en UTF-16 (« Texte Unicode »)", 'This file is in UTF-16 ("Unicode text")'),
)


class Place(NamedTuple):
    """A point between two rows: bytes, data rows and physical lines that lie before it in the file."""

    offset: int
    row: int
    line: int


@dataclass(frozen=True, slots=True)
class Dialect:
    """What must be known to read any part of the file; plain values, so a job can store it as JSON.

    `charset` "ascii" means that nothing beyond ASCII was seen: each row then decides for itself.
    `bom` and `header_bytes` are bytes from the file's start; the first data row begins at `header_bytes`.
    `kind` names the reader of its rows (`incoming.py`).
    """

    charset: str
    delimiter: str
    bom: int
    newline: str
    headers: tuple[str, ...]
    header_bytes: int
    header_lines: int
    kind: Literal["csv", "vcard"] = "csv"

    @property
    def start(self) -> Place:
        """Return the place of the first data row."""
        return Place(self.header_bytes, 0, self.header_lines)


def sniff(head: bytes, charset: str | None = None, delimiter: str | None = None) -> Dialect:
    """Tell the dialect from the first bytes of a file: all of it, or at least 64 KB.

    A charset and a delimiter that somebody chose are taken as they are.
    Raises Unreadable when the file is empty, is no text, or is text we do not read (UTF-16).
    """
    refuse_foreign(head)
    bom = len(codecs.BOM_UTF8) if head.startswith(codecs.BOM_UTF8) else 0
    charset = _charset(head, bom, charset)
    newline = "\r" if b"\r" in head and b"\n" not in head else "\n"
    begin, lines_before, hinted = _before_header(head, bom, newline)
    first_line = head[begin:].split(newline.encode(), 1)[0]
    _refuse_binary(first_line, head)
    delimiter = delimiter or hinted or _delimiter(decode(first_line, charset, "replace"))
    headers, taken, lines = _header(head[begin:], charset, delimiter, newline)
    return Dialect(charset, delimiter, bom, newline, headers, begin + taken, lines_before + lines)


def _charset(head: bytes, bom: int, chosen: str | None) -> str:
    """What was chosen, or what the bytes say; UTF-8 chosen where nothing says otherwise stays open."""
    told = "utf-8" if bom else charset_of(head)
    return told if chosen is None or (told, chosen) == ("ascii", "utf-8") else chosen


def refuse_foreign(head: bytes) -> None:
    """Raise Unreadable for an empty file and for the known formats that are renamed to .csv."""
    if not head.removeprefix(codecs.BOM_UTF8).strip(b" \t\r\n\x1a;,"):
        raise Unreadable("Ce fichier est vide.", "This file is empty.")
    for signature, fr, en in FOREIGN:
        if head.startswith(signature):
            raise Unreadable(f"{fr}, pas un CSV : {SAVE_FR}", f"{en}, not a CSV: {SAVE_EN}")


def charset_of(head: bytes) -> str:
    """Return "ascii", "utf-8", "cp1252", "iso-8859-15" or "mac_roman" for these bytes.

    A charset detector is worse than these rules on short French texts (research/integrations.md §7). In eight
    bits French is hardly ever valid UTF-8, so a few broken bytes do not make a UTF-8 file anything else.
    """
    if head.isascii():
        return "ascii"
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(head)
    broken = text.count("\ufffd")
    accents = sum(map(text.count, set(text) - ASCII)) - broken
    if accents > broken:
        return "utf-8"
    return _eight_bits(head) if broken else "ascii"


def _eight_bits(data: bytes) -> str:
    """Old Macs write é as 0x8E, which is Ž on Windows: the commoner of the two é tells the Mac."""
    if data.count(b"\x8e") > data.count(b"\xe9"):
        return "mac_roman"
    return "iso-8859-15" if len(data.translate(None, C1)) == len(data) else "cp1252"


def decode(raw: bytes, charset: str, errors: str = "strict") -> str:
    """Decode one record; raises UnicodeDecodeError when `errors` is "strict".

    A head may have shown too little, so a record with Windows-only bytes is Windows' whatever the head said.
    """
    if raw.isascii():
        return raw.decode("ascii")
    if charset == "ascii":
        charset = charset_of(raw)
        charset = "iso-8859-15" if charset == "ascii" else charset
    elif charset == "iso-8859-15":
        charset = "iso-8859-15" if len(raw.translate(None, C1)) == len(raw) else "cp1252"
    return raw.decode(charset, errors)


def _before_header(head: bytes, bom: int, newline: str) -> tuple[int, int, str | None]:
    """Skip blank lines and Excel's "sep=;": the header's offset, the lines before it, the delimiter told."""
    offset, lines, hinted = bom, 0, None
    if hint := HINT.match(head, bom):
        offset, lines, hinted = hint.end(), 1, hint[1].decode()
    for line in head[offset:].split(newline.encode()):
        if line.strip():
            break
        offset, lines = offset + len(line) + 1, lines + 1
    return offset, lines, hinted


def _refuse_binary(first_line: bytes, head: bytes) -> None:
    """A stray NUL costs its row later; a header that holds one, or a head full of them, is no text."""
    controls = len(head) - len(head.translate(None, CONTROLS))
    dense = len(head) > 512 and controls > len(head) // 20
    if dense or len(first_line) != len(first_line.translate(None, CONTROLS)):
        raise Unreadable(
            f"Ce fichier n'est pas du texte, donc pas un CSV : {SAVE_FR}",
            f"This file is not text, so it is no CSV: {SAVE_EN}",
        )


def _delimiter(line: str) -> str:
    """Count outside quotes; French addresses are full of commas, so a tie goes to the semicolon."""
    bare = QUOTED.sub("", line)
    return max(DELIMITERS, key=bare.count)


def _header(data: bytes, charset: str, delimiter: str, newline: str) -> tuple[tuple[str, ...], int, int]:
    """Read the first record: its cells, its bytes and its lines."""
    taken: list[bytes] = []

    def lines() -> Iterator[str]:
        for line in data.splitlines(keepends=True) if newline == "\r" else data.split(b"\n"):
            taken.append(line if newline == "\r" else line + b"\n")
            yield decode(taken[-1], charset, "replace")

    try:
        cells = next(csv.reader(lines(), delimiter=delimiter, strict=True))
    except csv.Error:
        cells = []
    size = min(sum(map(len, taken)), len(data))
    if not 0 < len(cells) <= MAX_COLUMNS or size > MAX_HEADER_BYTES:
        raise Unreadable(
            "La première ligne n'est pas une ligne d'en-têtes : trop longue, ou un guillemet reste ouvert.",
            "The first line is no header line: it is too long or a quote is left open.",
        )
    return tuple(cell.strip() for cell in cells), size, len(taken)
