"""Contacts and positions as the API describes them."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from chalicelib.contacts.fields import ContactFields, JobFields, PositionFields
from chalicelib.contacts.tagging import ContactAction
from chalicelib.core.shapes import Flag, HistoryRow, Id, Outcome, Row, Shape, Shown

__all__ = [
    "Contact",
    "ContactAction",
    "ContactFields",
    "ContactRow",
    "Count",
    "HistoryRow",
    "NewContact",
    "Position",
    "PositionFields",
]


Limit = Annotated[int, Field(ge=1, le=200)]


class NewContact(ContactFields):
    """A person to create, with a first position if they have one."""

    position: JobFields | None = None


class MainPosition(Shape):
    id: Id
    company_id: Id
    company: str
    title: str | None
    phone: str | None
    email: str | None
    start: str | None
    end: str | None


class Contact(ContactFields, Shown):
    """A person, with the position that stands for them in lists."""

    main_position: MainPosition | None


class ContactRow(Row):
    """A person as the list shows them: last name first, then the main position."""

    company: str | None
    title: str | None
    city: str | None
    email: str | None
    phone: str | None
    interests: list[str]


class Count(Shape):
    """How many a slice holds, and where the next one begins; all slices add up to the exact number."""

    count: int = Field(ge=0)
    cursor: str | None


class PositionQuery(Shape):
    """Whose positions: of one contact, or of one company."""

    contact_id: str = ""
    company_id: str = ""
    archived: Flag = "false"
    limit: Limit = 200
    cursor: str = ""


class PageQuery(Shape):
    limit: Limit = 50
    cursor: str = ""


class CompanyInterest(Row):
    """An interest of a company's people of today, and how many they are."""

    group: str | None
    count: int


# A colleague beside a person: `from` and `to` are the period both may have been there, as precise as known.
ExColleague = TypedDict(
    "ExColleague",
    {
        "contact_id": Id,
        "contact": str,
        "company_id": Id,
        "company": str,
        "from": str | None,
        "to": str | None,
        "present": bool,
    },
)


class Position(PositionFields, Shown):
    """A job of a person in a company, with both names."""

    contact: str
    company: str


class ContactsOutcome(Outcome):
    undo: list[ContactAction]
