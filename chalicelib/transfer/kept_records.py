"""The records an undo left alone, as a CSV: their names, where they are, and why they stayed."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from tempfile import TemporaryFile

from chalicelib.core import objects, records
from chalicelib.core.config import settings
from chalicelib.core.texts import Text
from chalicelib.transfer.listing import KINDS
from chalicelib.transfer.models import REPORT_ROWS, Import
from chalicelib.transfer.refused_file import write_rows
from chalicelib.transfer.undo_records import Kept

HEADERS = {"fr": ("Fiche", "Adresse", "Motif"), "en": ("Record", "Address", "Reason")}

UNSEEN = Text("Fiche que vous ne voyez plus", "Record you no longer see")
SHOWN = ("resource", "id", "name", "reason")


def keep(job: Import, step: int, kept: Sequence[Kept]) -> None:
    """Note what a step left alone; nothing when that is nothing."""
    seen, unseen = _seen(job, kept), UNSEEN.in_(job.locale)
    noted = [
        [each.kind, each.id, each.name if each.id in seen else unseen, each.reason.in_(job.locale)]
        for each in kept
    ]
    if noted:
        body = json.dumps(noted, ensure_ascii=False).encode("utf-8", "replace")
        objects.write(job.kept_key(step), body, "application/json")


def _seen(job: Import, kept: Sequence[Kept]) -> set[str]:
    """The ids of those the importer may see, who reads this: what they made may be others' by now."""
    importer = job.caller()
    if importer.visibility == "all":
        return {each.id for each in kept}
    keys = {KINDS[each.kind].base_key(importer.store, each.id): each for each in kept}
    there = importer.store.get_many([*keys], consistent=True)
    found = [KINDS[keys[key].kind].read(keys[key].id, item) for key, item in there.items()]
    return {record.id for record in found if records.may_see(importer, record)}


def gather(job: Import) -> list[dict[str, str]] | None:
    """All of them in one file, and the first of them for the screen; None when none was kept."""
    if not int(job.kept):
        return None
    with TemporaryFile() as whole:
        for line in write_rows(_rows(job), ";"):
            whole.write(line)
        whole.seek(0)
        objects.write_file(job.kept_key(), whole, "text/csv; charset=utf-8")
    return [dict(zip(SHOWN, noted, strict=True)) for noted in islice(_noted(job), REPORT_ROWS)]


def nothing(job: Import) -> str:
    """The file of an undo that left nothing alone."""
    return b"".join(write_rows([HEADERS["en" if job.locale == "en" else "fr"]], ";")).decode()


def _rows(job: Import) -> Iterator[list[str]]:
    yield list(HEADERS["en" if job.locale == "en" else "fr"])
    for kind, id_, name, reason in _noted(job):
        yield [name, f"{settings().app_urls[0]}/{kind}/{id_}", reason]


def _noted(job: Import) -> Iterator[list[str]]:
    for step in range(job.undo_steps):
        if objects.size(job.kept_key(step)) is not None:
            yield from json.loads(objects.read(job.kept_key(step)))
