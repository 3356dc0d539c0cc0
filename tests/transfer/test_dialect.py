"""The charset, the delimiter and the headers are told from the first bytes, and what is no CSV is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.transfer.csv_file import Unreadable, sniff


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "iso-8859-15", "cp1252", "mac_roman"])
def test_it_tells_the_charset_of_a_french_file(charset: str) -> None:
    text = "Nom;Prénom;Note\nLefèvre;Hélène;cœur\nDupré;Étienne;été\n"
    if charset == "cp1252":
        text = text.replace("été", "1 200 € – « l’été »")
    told = sniff(text.encode(charset)).charset
    assert told == charset.removesuffix("-sig")


@pytest.mark.parametrize(
    ("first_line", "delimiter"),
    [
        ("Nom;Prénom;Ville", ";"),
        ("Nom,Prénom,Ville", ","),
        ("Nom\tPrénom\tVille", "\t"),
        ('"Nom, prénom, titre";Ville', ";"),
        ("Nom", ";"),
        ("Nom, prénom;Ville", ";"),
    ],
)
def test_it_counts_the_delimiters_outside_quotes(first_line: str, delimiter: str) -> None:
    assert sniff(f"{first_line}\na\n".encode()).delimiter == delimiter


def test_it_takes_the_line_with_which_excel_tells_its_delimiter_for_what_it_is() -> None:
    dialect = sniff(b"sep=,\r\nNom,Ville\r\nDurand,Paris\r\n")
    assert (dialect.delimiter, dialect.headers) == (",", ("Nom", "Ville"))
    assert dialect.start == (18, 0, 2)


def test_it_reads_headers_that_hold_line_breaks_after_blank_lines() -> None:
    dialect = sniff(b'\n\n"Nom\nde famille";Ville\nDurand;Paris\n')
    assert dialect.headers == ("Nom\nde famille", "Ville")
    assert dialect.start == (25, 0, 4)


def test_a_letter_cut_at_the_end_of_the_head_is_no_error() -> None:
    assert sniff("Prénom;Nom\nZo\u00e9".encode()[:-1]).charset == "utf-8"


def test_a_head_without_accents_decides_nothing() -> None:
    assert sniff(b"Nom;Ville\nDurand;Paris\n").charset == "ascii"
    assert sniff("Nom\nAndré".encode("iso-8859-15")).charset == "ascii"


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"", "vide"),
        (b" \r\n\r\n", "vide"),
        (codecs.BOM_UTF8, "vide"),
        (b"PK\x03\x04\x14\x00", "classeur"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "classeur Excel"),
        (b"%PDF-1.7\n", "PDF"),
        ("Nom;Ville\n".encode("utf-16"), "UTF-16"),
        ("Nom;Ville\n".encode("utf-16-le"), "pas du texte"),
        (b"\x89PNG\r\n\x1a\n" + bytes(600), "pas du texte"),
        (b'"Nom;Ville\nDurand;Paris\n', "en-têtes"),
        (b"x" * 70_000, "trop longue"),
        (b";".join([b"x"] * 1_001) + b"\n", "trop longue"),
    ],
)
def test_it_refuses_what_is_no_csv_with_a_sentence(head: bytes, word: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        sniff(head)
    assert word in refusal.value.message_fr
    assert refusal.value.message_en


@given(st.binary(max_size=400))
def test_any_bytes_are_a_dialect_or_unreadable(head: bytes) -> None:
    try:
        dialect = sniff(head)
    except Unreadable:
        return
    assert dialect.headers
    assert 0 < dialect.header_bytes <= len(head)
