"""The front door of QR codes: of any text, of a record's page, of a person's vCard."""

from chalicelib.companies import service as companies
from chalicelib.contacts import service as contacts
from chalicelib.contacts.cards import Cards
from chalicelib.core.config import settings
from chalicelib.core.errors import Invalid
from chalicelib.core.fields import CONTROL_CHARACTER
from chalicelib.core.texts import NOT_CHOICE, REQUIRED, Text
from chalicelib.core.work import Caller
from chalicelib.qrcodes import drawing

MOST_CHARACTERS = 1_000
# A larger code has modules too small for the camera of a phone on a screen or a label.
CARD_BYTES = 600

TOO_LONG = Text(
    "Un QR code contient 1 000 caractères au plus, moins s'ils sont accentués ou d'un autre alphabet.",
    "A QR code holds at most 1,000 characters, fewer with accents or another alphabet.",
)


def of_text(text: str) -> str:
    """The code of any text, as SVG; `Invalid` on `text` when it is empty or too long."""
    if not text.strip():
        raise Invalid.field("text", REQUIRED)
    if "\0" in text:
        raise Invalid.field("text", CONTROL_CHARACTER)
    if len(text) > MOST_CHARACTERS or len(text.encode()) > drawing.MOST_BYTES:
        raise Invalid.field("text", TOO_LONG)
    return drawing.svg(text)


def of_contact(caller: Caller, contact_id: str, kind: str) -> str:
    """The code of a person: `record` opens the page here, `vcard` puts them into a phone."""
    contact = contacts.get(caller, contact_id)
    if kind == "record":
        return drawing.svg(page_of("contacts", contact.id))
    if kind == "vcard":
        return drawing.svg(Cards(caller).short_card(contact, CARD_BYTES))
    raise Invalid.field("kind", NOT_CHOICE)


def of_company(caller: Caller, company_id: str) -> str:
    """The code that opens the page of a company."""
    return drawing.svg(page_of("companies", companies.get(caller, company_id).id))


def page_of(resource: str, record_id: str) -> str:
    """The lasting address of a record's page: printed, it must work for ever."""
    return f"{settings().app_urls[0]}/{resource}/{record_id}"
