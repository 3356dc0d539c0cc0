"""The made-up address book is the same for its seed, fits the old software's charset, has its oddities."""

from dataclasses import astuple
from itertools import islice
from pathlib import Path

import pytest

from bench.people import BROKEN, company_name, people, write_csv
from chalicelib.transfer.csv_file import Row, lines_of, read_rows, sniff
from chalicelib.transfer.headers import gather, recognise
from chalicelib.transfer.person import Person, to_person


def imported(path: Path) -> list[tuple[Row, Person | None]]:
    content = path.read_bytes()
    dialect = sniff(content[:65_536])
    fields = recognise(dialect.headers, "contacts")
    assert None not in fields
    rows = read_rows(lines_of([content[dialect.header_bytes :]]), dialect)
    return [(row, to_person(gather(fields, row.values)) if row.values else None) for row in rows]


def test_the_same_seed_gives_the_same_people() -> None:
    assert list(people(200)) == list(people(200))
    assert list(people(200)) != list(people(200, seed=2))


def test_people_come_one_by_one() -> None:
    assert len(list(islice(people(10**9), 3))) == 3


def test_every_sign_is_in_the_charset_of_the_old_software() -> None:
    text = "".join("".join(astuple(person)) for person in people(3_000))
    assert text.encode("iso-8859-15").decode("iso-8859-15") == text
    assert set("ÉéçœŒ€'-") <= set(text)
    assert not set(';"\r\n') & set(text)


def test_there_are_many_names_and_one_company_for_five_people() -> None:
    crowd = list(people(5_000))
    assert len({person.last_name for person in crowd}) > 1_000
    assert 900 < len({person.company for person in crowd if person.company}) <= 1_000
    assert len({company_name(number) for number in range(50_000)}) == 50_000


def test_the_oddities_come_at_their_rates() -> None:
    crowd = list(people(3_000))
    assert sum(person.personal_country not in ("France", "") for person in crowd) == 100
    assert sum(len(person.note) > 1_000 for person in crowd) == 15
    assert sum(person.last_name.endswith("  ") for person in crowd) == 75
    assert sum(not person.first_name for person in crowd) == 30


@pytest.mark.parametrize("charset", ["iso-8859-15", "cp1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_our_own_import_reads_every_row(tmp_path: Path, charset: str, delimiter: str) -> None:
    write_csv(tmp_path / "people.csv", 500, charset, delimiter)
    rows = imported(tmp_path / "people.csv")
    assert len(rows) == 500
    for (_, person), original in zip(rows, people(500), strict=True):
        assert person is not None
        assert not person.problems
        assert person.contact["last_name"] == original.last_name.strip()
        assert person.company == (original.company or None)


def test_exactly_the_rows_it_says_are_broken(tmp_path: Path) -> None:
    told = write_csv(tmp_path / "people.csv", 700, broken=len(BROKEN))
    rows = imported(tmp_path / "people.csv")
    bad = [
        row.number
        for row, person in rows
        if person is None or person.problems or "last_name" not in person.contact
    ]
    assert len(rows) == 700
    assert bad == list(told)
    assert list(told.values()) == list(BROKEN)
