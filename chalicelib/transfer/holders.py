"""Which record that was there before the import a row means, by e-mail and name, or by numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from chalicelib.companies import service as companies
from chalicelib.contacts import matching
from chalicelib.contacts import service as contacts
from chalicelib.core import ids, pages
from chalicelib.core.words import email_text, fold
from chalicelib.core.work import Caller
from chalicelib.transfer.models import Import

EMAILS_AT_MOST = 20_000


def is_of(job: Import, record_id: str) -> bool:
    """Whether the import itself made this record: rows of one file do not update each other."""
    row = ids.made_at(record_id) - ids.made_at(job.sk)
    return row > 0 and ids.derived_id(ids.made_at(record_id), job.sk, str(row)) == record_id


def any_of(job: Import) -> bool:
    """Whether there is any record a row could mean; in an empty account nothing has to be looked up."""
    list_ = contacts.CONTACT_LIST if job.kind == "contacts" else companies.COMPANY_LIST
    return pages.cells(job.caller().store, list_)["total"] > 0


@dataclass
class Holders:
    """Who has which e-mail: all of it for a small tenant, read once, else as it is asked."""

    job: Import
    caller: Caller
    known: dict[str, list[str]] | None = None
    loaded: bool = False

    def of(self, emails: Iterable[str]) -> dict[str, list[str]]:
        """The ids of the people who have these addresses and were there before."""
        found = self._found(set(emails))
        return {
            email: others
            for email, holders in found.items()
            if (others := [each for each in holders if not is_of(self.job, each)])
        }

    def _found(self, emails: set[str]) -> Mapping[str, list[str]]:
        if not emails or not self.job.meets_records:
            return {}
        if not self.loaded:
            self.known, self.loaded = matching.known_emails(self.caller, EMAILS_AT_MOST), True
        if self.known is None:
            return matching.holders_of(self.caller, emails)
        return {email: self.known[text] for email in emails if (text := email_text(email)) in self.known}


def same_person(about: Mapping[str, Any], people: Iterable[contacts.Contact]) -> contacts.Contact | None:
    """Of people with a row's e-mail, the one with a name of it too: both names first, then the eldest."""
    rated = sorted(
        ((-agreed, person.id, person) for person in people if (agreed := _names_in_common(about, person))),
        key=lambda each: each[:2],
    )
    return rated[0][2] if rated else None


def _names_in_common(about: Mapping[str, Any], person: contacts.Contact) -> int:
    pairs = ((about.get(name), getattr(person.fields, name)) for name in ("last_name", "first_name"))
    return sum(bool(said and has) and fold(str(said)) == fold(str(has)) for said, has in pairs)


def same_company(about: Mapping[str, Any], found: Iterable[companies.Company]) -> companies.Company | None:
    """Of companies that may be meant, the eldest that is: by SIRET, else SIREN, else name, site, city."""
    some = sorted(found, key=lambda company: company.id)
    by_siret = (each for each in some if about.get("siret") and each.fields.siret == about["siret"])
    others = [each for each in some if not _contradicts(about, each)]
    by_siren = (
        each
        for each in others
        if (siren := _siren(about))
        and companies.siren_of(each.fields) == siren
        and _same(about, each, "site_label")
    )
    by_name = (
        each for each in others if all(_same(about, each, name) for name in ("name", "site_label", "city"))
    )
    return next(chain(by_siret, by_siren, by_name), None)


def _siren(about: Mapping[str, Any]) -> str | None:
    return about.get("siren") or (about["siret"][:9] if about.get("siret") else None)


def _contradicts(about: Mapping[str, Any], company: companies.Company) -> bool:
    """Another SIRET, or another SIREN, is another company, whatever both are called."""
    fields, siren = company.fields, _siren(about)
    of_both = ((about.get("siret"), fields.siret), (siren, companies.siren_of(fields)))
    return any(said and has and said != has for said, has in of_both)


def _same(about: Mapping[str, Any], company: companies.Company, name: str) -> bool:
    return fold(str(about.get(name) or "")) == fold(getattr(company.fields, name) or "")
