"""How an import is to be run: what its columns become, and what becomes of records that are there."""

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from chalicelib.core.fields import Fields

Charset = Literal["utf-8", "cp1252", "iso-8859-15", "mac_roman"]
Delimiter = Literal[";", ",", "\t", "|"]


class Format(Fields):
    """How a file is written, where somebody knows better than what we tell from its first bytes."""

    charset: Charset | None = None
    delimiter: Delimiter | None = None

    @model_validator(mode="before")
    @classmethod
    def _read_empty_text_as_nothing(cls, values: Any) -> Any:
        """A tab is a delimiter here, and no blank."""
        return values


class RunOptions(Format):
    """All may be left out: columns are recognised, records that are there are updated, and it is meant.

    `mapping` gives the columns that are to become something else: `{"<position from 0>": field or null}`.
    """

    mapping: Annotated[dict[str, str | None], Field(max_length=1_000)] | None = None
    dry_run: bool | None = None
    duplicates: Literal["update", "create"] | None = None
