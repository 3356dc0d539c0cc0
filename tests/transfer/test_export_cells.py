"""Whatever people write, a file of ours keeps its columns and runs nothing, in either charset."""

from __future__ import annotations

import csv
import io
from typing import Any

from tests.transfer.exports import export, rows
from tests.world import Visitor


def _people(visitor: Visitor, *names: str, **about: Any) -> None:
    for name in names:
        assert visitor.post("/api/contacts", json={"last_name": name, **about}).status_code == 201


def test_a_spreadsheet_runs_nothing_of_it(alice: Visitor) -> None:
    _people(alice, "=cmd|' /C calc'!A0", "@SUM(A1)", note="-2+3+cmd", personal_phone="+33 6 44 27 31 63")

    for row in rows(export(alice)):
        assert row["Nom"][0] == row["Note"][0] == "'"
        assert row["Tél fixe personnel"] == "+33 6 44 27 31 63"


def test_letters_that_an_old_charset_lacks_are_written_plainly(alice: Visitor) -> None:
    _people(alice, "L’Œuvre – 12 € … « ł »", note="Ἑλλάς, ő, 漢")

    content = export(alice, charset="iso-8859-15")

    (row,) = rows(content, "iso-8859-15")
    assert row["Nom"] == "L'Œuvre - 12 € ... « l »"
    assert row["Note"] == "?????, o, ?"


def test_an_old_charset_opens_no_quote_and_no_formula(alice: Visitor) -> None:
    wild = ["“Zed", "“oui; demain”", "＝HYPERLINK(1)", "\u200b=1+2", "\u200b\u2003＠SUM(1)"]
    _people(alice, *wild, "Zzz")

    found = rows(export(alice, charset="iso-8859-15"), "iso-8859-15")

    assert all(None not in row and None not in row.values() for row in found)
    names = ['"oui; demain"', '"Zed', "'=1+2", "'=HYPERLINK(1)", "' @SUM(1)", "Zzz"]
    assert sorted(row["Nom"] for row in found) == sorted(names)


def test_who_splits_it_at_commas_runs_nothing_of_it_either(alice: Visitor) -> None:
    _people(alice, "x,=cmd(),y", note='l1\n=cmd(),"=1+2",-cmd|x!A0\n- rien (du tout), @zoe')

    lines = export(alice).decode("utf-8-sig")

    cells = [cell for row in csv.reader(io.StringIO(lines, newline="")) for cell in row]
    assert "'=cmd()" in cells
    assert "- rien (du tout)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "-cmd"))]
