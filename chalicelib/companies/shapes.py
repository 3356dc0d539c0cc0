"""Companies as the API describes them."""

from chalicelib.companies.models import CompanyFields, CompanyKind
from chalicelib.core.mass import Action
from chalicelib.core.shapes import HistoryRow, Outcome, Row, Shown

__all__ = ["Action", "CompaniesOutcome", "Company", "CompanyFields", "CompanyRow", "HistoryRow"]


class Company(CompanyFields, Shown):
    """A company; `number` counts up in each tenant."""

    number: int


class CompanyRow(Row):
    """A company as the list shows it."""

    site_label: str | None
    city: str | None
    kinds: list[CompanyKind]
    phone: str | None


class CompaniesOutcome(Outcome):
    undo: list[Action]
