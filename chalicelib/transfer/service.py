"""The front door of imports: ask for one, run it, show how far it is, hand back what it refused."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

from chalicelib.core import clock, ids, objects, queues
from chalicelib.core.config import settings
from chalicelib.core.errors import MOST_FIELDS, Conflict, FieldError, Invalid, NotFound
from chalicelib.core.events import uploaded_keys
from chalicelib.core.fields import Fields, Line, read
from chalicelib.core.store import Write
from chalicelib.core.texts import UNKNOWN_FIELD, Text
from chalicelib.core.work import Caller, Work
from chalicelib.transfer import models
from chalicelib.transfer.models import QUEUE, Import

LARGEST = 100 * 1024 * 1024
# What a Lambda can answer; beyond it, refused rows are downloaded from S3.
LARGEST_ANSWER = 4 * 1024 * 1024

TOO_LARGE = Text(
    "Ce fichier dépasse 100 Mo : découpez-le en plusieurs fichiers.",
    "This file is larger than 100 MB: cut it into several files.",
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
        visibility=caller.visibility,
        locale=caller.locale,
        **wanted.model_dump(),
    )
    work.writes.append(Write("Put", {"TableName": settings().table_ops, "Item": job.serialize()}))
    return job, objects.upload_form(job.key, LARGEST)


def run(caller: Caller, import_id: str, options: dict[str, Any]) -> Import:
    """Ask for the work to begin; asking again changes nothing. A mapping and a dry run are still refused."""
    options = {name: value for name, value in options.items() if value or name not in ("mapping", "dry_run")}
    if options:
        raise Invalid(fields=[FieldError(name, UNKNOWN_FIELD) for name in sorted(options)[:MOST_FIELDS]])
    caller.require_writer()
    job = models.get(caller, import_id)
    if not job.asked:
        job.update(
            actions=[
                Import.asked.set(True),
                Import.queue.set(QUEUE),
                Import.since.set(f"{clock.now_ms()}#{job.tenant}#{job.sk}"),
            ]
        )
    queues.send(settings().queue_imports, job.word)
    return job


def show(caller: Caller, import_id: str) -> Import:
    return models.get(caller, import_id)


def all_of(caller: Caller) -> list[Import]:
    return models.of_tenant(caller)


@dataclass(frozen=True)
class Download:
    """The refused rows: their text, or where a larger file is fetched from."""

    name: str
    text: str | None = None
    url: str | None = None


def refused_rows(caller: Caller, import_id: str) -> Download:
    """The rows an import refused, as a CSV to correct and import again."""
    job = models.get(caller, import_id)
    if job.state not in ("done", "failed"):
        raise Conflict(NOT_DONE)
    key, name = job.refused_key(), f"refus-{job.sk}.csv"
    size = objects.size(key)
    if size is None:
        raise NotFound
    if size > LARGEST_ANSWER:
        return Download(name, url=objects.download_url(key, name, "text/csv"))
    return Download(name, text=objects.read(key).decode("utf-8"))


def receive(message: dict[str, Any], time_left_ms: Callable[[], int]) -> None:
    """What the queue brings: an upload's notice from S3, or our own word to go on."""
    # Only this Lambda reads files: the others need not wait for what that takes.
    from chalicelib.transfer import worker

    if "import_id" in message:
        worker.advance(str(message["tenant"]), str(message["import_id"]), time_left_ms)
        return
    for key in uploaded_keys(message):
        match key.split("/"):
            case ["uploads", tenant, import_id]:
                worker.advance(tenant, import_id, time_left_ms)


def resume_all() -> int:
    """Wake every import that is asked for and not done; where there is a worker, when its lease ends."""
    found = 0
    for job in Import.under_way.query(QUEUE):
        whole = Import.get(job.pk, job.sk, consistent_read=True)
        if whole.queue:
            wait = max(0, int(whole.lease) - clock.now_ms())
            queues.send(settings().queue_imports, whole.word, delay=-(-wait // 1000))
            found += 1
    return found
