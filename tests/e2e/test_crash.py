"""Everything dies in the middle of an import; after the next start every row is there, once."""

from __future__ import annotations

import os
import re
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from bench.people import people, write_csv
from chalicelib.core.words import fold
from tests.e2e.desk import Desk
from tests.running import Run

ROWS = 4_000
IMPORT_MS = 120_000


def test_an_import_survives_the_death_of_everything(visit: Callable[..., Desk], tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    write_csv(file, ROWS)
    run = Run(tmp_path / "data").until_ready()
    try:
        desk = visit(run).arrive()
        start_import(desk, file)
        desk.watch.allow(
            "ERR_CONNECTION_REFUSED", "ERR_EMPTY_RESPONSE", "ERR_CONNECTION_RESET", "status of 50"
        )
        kill_everything(run)
        run = Run(tmp_path / "data", run.port).until_ready()

        expect(desk.page.get_by_role("heading", name="Import terminé")).to_be_visible(timeout=IMPORT_MS)
        assert desk.numbers() == {"Lignes lues": ROWS, "Créées": ROWS, "Mises à jour": 0, "Refusées": 0}
        assert listed(desk) == Counter(fold(f"{one.last_name} {one.first_name}") for one in people(ROWS))
    finally:
        run.end(signal.SIGTERM)


def start_import(desk: Desk, file: Path) -> None:
    """Drop a file and wait until some of its rows, not all, are imported."""
    desk.drop(file)
    desk.press("Importer")
    desk.sees_page(file.name)
    progress = desk.page.get_by_role("progressbar", name="Import en cours…")
    expect(progress).to_have_attribute("aria-valuenow", re.compile(r"^[1-9]\d?$"), timeout=IMPORT_MS)


def kill_everything(run: Run) -> None:
    """Send SIGKILL to every process of the product at once; none may tidy up after another."""
    names = ("dynamodb", "postman", "ministack", "web", "events")
    for pid in [run.process.pid, *(run.processes(name)[-1] for name in names)]:
        os.kill(pid, signal.SIGKILL)
    run.process.wait()


def listed(desk: Desk) -> Counter[str]:
    """Count the names in the whole list, page by page as the screen asks for it."""
    names: Counter[str] = Counter()
    cursor = ""
    while cursor is not None:
        page = desk.read(f"/contacts?sort=last_name&limit=200&cursor={cursor}")
        names.update(fold(row["name"]) for row in page["items"])
        cursor = page["next"]
    return names
