"""How SQLite runs each SELECT: one seek into a primary key, from the start key on, and no sorting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from infra.local.dynamodb.expressions.keyconditions import Bounds
from infra.local.dynamodb.plans import Source, query_range, scan_all
from infra.local.dynamodb.schema import Table
from infra.local.dynamodb.store import Store

from .tables import index, table

BOUNDS = (
    Bounds(),
    Bounds(equal=b"m"),
    Bounds(low=b"m"),
    Bounds(high=b"m"),
    Bounds(low=b"a", high=b"m"),
    Bounds(low=b"a", low_included=False, high=b"m", high_included=False),
)


@pytest.fixture
def store() -> Iterator[Store]:
    """A store in memory."""
    store = Store(":memory:")
    yield store
    store.close()


@pytest.fixture
def people(store: Store) -> Table:
    """A table with an index."""
    request = table("people", "pk", "sk", types="pk:S sk:S g:S", indexes=(index("by_group", "g", "sk"),))
    for slot, each in enumerate(request["GlobalSecondaryIndexes"], 1):
        each["Slot"] = slot
    return store.create_table(request)


def sources(people: Table) -> list[Source]:
    return [Source.of(people, None), Source.of(people, people.indexes["by_group"])]


@pytest.mark.parametrize("bounds", BOUNDS)
@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize("resumed", [True, False])
def test_a_query_is_one_seek(
    store: Store, people: Table, bounds: Bounds, forward: bool, resumed: bool
) -> None:
    for source in sources(people):
        after = (b"k",) * (len(source.columns) - 1) if resumed else None
        if after and bounds.equal is not None:
            after = (bounds.equal, *after[1:])
        (plan,) = store.plan(*query_range(source, b"h", bounds, after, forward))
        assert plan.startswith(f"SEARCH {source.sql} USING PRIMARY KEY")


def test_a_query_that_goes_on_seeks_to_its_start_key(store: Store, people: Table) -> None:
    """The trap: with the bound stated too, SQLite seeks to the bound and walks on, 700 times slower."""
    _, source = sources(people)
    bounds = Bounds(low=b"a", high=b"z")
    (plan,) = store.plan(*query_range(source, b"h", bounds, (b"k", b"p", b"s"), True))
    assert "(gs,p,s)>(?,?,?)" in plan
    (plan,) = store.plan(*query_range(source, b"h", bounds, (b"k", b"p", b"s"), False))
    assert "(gs,p,s)<(?,?,?)" in plan


def test_a_scan_that_goes_on_seeks_to_its_start_key(store: Store, people: Table) -> None:
    for source in sources(people):
        (plan,) = store.plan(*scan_all(source, (b"k",) * len(source.columns)))
        assert plan.startswith(f"SEARCH {source.sql} USING PRIMARY KEY (({','.join(source.columns)})>")
