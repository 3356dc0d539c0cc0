"""Contacts and positions as the API describes them."""

from chalicelib.contacts.fields import ContactFields, JobFields, PositionFields
from chalicelib.core.mass import Action
from chalicelib.core.shapes import Flag, HistoryRow, Id, Outcome, Row, Shape, Shown

__all__ = [
    "Action",
    "Contact",
    "ContactFields",
    "ContactRow",
    "HistoryRow",
    "NewContact",
    "Outcome",
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


class PositionQuery(Shape):
    """Whose positions: of one contact, or of one company."""

    contact_id: str = ""
    company_id: str = ""
    archived: Flag = "false"


class Position(PositionFields, Shown):
    """A job of a person in a company, with both names."""

    contact: str
    company: str
