"""An address book imported twice, and a whole import taken back: how fast beside the import itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import processes
from bench.figures import Figure
from bench.importing import GROWTH
from bench.people import write_csv
from bench.stage import POLL_SECONDS, Stage, import_file
from bench.visitors import Visitor

ROWS_A_MINUTE = 10_000
# No slower than the import it takes back.
AS_FAST = 1.0


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """Seconds of a second import, which updates; an undo against its import, and the worker's memory."""
    rows, more = (300, 1_000) if small else (10_000, 100_000)
    with Visitor(stage.origin) as visitor:
        visitor.sign_up("alice.again@example.fr")
        file = _file(stage, rows)
        import_file(visitor, file, rows)
        again, seconds = _timed(lambda: import_file(visitor, file, rows))
        allowed = None if small else 60 * rows / ROWS_A_MINUTE
        yield Figure(f"the same {rows:,} rows once more, which updates", seconds, "s", allowed)
        yield Figure("  contacts met again by their e-mail", again["updated"], "")
        seconds = _undo(visitor, again)
        yield Figure("  undo of that, former values given back", rows / seconds, "a second")
    with Visitor(stage.origin) as visitor:
        visitor.sign_up("alice.undone@example.fr")
        processes.forget_peak(stage.world.events.pid)
        done, importing = _timed(lambda: import_file(visitor, _file(stage, more), more))
        peak = processes.peak_mb(stage.world.events.pid)
        processes.forget_peak(stage.world.events.pid)
        undoing = _undo(visitor, done)
        yield Figure(f"undo of {more:,} rows", more / undoing, "a second")
        yield Figure("  undo / import", undoing / importing, "x", None if small else AS_FAST)
        growth = processes.peak_mb(stage.world.events.pid) / peak
        yield Figure("  peak memory of the worker against its import's", growth, "x", GROWTH)


def _file(stage: Stage, rows: int) -> Path:
    file = stage.world.data / f"{rows}-undone.csv"
    write_csv(file, rows)
    return file


def _timed(do: Any) -> tuple[dict[str, Any], float]:
    started = time.perf_counter()
    done: dict[str, Any] = do()
    return done, time.perf_counter() - started


def _undo(visitor: Visitor, job: dict[str, Any]) -> float:
    """Take an import back; the seconds it took."""
    started = time.perf_counter()
    visitor.create(f"/api/imports/{job['id']}/undo")
    while (undone := visitor.read(f"/api/imports/{job['id']}"))["undo_state"] == "running":
        time.sleep(POLL_SECONDS)
    seconds = time.perf_counter() - started
    if (undone["undo_state"], undone["kept"], undone["removed"]) != ("done", 0, job["created"]):
        raise RuntimeError(f"the undo of {job['created']} rows ended with {undone['removed']} removed")
    return seconds
