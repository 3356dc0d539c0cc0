"""What can be wrong with a file, a row or a cell, said in the reader's language."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One reason to refuse a row; `field` is the wire name of the cell, None for the row itself."""

    field: str | None
    fr: str
    en: str


class Unreadable(Exception):
    """The whole file is refused: nothing in it can be taken for rows."""

    def __init__(self, message_fr: str, message_en: str) -> None:
        super().__init__(message_fr)
        self.message_fr = message_fr
        self.message_en = message_en


class BadCell(ValueError):
    """A cell that cannot mean what its column says; whoever knows the column makes it a Problem."""

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(fr)
        self.fr = fr
        self.en = en
