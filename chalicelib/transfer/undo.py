"""Undoing an import: what it made goes, what it changed gets its former values back, chunk by chunk.

The last chunk comes first, since each plan tells what a record was just before it; then, chunk by chunk, the
companies and interests that nobody needs any more. Every step looks at what is there, so that it may be begun
again anywhere; its claim, written last, counts it once. What somebody changed since is left alone and named.
"""

from collections.abc import Callable

from chalicelib.core import clock
from chalicelib.core.errors import Conflict
from chalicelib.core.texts import Text
from chalicelib.transfer import kept_records, lease, plan, undo_needs, undo_records
from chalicelib.transfer.models import Import
from chalicelib.transfer.undo_records import Tally

# As for an import: a step that kills each worker would do so for ever.
MOST_ATTEMPTS = 10
ALWAYS_FAILS = Text(
    "L'annulation s'est arrêtée plusieurs fois au même endroit : relancez-la, elle reprendra où elle en est.",
    "The undo stopped several times at the same place: start it again, it goes on from where it is.",
)


def advance(job: Import, time_left_ms: Callable[[], int]) -> None:
    """Take back as many chunks as time allows; the next invocation goes on from the last claim."""
    if int(job.attempts) > MOST_ATTEMPTS:
        _end(job, {"undo_state": None, "message": {"fr": ALWAYS_FAILS.fr, "en": ALWAYS_FAILS.en}})
        return
    try:
        while int(job.undo_step) < job.undo_steps:
            if time_left_ms() <= lease.ENOUGH_MS:
                lease.hand_over(job)
                return
            _take_step(job)
    except Conflict:
        return  # Another worker took over while we were slow; it goes on.
    named = kept_records.gather(job)
    _end(job, {"undo_state": "done", "undone_at": clock.now_ms(), "kept_report": named})


def _take_step(job: Import) -> None:
    """The records of a chunk, or what they needed."""
    step, half = int(job.undo_step), job.undo_steps // 2
    made = plan.kept(job, half - step % half)
    tally = Tally()
    if made:
        take = undo_records.take_back if step < half else undo_needs.take_back
        tally = take(job, half - step % half, made)
    kept_records.keep(job, step, tally.kept)
    _move_on(job, tally)


def _move_on(job: Import, tally: Tally) -> None:
    """Count the step, once. Never read back: in the table another may be further on."""
    moved = {
        "undo_step": int(job.undo_step) + 1,
        "removed": int(job.removed) + tally.removed,
        "restored": int(job.restored) + tally.restored,
        "kept": int(job.kept) + len(tally.kept),
    }
    job.undoer().store.commit([lease.claim(job, "undo_step", int(job.undo_step), moved)])
    job.undo_step, job.removed, job.restored, job.kept = moved.values()


def _end(job: Import, over: dict[str, object]) -> None:
    """Nobody has to work on it any more."""
    whole = {**over, "lease": 0, "attempts": 0, "queue": None, "since": None}
    job.become(whole, (Import.undo_state == "running") & (Import.undo_step == int(job.undo_step)))
