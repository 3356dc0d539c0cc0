"""The companies of a chunk: each row a new company, or more about one that is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from chalicelib.companies import revisions
from chalicelib.companies import service as companies
from chalicelib.core.bulk import Bulk
from chalicelib.core.work import Caller, Work
from chalicelib.transfer import lease
from chalicelib.transfer.changes import Changes
from chalicelib.transfer.company_row import CompanyRow, to_company
from chalicelib.transfer.holders import Holders, is_of, same_company
from chalicelib.transfer.kit import Kit
from chalicelib.transfer.problem import Problem

KIND = companies.COMPANIES
Rows = Mapping[int, CompanyRow]


def read(values: Mapping[str, str]) -> tuple[CompanyRow, list[Problem]]:
    """A row's values by field as a company, and what its cells cannot mean."""
    company = to_company(values)
    return company, company.problems


def matched(holders: Holders, rows: Rows) -> dict[int, companies.Company]:
    """By row, the company that was there before the import and that the row means."""
    if not holders.job.meets_records:
        return {}
    meant = {}
    for row, read_ in rows.items():
        some = revisions.candidates(holders.caller, read_.company)
        old = [each for each in some if not is_of(holders.job, each.id)]
        if company := same_company(read_.company, old):
            meant[row] = company
    return meant


def found(caller: Caller, wanted: Iterable[str]) -> dict[str, companies.Company]:
    """The companies of these ids that are still there."""
    return {company.id: company for company in revisions.read_many(caller, wanted)}


def begin(kit: Kit, chunk: int) -> "CompanyList":
    """Nothing yet, of this chunk."""
    changes = Changes(kit.work, kit.job, chunk, KIND, revisions, companies.tell_new_name)
    return CompanyList(kit, Bulk(kit.work), changes)


@dataclass
class CompanyList:
    """What becomes of the rows of a chunk; nothing is written before `write`."""

    kit: Kit
    bulk: Bulk
    changes: Changes
    new: list[companies.Company] = field(default_factory=list)
    noted: int = 0

    def prepare(self, rows: Rows) -> list[str]:  # noqa: ARG002 (companies have no interests of their own)
        return []

    def take(self, record_id: str, row: CompanyRow, known: companies.Company | None) -> list[str]:
        """Make a new company of a row, or change the one it means; it has no parts. Raises `Invalid`."""
        if known:
            self.changes.apply(known, partial(_revised, about=row.company))
        else:
            self.new.append(companies.imported(self.kit.work, record_id, row.company))
        return []

    def new_companies(self) -> list[str]:
        return []

    def write(self, *, maybe_there: bool) -> None:
        for company in companies.numbered(self.kit.work, self.new):
            self.bulk.add(KIND, company, "import")
        self.changes.write()
        self.bulk.write(maybe_there=maybe_there, go_on=partial(lease.renew, self.kit.job))


def _revised(work: Work, company: companies.Company, *, about: dict[str, Any]) -> companies.Company:
    return revisions.revised(work, company, about)
