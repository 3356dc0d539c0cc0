"""The front door of exports: ask for one, show how far it is, hand out its file."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field

from chalicelib.core import clock, ids, objects, queues
from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid
from chalicelib.core.fields import Fields, read
from chalicelib.core.logs import failure, logger
from chalicelib.core.store import Write
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work
from chalicelib.transfer import export_job, waking
from chalicelib.transfer.export_job import KEPT_SECONDS, QUEUE, Export

MOST_SELECTED = 1_000
TOO_MANY = Text(
    "1 000 fiches choisies au plus : exportez plutôt la liste filtrée.",
    "1,000 chosen records at most: export the filtered list instead.",
)
# As it is stored, beside which a job is small: 1,000 ids of 27 characters with their commas, and filters.
LONGEST_QUERY = 40_000
TOO_LONG = Text("Ce filtre est trop long.", "This filter is too long.")
NOT_A_CARD = Text("Seuls les contacts s'exportent en vCard.", "Only contacts are exported as vCards.")
NOT_A_FILTER = Text("Ce paramètre est inconnu.", "This parameter is unknown.")

Choice = str | bool | list[str]


class NewExport(Fields):
    """What asks for an export; `filters` are the parameters of the list's query, `ids` among them."""

    resource: Literal["contacts", "companies"]
    filters: dict[str, Choice | None] = Field(default_factory=dict, max_length=30)
    sort: str | None = None
    order: Literal["asc", "desc"] | None = None
    format: Literal["csv", "vcard"] = "csv"
    charset: Literal["utf-8", "iso-8859-15"] = "utf-8"


def ask(work: Work, values: dict[str, Any]) -> Export:
    """A new export, begun once the work is committed; `Invalid` names each wrong parameter."""
    # What turns records into files is needed by its worker and here only.
    from chalicelib.transfer import listing

    caller, wanted = work.caller, read(NewExport, values)
    if wanted.format == "vcard" and wanted.resource != "contacts":
        raise Invalid.field("format", NOT_A_CARD)
    query = _query(wanted)
    listing.check(caller, wanted.resource, query)
    job = Export(
        export_job.partition(caller.tenant),
        ids.new_id(),
        user_id=caller.user_id,
        user_name=caller.user_name,
        visibility=caller.visibility,
        locale=caller.locale,
        resource=wanted.resource,
        wanted=query,
        format=wanted.format,
        charset="utf-8" if wanted.format == "vcard" else wanted.charset,
        expires=clock.now() + KEPT_SECONDS,
        queue=QUEUE,
    )
    job.since = f"{work.at}#{job.tenant}#{job.sk}"
    work.writes.append(Write("Put", {"TableName": settings().table_ops, "Item": job.serialize()}))
    work.afterwards.append(lambda: _wake(job))
    return job


def _query(wanted: NewExport) -> dict[str, str]:
    """The list's query: what is left empty says nothing."""
    query = {name: _text(value) for name, value in wanted.filters.items() if value not in (None, "", False)}
    for name in ("cursor", "limit", "from"):
        if name in query:
            raise Invalid.field(name, NOT_A_FILTER)
    if query.get("ids", "").count(",") >= MOST_SELECTED:
        raise Invalid.field("ids", TOO_MANY)
    chosen = {"sort": wanted.sort, "order": wanted.order}
    query |= {name: value for name, value in chosen.items() if value}
    if len(json.dumps(query)) > LONGEST_QUERY:
        raise Invalid.field(max(query, key=lambda name: len(query[name])), TOO_LONG)
    return query


def _text(value: Choice | None) -> str:
    if isinstance(value, list):
        return ",".join(value)
    return "true" if value is True else str(value)


def _wake(job: Export) -> None:
    try:
        queues.send(settings().queue_exports, job.word)
    except Exception as error:
        logger.warning("export left to the next minute", extra={"export": job.sk, **failure(error)})


def show(caller: Caller, export_id: str) -> dict[str, Any]:
    """The export as the wire shows it, with the address of its file while that is there."""
    job = export_job.get(caller, export_id)
    url = objects.download_url(job.key, job.file_name, job.media_type) if job.state == "done" else None
    return job.to_json(caller.locale, url)


def all_of(caller: Caller) -> list[dict[str, Any]]:
    """The caller's exports, newest first; each shows its address by itself only."""
    return [job.to_json(caller.locale) for job in export_job.of_caller(caller)]


def receive(message: Mapping[str, Any], time_left_ms: Callable[[], int]) -> None:
    """What the queue brings: our word to go on."""
    # Only this Lambda writes files: the others need not wait for what that takes.
    from chalicelib.transfer import exporter

    exporter.advance(str(message["tenant"]), str(message["export_id"]), time_left_ms)


def resume_all() -> int:
    """Wake every export that is not done."""
    return waking.wake_all(Export, QUEUE, settings().queue_exports)
