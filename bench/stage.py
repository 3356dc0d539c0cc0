"""Where the product is measured: all of it as `make run` starts it, on a folder that goes afterwards."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx

from bench import processes
from bench.people import write_csv
from bench.visitors import Visitor
from infra.local.children import free_port
from infra.local.world import World

# As the page that shows the progress does.
POLL_SECONDS = 0.5


@dataclass(frozen=True)
class Filling:
    """A tenant with an address book, and what importing it took: seconds, CPU seconds, MB at most."""

    email: str
    tenant: str
    contacts: int
    seconds: float
    worker_cpu: float
    engine_cpu: float
    worker_peak_mb: float


@dataclass
class Stage:
    """The whole product, running; tenants of a size are filled when first asked for."""

    world: World = field(
        default_factory=lambda: World(Path(tempfile.mkdtemp(prefix="simple-crm-bench-")), free_port())
    )
    fillings: dict[int, Filling] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self.world.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.world.stop()
        shutil.rmtree(self.world.data, ignore_errors=True)

    @property
    def origin(self) -> str:
        return self.world.urls[0]

    def filled(self, contacts: int) -> Filling:
        """The tenant of this many contacts, its ISO-8859-15 file imported as a browser does."""
        if contacts not in self.fillings:
            self.fillings[contacts] = self._fill(contacts)
        return self.fillings[contacts]

    def _fill(self, contacts: int) -> Filling:
        email = f"alice.{contacts}@example.fr"
        file = self.world.data / f"{contacts}.csv"
        write_csv(file, contacts)
        worker, engine = self.world.events.pid, self.world.engine.pid
        processes.forget_peak(worker)
        worker_cpu, engine_cpu = processes.cpu_seconds([worker]), processes.cpu_seconds([engine])
        with Visitor(self.origin) as visitor:
            visitor.sign_up(email)
            started = time.perf_counter()
            import_file(visitor, file, contacts)
            seconds = time.perf_counter() - started
            tenant = visitor.read("/api/session")["tenant"]["id"]
        return Filling(
            email,
            tenant,
            contacts,
            seconds,
            processes.cpu_seconds([worker]) - worker_cpu,
            processes.cpu_seconds([engine]) - engine_cpu,
            processes.peak_mb(worker),
        )


def import_file(visitor: Visitor, file: Path, rows: int) -> dict[str, Any]:
    """Upload an address book and wait until all its rows are contacts; the import as it ended."""
    asked = visitor.create("/api/imports", file_name=file.name, size=file.stat().st_size, resource="contacts")
    form = asked["upload"]
    with file.open("rb") as content:
        httpx.post(
            form["url"], data=form["fields"], files={"file": (file.name, content)}, timeout=60
        ).raise_for_status()
    visitor.create(f"/api/imports/{asked['id']}/run")
    while (job := visitor.read(f"/api/imports/{asked['id']}"))["state"] in ("waiting", "running"):
        time.sleep(POLL_SECONDS)
    if (job["state"], job["created"] + job["updated"]) != ("done", rows):
        raise RuntimeError(f"the import of {rows} rows ended {job['state']} with {job['created']} contacts")
    return job
