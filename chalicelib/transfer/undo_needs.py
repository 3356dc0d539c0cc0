"""The companies and interests that an import made for its people, once those are gone."""

from chalicelib.companies import service as companies
from chalicelib.contacts import usage
from chalicelib.core import history, ids, records, removal
from chalicelib.core.errors import Moved
from chalicelib.core.work import Caller, Work, committed
from chalicelib.interests import service as interests
from chalicelib.transfer.changes import together
from chalicelib.transfer.models import Import
from chalicelib.transfer.plan import Plan
from chalicelib.transfer.undo_records import CHANGED, IN_USE, Kept, Tally, is_touched, is_used, kept

KIND = companies.COMPANIES


def take_back(job: Import, _chunk: int, made: Plan) -> Tally:
    """Remove what nobody needs; what somebody changed, or needs, is named. They count as nothing removed."""
    tally, work = Tally(), Work(job.undoer())
    _remove_companies(work, made, tally)
    _remove_interests(job, work.caller, made)
    return tally


def _remove_interests(job: Import, caller: Caller, made: Plan) -> None:
    """Those the import itself made, whichever of its workers did."""
    found = interests.named(caller, made.interests).items()
    ours = {id_ for name, id_ in found if interests.is_made_of(str(job.sk), name, id_)}
    for id_ in ours - usage.liked(caller, ours):
        interests.remove_unused(caller, id_)


def _remove_companies(work: Work, made: Plan, tally: Tally) -> None:
    there = work.store.get_many([KIND.base_key(work.store, id_) for id_ in made.companies], consistent=True)
    found = [KIND.read(key[0][-ids.LENGTH :], item) for key, item in there.items()]
    going = [company for company in found if not _stays(work.caller, company, made.at, tally)]
    for group, together_ in together(work, going, _remove):
        try:
            together_.commit()
        except Moved:
            for company in group:
                _remove_alone(work.caller, company.id, made.at, tally)


def _stays(caller: Caller, company: companies.Company, at: int, tally: Tally) -> bool:
    if is_touched(company, at):
        reason = CHANGED
    elif is_used(caller, company):
        reason = IN_USE
    else:
        return False
    tally.kept.append(kept(KIND, company, reason))
    return True


def _remove(work: Work, company: companies.Company) -> None:
    pk, _ = KIND.base_key(work.store, company.id)
    told = history.keys(work.store, pk) if company.fence > 1 else [(pk, history.PREFIX + company.id)]
    removal.remove(work, KIND, company, told)


def _remove_alone(caller: Caller, company_id: str, at: int, tally: Tally) -> None:
    """Somebody wrote one of a group meanwhile: each is looked at again."""

    def remove(work: Work) -> list[Kept]:
        one = Tally()
        company = records.find(caller, KIND, company_id)
        if company and not _stays(caller, company, at, one):
            _remove(work, company)
        return one.kept

    tally.kept += committed(caller, remove)
