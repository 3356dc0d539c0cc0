"""A file that comes in, whatever its kind: how it is written, and its rows from any place on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from chalicelib.transfer import csv_file, dialect, vcf_file
from chalicelib.transfer.csv_file import Row
from chalicelib.transfer.dialect import Dialect, Place

# Enough of a file to tell how it is written.
HEAD = 256 * 1024


def sniff(name: str, head: bytes, charset: str | None = None, delimiter: str | None = None) -> Dialect:
    """How a file is written, told from its name and its head, or chosen; raises `Unreadable`."""
    if vcf_file.is_vcf(name, head):
        return replace(vcf_file.sniff(head), kind="vcard")
    return dialect.sniff(head, charset, delimiter)


def rows(written: Dialect, blocks: Iterable[bytes], start: Place) -> Iterator[Row]:
    """The rows after `start`, with whose first byte `blocks` begin; never raises."""
    lines = csv_file.lines_of(blocks, written.newline)
    if written.kind == "vcard":
        return vcf_file.read_rows(lines, written, start)
    return csv_file.read_rows(lines, written, start)
