"""The search as the API describes it."""

from typing import Literal

from pydantic import Field

from chalicelib.core.shapes import Id, Shape
from chalicelib.search.service import LONGEST, TOP

__all__ = ["Found", "SearchQuery"]


class SearchQuery(Shape):
    """What is typed, which kind alone is wanted, and where to go on in the answers."""

    q: str = Field(min_length=1, max_length=LONGEST)
    kind: Literal["", "contact", "company"] = ""
    cursor: str = ""


class Hit(Shape):
    """A record, and beside its name the company of a person or the city of a company."""

    kind: Literal["contact", "company"]
    id: Id
    label: str
    detail: str | None


class Found(Shape):
    """The first that have what is typed. `partial`: some were not looked for; `next` goes on from there."""

    items: list[Hit] = Field(max_length=TOP)
    partial: bool
    next: str | None
