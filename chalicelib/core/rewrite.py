"""A record rewritten or removed whole, however many items it has, as a merge and its undo do.

What holds it together (base item, parts, what leads to them, counts) goes into one transaction; what stands
among other records' items (search entries, postings) follows, fenced, and may be begun again at any point.
"""

from collections.abc import Iterable
from typing import Any

from chalicelib.core.derived import Derived, count_difference, is_shared
from chalicelib.core.errors import Moved
from chalicelib.core.outbox import Told
from chalicelib.core.records import BASE, Kind, Record, assemble, items_of
from chalicelib.core.store import MOST_ACTIONS, Item, Key, Store, Write, pause, to_wire
from chalicelib.core.work import Work, put

_TRIES = 8


def begin(
    work: Work, kind: Kind[Any], id_: str, before: Record[Any] | None, after: Record[Any] | None
) -> None:
    """Add to the work what turns `before` into `after`, as far as one transaction must hold it.

    Either may be None: nothing was there, nothing shall be left. `after` is written fence and all.
    """
    store, base = work.store, kind.base_key(work.store, id_)
    old, new = (kind.derive(store, each) if each else Derived() for each in (before, after))
    fence: Item = {":w": before.fence} if before else {}
    condition = "w = :w" if before else "attribute_not_exists(pk)"
    if base in new.items:
        work.put(new.items[base], condition=condition, values=fence, refusal=Moved())
    else:
        work.delete(base, condition=condition, values=fence, refusal=Moved())
    for key, item in new.items.items():
        if key != base and not is_shared(store, key[0]) and old.items.get(key) != item:
            work.put(item)
    if after:
        # Parts left behind would be taken for the record's own.
        for key in old.items.keys() - new.items.keys():
            if key[0] == base[0]:
                work.delete(key)
    count_difference(work, old, new)


def finish(store: Store, kind: Kind[Any], id_: str, stale: Iterable[Key], *checks: Write) -> None:
    """Write what the record derives today and lacks; remove those of `stale` that it does not derive.

    Begun anew when somebody changes the record meanwhile. The `checks` stand in every transaction.
    """
    leftover = set(stale)
    for attempt in range(_TRIES):
        record = assemble(kind, id_, items_of(store, kind, id_))
        wanted = kind.derive(store, record).items if record else {}
        there = store.get_many([*wanted, *leftover], consistent=True)
        writes = [put(store.table, item) for key, item in wanted.items() if there.get(key) != item]
        writes += [removal(store, key) for key in sorted(leftover - wanted.keys()) if key in there]
        try:
            in_chunks(store, writes, (*checks, _still(store, kind, id_, record)))
            return
        except Moved:
            pause(attempt)
    raise Moved


def follow(kinds: Iterable[Kind[Any]], told: Told) -> None:
    """Finish what `records.save` had no room for."""
    about = told.about
    kind = next(each for each in kinds if each.letter == about["letter"])
    finish(told.caller.store, kind, str(about["id"]), [(str(pk), str(sk)) for pk, sk in about["stale"]])


def in_chunks(store: Store, writes: list[Write], checks: tuple[Write, ...]) -> None:
    """Any number of writes, in transactions that each make the same checks."""
    size = MOST_ACTIONS - len(checks)
    for start in range(0, len(writes), size):
        store.commit([*checks, *writes[start : start + size]])


def removal(store: Store, key: Key) -> Write:
    return Write("Delete", {"TableName": store.table, "Key": to_wire({"pk": key[0], "sk": key[1]})})


def _still(store: Store, kind: Kind[Any], id_: str, record: Record[Any] | None) -> Write:
    """The record is still as it was read, or still gone."""
    request: dict[str, Any] = {
        "TableName": store.table,
        "Key": to_wire({"pk": kind.base_key(store, id_)[0], "sk": BASE}),
        "ConditionExpression": "w = :w" if record else "attribute_not_exists(pk)",
    }
    if record:
        request["ExpressionAttributeValues"] = to_wire({":w": record.fence})
    return Write("ConditionCheck", request, Moved())
