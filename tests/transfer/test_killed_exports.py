"""An export whose workers die, stall or meet ends as one file, whole, without a row twice."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from chalicelib.core import clock, objects, queues
from chalicelib.core.config import settings
from chalicelib.core.store import connection
from chalicelib.transfer import exporter, exports
from chalicelib.transfer.export_job import KEPT_SECONDS, Export
from tests import faults
from tests.transfer.exports import ask, fetch, rows, show, work
from tests.world import Visitor, until

NAMES = [f"Nom {number}" for number in range(5)]


@pytest.fixture(autouse=True)
def small_chunks(world: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Five people make three chunks; words to the dead are forgotten."""
    monkeypatch.setattr("chalicelib.transfer.listing.PAGE", 1)
    monkeypatch.setattr(exporter, "PAGES", 2)
    yield
    queues._client().purge_queue(QueueUrl=queues._url("exports"))


@pytest.fixture
def crowd(alice: Visitor) -> Visitor:
    for name in NAMES:
        alice.post("/api/contacts", json={"last_name": name})
    return alice


@pytest.fixture
def lease_passes(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets the lease of whoever died run out."""
    passed, genuine = [0], clock.now_ms
    monkeypatch.setattr(clock, "now_ms", lambda: genuine() + passed[0])

    def wait() -> None:
        passed[0] += exporter.LEASE_MS + 1

    return wait


@pytest.fixture
def clients(world: object) -> list[Any]:
    """Whatever a worker speaks to AWS by."""
    model = Export._get_connection().connection.client
    return [connection().client, model, objects.client(), queues._client()]


def _check_whole(visitor: Visitor, job: dict[str, Any]) -> None:
    assert [row["Nom"] for row in rows(fetch(visitor, job).content)] == NAMES
    assert show(visitor, job)["rows"] == len(NAMES)


def _kept(visitor: Visitor, job: dict[str, Any]) -> list[str]:
    """The names of what stands in the bucket for an export."""
    prefix = f"exports/{visitor.tenant['id']}/{job['id']}/"
    found = objects.client().list_objects_v2(Bucket=settings().bucket, Prefix=prefix).get("Contents", [])
    return [each["Key"].removeprefix(prefix) for each in found]


def test_killed_at_any_call_it_goes_on_from_there(
    crowd: Visitor, clients: list[Any], lease_passes: Callable[[], None]
) -> None:
    finished = 0
    for injection in faults.at_each_call(faults.crash_after, *clients):
        job = ask(crowd)
        with injection:
            work(crowd, job)
        lease_passes()
        work(crowd, job)
        _check_whole(crowd, job)
        finished += 1
    assert finished > 10


def test_an_answer_that_is_lost_does_no_harm(
    crowd: Visitor, clients: list[Any], lease_passes: Callable[[], None], impatient: None
) -> None:
    for injection in faults.at_each_call(faults.lost_answer, *clients):
        job = ask(crowd)
        with injection:
            work(crowd, job)
        lease_passes()
        work(crowd, job)
        _check_whole(crowd, job)


def test_long_notes_make_smaller_chunks(crowd: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporter, "LARGEST_CHUNK", 1)
    job, keys = ask(crowd), []
    genuine = objects.write
    monkeypatch.setattr(objects, "write", lambda key, *what: (keys.append(key), genuine(key, *what)))

    work(crowd, job)

    assert len(keys) == len(NAMES) + 1  # one for each person, and the whole
    _check_whole(crowd, job)


def test_only_the_whole_file_is_kept(crowd: Visitor) -> None:
    job = ask(crowd)

    work(crowd, job)

    assert _kept(crowd, job) == ["whole"]


def test_a_file_of_last_week_is_forgotten(crowd: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    old = ask(crowd)
    work(crowd, old)
    genuine = clock.now_ms
    monkeypatch.setattr(clock, "now_ms", lambda: genuine() + KEPT_SECONDS * 1000 + 1)
    crowd.sign_in(crowd.user["email"])
    new = ask(crowd)

    work(crowd, new)

    assert (_kept(crowd, old), _kept(crowd, new)) == ([], ["whole"])
    assert [each["id"] for each in crowd.get("/api/exports").json()["items"]] == [new["id"]]


def test_time_that_ends_hands_over_after_each_chunk(crowd: Visitor, drain: Callable[..., int]) -> None:
    job, looks = ask(crowd), [0]

    def time_left() -> int:
        looks[0] += 1
        return exporter.ENOUGH_MS if looks[0] == 1 else 0

    work(crowd, job, time_left)
    begun = show(crowd, job)
    assert (begun["state"], begun["rows"], begun["url"]) == ("running", 2, None)
    assert begun["progress"] == 0.4
    drain("exports")

    _check_whole(crowd, job)


def test_of_two_workers_one_goes_on(crowd: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    job, met = ask(crowd), []
    genuine = objects.write

    def meanwhile(key: str, body: bytes, content_type: str) -> None:
        """While the first writes its chunk, its lease runs out and a second works the job off."""
        genuine(key, body, content_type)
        if not met:
            met.append(key)
            monkeypatch.setattr(clock, "now_ms", lambda now=clock.now_ms: now() + exporter.LEASE_MS + 1)
            work(crowd, job)

    monkeypatch.setattr(objects, "write", meanwhile)
    work(crowd, job)

    assert met
    _check_whole(crowd, job)


def test_what_a_stalled_worker_writes_late_is_in_no_file(
    crowd: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[str] = []
    job, looks = ask(crowd), iter([exporter.ENOUGH_MS])
    genuine = objects.write

    def stalls(key: str, body: bytes, content_type: str) -> None:
        """Before the first writes what it read, somebody comes in, whom a second worker finds and claims."""
        if not met:
            met.append(key)
            monkeypatch.setattr(clock, "now_ms", lambda now=clock.now_ms: now() + exporter.LEASE_MS + 1)
            crowd.post("/api/contacts", json={"last_name": "Nom 00"})
            work(crowd, job, lambda: next(looks, 0))
        genuine(key, body, content_type)

    monkeypatch.setattr(objects, "write", stalls)
    work(crowd, job)
    work(crowd, job)

    found = [row["Nom"] for row in rows(fetch(crowd, job).content)]
    assert found == sorted([*NAMES, "Nom 00"])
    assert _kept(crowd, job) == ["whole"]


def test_the_minute_wakes_what_nobody_works_on(crowd: Visitor, drain: Callable[..., int]) -> None:
    job = ask(crowd)
    url = queues._url("exports")
    queues._client().purge_queue(QueueUrl=url)

    assert exports.resume_all() > 0
    until(lambda: drain("exports") > 0 or show(crowd, job)["state"] == "done")

    _check_whole(crowd, job)


def test_what_always_fails_at_one_place_is_given_up(
    crowd: Visitor, lease_passes: Callable[[], None], clients: list[Any]
) -> None:
    job = ask(crowd)
    for _ in range(exporter.MOST_ATTEMPTS + 1):
        with faults.inject(faults.crash_before, objects.client(), times=1):
            work(crowd, job)
        lease_passes()

    shown = show(crowd, job)
    assert (shown["state"], shown["url"]) == ("failed", None)
    assert "recommencez" in shown["message"]


def test_an_interest_that_is_gone_meanwhile_fails_it_with_a_sentence(alice: Visitor) -> None:
    wine = alice.post("/api/interests", json={"name": "Vin"}).json()["id"]
    job = ask(alice, filters={"interests_any": wine})
    alice.delete(f"/api/interests/{wine}")

    work(alice, job)

    assert show(alice, job)["state"] in ("done", "failed")


def _peak(blocks: int) -> int:
    """The bytes of memory an upload of so many blocks needs at once."""
    block = b"x" * 100_000

    def tidied() -> Iterator[bytes]:
        """What botocore leaves in circles would go sooner or later: here it goes before each part."""
        for number in range(blocks):
            if number % 80 == 0:
                gc.collect()
            yield block

    tracemalloc.start()
    objects.write_stream("exports/large", tidied(), "text/csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert objects.size("exports/large") == blocks * len(block)
    return peak


def test_a_large_file_goes_up_in_parts_and_memory_holds_one(world: object) -> None:
    """Beside the copies botocore makes of a part, which are as many for the larger file."""
    assert _peak(900) < _peak(450) + 1_000_000


def test_an_upload_that_breaks_leaves_nothing(world: object) -> None:
    def breaks() -> Iterator[bytes]:
        yield b"x" * 17_000_000
        raise ConnectionError

    with pytest.raises(ConnectionError):
        objects.write_stream("exports/broken", breaks(), "text/csv")

    assert objects.size("exports/broken") is None
    listed = objects.client().list_multipart_uploads(Bucket=settings().bucket)
    assert "exports/broken" not in [each["Key"] for each in listed.get("Uploads", [])]
