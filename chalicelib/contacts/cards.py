"""The vCards of contacts as one reader may see them: with the addresses of companies visible to them only."""

import re

from chalicelib.companies import service as companies
from chalicelib.contacts import vcard
from chalicelib.contacts.models import Contact, full_name, main_position
from chalicelib.core import words
from chalicelib.core.errors import NotFound
from chalicelib.core.work import Caller
from chalicelib.interests import service as interests

MEDIA_TYPE = "text/vcard"


def file_name(contact: Contact) -> str:
    """`loeuillet-zoe.vcf`: plain letters, which every system and every header takes."""
    plain = re.sub(r"[^a-z0-9]+", "-", words.fold(full_name(contact))).strip("-")
    return f"{plain[:60] or 'contact'}.vcf"


class Cards:
    """Writes cards; asks for the tenant's interests once, and for each company once."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self.interests = {each.id: each.name for each in interests.listed(caller)}
        self.employers: dict[str, companies.CompanyFields | None] = {}

    def card(self, contact: Contact) -> str:
        """The whole card of a contact."""
        return vcard.card(contact, self._employer(contact), self._interests(contact))

    def short_card(self, contact: Contact, most_bytes: int) -> str:
        """The card without what does not fit into so many bytes, the note first."""
        return vcard.short_card(contact, self._employer(contact), self._interests(contact), most_bytes)

    def _interests(self, contact: Contact) -> list[str]:
        return [self.interests[each] for each in contact.fields.interest_ids if each in self.interests]

    def _employer(self, contact: Contact) -> companies.CompanyFields | None:
        main = main_position(contact)
        if main is None:
            return None
        company_id = main.fields.company_id
        if company_id not in self.employers:
            self.employers[company_id] = self._visible(company_id)
        return self.employers[company_id]

    def _visible(self, company_id: str) -> companies.CompanyFields | None:
        try:
            return companies.get(self.caller, company_id).fields
        except NotFound:
            return None
