"""Working off an export: whoever holds its lease writes page after page, then joins them into one file.

Each chunk is a small object of its own and ends in one update that moves the job on, so that killing a worker
anywhere loses nothing and doubles nothing; memory holds a page, and at the end one part of the upload.
"""

from collections.abc import Callable, Iterator

from chalicelib.contacts.cards import Cards
from chalicelib.contacts.service import Contact
from chalicelib.core import clock, objects, queues
from chalicelib.core.config import settings
from chalicelib.core.errors import Conflict, Invalid
from chalicelib.core.texts import Text
from chalicelib.interests import service as interests
from chalicelib.transfer import export_job, listing, sheet
from chalicelib.transfer.export_job import Export

PAGES = 5  # a chunk, or fewer when notes are long: memory must not grow with them
LARGEST_CHUNK = 2 * 1024 * 1024
LEASE_MS = 30_000
# What a Lambda must have left to begin another chunk rather than hand over to the next invocation.
ENOUGH_MS = 20_000
MOST_ATTEMPTS = 10
ALWAYS_FAILS = Text(
    "L'export s'est arrêté plusieurs fois au même endroit : recommencez-le.",
    "The export stopped several times at the same place: start it again.",
)


def advance(tenant: str, export_id: str, time_left_ms: Callable[[], int]) -> None:
    """Work off as many pages as time allows; the next invocation goes on from the last chunk."""
    job = _lease(tenant, export_id)
    if job is None:
        return
    try:
        finished = _work_off(job, time_left_ms)
    except Conflict:
        return  # Another worker took over while we were slow; it goes on.
    except Invalid as refusal:
        # What the list took when it was asked for it refuses now: an interest is gone, say.
        _end(job, "failed", refusal.fields[0].text)
        return
    if finished:
        parts = [job.part_key(number, attempt) for number, attempt in enumerate(job.parts, 1)]
        objects.write_stream(job.key, _joined(job, parts), job.media_type)
        _end(job, "done", None)
        # Only now: whoever joins them once more, because we were killed before, still finds them.
        objects.delete(_written(job))
        _forget_former(tenant)
    else:
        # The attempts go on: one that stalled before us must not share its name with one after us.
        job.update(actions=[Export.lease.set(0)])
        queues.send(settings().queue_exports, job.word)


def _lease(tenant: str, export_id: str) -> Export | None:
    """The job, ours for a while; None when it is over or somebody else's."""
    job = Export(export_job.partition(tenant), export_id)
    now = clock.now_ms()
    ours = job.change_if(
        Export.queue.exists() & (Export.lease < now),
        Export.lease.set(now + LEASE_MS),
        Export.state.set("running"),
        Export.attempts.add(1),
    )
    if not ours:
        return None
    if int(job.attempts) > MOST_ATTEMPTS:
        _end(job, "failed", ALWAYS_FAILS)
        return None
    return job


def _work_off(job: Export, time_left_ms: Callable[[], int]) -> bool:
    """Take chunks until the list or the time ends; whether the list has."""
    writer = _Writer(job)
    while not job.all_read:
        if time_left_ms() < ENOUGH_MS:
            return False
        _take_chunk(job, writer)
    return True


def _take_chunk(job: Export, writer: "_Writer") -> None:
    caller, cursor, rows, total = job.caller(), str(job.cursor), 0, int(job.total)
    written = bytearray()
    for _ in range(PAGES):
        page = listing.read_page(caller, job.resource, job.wanted, cursor)
        cursor, total = page.next, max(total, page.total)
        found = list(listing.whole(caller, job.resource, page.ids))
        written += writer.written(found)
        rows += len(found)
        if not cursor or len(written) >= LARGEST_CHUNK:
            break
    objects.write(job.part_key(int(job.chunk) + 1, int(job.attempts)), bytes(written), job.media_type)
    _move_on(job, cursor, rows, total)


def _move_on(job: Export, cursor: str, rows: int, total: int) -> None:
    """The claim of a chunk: it holds only if nobody else has claimed one meanwhile."""
    claimed = job.change_if(
        Export.chunk == int(job.chunk),
        Export.chunk.set(int(job.chunk) + 1),
        Export.parts.set([*job.parts, int(job.attempts)]),
        Export.cursor.set(cursor),
        Export.all_read.set(not cursor),
        Export.rows.set(int(job.rows) + rows),
        Export.total.set(total),
        Export.lease.set(clock.now_ms() + LEASE_MS),
        Export.attempts.set(0),
    )
    if not claimed:
        raise Conflict


class _Writer:
    """Records to bytes; knows the names of the tenant's interests."""

    def __init__(self, job: Export) -> None:
        self.job, self.caller = job, job.caller()
        self.interests = {each.id: each.name for each in interests.listed(self.caller)}

    def written(self, found: list[Contact]) -> bytes:
        """A page of records as the file has them."""
        job = self.job
        if job.format == "vcard":
            cards = Cards(self.caller)
            return "".join(map(cards.card, found)).encode()
        if job.resource == "contacts":
            rows = [sheet.contact_row(record, self.interests) for record in found]
        else:
            rows = [sheet.company_row(record, job.locale) for record in found]
        return sheet.encoded(rows, job.charset)


def _written(job: Export) -> list[str]:
    """Every place where somebody may have written a chunk, whether it was claimed or not."""
    chunks, attempts = range(1, int(job.chunk) + 1), range(MOST_ATTEMPTS + 1)
    return [job.part_key(chunk, attempt) for chunk in chunks for attempt in attempts]


def _forget_former(tenant: str) -> None:
    """Take away the files that are a week old: one machine has no bucket that forgets by itself."""
    for job in export_job.too_old(tenant):
        objects.delete([job.key])
        job.delete()


def _joined(job: Export, parts: list[str]) -> Iterator[bytes]:
    """The whole file, chunk after chunk; nobody else need begin while we are at it."""
    if job.format == "csv":
        yield sheet.beginning(job.resource, job.locale, job.charset)
    for part in parts:
        yield objects.read(part)
        job.update(actions=[Export.lease.set(clock.now_ms() + LEASE_MS)])


def _end(job: Export, state: str, message: Text | None) -> None:
    """Nobody has to work on it any more."""
    told = {"fr": message.fr, "en": message.en} if message else None
    job.update(
        actions=[
            Export.state.set(state),
            Export.message.set(told) if told else Export.message.remove(),
            Export.lease.set(0),
            Export.queue.remove(),
            Export.since.remove(),
        ]
    )
