"""An import under way or done: its file, how it is read, how far it came."""

from typing import Any, Literal

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import DoesNotExist

from chalicelib.core import clock, ids
from chalicelib.core.errors import NotFound
from chalicelib.core.tables import Guarded, OpsMeta, UnderWayIndex
from chalicelib.core.work import Caller

QUEUE = "imports"
REPORT_ROWS = 50


class Import(Guarded):
    """A job of a tenant; `queue` and `since` are there only while somebody must still work on it."""

    class Meta(OpsMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    user_id = UnicodeAttribute()
    user_name = UnicodeAttribute()
    visibility = UnicodeAttribute(default="all")
    locale = UnicodeAttribute(default="fr")
    file_name = UnicodeAttribute()
    size = NumberAttribute()
    resource = UnicodeAttribute()
    state = UnicodeAttribute(default="waiting")
    asked = BooleanAttribute(default=False)
    message: Any = JSONAttribute(null=True)  # {fr, en}
    dialect: Any = JSONAttribute(null=True)
    fields: Any = JSONAttribute(null=True)
    place: Any = JSONAttribute(null=True)  # [byte offset, rows, lines] before the next row
    chunk = NumberAttribute(default=0)
    rows = NumberAttribute(default=0)
    created = NumberAttribute(default=0)
    updated = NumberAttribute(default=0)
    refused = NumberAttribute(default=0)
    report: Any = JSONAttribute(null=True)
    attempts = NumberAttribute(default=0)  # since the last chunk that was claimed
    lease = NumberAttribute(default=0)  # ms; until then one worker has it to itself
    queue = UnicodeAttribute(null=True)
    since = UnicodeAttribute(null=True)
    under_way: Any = UnderWayIndex()

    @property
    def tenant(self) -> str:
        return str(self.pk).partition("#")[0]

    @property
    def kind(self) -> Literal["contacts", "companies"]:
        return "companies" if self.resource == "companies" else "contacts"

    @property
    def key(self) -> str:
        """Where its file is uploaded to."""
        return f"uploads/{self.tenant}/{self.sk}"

    @property
    def word(self) -> dict[str, str]:
        """The message that makes a worker look at it."""
        return {"tenant": self.tenant, "import_id": str(self.sk)}

    def refused_key(self, chunk: int | None = None) -> str:
        """Where the refused rows are kept: a part for each chunk, or all of them once it is done."""
        name = "refused.csv" if chunk is None else f"refused/{chunk:06}.json"
        return f"imports/{self.tenant}/{self.sk}/{name}"

    def caller(self) -> Caller:
        """Who asked for it: what it creates is theirs."""
        return Caller(self.tenant, self.user_id, self.user_name, locale=self.locale)

    def to_json(self, locale: str, *, reported: bool = True) -> dict[str, Any]:
        """As the wire shows it (VOCABULARY, `imports`); a list of many leaves the reports out."""
        offset = self.place[0] if self.place else 0
        return {
            "id": self.sk,
            "file_name": self.file_name,
            "resource": self.resource,
            "state": self.state,
            "rows": int(self.rows),
            "created": int(self.created),
            "updated": int(self.updated),
            "refused": int(self.refused),
            "progress": 1.0 if self.state == "done" else round(min(offset / max(int(self.size), 1), 0.99), 3),
            "message": self.message and self.message[locale],
            "report": [_row_json(row, locale) for row in (self.report or ()) if reported],
            "created_at": clock.rfc3339(ids.made_at(self.sk)),
        }


def _row_json(row: dict[str, Any], locale: str) -> dict[str, Any]:
    reasons = [{"field": each["field"], "message": each[locale]} for each in row["reasons"]]
    return {**row, "reasons": reasons}


def partition(tenant: str) -> str:
    return f"{tenant}#J"


def get(caller: Caller, import_id: str) -> Import:
    """The import, or `NotFound` for this caller."""
    if not ids.is_id(import_id):
        raise NotFound
    try:
        job = Import.get(partition(caller.tenant), import_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound from error
    if caller.visibility == "own" and job.user_id != caller.user_id:
        raise NotFound
    return job


def of_tenant(caller: Caller, limit: int = 100) -> list[Import]:
    """The tenant's last imports, newest first."""
    found = Import.query(partition(caller.tenant), scan_index_forward=False, limit=limit)
    return [job for job in found if caller.visibility == "all" or job.user_id == caller.user_id]
