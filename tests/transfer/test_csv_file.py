"""Rows come out as they were written, a broken one costs itself only, reading restarts after any of them."""

import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.transfer.csv_file import Row, Unreadable, lines_of, read_rows, sniff

HEADER = "Nom;Prénom;Ville\n"
CHARSETS = ["utf-8", "utf-8-sig", "iso-8859-15", "cp1252"]
LETTERS = st.text(st.sampled_from("abé çÉœ€\"';,\t\n-+0"), max_size=8)


def rows_of(data: bytes) -> list[Row]:
    dialect = sniff(data)
    return list(read_rows(lines_of([data[dialect.header_bytes :]], dialect.newline), dialect))


def told(cells: list[str]) -> bool:
    """Rows of nothing but blanks and delimiters may be left out."""
    return any(cell.strip("; ,\t\n") for cell in cells)


def read(text: str, charset: str = "utf-8") -> list[Row]:
    return rows_of((HEADER + text).encode(charset))


def names(rows: list[Row]) -> list[str | None]:
    return [row.values[0] if row.values else None for row in rows]


@given(
    records=st.lists(st.lists(LETTERS, min_size=3, max_size=3), max_size=12),
    charset=st.sampled_from(CHARSETS),
    delimiter=st.sampled_from(";,\t"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_what_a_spreadsheet_wrote_is_read_back(
    records: list[list[str]], charset: str, delimiter: str, quoting: int, newline: str
) -> None:
    page = io.StringIO()
    writer = csv.writer(page, delimiter=delimiter, quoting=quoting, lineterminator=newline)
    writer.writerows([["Prénom", "œuvre", "L’été" if charset == "cp1252" else "Été"], *records])
    rows = rows_of(page.getvalue().encode(charset))
    assert [row.values for row in rows if row.values and told(row.values)] == list(filter(told, records))
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


GOOD = ["Durand;Zoé;Lyon\n", '"Le ""Roy""";a;b\n', '"a\nb";c;d\n', 'x"y;1;2\n', "é;\u20ac;ç\r\n", "seul\n"]
BAD = ['"Martin;Luc;Nice\n', "a;b;c;d\n", "nul\0;1;2\n", '"x" y;1;2\n', '"z;\n', 'fin";x\n']
PIECES = st.sampled_from([*GOOD, *BAD, "\n", ";;\n", "\r\n"])


@given(st.lists(PIECES, max_size=15), st.data())
def test_reading_again_from_any_row_gives_those_left(pieces: list[str], data: st.DataObject) -> None:
    content = (HEADER + "".join(pieces)).encode()
    dialect = sniff(content)
    rows = rows_of(content)
    if not rows:
        return
    at = data.draw(st.integers(0, len(rows) - 1))
    place = rows[at].place
    assert list(read_rows(lines_of([content[place.offset :]]), dialect, place)) == rows[at + 1 :]


@given(st.binary(max_size=600), st.integers(1, 50))
def test_any_bytes_give_rows_or_unreadable_whatever_the_chunks(content: bytes, size: int) -> None:
    try:
        dialect = sniff(b"a;b;c\n" + content)
    except Unreadable:
        return
    chunks = [content[at : at + size] for at in range(0, len(content), size)]
    rows = list(read_rows(lines_of(chunks, dialect.newline), dialect))
    assert rows == list(read_rows(lines_of([content], dialect.newline), dialect))
    assert all((row.values is None) != (row.problem is None) for row in rows)
    assert all(len(row.values) == len(dialect.headers) for row in rows if row.values is not None)


def test_it_counts_lines_rows_and_bytes() -> None:
    rows = read('Durand;Paul;Lyon\n\n"Le\nRoy";Luc;Nice\nBon;Eve;Pau\n')
    assert [(row.number, row.line, row.lines) for row in rows] == [(1, 2, 1), (2, 4, 2), (3, 6, 1)]
    assert rows[0].end == len((HEADER + "Durand;Paul;Lyon\n").encode())


@pytest.mark.parametrize(
    "broken",
    [
        '"Martin;Luc;Nice\n',
        'Martin;"Luc;Nice\n',
        '"Martin" dit Luc;x;Nice\n',
        "Martin;Luc;Nice;de;trop\n",
        "Mar\0tin;Luc;Nice\n",
    ],
)
def test_a_broken_row_costs_itself_only(broken: str) -> None:
    rows = read(f'Durand;Paul;Lyon\n{broken}Bon;Eve;Pau\n"Petit";"Léa";"Brest"\n"Gros";"Zoé\nAnne";"Brest"\n')
    assert names(rows) == ["Durand", None, "Bon", "Petit", "Gros"]
    assert rows[1].problem is not None
    assert rows[1].raw.replace("\ufffd", "\0") == broken


def test_the_rest_of_a_broken_cell_is_no_person() -> None:
    rows = read('Durand;"il a dit\nque "Luc" viendra\ndemain";Lyon\nBon;Eve;Pau\n')
    assert names(rows) == [None, "Bon"]
    assert rows[0].lines == 3


def test_a_quote_left_open_in_the_last_row_costs_only_that_row() -> None:
    assert names(read('Durand;Paul;Lyon\n"Martin;Luc;Nice')) == ["Durand", None]


def test_a_quote_left_open_is_given_up_after_fifty_lines() -> None:
    rows = read('"Martin;Luc;Nice\n' + "Bon;Eve;Pau\n" * 200 + '";x;y\n')
    assert names(rows)[:2] == [None, "Bon"]
    assert len(rows) == 202


def test_an_inch_sign_in_a_plain_cell_is_a_letter_like_others() -> None:
    assert read('Tube 5";Luc;Nice\n')[0].values == ['Tube 5"', "Luc", "Nice"]


def test_short_rows_are_filled_and_blank_cells_too_many_are_dropped() -> None:
    rows = read("Durand\nBon;Eve;Pau;;\n;;;\n")
    assert [row.values for row in rows] == [["Durand", "", ""], ["Bon", "Eve", "Pau"]]


def test_an_undecodable_row_is_refused_alone() -> None:
    good = HEADER + "Bon;Ève;Pau\n"
    rows = rows_of(good.encode() + b'Andr\xe9;x;y\n"Andr\xe9";x;y\n' + "Été;x;y\n".encode())
    assert names(rows) == ["Bon", None, None, "Été"]
    assert rows[1].problem == rows[2].problem


def test_accents_that_come_after_an_ascii_head_are_still_read() -> None:
    dialect = sniff(b"Nom;Ville\n")
    for charset in ("utf-8", "iso-8859-15", "cp1252"):
        rows = read_rows(lines_of(["Lefèvre;€uroville\n".encode(charset)]), dialect)
        assert [row.values for row in rows] == [["Lefèvre", "€uroville"]]


def test_a_line_of_many_megabytes_is_skipped_in_constant_memory() -> None:
    pieces = 0

    def chunks() -> Iterator[bytes]:
        nonlocal pieces
        yield HEADER.encode() + b"Durand;Paul;Lyon\n"
        for _ in range(40):
            pieces += 1
            yield b"x" * 262_144
        yield b"\nBon;Eve;Pau\n"

    dialect = sniff(HEADER.encode())
    lines = lines_of(chunks())
    next(lines)
    rows = list(read_rows(lines, dialect))
    assert names(rows) == ["Durand", None, "Bon"]
    assert len(rows[1].raw) == 1_000
    assert rows[2].end == len(HEADER.encode()) + 17 + 40 * 262_144 + 1 + 12


def test_a_cell_longer_than_csv_allows_is_refused_as_too_long() -> None:
    rows = read(f'"{"x" * 200_000}";a;b\nBon;Eve;Pau\n')
    assert rows[0].problem is not None
    assert "trop longue" in rows[0].problem.fr
    assert names(rows) == [None, "Bon"]


def test_an_old_mac_file_has_rows_too() -> None:
    rows = rows_of("Nom;Prénom\rLefèvre;Zoé\rDupré;Léa\r".encode("mac_roman"))
    assert [row.values for row in rows] == [["Lefèvre", "Zoé"], ["Dupré", "Léa"]]


def test_a_header_alone_has_no_rows() -> None:
    assert read("") == []
