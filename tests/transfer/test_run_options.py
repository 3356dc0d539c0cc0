"""How an import is run: what its columns become, how it is written, and a rehearsal first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from tests.transfer.imports import ask, show
from tests.transfer.test_preview import fields, look
from tests.world import Visitor, upload

Drain = Callable[..., int]
FILE = "A;B;Société\nMartin;Lyon;Été SA\nDurand;Nice;\n;Paris;\n".encode()


def uploaded(visitor: Visitor, content: bytes, resource: str = "contacts") -> dict[str, Any]:
    job = ask(visitor, content, resource)
    upload(job["upload"], content)
    return job


def run(visitor: Visitor, drain: Drain, job: dict[str, Any], **options: Any) -> dict[str, Any]:
    """Run an import whose file is there, to its end."""
    answer = visitor.post(f"/api/imports/{job['id']}/run", json=options)
    assert answer.status_code == 202, answer.text
    drain("imports")
    return show(visitor, job)


def refusals(visitor: Visitor, job: dict[str, Any], **options: Any) -> list[str]:
    answer = visitor.post(f"/api/imports/{job['id']}/run", json=options)
    assert answer.status_code == 422, answer.text
    return [each["field"] for each in answer.json()["errors"]]


def names(visitor: Visitor) -> list[str]:
    return [row["name"] for row in visitor.get("/api/contacts", params={"limit": 200}).json()["items"]]


def test_columns_become_what_somebody_chose(alice: Visitor, drain: Drain) -> None:
    done = run(
        alice, drain, uploaded(alice, FILE), mapping={"0": "last_name", "1": "personal_city", "2": None}
    )
    assert (done["state"], done["created"], done["refused"]) == ("done", 2, 1)
    rows = alice.get("/api/contacts").json()["items"]
    assert [(row["name"], row["city"], row["company"]) for row in rows] == [
        ("Durand", "Nice", None),
        ("Martin", "Lyon", None),
    ]


def test_the_next_file_of_the_same_headers_needs_no_touching(alice: Visitor, drain: Drain) -> None:
    run(alice, drain, uploaded(alice, FILE), mapping={"0": "last_name", "1": "personal_city"})
    assert fields(look(alice, FILE)) == ["last_name", "personal_city", "company"]
    assert run(alice, drain, uploaded(alice, FILE))["state"] == "done"
    assert fields(look(alice, b"A;B\nMartin;Lyon\n")) == [None, None]


@pytest.mark.parametrize(
    ("mapping", "wrong"),
    [
        ({"7": "last_name"}, ["mapping.7"]),
        ({"-1": "last_name"}, ["mapping.-1"]),
        ({"x": None}, ["mapping.x"]),
        ({"00": "last_name"}, ["mapping.00"]),
        ({"0": "surname"}, ["mapping.0"]),
        ({"0": "last_name", "1": "last_name"}, ["mapping.0", "mapping.1"]),
        ({"0": "last_name", "1": "company"}, ["mapping.1"]),
        ({"0": "first_name"}, ["mapping"]),
        ({"0": 3}, ["mapping.0"]),
        ("last_name", ["mapping"]),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_by_its_place(
    alice: Visitor, drain: Drain, mapping: Any, wrong: list[str]
) -> None:
    job = uploaded(alice, FILE)
    assert refusals(alice, job, mapping=mapping) == wrong
    drain()
    assert show(alice, job)["state"] == "waiting"


def test_parts_of_a_name_and_notes_may_be_told_twice(alice: Visitor, drain: Drain) -> None:
    job = uploaded(alice, b"A;B;C;D;E\nMartin;Anne;Marie;un;deux\n")
    chosen = {"0": "last_name", "1": "first_name", "2": "first_name", "3": "note", "4": "note"}
    assert run(alice, drain, job, mapping=chosen)["created"] == 1
    made = alice.get(f"/api/contacts/{alice.get('/api/contacts').json()['items'][0]['id']}").json()
    assert (made["first_name"], made["note"]) == ("Anne Marie", "un\ndeux")


def test_a_mapping_needs_the_file(alice: Visitor) -> None:
    job = ask(alice, FILE)
    assert (
        alice.post(f"/api/imports/{job['id']}/run", json={"mapping": {"0": "last_name"}}).status_code == 409
    )


def test_charset_and_delimiter_are_as_chosen(alice: Visitor, drain: Drain) -> None:
    content = "Nom|Ville\nÉté|Nîmes\n".encode("mac_roman")
    run(alice, drain, uploaded(alice, content), charset="mac_roman", delimiter="|")
    assert names(alice) == ["Été"]
    assert refusals(alice, ask(alice, b""), charset="klingon", delimiter=":") == ["charset", "delimiter"]


def test_a_rehearsal_writes_nothing_and_the_import_then_begins_anew(alice: Visitor, drain: Drain) -> None:
    job = uploaded(alice, FILE)
    chosen = {"0": "last_name", "1": "personal_city"}
    tried = run(alice, drain, job, mapping=chosen, dry_run=True)
    assert (tried["state"], tried["dry_run"], tried["progress"]) == ("done", True, 1)
    assert (tried["rows"], tried["created"], tried["refused"]) == (3, 2, 1)
    assert tried["report"][0]["reasons"][0]["field"] == "last_name"
    assert alice.get(f"/api/imports/{job['id']}/refused").status_code == 200
    for resource in ("contacts", "companies"):
        assert alice.get(f"/api/{resource}").json()["total"] == 0
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()
    done = run(alice, drain, job, mapping=chosen)
    assert (done["state"], done["dry_run"], done["created"], done["refused"]) == ("done", False, 2, 1)
    assert names(alice) == ["Durand", "Martin"]
    again = run(alice, drain, job)
    assert again == done


def test_a_rehearsal_may_be_repeated_with_other_columns(alice: Visitor, drain: Drain) -> None:
    job = uploaded(alice, FILE)
    assert run(alice, drain, job, dry_run=True)["state"] == "failed"
    assert run(alice, drain, job, dry_run=True, mapping={"1": "last_name"})["created"] == 3
    assert run(alice, drain, job, dry_run=True, mapping={"0": "last_name", "1": None})["created"] == 2
    assert names(alice) == []


def test_a_file_that_could_not_be_read_may_be_tried_again_otherwise(alice: Visitor, drain: Drain) -> None:
    job = uploaded(alice, FILE)
    assert run(alice, drain, job)["state"] == "failed"
    done = run(alice, drain, job, mapping={"0": "last_name"})
    assert (done["state"], done["created"], done["message"]) == ("done", 2, None)


def test_while_it_rehearses_the_import_has_to_wait(alice: Visitor, drain: Drain) -> None:
    job = uploaded(alice, b"Nom\nMartin\n")
    assert alice.post(f"/api/imports/{job['id']}/run", json={"dry_run": True}).status_code == 202
    answer = alice.post(f"/api/imports/{job['id']}/run", json={})
    assert (answer.status_code, "déjà en cours" in answer.json()["detail"]) == (409, True)
    drain("imports")
