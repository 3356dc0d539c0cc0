"""Refused rows are a CSV again, which a spreadsheet opens without running anything in it."""

import csv

from chalicelib.transfer.csv_file import Refused, sniff, write_refused
from chalicelib.transfer.headers import recognise


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
