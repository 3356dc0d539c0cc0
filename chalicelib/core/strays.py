"""Search entries and postings that no record derives: what a reindex has to remove."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from chalicelib.core import entries, ids, words
from chalicelib.core.records import Kind, assemble, items_of
from chalicelib.core.store import Item, Key, Store

Kinds = Mapping[str, Kind[Any]]
# What words began with in the first layout of the search, where each was an item of its own.
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789@+"


def hashes_of(store: Store, items: Collection[Item]) -> set[str]:
    """The partitions that gather items of many records, some of these among them."""
    shared = {str(item["pk"]) for item in items if str(item["pk"]).startswith(store.key("F", ""))}
    places = set(entries.PLACES)
    listed = [item for item in items if item.get("lp") == store.key("S")]
    begun = {
        str(item[name]).removeprefix(entries.PAIR)[0] for item in listed for name in places & item.keys()
    }
    return shared | {store.key("S", letter) for letter in begun}


def in_hashes(store: Store, kinds: Kinds, hashes: set[str]) -> Iterator[Key]:
    """The items of these partitions that their record does not derive, or whose record is gone."""

    @lru_cache(maxsize=2_000)
    def derived(letter: str, id_: str) -> frozenset[Key]:
        kind = kinds[letter]
        record = assemble(kind, id_, items_of(store, kind, id_))
        return frozenset(kind.derive(store, record).items) if record else frozenset()

    for hash_ in sorted(hashes | {store.key("S", letter) for letter in _LETTERS}):
        for item in store.query_all("pk", hash_):
            key = (hash_, str(item["sk"]))
            if key not in derived(*_owner(key)):
                yield key


def _owner(key: Key) -> tuple[str, str]:
    """Letter and id of the record whose posting or search entry a key is."""
    _, letter, *rest = key[0].split("#")
    if letter == "F":
        return rest[0], key[1][-ids.LENGTH :]
    holder = key[1].rpartition(words.END)[2]
    return holder[0], holder[1:]


def carriers(store: Store, letter: str, record_id: str) -> Iterator[Key]:
    """The items there are of a record's words."""
    hash_ = entries.partition(store, letter, record_id)
    return ((hash_, str(item["sk"])) for item in store.query_all("pk", hash_))


def of_the_gone(store: Store, kinds: Kinds) -> Iterator[Key]:
    """The items of words whose record is gone altogether."""
    for place in entries.PLACES:
        found = store.query_all("lp", store.key("S"), index=entries.index_of(place), range_key=place)
        firsts = (entries.read(item) for item in found if item["sk"] == entries.FIRST)
        while some := list(islice(firsts, 100)):
            bases = {kinds[each.letter].base_key(store, each.id): each for each in some}
            there = store.get_many(list(bases), consistent=True)
            for gone in bases.keys() - there.keys():
                yield from carriers(store, bases[gone].letter, bases[gone].id)
