"""Refused rows are a CSV again, which a spreadsheet opens without running anything in it."""

import csv

import pytest

from chalicelib.transfer.csv_file import Refused, sniff, write_refused
from chalicelib.transfer.headers import recognise
from chalicelib.transfer.refused_file import defused


def test_refused_rows_come_back_with_line_and_reason() -> None:
    refused = [Refused(3, "Pays inconnu", ["Durand", "à; b"]), Refused(7, "Guillemet", ['"Roy;x\n'])]
    data = b"".join(write_refused(["Nom", "Note"], ";", refused))
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=";")) == [
        ["Ligne", "Motif", "Nom", "Note"],
        ["3", "Pays inconnu", "Durand", "à; b"],
        ["7", "Guillemet", '"Roy;x\n'],
    ]


def test_a_corrected_file_of_refused_rows_can_be_imported() -> None:
    dialect = sniff(b"".join(write_refused(["Nom", "Ville"], ",", [])))
    assert dialect.delimiter == ","
    assert recognise(dialect.headers, "contacts") == [None, None, "last_name", "personal_city"]


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-A1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_defused(cell: str) -> None:
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["+33 6 12 34 56 78", "-12,50", "", "Durand", "l'été"])
def test_a_number_or_a_word_stays_as_it_is(cell: str) -> None:
    assert defused(cell) == cell
