"""Imports as the API describes them."""

from typing import Literal

from chalicelib.core.shapes import Id, Moment, Shape
from chalicelib.transfer.exports import NewExport
from chalicelib.transfer.options import Format, RunOptions
from chalicelib.transfer.service import NewImport

__all__ = ["Export", "Format", "Import", "NewExport", "NewImport", "Preview", "RunOptions", "WaitingImport"]


class Reason(Shape):
    """Why a row was refused; `field` is null when it is the row itself that cannot be read."""

    field: str | None
    message: str


class RefusedRow(Shape):
    """A row that was not imported: its place in the file, why, and its text."""

    row: int
    line: int
    reasons: list[Reason]
    text: str


class KeptRecord(Shape):
    """A record that an undo left alone, and why."""

    resource: Literal["contacts", "companies"]
    id: Id
    name: str
    reason: str


class Import(Shape):
    """An import and how far it is; `report` and `kept_report` hold the first refused rows and kept records.

    Charset and delimiter are null as long as the recognised ones hold.
    """

    id: Id
    file_name: str
    resource: Literal["contacts", "companies"]
    state: Literal["waiting", "running", "done", "failed"]
    asked: bool
    dry_run: bool
    charset: str | None
    delimiter: str | None
    duplicates: Literal["update", "create"]
    rows: int
    created: int
    updated: int
    refused: int
    progress: float
    message: str | None
    report: list[RefusedRow]
    created_at: Moment
    undo_state: Literal["running", "done"] | None
    undone_at: Moment | None
    removed: int
    restored: int
    kept: int
    kept_report: list[KeptRecord]


class UploadForm(Shape):
    """A form to send the file with: `fields` as they are, then `file` last; it serves for an hour."""

    url: str
    fields: dict[str, str]


class WaitingImport(Import):
    upload: UploadForm


class Column(Shape):
    """A column by its place, from 0, and what it becomes unless somebody says otherwise; null: nothing."""

    position: int
    header: str
    field: str | None
    samples: list[str]


class Target(Shape):
    """What a column may become, in the caller's language."""

    name: str
    label: str


class Preview(Shape):
    """A look into an uploaded file: its first rows, told from its first 256 KB."""

    kind: Literal["csv", "vcard"]
    charset: str
    delimiter: str
    charsets: list[str]
    delimiters: list[str]
    columns: list[Column]
    fields: list[Target]
    rows_estimated: int


class Export(Shape):
    """An export and how far it is; `url`, which only one asked for alone has, serves for five minutes."""

    id: Id
    resource: Literal["contacts", "companies"]
    format: Literal["csv", "vcard"]
    charset: Literal["utf-8", "iso-8859-15"]
    state: Literal["waiting", "running", "done", "failed"]
    rows: int
    progress: float
    url: str | None
    file_name: str
    message: str | None
    created_at: Moment
