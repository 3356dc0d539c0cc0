"""Which merge took a company, for some days: who is given it by an import that knew it before follows too.

It stands in `ops` and is forgotten there, since no item of a tenant's own may name what was merged away.
"""

from chalicelib.core import clock
from chalicelib.core.config import settings
from chalicelib.core.store import Item, Store, dispatch, from_wire, to_wire
from chalicelib.core.work import Work, put

# Far longer than an import goes on.
_KEPT_SECONDS = 7 * 86_400


def note(work: Work, loser_id: str, merge_id: str) -> None:
    """Add to the work that a merge takes this company."""
    kept: Item = {"d": merge_id, "expires": clock.now() + _KEPT_SECONDS}
    work.writes.append(put(settings().table_ops, _place(work.store, loser_id) | kept))


def merge_of(store: Store, loser_id: str) -> str | None:
    """The id of the merge that took a company last, undone or not."""
    place = to_wire(_place(store, loser_id))
    request = {"TableName": settings().table_ops, "Key": place, "ConsistentRead": True}
    found = dispatch("GetItem", request).get("Item")
    return str(from_wire(found)["d"]) if found else None


def _place(store: Store, loser_id: str) -> Item:
    return {"pk": f"{store.tenant}#A", "sk": loser_id}
