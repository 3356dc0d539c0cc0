"""An import under way or done: its file, how it is read, how far it came."""

from typing import Any, Literal

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import DoesNotExist
from pynamodb.expressions.condition import Condition

from chalicelib.core import clock, ids, objects
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
    role = UnicodeAttribute(default="user")
    visibility = UnicodeAttribute(default="all")
    locale = UnicodeAttribute(default="fr")
    file_name = UnicodeAttribute()
    size = NumberAttribute()
    resource = UnicodeAttribute()
    state = UnicodeAttribute(default="waiting")
    asked = BooleanAttribute(default=False)
    run = NumberAttribute(default=0)  # which run this is: after a rehearsal, all begins anew
    began = NumberAttribute(null=True)  # ms; when this run was asked for
    dry_run = BooleanAttribute(default=False)
    charset = UnicodeAttribute(null=True)  # chosen, not told
    delimiter = UnicodeAttribute(null=True)
    chosen: Any = JSONAttribute(null=True)  # the field of each column, where somebody chose
    duplicates = UnicodeAttribute(default="update")
    meets_records = BooleanAttribute(default=True)  # whether there was any of its kind before
    noted = NumberAttribute(default=0)  # rows with interests that could only be told in the note
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
    undo_state = UnicodeAttribute(null=True)  # running or done
    undo_step = NumberAttribute(default=0)  # each chunk's records, last chunk first, then what they needed
    undo_user_id = UnicodeAttribute(null=True)
    undo_user_name = UnicodeAttribute(null=True)
    undone_at = NumberAttribute(null=True)  # ms
    removed = NumberAttribute(default=0)
    restored = NumberAttribute(default=0)
    kept = NumberAttribute(default=0)
    kept_report: Any = JSONAttribute(null=True)
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

    @property
    def is_under_way(self) -> bool:
        """Whether somebody still has to work on it."""
        return self.queue is not None

    @property
    def will_make_interests(self) -> bool:
        """Whether missing interests are there after the import: a rehearsal only would make them."""
        return bool(self.dry_run) and self.role == "admin"

    @property
    def makes_interests(self) -> bool:
        """Whether interests that are missing are made now."""
        return self.role == "admin" and not self.dry_run

    @property
    def undo_steps(self) -> int:
        """How many steps an undo takes: the chunk after the last claimed one may be there in part."""
        return 2 * (int(self.chunk) + 1)

    @property
    def may_begin(self) -> bool:
        """Whether it may be run (again): nothing of it is there yet."""
        if self.is_under_way or self.undo_state:
            return False
        return not self.asked or bool(self.dry_run) or (self.state == "failed" and not self._may_have_written)

    @property
    def _may_have_written(self) -> bool:
        """A worker writes only what it has planned, and may have died before it counted it."""
        return int(self.chunk) > 0 or objects.size(self.plan_key(1)) is not None

    def kept_key(self, step: int | None = None) -> str:
        """Where the records an undo left alone are named: a part for each step, or all once it is done."""
        name = "kept.csv" if step is None else f"kept/{step:06}.json"
        return f"imports/{self.tenant}/{self.sk}/{int(self.run)}/{name}"

    def plan_key(self, chunk: int) -> str:
        """Where what a chunk is about to do is kept, for whoever does it again or undoes it."""
        return f"imports/{self.tenant}/{self.sk}/{int(self.run)}/plan/{chunk:06}.json"

    def record_id(self, row: int) -> str:
        """The id of a row's record: the same at every delivery, and in the order of the file."""
        return ids.derived_id(ids.made_at(str(self.sk)) + row, str(self.sk), str(row))

    def become(self, attributes: dict[str, Any], condition: Condition) -> bool:
        """Change these attributes, None taking one away, if the condition holds; whether it did."""
        known = self.get_attributes()
        return self.change_if(
            condition,
            *(
                known[name].remove() if value is None else known[name].set(value)
                for name, value in attributes.items()
            ),
        )

    def refused_key(self, chunk: int | None = None) -> str:
        """Where a run's refused rows are kept: a part for each chunk, or all of them once it is done."""
        name = "refused.csv" if chunk is None else f"refused/{chunk:06}.json"
        return f"imports/{self.tenant}/{self.sk}/{int(self.run)}/{name}"

    def caller(self) -> Caller:
        """Who asked for it: what it creates is theirs."""
        return Caller(
            self.tenant,
            self.user_id,
            self.user_name,
            role="admin" if self.role == "admin" else "user",
            visibility="own" if self.visibility == "own" else "all",
            locale=self.locale,
        )

    def undoer(self) -> Caller:
        """Who asked for the undo; what the import made may be others' by now, and is seen all the same."""
        return Caller(self.tenant, str(self.undo_user_id), str(self.undo_user_name), locale=self.locale)

    def to_json(self, locale: str, *, reported: bool = True) -> dict[str, Any]:
        """As the wire shows it (VOCABULARY, `imports`); a list of many leaves the reports out."""
        return {
            "id": self.sk,
            "file_name": self.file_name,
            "resource": self.resource,
            "state": self.state,
            "asked": bool(self.asked),
            "dry_run": bool(self.dry_run),
            "charset": self.charset,
            "delimiter": self.delimiter,
            "duplicates": self.duplicates,
            "rows": int(self.rows),
            "created": int(self.created),
            "updated": int(self.updated),
            "refused": int(self.refused),
            "progress": self._progress(),
            "message": self.message and self.message[locale],
            "report": [_row_json(row, locale) for row in (self.report or ()) if reported],
            "created_at": clock.rfc3339(ids.made_at(self.sk)),
            **self._undo_json(),
            "kept_report": list(self.kept_report or ()) if reported else [],
        }

    def _undo_json(self) -> dict[str, Any]:
        return {
            "undo_state": self.undo_state,
            "undone_at": self.undone_at and clock.rfc3339(int(self.undone_at)),
            "removed": int(self.removed),
            "restored": int(self.restored),
            "kept": int(self.kept),
        }

    def _progress(self) -> float:
        """From 0 to 1: of the undo once there is one, else of the import."""
        if self.undo_state:
            done, all_ = int(self.undo_step), self.undo_steps
        else:
            done, all_ = (self.place[0] if self.place else 0), int(self.size)
        is_over = self.undo_state == "done" or (self.state == "done" and not self.undo_state)
        return 1.0 if is_over else round(min(done / max(all_, 1), 0.99), 3)


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
