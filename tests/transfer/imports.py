"""Imports as the tests ask for them: the form, the upload, the work, the result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalicelib.core import objects
from chalicelib.transfer import service
from tests.world import Visitor, upload

PLENTY = 60_000


def ask(visitor: Visitor, content: bytes, resource: str = "contacts") -> dict[str, Any]:
    """A new import of this file, not yet uploaded."""
    asked = visitor.post(
        "/api/imports", json={"file_name": "carnet.csv", "size": len(content), "resource": resource}
    )
    assert asked.status_code == 201, asked.text
    job: dict[str, Any] = asked.json()
    return job


def run(visitor: Visitor, job: dict[str, Any]) -> dict[str, Any]:
    answer = visitor.post(f"/api/imports/{job['id']}/run", json={})
    assert answer.status_code == 202, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def show(visitor: Visitor, job: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = visitor.get(f"/api/imports/{job['id']}").json()
    return shown


def import_file(
    visitor: Visitor, drain: Callable[..., int], content: bytes, resource: str = "contacts"
) -> dict[str, Any]:
    """Upload and run an import to its end; the import as the wire shows it then."""
    job = ask(visitor, content, resource)
    upload(job["upload"], content)
    run(visitor, job)
    drain("imports")
    return show(visitor, job)


def prepared(visitor: Visitor, content: bytes, resource: str = "contacts") -> dict[str, Any]:
    """An import asked for whose file is there, put past the form: only `work` brings it on."""
    job = ask(visitor, content, resource)
    objects.write(f"uploads/{visitor.tenant['id']}/{job['id']}", content, "text/csv")
    run(visitor, job)
    return job


def work(visitor: Visitor, job: dict[str, Any], time_left_ms: Callable[[], int] = lambda: PLENTY) -> None:
    """What the queue does with our word: here and now."""
    service.receive({"tenant": visitor.tenant["id"], "import_id": job["id"]}, time_left_ms)
