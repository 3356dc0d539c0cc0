"""A company merged while an import knows it by its former id: nobody stays in a company that is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.core import outbox
from chalicelib.transfer import worker
from tests.duplicates.table import naming, require_no_drift
from tests.duplicates.test_merge_companies import company
from tests.duplicates.test_merge_contacts import merged
from tests.duplicates.test_undo import undone
from tests.transfer.imports import import_file
from tests.world import Visitor

FILE = "Nom;Société\nMartin;Bœuf SA\nRoy;Bœuf SA\n".encode()


@pytest.fixture
def between_chunks(
    monkeypatch: pytest.MonkeyPatch, drain: Callable[..., int]
) -> Callable[[Callable[[], None]], None]:
    """Does something after the first chunk, and all that follows from it, long before the second."""
    monkeypatch.setattr("chalicelib.transfer.worker.ROWS", 1)
    monkeypatch.setattr(outbox, "SETTLED_AFTER_MS", 0)
    take = worker._take_chunk

    def do(what: Callable[[], None]) -> None:
        def once(*args: Any, **kwargs: Any) -> None:
            take(*args, **kwargs)
            monkeypatch.setattr(worker, "_take_chunk", take)
            what()
            drain("outbox")

        monkeypatch.setattr(worker, "_take_chunk", once)

    return do


def employers(visitor: Visitor) -> dict[str, str]:
    people = visitor.get("/api/contacts").json()["items"]
    shown = {row["name"]: visitor.get(f"/api/contacts/{row['id']}").json() for row in people}
    return {name: contact["main_position"]["company_id"] for name, contact in shown.items()}


def test_whom_an_import_puts_into_a_merged_company_follows(
    alice: Visitor, drain: Callable[..., int], between_chunks: Callable[[Callable[[], None]], None]
) -> None:
    winner, loser = company(alice), company(alice, "Bœuf SA")
    done: list[dict[str, Any]] = []
    between_chunks(lambda: done.append(merged(alice, winner, loser, "companies")))
    assert import_file(alice, drain, FILE)["created"] == 2
    drain()
    assert employers(alice) == {"Martin": winner, "Roy": winner}
    assert naming(alice, loser) == []
    require_no_drift(alice)
    undone(alice, done[0])
    assert employers(alice) == {"Martin": loser, "Roy": loser}
    require_no_drift(alice)


def test_whom_an_import_puts_into_a_company_that_is_back_stays(
    alice: Visitor, drain: Callable[..., int], between_chunks: Callable[[Callable[[], None]], None]
) -> None:
    winner, loser = company(alice), company(alice, "Bœuf SA")
    between_chunks(lambda: undone(alice, merged(alice, winner, loser, "companies")) and None)
    import_file(alice, drain, FILE)
    drain()
    assert employers(alice) == {"Martin": loser, "Roy": loser}
    require_no_drift(alice)
