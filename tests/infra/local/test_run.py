"""`make run` starts the product, keeps it alive, stops it whole, and is clear about why it will not start."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from infra.local import demo
from tests.running import Run
from tests.world import until


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_when_ready_and_stops_whole(
    start: Callable[..., Run], tmp_path: Path, number: signal.Signals
) -> None:
    run = start(tmp_path).until_ready()

    assert run.sign_up("a@example.fr").status_code == 201
    assert httpx.get(f"{run.url}/contacts").headers["x-content-type-options"] == "nosniff"
    assert run.end(number) == 0
    assert run.is_gone()
    assert (tmp_path / "aws" / "state" / "sqs.json").exists()


def test_what_was_acknowledged_survives_the_death_of_everything(
    start: Callable[..., Run], tmp_path: Path
) -> None:
    first = start(tmp_path).until_ready()
    first.sign_up("a@example.fr")

    first.end(signal.SIGKILL)
    second = start(tmp_path).until_ready()

    assert second.sign_in("a@example.fr").status_code == 201


def test_nothing_outlives_a_killed_owner(start: Callable[..., Run], tmp_path: Path) -> None:
    run = start(tmp_path).until_ready()

    run.end(signal.SIGKILL)

    assert run.is_gone()
    with pytest.raises(httpx.ConnectError):
        httpx.get(run.url)


def test_the_key_is_made_once_and_for_its_owner_only(start: Callable[..., Run], tmp_path: Path) -> None:
    key = tmp_path / "signing-key"
    keys = []
    for _ in range(2):
        start(tmp_path).until_ready().end(signal.SIGTERM)
        keys.append(key.read_text())

    assert keys[0] == keys[1]
    assert len(keys[0]) == 64
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_two_instances_run_side_by_side(start: Callable[..., Run], tmp_path: Path) -> None:
    one, two = start(tmp_path / "one").until_ready(), start(tmp_path / "two").until_ready()

    assert one.sign_up("a@example.fr").status_code == 201
    assert two.sign_in("a@example.fr").status_code == 401
    assert two.sign_up("a@example.fr").status_code == 201


def test_a_second_start_on_the_same_data_is_refused(start: Callable[..., Run], tmp_path: Path) -> None:
    run = start(tmp_path).until_ready()

    second = start(tmp_path)

    (sentence,) = second.said()
    assert second.process.wait(10) == 1
    assert f"already runs on {tmp_path}" in sentence
    assert run.sign_up("a@example.fr").status_code == 201


def test_a_taken_port_is_refused_with_a_way_out(start: Callable[..., Run], tmp_path: Path) -> None:
    run = start(tmp_path / "one").until_ready()

    second = start(tmp_path / "two", run.port)

    (sentence,) = second.said()
    assert second.process.wait(10) == 1
    assert f"Port {run.port} cannot be used" in sentence
    assert f"make run PORT={int(run.port) + 1}" in sentence


@pytest.mark.parametrize("port", ["http", "-1", "0", "70000"])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    run = Run(tmp_path, port)

    (sentence,) = run.said()
    assert run.process.wait(10) == 1
    assert f"not '{port}'" in sentence


def test_the_first_run_enters_a_demo_tenant_once(start: Callable[..., Run], tmp_path: Path) -> None:
    for _ in range(2):
        run = start(tmp_path, demo=True).until_ready()
        cookies = run.sign_in(demo.EMAIL, demo.PASSWORD).cookies
        with httpx.Client(base_url=f"{run.url}/api", cookies=cookies) as client:
            companies = client.get("/companies").json()
            contacts = client.get("/contacts").json()
            first = companies["items"][0]["id"]
            positions = client.get("/positions", params={"company_id": first}).json()

        assert any(demo.EMAIL in line and demo.PASSWORD in line for line in run.greeting)
        assert (companies["total"], contacts["total"]) == (12, 40)
        assert positions["items"]
        run.end(signal.SIGTERM)


@pytest.mark.parametrize("name", ["dynamodb", "ministack", "web", "events"])
def test_a_process_that_ends_is_started_again(start: Callable[..., Run], tmp_path: Path, name: str) -> None:
    run = start(tmp_path).until_ready()
    run.sign_up("a@example.fr")

    (first,) = run.processes(name)
    os.kill(first, signal.SIGKILL)
    until(lambda: len(run.processes(name)) == 2)

    assert run.sign_in("a@example.fr").status_code == 201
    assert run.end(signal.SIGTERM) == 0
