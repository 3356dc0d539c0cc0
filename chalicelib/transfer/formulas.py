"""Cells a spreadsheet would run as a formula: defused where we write them, and read back as they were."""

import re

_NUMBER = re.compile(r"[+-]?[\d .,()/-]*\Z")
_RUNS = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")


def defused(cell: str) -> str:
    """A cell that begins like a formula behind a quote; numbers and "+33…" run nothing and stay.

    What begins with such a quote by itself gets another one, so that `restored` is exact.
    """
    return f"'{cell}" if _RUNS.match(cell) and not _NUMBER.match(cell) else cell


def restored(cell: str) -> str:
    """The cell as it was before `defused`, or before somebody's spreadsheet wrote it so."""
    return cell[1:] if _DEFUSED.match(cell) else cell
