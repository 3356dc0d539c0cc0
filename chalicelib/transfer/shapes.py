"""Imports as the API describes them."""

from typing import Literal

from chalicelib.core.fields import Fields
from chalicelib.core.shapes import Id, Moment, Shape
from chalicelib.transfer.service import NewImport

__all__ = ["Import", "NewImport", "RunOptions", "WaitingImport"]


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


class Import(Shape):
    """An import and how far it is; `report` holds the first refused rows."""

    id: Id
    file_name: str
    resource: Literal["contacts", "companies"]
    state: Literal["waiting", "running", "done", "failed"]
    rows: int
    created: int
    updated: int
    refused: int
    progress: float
    message: str | None
    report: list[RefusedRow]
    created_at: Moment


class UploadForm(Shape):
    """A form to send the file with: `fields` as they are, then `file` last; it serves for an hour."""

    url: str
    fields: dict[str, str]


class WaitingImport(Import):
    upload: UploadForm


class RunOptions(Fields):
    """Neither a mapping nor a dry run can be asked for yet."""

    mapping: None = None
    dry_run: Literal[False] | None = None
