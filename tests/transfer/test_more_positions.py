"""Several values in one cell are read as they were written, whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.transfer import more_positions
from chalicelib.transfer.more_positions import PARTS

LINE = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=12)
WILD = st.one_of(LINE, st.sampled_from(["|", "\\", "\\|", "a | b", "||", '"', ",", '",']))
JOB = st.fixed_dictionaries({"company": WILD}, optional={name: WILD for name in PARTS[1:]})


@given(st.lists(JOB, max_size=4))
def test_jobs_come_back(jobs: list[dict[str, str]]) -> None:
    assert list(more_positions.read(more_positions.written(jobs))) == jobs


@given(st.lists(WILD, max_size=5))
def test_names_come_back(names: list[str]) -> None:
    assert more_positions.names(more_positions.listed(names)) == names


def test_a_job_is_written_as_a_person_would() -> None:
    job = {"company": "Acme SA", "title": "Vendeuse", "start": "2015", "end": "2019-03"}

    assert more_positions.written([job]) == "Acme SA | Vendeuse |  |  |  | 2015 | 2019-03"


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("Acme", [{"company": "Acme"}]),
        ("Acme|Chef\n\n | Sans société\nBric", [{"company": "Acme", "title": "Chef"}, {"company": "Bric"}]),
        ("a" * 100_000 + "\\", [{"company": "a" * 100_000 + "\\"}]),
        ("", []),
    ],
)
def test_what_somebody_wrote_by_hand_is_understood(cell: str, jobs: list[dict[str, str]]) -> None:
    assert list(more_positions.read(cell)) == jobs


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Vin, bière;rhum ,", ["Vin", "bière;rhum"]),
        ('"Vin, bière" , Bois', ["Vin, bière", "Bois"]),
        ('dit "le bois", 3" de long', ['dit "le bois"', '3" de long']),
        ('"jamais fermé, Bois', ['"jamais fermé', "Bois"]),
        (" , ,", []),
    ],
)
def test_names_written_by_hand_are_understood(cell: str, names: list[str]) -> None:
    assert more_positions.names(cell) == names
