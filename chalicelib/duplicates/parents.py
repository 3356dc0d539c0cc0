"""The parents of companies that are made one or two again: nobody ever stands above itself."""

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


def may_return(work: Work, winner: Company, loser: Company, followed: set[str]) -> bool:
    """Whether the two stand above nothing that stands above them, once they and those that followed are back.

    Somebody may have put what was their parent below the winner meanwhile. What was looked at must stay so.
    """
    looked_at: dict[str, Company] = {}

    def above(company_id: str) -> str | None:
        """The parent it will have."""
        if company_id in (winner.id, loser.id):
            return (winner if company_id == winner.id else loser).fields.parent_id
        company = looked_at.get(company_id) or companies.find(work.caller, company_id)
        if company is None:
            return None
        looked_at[company_id] = company
        is_the_losers = company.fields.parent_id == winner.id and company_id in followed
        return loser.id if is_the_losers else company.fields.parent_id

    for back in (winner, loser):
        at = back.fields.parent_id
        for _ in range(2 * MOST_LEVELS):
            at = above(at) if at and at != back.id else at
        if at == back.id:
            return False
    for company in looked_at.values():
        companies.require_unchanged(work, company)
    return True
