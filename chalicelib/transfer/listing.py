"""The records of a list, page by page, exactly as it is filtered, sorted and shown to who asks."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.companies import service as companies
from chalicelib.contacts import service as contacts
from chalicelib.core import lists, pages, records
from chalicelib.core.lists import List
from chalicelib.core.records import Record
from chalicelib.core.work import Caller

PAGE = lists.MOST_IDS
KINDS: dict[str, Any] = {"contacts": contacts.CONTACTS, "companies": companies.COMPANIES}
LISTS: dict[str, tuple[Any, List]] = {
    "contacts": (contacts, contacts.CONTACT_LIST),
    "companies": (companies, companies.COMPANY_LIST),
}


@dataclass(frozen=True)
class Listed:
    """One page: the records' ids, where the next page begins ("" at the end), how many there are in all."""

    ids: list[str]
    next: str
    total: int


def check(caller: Caller, resource: str, query: Mapping[str, str]) -> None:
    """Refuse a query the list would refuse."""
    read_page(caller, resource, {**query, "limit": "1"}, "")


def read_page(caller: Caller, resource: str, query: Mapping[str, str], cursor: str) -> Listed:
    """The page of a list from a cursor of ours on."""
    if "ids" in query:
        return _chosen(caller, resource, query, int(cursor or 0))
    return _page(caller, resource, {"limit": str(PAGE), **query, "cursor": cursor})


def _chosen(caller: Caller, resource: str, query: Mapping[str, str], done: int) -> Listed:
    """The next of the chosen records; more of them than a list takes at once."""
    wanted = [each for each in dict.fromkeys(query["ids"].split(",")) if each]
    now = wanted[done : done + PAGE]
    if not now:
        return Listed([], "", 0)
    found = _page(caller, resource, {**query, "ids": ",".join(now)})
    more = done + PAGE < len(wanted)
    return Listed(found.ids, str(done + PAGE) if more else "", len(wanted))


def _page(caller: Caller, resource: str, query: Mapping[str, str]) -> Listed:
    """What the list's own route answers, of which a file needs little."""
    service, list_ = LISTS[resource]
    asked = lists.read_query(list_, query, (list_.sorts[0], "asc"))
    told = json.loads(pages.envelope(caller, list_, asked, service.page(caller, asked)))
    return Listed([row["id"] for row in told["items"]], told["next"] or "", told["total"])


def whole(caller: Caller, resource: str, ids: Iterable[str]) -> Iterator[Record[Any]]:
    """The records of these ids with all their parts; what has gone meanwhile is left out."""
    kind = KINDS[resource]
    for record_id in ids:
        if record := records.find(caller, kind, record_id):
            yield record
