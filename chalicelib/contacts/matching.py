"""Whom an e-mail or a phone leads to: asked by whoever must not write the same person twice.

Ids are told of everybody; `read_many` leaves out whom the caller may not see.
"""

from collections.abc import Iterable

from chalicelib.contacts.models import CONTACT_LIST, CONTACTS, LETTER, Contact, whose
from chalicelib.core import entries, pages, records, words
from chalicelib.core.store import Range
from chalicelib.core.work import Caller

# Of a large company, those who are there today come first: 4 RCU.
_COLLEAGUES = 200


def with_email(caller: Caller, email: str, at_most: int | None = None) -> list[str]:
    """Ids of the people, archived ones left out, who have this e-mail, personal or professional (0.5 RCU)."""
    return entries.holders(caller.store, LETTER, words.email_text(email), at_most)


def with_phone(caller: Caller, phone: str, at_most: int | None = None) -> list[str]:
    """Ids of the people, archived ones left out, who have this number however it is written (0.5 RCU)."""
    text = words.phone_text(phone)
    return entries.holders(caller.store, LETTER, text, at_most) if text else []


def holders_of(caller: Caller, emails: Iterable[str]) -> dict[str, list[str]]:
    """The ids `with_email` finds for each of many addresses; those nobody has are left out."""
    found = {email: with_email(caller, email) for email in dict.fromkeys(emails)}
    return {email: holders for email, holders in found.items() if holders}


def read_many(caller: Caller, ids: Iterable[str]) -> list[Contact]:
    """The people of these ids with their positions, as they are now; unknown and invisible ones left out."""
    found = (records.find(caller, CONTACTS, each) for each in dict.fromkeys(ids))
    return [contact for contact in found if contact]


def known_emails(caller: Caller, at_most: int) -> dict[str, list[str]] | None:
    """Every address of the tenant's people (`words.email_text`) and who has it; None beyond `at_most` people.

    One read for a whole import, where `holders_of` asks once for each address.
    """
    if pages.cells(caller.store, CONTACT_LIST)["total"] > at_most:
        return None
    return entries.all_holders(caller.store, LETTER, "@")


def names_in(caller: Caller, company_id: str) -> list[tuple[str, str]]:
    """`(contact id, folded name)` of a company's people, present ones first, at most 200 positions."""
    hash_ = caller.store.key("O", company_id)
    page = caller.store.query(
        "ro",
        hash_,
        index="by_company",
        range_key="rs",
        wanted=Range(prefix="A#"),
        forward=False,
        limit=_COLLEAGUES,
    )
    return [(whose(item), str(item["rs"]).split("#", 2)[2].split(words.END)[0]) for item in page.items]
