"""Whom an e-mail or a phone leads to: asked by whoever must not write the same person twice.

Ids are told of everybody; `read_many` leaves out whom the caller may not see.
"""

from collections.abc import Iterable

from chalicelib.contacts.models import CONTACTS, LETTER, Contact
from chalicelib.core import entries, records, words
from chalicelib.core.work import Caller


def with_email(caller: Caller, email: str) -> list[str]:
    """Ids of the people, archived ones left out, who have this e-mail, personal or professional (0.5 RCU)."""
    return entries.holders(caller.store, LETTER, words.email_text(email))


def with_phone(caller: Caller, phone: str) -> list[str]:
    """Ids of the people, archived ones left out, who have this number however it is written (0.5 RCU)."""
    text = words.phone_text(phone)
    return entries.holders(caller.store, LETTER, text) if text else []


def holders_of(caller: Caller, emails: Iterable[str]) -> dict[str, list[str]]:
    """The ids `with_email` finds for each of many addresses; those nobody has are left out."""
    found = {email: with_email(caller, email) for email in dict.fromkeys(emails)}
    return {email: holders for email, holders in found.items() if holders}


def read_many(caller: Caller, ids: Iterable[str]) -> list[Contact]:
    """The people of these ids with their positions, as they are now; unknown and invisible ones left out."""
    found = (records.find(caller, CONTACTS, each) for each in dict.fromkeys(ids))
    return [contact for contact in found if contact]
