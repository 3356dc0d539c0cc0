"""Which company an e-mail, a phone or a SIREN leads to: asked by whoever must not write one twice."""

from chalicelib.companies.identifiers import compact
from chalicelib.companies.models import LETTER
from chalicelib.core import entries, words
from chalicelib.core.work import Caller


def with_email(caller: Caller, email: str, at_most: int | None = None) -> list[str]:
    """Ids of the companies, archived ones left out, that have this e-mail (0.5 RCU)."""
    return entries.holders(caller.store, LETTER, words.email_text(email), at_most)


def with_phone(caller: Caller, phone: str, at_most: int | None = None) -> list[str]:
    """Ids of the companies, archived ones left out, that have this number however it is written (0.5 RCU)."""
    text = words.phone_text(phone)
    return entries.holders(caller.store, LETTER, text, at_most) if text else []


def with_siren(caller: Caller, siren: str, at_most: int | None = None) -> list[str]:
    """Ids of the companies, archived ones left out, of this SIREN, alone or in a SIRET (0.5 RCU)."""
    text = compact(siren)[:120].lower()
    return entries.holders(caller.store, LETTER, text, at_most) if text else []
