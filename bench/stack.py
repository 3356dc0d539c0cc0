"""What a request costs the product on one machine, in CPU, beside a bare Flask hello in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import Any

import httpx

from bench import processes
from bench.figures import Figure
from bench.stage import Stage
from bench.visitors import Visitor
from infra.local.children import ROOT, free_port

ROUNDS, ROUNDS_IN_A_HURRY = 20, 2
REQUESTS = 25
WORKERS = 2
# Dolibarr's list is 37 ms of CPU and its create 10 ms where the hello takes 1 ms; we aim at half.
LIMITS = {"list page of 50": 18, "contact create": 5}

Request = Callable[[], Any]


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """CPU per request of every process of the stack at the largest size, in x of the hello's."""
    filling = stage.filled(1_000 if small else 100_000)
    rounds = ROUNDS_IN_A_HURRY if small else ROUNDS
    pids = [child.pid for child in stage.world.children]
    with hello() as (yardstick, workers), Visitor(stage.origin) as visitor:
        visitor.sign_in(filling.email)
        requests = _requests(visitor)
        spent = dict.fromkeys(("hello", *requests), 0.0)
        for _ in range(rounds):
            spent["hello"] += cpu_of(yardstick, workers)
            for name, request in requests.items():
                spent[name] += cpu_of(request, pids)
        each = {name: 1000 * seconds / (rounds * REQUESTS) for name, seconds in spent.items()}
        yield Figure("bare Flask/gunicorn hello", each["hello"], "ms CPU")
        for name in requests:
            limit = None if small else LIMITS.get(name)
            what = f"{name}, at {filling.contacts:,} contacts ({each[name]:.2f} ms CPU)"
            yield Figure(what, each[name] / each["hello"], "x hello", limit)
    yield Figure("memory of the whole stack (PSS)", processes.memory_mb(pids), "MB")
    yield Figure("CPU of the stack at rest", 100 * at_rest(pids, 1 if small else 10), "% of one")


def _requests(visitor: Visitor) -> dict[str, Request]:
    """The four everyday requests; a contact is made, opened and corrected in turns."""
    numbers = count(1)
    made: list[dict[str, Any]] = []

    def create() -> None:
        number = next(numbers)
        about = {"first_name": "Jean", "last_name": f"Dupont {number}", "personal_city": "Brive-la-Gaillarde"}
        reached = {
            "personal_email": f"jean.dupont{number}@exemple.fr",
            "personal_mobile": f"06 44 {number:06}",
        }
        made.append(visitor.create("/api/contacts", **about, **reached))

    def edit() -> None:
        contact = made.pop()
        visitor.change(f"/api/contacts/{contact['id']}", contact["version"], note="À rappeler en septembre")

    create()
    return {
        "list page of 50": partial(visitor.read, "/api/contacts", sort="last_name", limit=50),
        "contact get": partial(visitor.read, f"/api/contacts/{made[0]['id']}"),
        "contact create": create,
        "contact edit": edit,
    }


def cpu_of(request: Request, pids: list[int]) -> float:
    """The CPU seconds some processes take for a round of requests, one after the other."""
    before = processes.cpu_seconds(pids)
    for _ in range(REQUESTS):
        request()
    return processes.cpu_seconds(pids) - before


def at_rest(pids: list[int], seconds: float) -> float:
    """The share of one CPU that processes take while nobody asks anything of them."""
    before = processes.cpu_seconds(pids)
    time.sleep(seconds)
    return (processes.cpu_seconds(pids) - before) / seconds


@contextmanager
def hello() -> Iterator[tuple[Request, list[int]]]:
    """A Flask hello behind gunicorn's sync workers: a request of it, and its processes."""
    port = free_port()
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", "-w", str(WORKERS), "-b", address, "bench.hello:app"]
    with (
        subprocess.Popen(command, cwd=ROOT, env=os.environ, stderr=subprocess.DEVNULL) as gunicorn,
        httpx.Client(base_url=f"http://{address}", transport=httpx.HTTPTransport(retries=10)) as client,
    ):
        try:
            client.get("/").raise_for_status()
            yield (
                lambda: client.get("/").raise_for_status(),
                [gunicorn.pid, *processes.children_of(gunicorn.pid)],
            )
        finally:
            gunicorn.terminate()
