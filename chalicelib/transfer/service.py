"""The front door of imports: ask for one, run it, show how far it is, hand back what it refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from chalicelib.core import clock, ids, objects, queues
from chalicelib.core.config import settings
from chalicelib.core.errors import Conflict, Invalid, NotFound
from chalicelib.core.events import uploaded_keys
from chalicelib.core.fields import Fields, Line, read
from chalicelib.core.store import Write
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work
from chalicelib.transfer import habits, models, waking
from chalicelib.transfer.models import QUEUE, Import
from chalicelib.transfer.options import Format, RunOptions

if TYPE_CHECKING:
    from chalicelib.transfer.dialect import Dialect

LARGEST = 100 * 1024 * 1024
# What a Lambda can answer; beyond it, refused rows are downloaded from S3.
LARGEST_ANSWER = 4 * 1024 * 1024

TOO_LARGE = Text(
    "Ce fichier dépasse 100 Mo : découpez-le en plusieurs fichiers.",
    "This file is larger than 100 MB: cut it into several files.",
)
NOT_UPLOADED = Text(
    "Le fichier n'est pas encore arrivé : envoyez-le d'abord, puis recommencez.",
    "The file is not there yet: upload it first, then try again.",
)
UNDER_WAY = Text(
    "Cet import est déjà en cours : attendez qu'il se termine.",
    "This import is already under way: wait for its end.",
)
UNDO_UNDER_WAY = Text("Cet import est en cours d'annulation.", "This import is being undone.")
UNDONE = Text("Cet import est déjà annulé.", "This import is undone already.")
NOTHING_TO_UNDO = Text(
    "Cet import n'a rien écrit : il n'y a rien à annuler.",
    "This import wrote nothing: there is nothing to undo.",
)
TOO_OLD = Text(
    "Cet import a plus d'un an : il ne peut plus être annulé.",
    "This import is more than a year old: it can no longer be undone.",
)
NOT_DONE = Text("L'import n'est pas terminé.", "The import is not done.")


class NewImport(Fields):
    """What asks for an import (VOCABULARY, `imports`); `size` in bytes."""

    file_name: Line = Field(min_length=1)
    size: int = Field(ge=0)
    resource: Literal["contacts", "companies"] = "contacts"


def ask(work: Work, values: dict[str, Any]) -> tuple[Import, dict[str, Any]]:
    """A new import and the form to upload its file with; `Invalid` on `size` beyond 100 MB."""
    caller = work.caller
    wanted = read(NewImport, values)
    if wanted.size > LARGEST:
        raise Invalid.field("size", TOO_LARGE)
    job = Import(
        models.partition(caller.tenant),
        ids.new_id(),
        user_id=caller.user_id,
        user_name=caller.user_name,
        role=caller.role,
        visibility=caller.visibility,
        locale=caller.locale,
        **wanted.model_dump(),
    )
    work.writes.append(Write("Put", {"TableName": settings().table_ops, "Item": job.serialize()}))
    return job, objects.upload_form(job.key, LARGEST)


def preview(caller: Caller, import_id: str, query: Mapping[str, str]) -> dict[str, Any]:
    """A look into the uploaded file; `Conflict` while it is not there, `Invalid` when it cannot be read."""
    from chalicelib.transfer import preview as looking

    job, format_ = models.get(caller, import_id), read(Format, dict(query))
    head, size, written = _look_into(job, format_)
    fields = _said(job, written)
    return looking.look(head, size, written, fields, job.kind, caller.locale)


def _look_into(job: Import, format_: Format) -> "tuple[bytes, int, Dialect]":
    """The head of the file, its size and how it is written."""
    from chalicelib.transfer import incoming
    from chalicelib.transfer.problem import Unreadable

    size = objects.size(job.key)
    if size is None:
        raise Conflict(NOT_UPLOADED)
    head = objects.read(job.key, 0, incoming.HEAD)
    try:
        return head, size, incoming.sniff(job.file_name, head, format_.charset, format_.delimiter)
    except Unreadable as problem:
        raise Invalid(Text(problem.message_fr, problem.message_en)) from problem


def _said(job: Import, written: "Dialect") -> list[str | None]:
    """What the columns become if nobody says anything: what they became last time, or what headers say."""
    from chalicelib.transfer import headers

    return habits.remembered(job, written.headers) or headers.fields_of(written.headers, job.kind)


def run(caller: Caller, import_id: str, values: dict[str, Any]) -> Import:
    """Ask for the work to begin, as `values` (RunOptions) say; asking for the same again changes nothing."""
    caller.require_writer()
    job, wanted = models.get(caller, import_id), read(RunOptions, values)
    if job.is_under_way and bool(job.dry_run) != bool(wanted.dry_run):
        raise Conflict(UNDER_WAY)
    if job.may_begin:
        _begin(job, wanted)
    queues.send(settings().queue_imports, job.word)
    return job


def _begin(job: Import, wanted: RunOptions) -> None:
    """Forget what an earlier run, a rehearsal say, came to, and let whoever sees the job begin."""
    chosen = _chosen(job, wanted) if wanted.mapping else None
    now = clock.now_ms()
    fresh: dict[str, Any] = {
        **{"state": "waiting", "asked": True, "queue": QUEUE, "since": f"{now}#{job.tenant}#{job.sk}"},
        **{"run": int(job.run) + 1, "began": now, "dry_run": bool(wanted.dry_run), "chosen": chosen},
        **{"charset": wanted.charset, "delimiter": wanted.delimiter},
        **{"duplicates": wanted.duplicates or "update", "message": None, "report": None},
        **{"dialect": None, "fields": None, "place": None, "chunk": 0, "rows": 0},
        **{"created": 0, "updated": 0, "refused": 0, "noted": 0, "attempts": 0, "lease": 0},
    }
    job.become(fresh, Import.queue.does_not_exist())


def _chosen(job: Import, wanted: RunOptions) -> list[str | None]:
    """The field of each column, with what was chosen; kept for the next file of the same headers."""
    from chalicelib.transfer import mapping

    _, _, written = _look_into(job, wanted)
    fields = mapping.checked(_said(job, written), wanted.mapping or {}, written.headers, job.kind)
    habits.remember(job, written.headers, fields)
    return fields


def show(caller: Caller, import_id: str) -> Import:
    return models.get(caller, import_id)


def all_of(caller: Caller) -> list[Import]:
    return models.of_tenant(caller)


def undo(caller: Caller, import_id: str) -> Import:
    """Ask for an import to be taken back; `Conflict` says why it cannot be."""
    caller.require_writer()
    job = models.get(caller, import_id)
    if reason := _not_undoable(job):
        raise Conflict(reason)
    now = clock.now_ms()
    begun = {
        **{"undo_state": "running", "queue": QUEUE, "since": f"{now}#{job.tenant}#{job.sk}"},
        **{"undo_user_id": caller.user_id, "undo_user_name": caller.user_name},
    }
    if not job.become({**begun, "lease": 0, "attempts": 0}, Import.queue.does_not_exist()):
        raise Conflict(UNDO_UNDER_WAY)
    queues.send(settings().queue_imports, job.word)
    return job


def _not_undoable(job: Import) -> Text | None:
    if job.undo_state:
        return UNDONE if job.undo_state == "done" else UNDO_UNDER_WAY
    if job.is_under_way:
        return UNDER_WAY
    if job.dry_run or not job.asked or job.may_begin:
        return NOTHING_TO_UNDO
    return TOO_OLD if objects.is_forgotten(int(job.began or ids.made_at(job.sk))) else None


@dataclass(frozen=True)
class Download:
    """A file: its text, or where a larger one is fetched from."""

    name: str
    text: str | None = None
    url: str | None = None


def refused_rows(caller: Caller, import_id: str) -> Download:
    """The rows an import refused, as a CSV to correct and import again."""
    job = models.get(caller, import_id)
    if job.state not in ("done", "failed"):
        raise Conflict(NOT_DONE)
    return _download(job.refused_key(), f"refus-{job.sk}.csv")


def kept_records(caller: Caller, import_id: str) -> Download:
    """The records an undo left alone, as a CSV; without an undo, or one that left none, its header alone."""
    from chalicelib.transfer import kept_records

    job, name = models.get(caller, import_id), f"gardees-{import_id}.csv"
    if job.undo_state == "running":
        raise Conflict(UNDO_UNDER_WAY)
    if not int(job.kept):
        return Download(name, text=kept_records.nothing(job))
    return _download(job.kept_key(), name)


def _download(key: str, name: str) -> Download:
    size = objects.size(key)
    if size is None:
        raise NotFound
    if size > LARGEST_ANSWER:
        return Download(name, url=objects.download_url(key, name, "text/csv"))
    return Download(name, text=objects.read(key).decode("utf-8"))


def receive(message: dict[str, Any], time_left_ms: Callable[[], int]) -> None:
    """What the queue brings: an upload's notice from S3, or our own word to go on."""
    if "import_id" in message:
        _advance(str(message["tenant"]), str(message["import_id"]), time_left_ms)
        return
    for key in uploaded_keys(message):
        match key.split("/"):
            case ["uploads", tenant, import_id]:
                _advance(tenant, import_id, time_left_ms)


def _advance(tenant: str, import_id: str, time_left_ms: Callable[[], int]) -> None:
    """Bring an import on, or its undo, unless somebody else is at it."""
    # Only this Lambda reads files: the others need not wait for what that takes.
    from chalicelib.transfer import lease, undo, worker

    job = lease.take(tenant, import_id)
    if job:
        (undo if job.undo_state else worker).advance(job, time_left_ms)


def resume_all() -> int:
    """Wake every import, or undo of one, that is not done."""
    return waking.wake_all(Import, QUEUE, settings().queue_imports)
