"""What answers look like, for the description of the API: the parts every room's `shapes` are made of.

Imported only when somebody asks for `/api/openapi.json`: other requests need not wait for it.
"""

from typing import Annotated, Any, Literal, Required

from pydantic import BaseModel, ConfigDict, Field, JsonValue
from typing_extensions import TypedDict

from chalicelib.core import ids
from chalicelib.core.fields import Fields

Id = Annotated[str, Field(pattern=f"^[{ids.ALPHABET}]{{{ids.LENGTH}}}$")]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Flag = Literal["true", "false"]


class Shape(BaseModel):
    """An answer: what it may hold and nothing else."""

    model_config = ConfigDict(extra="forbid")


class Row(TypedDict, total=False):
    """A row of a list: what is blank may be absent."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]

    id: Required[Id]
    name: Required[str]


class Shown(Fields):
    """A record as it is answered: its fields, `null` where empty, and the five every record has."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: Id
    created_at: Moment
    updated_at: Moment
    version: int = Field(ge=1)
    archived: bool


class Change(Shape):
    field: str
    old: JsonValue
    new: JsonValue


class HistoryRow(Shape):
    """Who did what to a record; a creation lists no changes, since the record itself says it all."""

    id: Id
    at: Moment
    user_id: str
    user: str
    action: Literal["create", "change", "archive", "restore", "import", "position", "merge", "undo"]
    changes: list[Change]


class Failed(Shape):
    """What an action on many was not done to, and why."""

    id: str
    detail: str


class Outcome(Shape):
    """What became of an action on many; each kind adds `undo`, the actions that take it back."""

    done: list[Id]
    failed: list[Failed]


class FieldProblem(Shape):
    field: str
    message: str


class Problem(BaseModel):
    """Why a request was refused (RFC 9457), in the caller's language."""

    type: Literal["about:blank"]
    title: str
    status: int
    detail: str = ""
    errors: list[FieldProblem]


OpenApi = dict[str, Any]
