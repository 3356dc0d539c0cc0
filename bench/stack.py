"""What a request costs the product on one machine, in CPU, beside a bare Flask hello in the same run.

Dolibarr, measured where a hello took its client about 1 ms, needed 37 ms of CPU for a list page and 10 ms for
a new contact; half of that is 18 and 5 times the hello's time. Its own CPU is less than half its time, so
that the same costs are more than twice as many of it: both ratios are printed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from statistics import median
from typing import Any

import httpx

from bench import processes
from bench.figures import Figure
from bench.stage import Stage
from bench.visitors import Visitor
from infra.local.children import ROOT, free_port

ROUNDS, ROUNDS_IN_A_HURRY = 8, 1
# Linux counts CPU in hundredths of a second: a round must take many of them.
REQUESTS, HELLOS = 60, 240
WORKERS = 2
AIMS = {"list page of 50": 18, "contact create": 5}

Request = Callable[[], Any]


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """CPU per request of every process of the stack at the largest size, in x of the hello's."""
    filling = stage.filled(1_000 if small else 100_000)
    pids = [child.pid for child in stage.world.children]
    with Visitor(stage.origin) as visitor:
        visitor.sign_in(filling.email)
        requests = _requests(visitor)
        hello_time, cost = _measure(requests, pids, ROUNDS_IN_A_HURRY if small else ROUNDS)
    yield Figure(f"bare Flask/gunicorn hello, of {hello_time:.2f} ms", cost["hello"], "ms CPU")
    for name in requests:
        aim = None if small else AIMS.get(name)
        yield Figure(f"{name}, at {filling.contacts:,} contacts", cost[name], "ms CPU")
        yield Figure("  in x of the hello's CPU", cost[name] / cost["hello"], "x", aim=aim)
        yield Figure("  in x of the hello's time", cost[name] / hello_time, "x", aim=aim)
    yield Figure("memory of the whole stack (PSS)", processes.memory_mb(pids), "MB")
    yield Figure("CPU of the stack at rest", 100 * at_rest(pids, 1 if small else 10), "% of one")


def _measure(requests: dict[str, Request], pids: list[int], rounds: int) -> tuple[float, dict[str, float]]:
    """The hello's time, and the CPU of it and of each request, all in ms; they take turns."""
    spent, waited = dict.fromkeys(("hello", *requests), 0.0), []
    with hello() as (yardstick, workers):
        for _ in range(rounds):
            spent["hello"] += cpu_of(yardstick, HELLOS, workers)
            waited += [_seconds(yardstick) for _ in range(REQUESTS)]
            for name, request in requests.items():
                spent[name] += cpu_of(request, REQUESTS, pids)
    return 1000 * median(waited), {name: 1000 * seconds / rounds for name, seconds in spent.items()}


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


def cpu_of(request: Request, times: int, pids: list[int]) -> float:
    """The CPU seconds some processes take for a request, sent many times, one after the other."""
    before = processes.cpu_seconds(pids)
    for _ in range(times):
        request()
    return (processes.cpu_seconds(pids) - before) / times


def _seconds(request: Request) -> float:
    started = time.perf_counter()
    request()
    return time.perf_counter() - started


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
