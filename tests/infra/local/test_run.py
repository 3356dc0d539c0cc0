"""`make run` starts the product, keeps it alive, stops it whole, and is clear about why it will not start."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from infra.local import demo
from infra.local.children import ROOT, free_port
from infra.local.lock import Held, Lock
from tests.world import until

PASSWORD = "correct cheval pile agrafe"


class Run:
    """One `python -m infra.local.run` on a data folder and a port."""

    def __init__(self, data: Path, port: str = "", demo: bool = False) -> None:
        self.data = data
        self.port = port or str(free_port())
        self.url = f"http://127.0.0.1:{self.port}"
        # A demo tenant would only make the start of most tests slower.
        wanted = {"DATA_DIR": str(data), "PORT": self.port, "DEMO": str(int(demo))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "infra.local.run"],
            cwd=ROOT,
            env={**os.environ, **wanted},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def said(self) -> list[str]:
        """Return what it prints until it is ready or ends."""
        assert self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line.rstrip())
            if line.startswith("ready"):
                break
        return lines

    def until_ready(self) -> Run:
        self.greeting = self.said()
        assert self.greeting[-1:] == [f"ready {self.url}"], self.greeting
        return self

    def end(self, number: signal.Signals) -> int:
        """Send a signal to the whole process group, as a terminal does, and return the exit code."""
        os.killpg(self.process.pid, number)
        return self.process.wait(30)

    def is_gone(self) -> bool:
        """Tell whether every process it started has ended, waiting for that if need be."""
        try:
            Lock(self.data / "children.lock").take(20)
        except Held:
            return False
        return True

    def processes(self, name: str) -> list[int]:
        """Return the ids of the processes `name` has run as, once each was ready."""
        log = (self.data / "logs" / "run.log").read_text()
        return [int(number) for number in re.findall(rf"{name} is ready as process (\d+)", log)]

    def sign_up(self, email: str) -> httpx.Response:
        body = {
            "company_name": "Été",
            "first_name": "A",
            "last_name": "B",
            "email": email,
            "password": PASSWORD,
        }
        return httpx.post(f"{self.url}/api/tenants", json=body, headers={"Origin": self.url})

    def sign_in(self, email: str, password: str = PASSWORD) -> httpx.Response:
        body = {"email": email, "password": password}
        return httpx.post(f"{self.url}/api/session", json=body, headers={"Origin": self.url})


@pytest.fixture
def start() -> Iterator[Callable[..., Run]]:
    runs: list[Run] = []

    def start(data: Path, port: str = "", demo: bool = False) -> Run:
        runs.append(Run(data, port, demo))
        return runs[-1]

    yield start
    for run in runs:
        if run.process.poll() is None:
            run.end(signal.SIGTERM)


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
