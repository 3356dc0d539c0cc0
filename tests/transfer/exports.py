"""Exports as the tests ask for them: the wish, the work, the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import httpx

from chalicelib.transfer import exports
from tests.world import Visitor

PLENTY = 60_000


def ask(visitor: Visitor, resource: str = "contacts", **wishes: Any) -> dict[str, Any]:
    """A new export, not yet begun."""
    answer = visitor.post("/api/exports", json={"resource": resource, **wishes})
    assert answer.status_code == 201, answer.text
    job: dict[str, Any] = answer.json()
    return job


def show(visitor: Visitor, job: dict[str, Any]) -> dict[str, Any]:
    answer = visitor.get(f"/api/exports/{job['id']}")
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def work(visitor: Visitor, job: dict[str, Any], time_left_ms: Callable[[], int] = lambda: PLENTY) -> None:
    """What the queue does with our word: here and now."""
    exports.receive({"tenant": visitor.tenant["id"], "export_id": job["id"]}, time_left_ms)


def fetch(visitor: Visitor, job: dict[str, Any]) -> httpx.Response:
    """The file of an export that is done, as a browser downloads it."""
    shown = show(visitor, job)
    assert (shown["state"], shown["progress"]) == ("done", 1.0), shown
    return httpx.get(shown["url"]).raise_for_status()


def export(visitor: Visitor, resource: str = "contacts", **wishes: Any) -> bytes:
    """Ask for an export, work it off and download its file."""
    job = ask(visitor, resource, **wishes)
    work(visitor, job)
    return fetch(visitor, job).content


def rows(content: bytes, charset: str = "utf-8-sig") -> list[dict[str, str]]:
    """The rows of a CSV of ours under their headers."""
    return list(csv.DictReader(io.StringIO(content.decode(charset), newline=""), delimiter=";"))
