"""Whether anybody needs a company or an interest, archived people included."""

from chalicelib.contacts.models import AWAY, CONTACT_LIST
from chalicelib.core import pages
from chalicelib.core.store import Store
from chalicelib.core.work import Caller


def works_in(caller: Caller, company_id: str) -> bool:
    """Whether anybody has, or had, a position in this company."""
    return any(_has_people(caller.store, hash_, company_id) for hash_ in ("O", AWAY))


def _has_people(store: Store, hash_: str, company_id: str) -> bool:
    """The index lags behind its table: a position it names may just have been removed."""
    found = store.query_all("ro", store.key(hash_, company_id), index="by_company", range_key="rs")
    keys = [(str(item["pk"]), str(item["sk"])) for item in found]
    return bool(keys and store.get_many(keys, consistent=True))


def likes(caller: Caller, interest_id: str) -> bool:
    """Whether anybody who is not archived has this interest."""
    cell = CONTACT_LIST.facets["interest_id"].cell
    return bool(cell and pages.cells(caller.store, CONTACT_LIST)[cell(interest_id)])
