"""What undoing needs is forgotten after a year: then a sentence says so, and nothing is half undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chalicelib.core import objects
from tests.duplicates.test_merge_contacts import merged, two
from tests.transfer.imports import import_file
from tests.world import Visitor


def require_too_old(visitor: Visitor, path: str) -> None:
    before = visitor.get(path).json()
    answer = visitor.post(f"{path}/undo", json={})
    assert answer.status_code == 409, answer.text
    assert "plus d'un an" in answer.json()["detail"]
    assert visitor.get(path).json() == before


def test_an_import_whose_plan_is_forgotten_is_not_undone(
    alice: Visitor, drain: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = import_file(alice, drain, b"Nom\nDupont\n")
    monkeypatch.setattr(objects, "UNDO_DAYS", 0)
    require_too_old(alice, f"/api/imports/{done['id']}")


def test_a_merge_whose_snapshot_is_forgotten_is_not_undone(
    alice: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = merged(alice, *two(alice, {}, {}))
    monkeypatch.setattr(objects, "UNDO_DAYS", 0)
    require_too_old(alice, f"/api/merges/{done['id']}")
