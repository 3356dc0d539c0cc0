"""What a spreadsheet would run is defused, and read back exactly as it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chalicelib.transfer.formulas import defused, restored


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-A1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_defused(cell: str) -> None:
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["+33 6 12 34 56 78", "-12,50", "", "Durand", "l'été"])
def test_a_number_or_a_word_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("x,=cmd()", "x,'=cmd()"),
        ('x;"=cmd()', "x;'\"=cmd()"),
        ("a\n-2+3+cmd|' /C calc'!A0", "a\n'-2+3+cmd|' /C calc'!A0"),
        ("a\n- Anne (compta)\n@zoe, -5 %", "a\n- Anne (compta)\n@zoe, -5 %"),
        ("a, '-b", "a, '-b"),
        ("a,'-b", "a,''-b"),
    ],
)
def test_a_formula_behind_a_comma_or_a_line_is_defused(cell: str, written: str) -> None:
    assert defused(cell) == written
    assert restored(written) == cell


@given(st.text("'=+-@\t\r0aé ,;\n\"(|!\xa0", max_size=12))
@example("'=x")
@example("''+33")
@example("\t'=1")
def test_what_was_defused_is_restored(cell: str) -> None:
    assert restored(defused(cell)) == cell


@given(st.text("'=+-@\t\r0aé ", max_size=8))
def test_nothing_that_runs_is_left(cell: str) -> None:
    written = defused(cell)
    assert written[:1] not in ("=", "@", "\t", "\r")
    assert written[:1] not in ("+", "-") or "a" not in written
