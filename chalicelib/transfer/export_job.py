"""An export under way or done: what of, for whom, how far it came."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import DoesNotExist

from chalicelib.core import clock, ids
from chalicelib.core.errors import NotFound
from chalicelib.core.tables import Guarded, OpsMeta, UnderWayIndex
from chalicelib.core.work import Caller

QUEUE = "exports"
# The bucket forgets the files after as many days (infra/aws/buckets.yaml).
KEPT_SECONDS = 7 * 24 * 3600
NAMES = {
    "fr": {"contacts": "contacts", "companies": "societes"},
    "en": {"contacts": "contacts", "companies": "companies"},
}


class Export(Guarded):
    """A job of a tenant; `queue` and `since` are there only while somebody must still work on it."""

    class Meta(OpsMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    user_id = UnicodeAttribute()
    user_name = UnicodeAttribute()
    visibility = UnicodeAttribute(default="all")
    locale = UnicodeAttribute(default="fr")
    resource = UnicodeAttribute()
    wanted: Any = JSONAttribute()  # the query of the list, without its cursor
    format = UnicodeAttribute(default="csv")
    charset = UnicodeAttribute(default="utf-8")
    state = UnicodeAttribute(default="waiting")
    message: Any = JSONAttribute(null=True)  # {fr, en}
    cursor = UnicodeAttribute(default="")  # of the list's next page; of a selection, how many ids are done
    all_read = BooleanAttribute(default=False)
    chunk = NumberAttribute(default=0)
    parts: Any = JSONAttribute(default=list)  # of each chunk, at which attempt what was claimed was written
    rows = NumberAttribute(default=0)
    total = NumberAttribute(default=0)
    attempts = NumberAttribute(default=0)  # since the last chunk that was claimed
    lease = NumberAttribute(default=0)  # ms; until then one worker has it to itself
    expires = NumberAttribute()
    queue = UnicodeAttribute(null=True)
    since = UnicodeAttribute(null=True)
    under_way: Any = UnderWayIndex()

    @property
    def tenant(self) -> str:
        return str(self.pk).partition("#")[0]

    @property
    def word(self) -> dict[str, str]:
        """The message that makes a worker look at it."""
        return {"tenant": self.tenant, "export_id": str(self.sk)}

    @property
    def key(self) -> str:
        """Where its file is, once it is done."""
        return f"exports/{self.tenant}/{self.sk}/whole"

    def part_key(self, chunk: int, attempt: int) -> str:
        """Where the rows of a chunk wait for the others; each attempt at it has a place of its own."""
        return f"exports/{self.tenant}/{self.sk}/{chunk:06}-{attempt}"

    @property
    def media_type(self) -> str:
        return "text/vcard; charset=utf-8" if self.format == "vcard" else f"text/csv; charset={self.charset}"

    @property
    def file_name(self) -> str:
        """`contacts-2026-11-24.csv`: what it holds, and the day it was asked for."""
        day = clock.rfc3339(ids.made_at(self.sk))[:10]
        names = NAMES.get(self.locale, NAMES["fr"])
        return f"{names[self.resource]}-{day}.{'vcf' if self.format == 'vcard' else 'csv'}"

    def caller(self) -> Caller:
        """Who asked for it: it holds what they could see then."""
        return Caller(
            self.tenant,
            self.user_id,
            self.user_name,
            visibility="own" if self.visibility == "own" else "all",
            locale=self.locale,
        )

    def to_json(self, locale: str, url: str | None = None) -> dict[str, Any]:
        """As the wire shows it (VOCABULARY, `exports`)."""
        rows, total = int(self.rows), int(self.total)
        return {
            "id": self.sk,
            "resource": self.resource,
            "format": self.format,
            "charset": self.charset,
            "state": self.state,
            "rows": rows,
            "progress": 1.0 if self.state == "done" else round(min(rows / max(total, 1), 0.99), 3),
            "url": url,
            "file_name": self.file_name,
            "message": self.message and self.message[locale],
            "created_at": clock.rfc3339(ids.made_at(self.sk)),
        }


def partition(tenant: str) -> str:
    return f"{tenant}#X"


def get(caller: Caller, export_id: str) -> Export:
    """The caller's own export, or `NotFound`: others, or they themselves today, may not see all it holds."""
    if not ids.is_id(export_id):
        raise NotFound
    try:
        job = Export.get(partition(caller.tenant), export_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound from error
    if not _may_see(caller, job):
        raise NotFound
    return job


def of_caller(caller: Caller, limit: int = 100) -> list[Export]:
    """The caller's own last exports, newest first."""
    found = Export.query(
        partition(caller.tenant),
        filter_condition=Export.user_id == caller.user_id,
        scan_index_forward=False,
        page_size=limit,
    )
    return list(islice((job for job in found if _may_see(caller, job)), limit))


def _may_see(caller: Caller, job: Export) -> bool:
    return job.user_id == caller.user_id and caller.visibility in ("all", job.visibility)


def too_old(tenant: str) -> Iterator[Export]:
    """The tenant's exports that nobody is to find any more; on AWS time itself takes most of them away."""
    oldest_kept = ids.new_id(clock.now_ms() - KEPT_SECONDS * 1000)
    yield from Export.query(partition(tenant), Export.sk < oldest_kept)
