"""An import whose workers die, stall or meet loses no row and doubles none, wherever it happens."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import app
from chalicelib.core import clock, reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from chalicelib.transfer import lease, service, worker
from chalicelib.transfer.models import Import
from tests import faults
from tests.transfer.imports import PLENTY, import_file, prepared, show, work
from tests.transfer.killing import clients, forgotten_words
from tests.world import Visitor

__all__ = ["clients", "forgotten_words"]
ROWS = 7
REFUSED_LINES = ["3", "8"]


@pytest.fixture(autouse=True)
def small_chunks(forgotten_words: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two chunks are enough to die between, and few rows to check."""
    monkeypatch.setattr(worker, "ROWS", 4)


@pytest.fixture
def lease_passes(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets the lease of whoever died run out."""
    passed, genuine = [0], clock.now_ms
    monkeypatch.setattr(clock, "now_ms", lambda: genuine() + passed[0])

    def wait() -> None:
        passed[0] += lease.LEASE_MS + 1

    return wait


def _file(mark: str) -> bytes:
    """Seven people of two companies, one of which is in both chunks; the second and the last are refused."""
    rows = [
        f"{mark}-1;{mark} SA;Gérant;{mark}.a@example.fr",
        f"{mark}-2;{mark} SA;;bad@",
        f"{mark}-3;{mark} Fils;;",
        f"{mark}-4;;;{mark}.d@example.fr",
        f"{mark}-5;{mark} SA;Comptable;",
        f"{mark}-6;;;",
        f";{mark} SA;;",
    ]
    return "\n".join(["Nom;Société;Fonction;E-mail", *rows]).encode()


def _people(visitor: Visitor, mark: str) -> list[dict[str, Any]]:
    query = {"sort": "last_name", "from": mark, "limit": 20}
    rows = visitor.get("/api/contacts", params=query).json()["items"]
    return [row for row in rows if row["name"].startswith(f"{mark}-")]


def _check_whole(visitor: Visitor, job: dict[str, Any], mark: str) -> None:
    """The import is done and everything of it is there once."""
    done = show(visitor, job)
    assert (done["state"], done["rows"], done["created"], done["refused"]) == ("done", ROWS, 5, 2)
    assert [row["name"] for row in _people(visitor, mark)] == [f"{mark}-{n}" for n in (1, 3, 4, 5, 6)]
    found = visitor.get("/api/companies", params={"from": mark, "limit": 2}).json()["items"]
    assert [row["name"] for row in found] == [f"{mark} Fils", f"{mark} SA"]
    for row, people in zip(found, ([f"{mark}-3"], [f"{mark}-1", f"{mark}-5"]), strict=True):
        positions = visitor.get("/api/positions", params={"company_id": row["id"]}).json()["items"]
        assert sorted(each["contact"] for each in positions) == people
    answer = visitor.get(f"/api/imports/{job['id']}/refused")
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert [line[0] for line in lines[1:]] == REFUSED_LINES
    assert [row["line"] for row in done["report"]] == [3, 8]


def _check_tenant(visitor: Visitor, imports: int) -> None:
    """Counters equal a recount, and no company's number was given twice."""
    assert visitor.get("/api/contacts", params={"limit": 1}).json()["total"] == 5 * imports
    assert visitor.get("/api/companies", params={"limit": 1}).json()["total"] == 2 * imports
    assert reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift()
    rows = visitor.get("/api/companies", params={"limit": 200}).json()["items"]
    numbers = [visitor.get(f"/api/companies/{row['id']}").json()["number"] for row in rows]
    assert len(set(numbers)) == len(numbers)


def _marks() -> Iterator[str]:
    return (f"k{number:03}" for number in range(1, 200))


def test_killed_at_any_call_it_goes_on_from_there(
    alice: Visitor, clients: list[Any], lease_passes: Callable[[], None]
) -> None:
    """After each call, that is: dying before one is dying after the one before it."""
    finished = 0
    for mark, injection in zip(_marks(), faults.at_each_call(faults.crash_after, *clients), strict=False):
        job = prepared(alice, _file(mark))
        with injection:
            work(alice, job)
        lease_passes()
        work(alice, job)
        _check_whole(alice, job, mark)
        finished += 1
    assert finished > 20
    _check_tenant(alice, finished)


def test_killed_at_any_call_and_looked_over_by_a_new_start_it_is_counted_once(
    alice: Visitor, clients: list[Any], lease_passes: Callable[[], None]
) -> None:
    mark = (Store(alice.tenant["id"]).key("K"), "schema")
    finished = 0
    for name, injection in zip(_marks(), faults.at_each_call(faults.crash_after, *clients), strict=False):
        job = prepared(alice, _file(name))
        with injection:
            work(alice, job)
        Store(alice.tenant["id"]).write_many((), [mark])
        reindex.reindex(Store(alice.tenant["id"]), app.SHELVES)
        lease_passes()
        work(alice, job)
        finished += 1
    _check_tenant(alice, finished)


def test_an_answer_that_is_lost_does_no_harm(
    alice: Visitor, clients: list[Any], lease_passes: Callable[[], None], impatient: None
) -> None:
    finished = 0
    for mark, injection in zip(_marks(), faults.at_each_call(faults.lost_answer, *clients), strict=False):
        job = prepared(alice, _file(mark))
        with injection:
            work(alice, job)
        lease_passes()
        work(alice, job)
        _check_whole(alice, job, mark)
        finished += 1
    _check_tenant(alice, finished)


def test_killed_again_and_again_it_ends(
    alice: Visitor,
    clients: list[Any],
    lease_passes: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "MOST_ATTEMPTS", 100)
    job, calls = prepared(alice, _file("k1")), 1
    while show(alice, job)["state"] != "done":
        with faults.inject(faults.crash_after, *clients, at=calls):
            work(alice, job)
        lease_passes()
        calls += 1
        assert calls < 100
    _check_whole(alice, job, "k1")
    _check_tenant(alice, 1)


def test_what_a_user_changed_before_it_went_on_stays_changed(
    alice: Visitor, clients: list[Any], lease_passes: Callable[[], None]
) -> None:
    edited = 0
    for mark, injection in zip(_marks(), faults.at_each_call(faults.crash_before, *clients), strict=False):
        job = prepared(alice, _file(mark))
        with injection:
            work(alice, job)
        visible = _people(alice, mark)
        for row in visible[:1]:
            fields = {"note": "corrigé à la main", "owner_id": None}
            assert alice.change(f"/api/contacts/{row['id']}", 1, **fields).status_code == 200
            edited += 1
        for row in visible[1:2]:
            assert alice.delete(f"/api/contacts/{row['id']}").status_code == 200
        lease_passes()
        work(alice, job)
        done = show(alice, job)
        assert (done["state"], done["created"], done["refused"]) == ("done", 5, 2)
        for row in visible[:1]:
            now = alice.get(f"/api/contacts/{row['id']}").json()
            assert (now["note"], now["owner_id"], now["version"]) == ("corrigé à la main", None, 2)
        for row in visible[1:2]:
            assert alice.get(f"/api/contacts/{row['id']}").json()["archived"]
        assert len(_people(alice, mark)) == 5 - len(visible[1:2])
    assert edited > 3
    assert reindex.audit(Store(alice.tenant["id"]), app.SHELVES) == Drift()


def test_one_that_stalls_at_any_call_is_overtaken_and_comes_back_harmlessly(
    alice: Visitor, clients: list[Any], lease_passes: Callable[[], None]
) -> None:
    job: dict[str, Any] = {}

    def overtaken(_: faults.Call) -> None:
        lease_passes()
        work(alice, job)

    finished = 0
    for mark, injection in zip(_marks(), faults.at_each_call(overtaken, *clients), strict=False):
        job = prepared(alice, _file(mark))
        with injection:
            work(alice, job)
        lease_passes()
        work(alice, job)
        _check_whole(alice, job, mark)
        finished += 1
    _check_tenant(alice, finished)


def test_one_that_is_overtaken_undoes_no_correction_of_a_position(
    alice: Visitor, clients: list[Any], lease_passes: Callable[[], None]
) -> None:
    job: dict[str, Any] = {}

    def overtaken(_: faults.Call) -> None:
        lease_passes()
        work(alice, job)
        position = _position(alice, f"{mark}-1")
        assert alice.change(f"/api/positions/{position['id']}", 1, title="Corrigé").status_code == 200

    struck = 0
    for mark, injection in zip(_marks(), faults.at_each_call(overtaken, *clients), strict=False):
        job = prepared(alice, _file(mark))
        with injection:
            work(alice, job)
        if injection.struck and show(alice, job)["state"] == "done":
            assert _position(alice, f"{mark}-1")["title"] == "Corrigé", injection.calls
            struck += 1
    assert struck > 20


def _position(visitor: Visitor, name: str) -> dict[str, Any]:
    row = next(each for each in _people(visitor, name[:4]) if each["name"] == name)
    found = visitor.get("/api/positions", params={"contact_id": row["id"]}).json()["items"]
    position: dict[str, Any] = found[0]
    return position


def test_several_workers_at_once_do_it_once(alice: Visitor) -> None:
    job = prepared(alice, _file("k1"))
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda _: work(alice, job), range(8)))
    _check_whole(alice, job, "k1")
    _check_tenant(alice, 1)


def test_every_message_delivered_again_changes_nothing(alice: Visitor, drain: Callable[..., int]) -> None:
    done = import_file(alice, drain, _file("k1"))
    _check_whole(alice, done, "k1")
    records = [alice.get(f"/api/contacts/{row['id']}").json() for row in _people(alice, "k1")]
    notice = {"Records": [{"s3": {"object": {"key": f"uploads/{alice.tenant['id']}/{done['id']}"}}}]}
    word = {"tenant": alice.tenant["id"], "import_id": done["id"]}
    for message in (notice, word, {"Records": []}, {"Event": "s3:TestEvent"}, word, notice):
        service.receive(message, lambda: PLENTY)
    service.resume_all()
    drain()
    assert show(alice, done) == done
    assert [alice.get(f"/api/contacts/{row['id']}").json() for row in _people(alice, "k1")] == records
    _check_tenant(alice, 1)


def test_out_of_time_it_hands_over_after_each_chunk(alice: Visitor, drain: Callable[..., int]) -> None:
    job, left = prepared(alice, _file("k1")), iter([PLENTY, 0])
    work(alice, job, lambda: next(left))
    between = show(alice, job)
    assert (between["state"], between["rows"], between["created"], between["refused"]) == ("running", 4, 3, 1)
    assert 0 < between["progress"] < 1
    drain("imports")
    _check_whole(alice, job, "k1")
    assert show(alice, job)["progress"] == 1


def test_a_killed_one_is_found_again_by_the_schedule(
    alice: Visitor, clients: list[Any], drain: Callable[..., int], lease_passes: Callable[[], None]
) -> None:
    job = prepared(alice, _file("k1"))
    drain()  # The word that `run` sent is gone with its worker.
    assert show(alice, job)["state"] == "done"
    other = prepared(alice, _file("k2"))
    with faults.inject(faults.crash_after, *clients, at=15):
        work(alice, other)
    assert show(alice, other)["state"] == "running"
    lease_passes()
    assert service.resume_all() >= 1
    drain("imports")
    _check_whole(alice, other, "k2")


def test_long_rows_make_short_chunks(alice: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "ROWS", 500)
    monkeypatch.setattr(worker, "LARGEST_BATCH", 50_000)
    rows = [f"N{number};{'x' * 20_000}" for number in range(12)]
    job = prepared(alice, "\n".join(["Nom;Note", *rows]).encode())
    work(alice, job)
    done = show(alice, job)
    assert (done["state"], done["created"]) == ("done", 12)
    kept = Import.get(f"{alice.tenant['id']}#J", job["id"], consistent_read=True)
    assert int(kept.chunk) == 4
