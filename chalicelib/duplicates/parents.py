"""The parent of two companies made one: none that is one of the two, or depends on one."""

from chalicelib.companies import service as companies
from chalicelib.companies.service import MOST_LEVELS, Company
from chalicelib.core.work import Caller, Work


def united(work: Work, winner: Company, loser: Company, chosen: str | None) -> str | None:
    """The parent that was chosen; where that would close a circle, what else stood above one of the two.

    What stands above must stay so until the work is committed, as it must when a company is given a parent.
    """
    both = {winner.id, loser.id}
    wanted = (chosen, winner.fields.parent_id, loser.fields.parent_id) if chosen else ()
    for each in dict.fromkeys(id_ for id_ in wanted if id_):
        above = _above(work.caller, each, both)
        if above is not None:
            for company in above:
                companies.require_unchanged(work, company)
            return each
    return None


def _above(caller: Caller, parent_id: str, both: set[str]) -> list[Company] | None:
    """The parent and all above it, as far as they are there; None when one of `both` is, or it never ends."""
    found: list[Company] = []
    above: str | None = parent_id
    while above and above not in both and len(found) < MOST_LEVELS:
        company = companies.find(caller, above)
        if company is None:
            return found
        found.append(company)
        above = company.fields.parent_id
    return None if above else found
