"""Contacts and positions as the API describes them."""

from pydantic import Field

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


class Position(PositionFields, Shown):
    """A job of a person in a company, with both names."""

    contact: str
    company: str


class ContactsOutcome(Outcome):
    undo: list[ContactAction]
