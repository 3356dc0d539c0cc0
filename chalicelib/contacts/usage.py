"""Whether anybody needs a company or an interest, archived people included."""

from collections.abc import Iterable

from chalicelib.contacts.models import AWAY, CONTACT_LIST, interest_mark
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


def liked(caller: Caller, wanted: Iterable[str]) -> set[str]:
    """Which of these interests anybody has: counted, but for archived people, whose rows are read."""
    counts = pages.cells(caller.store, CONTACT_LIST)
    marks = {interest_mark(each): each for each in wanted}
    found = {each for mark, each in marks.items() if counts[mark]}
    if counts["archived"] and len(found) < len(marks):
        rows = caller.store.query_all(
            "lp", CONTACT_LIST.hash(caller.store, True), index="list1", range_key="s1"
        )
        for item in rows:
            found |= {marks[mark] for mark in str(item["f"]).split("|") if mark in marks}
    return found
