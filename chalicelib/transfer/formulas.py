"""Cells a spreadsheet would run as a formula: defused where we write them, and read back as they were."""

import re

_NUMBER = re.compile(r"[+-]?[\d .,()/-]*\Z")
_RUNS = re.compile(r"[ '\xa0]*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'[ '\xa0]*[=+\-@\t\r]")
# Whoever splits our file at commas begins a cell behind each comma, and a row behind each line: quotes that
# stand inside what he takes for a cell do not hold him. There "- item" and "@zoe" are what people write, so
# that of these only calls, DDE and other sheets are defused.
_INNER = re.compile(
    r"(?<=[,;\n])(?="
    r"'[ '\"\xa0]*[=+\-@]|"
    r"[ \"\xa0]*(?:=|[+\-@][^,;\n]*?(?:\w\(|\||!\S)))"
)
_INNER_DEFUSED = re.compile(r"(?<=[,;\n])'(?=[ '\"\xa0]*[=+\-@])")


def defused(cell: str) -> str:
    """A cell whose formulas, at its start or behind a comma, stand behind a quote; numbers run nothing.

    What begins with such a quote by itself gets another one, so that `restored` is exact.
    """
    runs = _RUNS.match(cell) and not _NUMBER.match(cell)
    return ("'" if runs else "") + _INNER.sub("'", cell)


def restored(cell: str) -> str:
    """The cell as it was before `defused`, or before somebody's spreadsheet wrote it so."""
    return _INNER_DEFUSED.sub("", cell[1:] if _DEFUSED.match(cell) else cell)
