"""The records an undo left alone, as a CSV: their names, where they are, and why they stayed."""

import json
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile

from chalicelib.core import objects
from chalicelib.core.config import settings
from chalicelib.transfer.models import Import
from chalicelib.transfer.refused_file import write_rows
from chalicelib.transfer.undo_records import Kept

HEADERS = {"fr": ("Fiche", "Adresse", "Motif"), "en": ("Record", "Address", "Reason")}


def keep(job: Import, step: int, kept: Iterable[Kept]) -> None:
    """Note what a step left alone; nothing when that is nothing."""
    noted = [[each.kind, each.id, each.name, each.reason.in_(job.locale)] for each in kept]
    if noted:
        body = json.dumps(noted, ensure_ascii=False).encode("utf-8", "replace")
        objects.write(job.kept_key(step), body, "application/json")


def gather(job: Import) -> None:
    """All of them in one file; nothing when none was kept."""
    if not int(job.kept):
        return
    with TemporaryFile() as whole:
        for line in write_rows(_rows(job), ";"):
            whole.write(line)
        whole.seek(0)
        objects.write_file(job.kept_key(), whole, "text/csv; charset=utf-8")


def _rows(job: Import) -> Iterator[list[str]]:
    yield list(HEADERS["en" if job.locale == "en" else "fr"])
    for step in range(job.undo_steps):
        if objects.size(job.kept_key(step)) is None:
            continue
        for kind, id_, name, reason in json.loads(objects.read(job.kept_key(step))):
            yield [name, f"{settings().app_urls[0]}/{kind}/{id_}", reason]
