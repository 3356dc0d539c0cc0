"""Interests as the API describes them."""

from chalicelib.core.shapes import Flag, HistoryRow, Row, Shape, Shown
from chalicelib.interests.models import InterestFields

__all__ = ["HistoryRow", "Interest", "InterestFields", "InterestQuery", "InterestRow"]


class Interest(InterestFields, Shown):
    """What people look for, offer or like."""


class InterestRow(Row):
    group: str | None


class InterestQuery(Shape):
    """Those in use, or those archived."""

    archived: Flag = "false"
