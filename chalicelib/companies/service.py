"""The front door of companies."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from chalicelib.accounts import service as accounts
from chalicelib.companies.models import (
    AWAY,
    COMPANIES,
    COMPANY_LIST,
    Company,
    CompanyFields,
    Named,
    all_names,
    display_name,
    siren_of,
    with_name,
)
from chalicelib.core import counters, history, mass, outbox, pages, records
from chalicelib.core.errors import Invalid, Moved
from chalicelib.core.fields import read
from chalicelib.core.lists import Asked
from chalicelib.core.store import MOST_ACTIONS
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work

RENAMED, GONE = "company-renamed", "company-gone"
UNKNOWN_COMPANY = Text("Cette société n'existe pas.", "There is no such company.")
OWN_PARENT = Text(
    "Une société ne peut pas être sa propre société mère.", "A company cannot be its own parent."
)
OWN_DESCENDANT = Text(
    "Cette société dépend déjà de celle-ci : elle ne peut pas être sa société mère.",
    "This company already depends on that one: it cannot be its parent.",
)
MOST_LEVELS = 20
TOO_DEEP = Text("20 niveaux de sociétés au plus.", "20 levels of companies at most.")
ARCHIVED_COMPANY = Text("Cette société est archivée.", "This company is archived.")

__all__ = [
    "COMPANIES",
    "COMPANY_LIST",
    "Company",
    "CompanyFields",
    "Named",
    "display_name",
    "siren_of",
    "with_name",
]


def create(work: Work, values: dict[str, Any]) -> Company:
    """A new company, numbered; `Invalid` names each wrong field."""
    company = records.new(work, COMPANIES, values)
    _check_references(work, None, company)
    company = replace(company, extra={"number": counters.next_number(work.store, "company", 1)})
    records.save(work, COMPANIES, None, company, "create")
    return company


def imported(work: Work, company_id: str, about: dict[str, Any]) -> Company:
    """A company of an address book, not yet numbered nor written; `Invalid` names each wrong field."""
    return records.new(work, COMPANIES, about, record_id=company_id)


def numbered(work: Work, unnumbered: Sequence[Company]) -> list[Company]:
    """The companies with the next numbers, in their order."""
    if not unnumbered:
        return []
    first = counters.next_number(work.store, "company", len(unnumbered))
    return [replace(company, extra={"number": first + place}) for place, company in enumerate(unnumbered)]


def make_missing(caller: Caller, at: int, wanted: Sequence[Company]) -> None:
    """Write those of the companies that are not there yet, each once however often this is asked."""
    keys = {COMPANIES.base_key(caller.store, company.id): company for company in wanted}
    there = caller.store.get_many(list(keys), consistent=True)
    work = Work(caller, at)
    for company in numbered(work, [company for key, company in keys.items() if key not in there]):
        records.save(work, COMPANIES, None, company, "")
        pk, _ = COMPANIES.base_key(work.store, company.id)
        work.put(history.row(work, pk, "import", {}, {}, id_=company.id))
        if len(work.writes) > MOST_ACTIONS // 2:
            work.commit()
    work.commit()


def has_sites(caller: Caller, company_id: str) -> bool:
    """Whether it is the parent of any company, archived ones included."""
    store = caller.store
    hashes = (store.key("F", COMPANY_LIST.letter, facet, company_id) for facet in ("parent_id", AWAY))
    return any(store.query("pk", hash_, limit=1, consistent=True).items for hash_ in hashes)


def names(caller: Caller, at_most: int) -> dict[str, Named] | None:
    """Id and shown name by folded name, the eldest of each; None when there are more than `at_most`."""
    store = caller.store
    if pages.cells(store, COMPANY_LIST)["total"] > at_most:
        return None
    return all_names(store)


def change(work: Work, company_id: str, expected: int, changes: dict[str, Any]) -> Company:
    """Change a company; another name is announced to whoever shows it elsewhere."""
    before = get(work.caller, company_id)
    company = records.change(work, COMPANIES, company_id, expected, changes, tell=partial(_told, work.caller))
    _check_references(work, before, company)
    tell_new_name(work, before, company)
    return company


def tell_new_name(work: Work, before: Company, after: Company) -> None:
    """Announce another name to whoever shows it elsewhere."""
    if display_name(after) != display_name(before):
        outbox.announce(work, RENAMED, company_id=after.id)


def _told(caller: Caller, company: Company) -> dict[str, Any]:
    """What the history compares: the parent by its name, since its id may be merged into another."""
    told = company.fields.model_dump(exclude={"parent_id"})
    parent = find(caller, company.fields.parent_id) if company.fields.parent_id else None
    return told | {"parent": display_name(parent) if parent else None}


def tell_names(caller: Caller, shown: Mapping[str, str], *, maybe_older: bool) -> None:
    """Announce the companies not called what an import has just written (id → name): it missed a rename.

    One that is gone was merged into another: who has just been given it has to follow.
    `maybe_older`: an earlier attempt has written some of it, so any company that ever changed is announced.
    """
    store, work = caller.store, Work(caller)
    keys = {company_id: COMPANIES.base_key(store, company_id) for company_id in shown}
    there = store.get_many(list(keys.values()), consistent=True)
    for company_id, key in keys.items():
        company = COMPANIES.read(company_id, there[key]) if key in there else None
        if company is None:
            outbox.announce(work, GONE, company_id=company_id)
        elif display_name(company) != shown[company_id] or (maybe_older and company.version > 1):
            outbox.announce(work, RENAMED, company_id=company_id)
        if len(work.writes) == MOST_ACTIONS:
            work.commit()
    work.commit()


def require_unchanged(work: Work, company: Company) -> None:
    """Let the work fail, to be begun anew, if the company changes before it is committed."""
    work.check(COMPANIES.base_key(work.store, company.id), "v = :v", {":v": company.version}, Moved())


def require_kept(work: Work, company: Company) -> None:
    """Like `require_unchanged`, for who begins to need the company: nobody removes it in the same moment."""
    work.touch(COMPANIES.base_key(work.store, company.id), "v = :v", {":v": company.version}, Moved())


def _check_references(work: Work, before: Company | None, company: Company) -> None:
    """What was just given must exist in the tenant; what stood there before is left alone."""
    accounts.require_user(work.caller, "owner_id", company.owner_id, had=before.owner_id if before else None)
    parent_id = company.fields.parent_id
    if parent_id and not (before and before.fields.parent_id == parent_id):
        _check_parent(work, company, parent_id)


def _check_parent(work: Work, company: Company, parent_id: str) -> None:
    """The parent must be there and stand above: not the company itself, nor anything below it."""
    if records.find(work.caller, COMPANIES, parent_id) is None and parent_id != company.id:
        raise Invalid.field("parent_id", UNKNOWN_COMPANY)
    above: str | None = parent_id
    for _ in range(MOST_LEVELS):
        if above is None:
            return
        if above == company.id:
            raise Invalid.field("parent_id", OWN_PARENT if above == parent_id else OWN_DESCENDANT)
        found = find(work.caller, above)
        if found is None:
            return
        # Two who each put one below the other at the same moment would close a circle.
        (require_kept if above == parent_id else require_unchanged)(work, found)
        above = found.fields.parent_id
    raise Invalid.field("parent_id", TOO_DEEP)


def get(caller: Caller, company_id: str) -> Company:
    return records.get(caller, COMPANIES, company_id)


def find(caller: Caller, company_id: str) -> Company | None:
    """The company, whoever owns it, or None: for the names that others' records show."""
    return records.find(replace(caller, visibility="all"), COMPANIES, company_id)


def archive(work: Work, company_id: str) -> Company:
    return records.set_archived(work, COMPANIES, company_id, True)


def restore(work: Work, company_id: str) -> Company:
    return records.set_archived(work, COMPANIES, company_id, False)


def act_on_many(caller: Caller, values: dict[str, Any]) -> dict[str, Any]:
    """Do one thing to up to fifty companies; `{done, failed, undo}`."""
    wanted = read(mass.Action, values)
    accounts.require_user(caller, "owner_id", wanted.owner_id, may_be_gone=wanted.action == mass.GIVE_BACK)
    return mass.each(caller, wanted.ids, mass.verb(archive, restore, COMPANIES, wanted))


def page(caller: Caller, asked: Asked) -> pages.Rows:
    return pages.page(caller, COMPANY_LIST, asked)


def history_of(caller: Caller, company_id: str) -> list[dict[str, Any]]:
    """Who changed what, newest first."""
    get(caller, company_id)
    return history.of_record(caller.store, COMPANIES.base_key(caller.store, company_id)[0])
