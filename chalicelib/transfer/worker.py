"""Working off an import: whoever holds its lease takes chunk after chunk.

Each chunk ends in one transaction that moves the job on and adds the counts, so that killing a worker
anywhere loses nothing and doubles nothing; what is left goes on from the last claim.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from tempfile import TemporaryFile
from typing import Any

from chalicelib.core import clock, ids, objects
from chalicelib.core.errors import Conflict
from chalicelib.core.store import Write
from chalicelib.core.texts import Text
from chalicelib.core.work import Work
from chalicelib.transfer import habits, headers, holders, incoming, kit, lease
from chalicelib.transfer.chunk import ROWS, Chunk
from chalicelib.transfer.csv_file import (
    Dialect,
    Place,
    Refused,
    Row,
    write_refused,
)
from chalicelib.transfer.kit import Kit
from chalicelib.transfer.models import REPORT_ROWS, Import
from chalicelib.transfer.problem import Unreadable

LARGEST_BATCH = 2 * 1024 * 1024
REASONS_SHOWN = 8
UPLOADED_WITHIN_MS = 24 * 3600 * 1000
# A worker that dies is woken again; a chunk that kills each of them would do so for ever.
MOST_ATTEMPTS = 10
ALWAYS_FAILS = Text(
    "L'import s'est arrêté plusieurs fois au même endroit : les lignes lues jusque-là sont dans le compte.",
    "The import stopped several times at the same place: the rows read before it are in the account.",
)
NEVER_CAME = Text(
    "Le fichier n'est jamais arrivé : recommencez l'import.", "The file never came: start again."
)
IN_THE_NOTE = Text(
    "Certains centres d'intérêt n'existent pas encore : ils sont dans la note des contacts. "
    "Un administrateur peut les créer.",
    "Some interests do not exist yet: they are in the notes of the contacts. "
    "An administrator can create them.",
)
NO_ROWS = Text(
    "Ce fichier ne contient que la ligne d'en-têtes : il n'y a rien à importer.",
    "This file holds a header line only: there is nothing to import.",
)


def advance(job: Import, time_left_ms: Callable[[], int]) -> None:
    """Work off as many chunks as time allows; the next invocation goes on from the last claim."""
    if not _is_ready(job):
        return
    try:
        dialect = _read_head(job)
        finished = _work_off(job, dialect, time_left_ms)
    except Unreadable as problem:
        _end(job, "failed", Text(problem.message_fr, problem.message_en))
        return
    except Conflict:
        return  # Another worker took over while we were slow; it goes on.
    if finished:
        _gather_refused(job, dialect)
        _end(job, "done", _remark(job))
    else:
        lease.hand_over(job)


def _is_ready(job: Import) -> bool:
    """Whether there is something to read, and a worker has not died of it again and again."""
    if int(job.attempts) > MOST_ATTEMPTS:
        _end(job, "failed", ALWAYS_FAILS)
        return False
    if objects.size(job.key) is None:
        _wait_for_upload(job)
        return False
    return job.state == "running" or job.become({"state": "running"}, Import.run == int(job.run))


def _wait_for_upload(job: Import) -> None:
    """Leave the job to the upload's own notice; the form was valid an hour, so after a day nobody waits."""
    if clock.now_ms() - ids.made_at(job.sk) > UPLOADED_WITHIN_MS:
        _end(job, "failed", NEVER_CAME)
    else:
        job.become({"lease": 0, "attempts": 0, "state": "waiting"}, Import.run == int(job.run))


def _remark(job: Import) -> Text | None:
    if not int(job.rows):
        return NO_ROWS
    return IN_THE_NOTE if int(job.noted) else None


def _read_head(job: Import) -> Dialect:
    """Charset, delimiter and columns, told from the head of the file once; raises `Unreadable`."""
    if job.dialect:
        return Dialect(**{**job.dialect, "headers": tuple(job.dialect["headers"])})
    head = objects.read(job.key, 0, incoming.HEAD)
    dialect = incoming.sniff(job.file_name, head, job.charset, job.delimiter)
    fields = job.chosen or habits.remembered(job, dialect.headers)
    told = {
        "dialect": asdict(dialect),
        "fields": fields or headers.recognise(dialect.headers, job.kind),
        "place": list(dialect.start),
        "size": objects.size(job.key) or 0,
        "meets_records": holders.any_of(job),
    }
    # Another worker may be further on by now: its place must not be set back to the start.
    if not job.become(told, Import.dialect.does_not_exist() & (Import.run == int(job.run))):
        raise Conflict
    return dialect


def _work_off(job: Import, dialect: Dialect, time_left_ms: Callable[[], int]) -> bool:
    """Take chunks until the file or the time ends; whether the file has."""
    place, kept = Place(*job.place), kit.of(job)
    rows = incoming.rows(dialect, objects.blocks(job.key, place.offset), place)
    # An earlier worker may have died between writing a chunk and claiming it: only the first can be such.
    maybe_there = True
    while time_left_ms() > lease.ENOUGH_MS:
        batch = _next_batch(rows, int(job.place[0]))
        if not batch:
            return True
        _take_chunk(kept, batch, maybe_there=maybe_there)
        maybe_there = False
    return False


def _next_batch(rows: Iterator[Row], begin: int) -> list[Row]:
    """Up to 500 rows, fewer when they are long: memory must not grow with the file."""
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == ROWS or row.end - begin >= LARGEST_BATCH:
            break
    return batch


def _take_chunk(kept: Kit, batch: list[Row], *, maybe_there: bool) -> None:
    # A moment of its own: an undo tells by it what a chunk wrote and what came after.
    kept.work = Work(kept.work.caller)
    chunk = Chunk(kept, int(kept.job.chunk) + 1)
    chunk.take(batch)
    chunk.write(maybe_there=maybe_there)
    _move_on(kept.job, chunk, batch[-1].place)
    chunk.made.bulk.claim([_claim(kept.job)])
    # As the claim left them: a claim is no attempt, and the lease begins again.
    kept.job.attempts, kept.job.lease = 0, clock.now_ms() + lease.LEASE_MS


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """A refused row as the report shows it, short enough for fifty to fit the job's item (400 KB)."""
    shown = {name: row[name] for name in ("row", "line", "text")}
    return {**shown, "reasons": row["reasons"][:REASONS_SHOWN]}


def _move_on(job: Import, chunk: Chunk, place: Place) -> None:
    """What the job is once the chunk is claimed. Never read back: in the table another may be further on."""
    job.chunk = chunk.number
    job.rows = int(job.rows) + chunk.rows
    job.created = int(job.created) + chunk.created
    job.updated = int(job.updated) + chunk.updated
    job.noted = int(job.noted) + chunk.made.noted
    job.refused = int(job.refused) + len(chunk.refused)
    job.place = list(place)
    job.report = [*(job.report or ()), *map(_told, chunk.refused)][:REPORT_ROWS]


def _claim(job: Import) -> Write:
    """The job moved on by one chunk, if it still stands where we began."""
    moved = {name: getattr(job, name) for name in ("chunk", "rows", "created", "updated", "refused", "noted")}
    moved["place"] = json.dumps(job.place)
    moved["report"] = json.dumps(job.report, ensure_ascii=False)
    return lease.claim(job, "chunk", int(job.chunk) - 1, moved)


def _gather_refused(job: Import, dialect: Dialect) -> None:
    """All refused rows in one file; nothing when none was refused."""
    if not int(job.refused):
        return
    columns = ("Ligne", "Motif") if job.locale == "fr" else ("Line", "Reason")
    with TemporaryFile() as whole:
        for line in write_refused(dialect.headers, dialect.delimiter, _refused(job), columns):
            whole.write(line)
        whole.seek(0)
        objects.write_file(job.refused_key(), whole, "text/csv; charset=utf-8")


def _refused(job: Import) -> Iterator[Refused]:
    for number in range(1, int(job.chunk) + 1):
        key = job.refused_key(number)
        if objects.size(key) is None:
            continue
        for row in json.loads(objects.read(key)):
            reasons = " ".join(reason[job.locale] for reason in row["reasons"])
            yield Refused(row["line"], reasons, row["cells"])


def _end(job: Import, state: str, message: Text | None) -> None:
    """Nobody has to work on this run any more; of a later one nothing is said."""
    said = message and {"fr": message.fr, "en": message.en}
    over = {"state": state, "message": said, "lease": 0, "queue": None, "since": None}
    job.become(over, Import.run == int(job.run))
