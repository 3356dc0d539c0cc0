"""Random requests, asked of the engine and of three other databases: they agree, but for the known gaps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from . import comparison, known_gaps
from .oracles import Oracle, create, dynalite_server, ministack_server, moto
from .strategies import first_puts, steps
from .tables import PEOPLE

_EXAMPLES = 120
_STEPS = 6
_examples = count()


@pytest.fixture(scope="module", params=["moto", "ministack", "dynalite"])
def oracle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Oracle]:
    """Each database in turn, with the table `people`."""
    folder = tmp_path_factory.mktemp("oracle")
    with _started(request.param, folder) as oracle:
        create(oracle.client, PEOPLE)
        yield oracle


def _started(name: str, folder: Path) -> AbstractContextManager[Oracle]:
    if name == "moto":
        return moto()
    return ministack_server(folder) if name == "ministack" else dynalite_server(folder)


@settings(
    max_examples=_EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(data=st.data())
def test_it_answers_meters_and_stores_as_the_others_do(
    client: Any, oracle: Oracle, data: st.DataObject
) -> None:
    # A partition of its own keeps every example, and every shrunk repetition, away from the rest.
    prefix = f"e{next(_examples)}-"
    for number in range(_STEPS):
        step = data.draw(steps(prefix) if number else first_puts(prefix))
        if oracle.name == "dynalite" and step[0] == "transact_write_items":
            continue  # dynalite has no transactions.
        ours = comparison.answer(client, step, oracle.name)
        theirs = comparison.answer(oracle.client, step, oracle.name)
        if ours.comparable != theirs.comparable:
            gap = known_gaps.explains(oracle.name, step, ours, theirs)
            assert gap is not None, f"{step}\nthe engine: {ours}\n{oracle.name}: {theirs}"
            event(gap.reason)
            comparison.align(client, oracle, step)
