"""What is in the table against what `derived_keys` says today: an audit, and the reindex that mends.

After a change of keys, rows or search words, older records still have the old items. A reindex walks a tenant
record by record, in constant memory: it rewrites those of an older schema, removes what no record derives any
more, and recounts. Killed, it starts again and skips what is done. It runs at deploy and at `make run`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from chalicelib.core import lists, strays
from chalicelib.core.config import settings
from chalicelib.core.errors import Moved
from chalicelib.core.records import BASE, Kind, Record, assemble, items_of
from chalicelib.core.store import Item, Key, Range, Store, dispatch
from chalicelib.core.work import put

Counts = dict[Key, Counter[str]]


@dataclass(frozen=True)
class Shelf:
    """A kind of record and the list that names all of its records, live and archived."""

    kind: Kind[Any]
    list_: lists.List


@dataclass
class Drift:
    """What differs from what the records say.

    Items to write and the records they are of (`torn`: letter, id), keys to remove, counters off by so much.
    """

    missing: list[Item] = field(default_factory=list)
    torn: list[tuple[str, str]] = field(default_factory=list)
    stray: list[Key] = field(default_factory=list)
    counts: Counts = field(default_factory=dict)


def tenants() -> Iterator[str]:
    """Every tenant's id."""
    request: dict[str, Any] = {
        "TableName": settings().table_ops,
        "KeyConditionExpression": "pk = :tenants",
        "ExpressionAttributeValues": {":tenants": {"S": "TENANTS"}},
    }
    while True:
        answer = dispatch("Query", request)
        yield from (item["sk"]["S"] for item in answer["Items"])
        if "LastEvaluatedKey" not in answer:
            return
        request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]


def reindex(store: Store, shelves: Sequence[Shelf]) -> int:
    """Bring one tenant up to today's schema; how many records were rewritten."""
    mark: Key = (store.key("K"), "schema")
    today = sum(shelf.kind.schema + (shelf.kind.part.schema if shelf.kind.part else 0) for shelf in shelves)
    done = store.get(mark)
    if done and done["n"] == today:
        return 0
    # A tenant without a mark that holds nothing older was born with today's schema: there is nothing to mend,
    # and a recount would count the rows of an import under way, which its claim is going to count.
    rewritten, due = 0, done is not None
    for shelf, items in _partitions(store, shelves):
        if not due and _is_older(shelf.kind, items):
            store.write_many([{"pk": mark[0], "sk": mark[1], "n": 0}])
            due = True
        rewritten += _rewrite(store, shelf.kind, items)
    if due:
        mend(store, shelves)
    store.write_many([{"pk": mark[0], "sk": mark[1], "n": today}])
    return rewritten


def _is_older(kind: Kind[Any], items: list[Item]) -> bool:
    base = next(item for item in items if item["sk"] == BASE)
    return int(base.get("n", 0)) < kind.schema


def _rewrite(store: Store, kind: Kind[Any], items: list[Item]) -> bool:
    """Write all items of a record of an older schema, unless somebody changed it since we read it."""
    if not _is_older(kind, items):
        return False
    _write_whole(store, kind, items)
    return True


def _write_whole(store: Store, kind: Kind[Any], items: list[Item]) -> None:
    """Write every item of a record in one transaction, read anew as long as somebody changes it meanwhile."""
    id_ = _id_of(items[0])
    record = _assembled(kind, items)
    derived = kind.derive(store, record).items
    base: Item = derived.pop(kind.base_key(store, id_))
    fenced = put(store.table, base, condition="w = :w", values={":w": record.fence}, refusal=Moved())
    try:
        store.commit([fenced, *(put(store.table, item) for item in derived.values())])
    except Moved:
        _write_whole(store, kind, items_of(store, kind, id_))


def mend(store: Store, shelves: Sequence[Shelf]) -> Drift:
    """Write what an audit misses, remove what is stray, correct the counters; what it found."""
    drift = audit(store, shelves)
    kinds = {shelf.kind.letter: shelf.kind for shelf in shelves}
    for letter, id_ in drift.torn:
        _write_whole(store, kinds[letter], items_of(store, kinds[letter], id_))
    store.write_many((), drift.stray)
    for cell, off in drift.counts.items():
        places = range(len(off))
        store.update(
            cell,
            "ADD " + ", ".join(f"#c{place} :c{place}" for place in places),
            {f"#c{place}": name for place, name in enumerate(off)},
            {f":c{place}": amount for place, amount in enumerate(off.values())},
        )
    return drift


def audit(store: Store, shelves: Sequence[Shelf]) -> Drift:
    """Compare every item and counter of a tenant with what its records derive; only drift takes memory."""
    drift, counts, hashes = Drift(), dict[Key, Counter[str]](), set[str]()
    before = _cells(store, shelves)
    partitions = _partitions(store, shelves)
    while some := list(islice(partitions, 50)):
        wanted: dict[Key, Item] = {}
        owners: dict[Key, tuple[str, str]] = {}
        for shelf, items in some:
            derived = shelf.kind.derive(store, _assembled(shelf.kind, items))
            owner = (shelf.kind.letter, _id_of(items[0]))
            wanted |= derived.items
            owners |= dict.fromkeys(derived.items, owner)
            drift.stray += [key for key in strays.carriers(store, *owner) if key not in derived.items]
            for cell, counted in derived.counts.items():
                counts.setdefault(cell, Counter()).update(counted)
        there = store.get_many(list(wanted), consistent=True)
        missing = [key for key, item in wanted.items() if there.get(key) != item]
        drift.missing += [wanted[key] for key in missing]
        drift.torn += dict.fromkeys(owners[key] for key in missing)
        hashes |= strays.hashes_of(store, wanted.values())
    kinds = {shelf.kind.letter: shelf.kind for shelf in shelves}
    drift.stray += strays.in_hashes(store, kinds, hashes)
    # One that is in several indexes is told several times.
    drift.stray = list(dict.fromkeys([*drift.stray, *strays.of_the_gone(store, kinds)]))
    # A cell that moved while we walked tells of somebody at work, and is left to the next audit.
    after = _cells(store, shelves)
    drift.counts = {
        cell: off for cell, off in _off(after, counts).items() if before.get(cell) == after.get(cell)
    }
    return drift


def _partitions(store: Store, shelves: Sequence[Shelf]) -> Iterator[tuple[Shelf, list[Item]]]:
    """Every record's items (base and parts), found through the first list of its kind."""
    for shelf in shelves:
        for archived in (False, True):
            rows = store.query_all("lp", shelf.list_.hash(store, archived), index="list1", range_key="s1")
            for row in rows:
                items = items_of(store, shelf.kind, _id_of(row))
                if any(item["sk"] == BASE for item in items):
                    yield shelf, items


def _id_of(item: Item) -> str:
    return str(item["pk"]).rpartition("#")[2]


def _assembled(kind: Kind[Any], items: list[Item]) -> Record[Any]:
    record = assemble(kind, _id_of(items[0]), items)
    if record is None:
        raise LookupError(f"no base item in the partition of {_id_of(items[0])}")
    return record


def _cells(store: Store, shelves: Sequence[Shelf]) -> Counts:
    """Every counter of the tenant's lists, as the table has it."""
    held: Counts = {}
    for shelf in shelves:
        wanted = Range(prefix=f"{shelf.list_.letter}#")
        for item in store.query_all("pk", store.key("K"), wanted=wanted, consistent=True):
            numbers = {name: int(value) for name, value in item.items() if name not in ("pk", "sk")}
            held[(str(item["pk"]), str(item["sk"]))] = Counter(numbers)
    return held


def _off(held: Counts, counted: Counts) -> Counts:
    """By how much each cell must change to hold what was counted."""
    off: Counts = {}
    for cell in held.keys() | counted.keys():
        change = Counter(counted.get(cell, Counter()))
        change.subtract(held.get(cell, Counter()))
        off[cell] = Counter({name: amount for name, amount in change.items() if amount})
    return {cell: moved for cell, moved in off.items() if moved}
