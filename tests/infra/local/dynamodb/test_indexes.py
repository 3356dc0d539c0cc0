"""Indexes hold what their table says: after any writes, at once or after the delay, and over a restart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from infra.local.dynamodb.engine import Engine

from .clients import Clock, hook_client
from .strategies import VALUES
from .tables import PEOPLE, index

KEPT: dict[str, set[str] | None] = {
    "by_number": {"pk", "sk", "g", "n", "a", "l"},
    "by_group": None,
    "keys_only": {"pk", "sk", "g"},
}
"""What each index projects; None is everything."""

KEYS = st.builds(
    lambda pk, sk: {"pk": {"S": pk}, "sk": {"S": sk}}, st.sampled_from("pq"), st.sampled_from("xyz")
)
ATTRIBUTES = st.fixed_dictionaries(
    {},
    optional={
        "g": st.sampled_from([{"S": "1"}, {"S": "2"}]),
        "n": st.sampled_from([{"N": "1"}, {"N": "-2.5"}, {"N": "10"}]),
        "a": VALUES,
        "b": VALUES,
    },
)


def everything(client: Any, **place: str) -> list[dict[str, Any]]:
    """Return all items of the table or of an index, a few a page, by key."""
    pages = client.get_paginator("scan").paginate(
        TableName="people", **place, PaginationConfig={"PageSize": 2}
    )
    items = [item for page in pages for item in page["Items"]]
    return sorted(items, key=lambda item: json.dumps([item["pk"], item["sk"]]))


def expected(items: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """Return what an index must hold of the table's items."""
    needed = {"g", "n"} if name == "by_number" else {"g"}
    members = [item for item in items if needed <= set(item)]
    kept = KEPT[name]
    return [{a: v for a, v in item.items() if kept is None or a in kept} for item in members]


class Indexes(RuleBasedStateMachine):
    """Any writes in any order; after each, every index is recomputed from the table."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = Engine(":memory:")
        self.client = hook_client(self.engine, checks=False)
        self.client.create_table(**PEOPLE)

    @rule(key=KEYS, attributes=ATTRIBUTES)
    def put(self, key: dict[str, Any], attributes: dict[str, Any]) -> None:
        """Replace an item."""
        self.client.put_item(TableName="people", Item=key | attributes)

    @rule(key=KEYS, attributes=ATTRIBUTES, gone=st.sets(st.sampled_from("gnab")))
    def update(self, key: dict[str, Any], attributes: dict[str, Any], gone: set[str]) -> None:
        """Change some attributes and remove others."""
        sets = {name: value for name, value in attributes.items() if name not in gone}
        texts = ["SET " + ", ".join(f"{name} = :{name}" for name in sets)] if sets else []
        texts += ["REMOVE " + ", ".join(sorted(gone))] if gone else []
        request: dict[str, Any] = {"TableName": "people", "Key": key}
        if texts:
            request["UpdateExpression"] = " ".join(texts)
        if sets:
            request["ExpressionAttributeValues"] = {f":{name}": value for name, value in sets.items()}
        self.client.update_item(**request)

    @rule(key=KEYS)
    def delete(self, key: dict[str, Any]) -> None:
        """Remove an item."""
        self.client.delete_item(TableName="people", Key=key)

    @rule(one=KEYS, other=KEYS, attributes=ATTRIBUTES)
    def transact(self, one: dict[str, Any], other: dict[str, Any], attributes: dict[str, Any]) -> None:
        """Move attributes from one item to another."""
        if one != other:
            put = {"Put": {"TableName": "people", "Item": other | attributes}}
            self.client.transact_write_items(
                TransactItems=[{"Delete": {"TableName": "people", "Key": one}}, put]
            )

    @rule(attributes=ATTRIBUTES)
    def rebuild(self, attributes: dict[str, Any]) -> None:
        """Drop an index, write, and add it again: it is filled from the table."""
        drop, add = {"Delete": {"IndexName": "by_group"}}, {"Create": index("by_group", "g")}
        self.client.update_table(TableName="people", GlobalSecondaryIndexUpdates=[drop])
        self.client.put_item(TableName="people", Item={"pk": {"S": "p"}, "sk": {"S": "x"}} | attributes)
        self.client.update_table(TableName="people", GlobalSecondaryIndexUpdates=[add])

    @invariant()
    def every_index_is_what_the_table_says(self) -> None:
        """The whole of each index, page by page."""
        items = everything(self.client)
        for name in KEPT:
            assert everything(self.client, IndexName=name) == expected(items, name)

    def teardown(self) -> None:
        """Let go of the engine."""
        self.engine.close()


TestIndexes = Indexes.TestCase
TestIndexes.settings = settings(
    max_examples=25, stateful_step_count=15, deadline=None, derandomize=True, database=None
)

MEMBER = {"pk": {"S": "p"}, "sk": {"S": "x"}, "g": {"S": "1"}, "n": {"N": "1"}}


def shown(client: Any) -> int:
    return int(client.scan(TableName="people", IndexName="by_group", Select="COUNT")["Count"])


def test_a_delayed_index_shows_a_write_after_the_delay_only() -> None:
    clock = Clock(1000)
    engine = Engine(":memory:", index_delay=0.3, now=clock)
    client = hook_client(engine)
    client.create_table(**PEOPLE)
    client.put_item(TableName="people", Item=MEMBER)
    assert client.get_item(TableName="people", Key={"pk": {"S": "p"}, "sk": {"S": "x"}})["Item"] == MEMBER
    clock.now = 1000.29
    assert shown(client) == 0
    clock.now = 1000.31
    assert shown(client) == 1
    client.delete_item(TableName="people", Key={"pk": {"S": "p"}, "sk": {"S": "x"}})
    assert shown(client) == 1
    clock.now = 1000.62
    assert shown(client) == 0
    engine.close()


def test_what_was_owed_to_an_index_is_there_after_a_restart(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "crm.sqlite", index_delay=3600)
    hook_client(engine).create_table(**PEOPLE)
    hook_client(engine).put_item(TableName="people", Item=MEMBER)
    assert shown(hook_client(engine)) == 0
    engine.close()
    engine = Engine(tmp_path / "crm.sqlite", index_delay=3600)
    assert shown(hook_client(engine)) == 1
    engine.close()


@pytest.mark.parametrize("count", [2, 5])
@pytest.mark.parametrize("pace", [0.1, -0.1])
def test_changes_on_their_way_arrive_in_order(count: int, pace: float) -> None:
    """Even where the clock is set back meanwhile."""
    clock = Clock(1000)
    engine = Engine(":memory:", index_delay=1, now=clock)
    client = hook_client(engine)
    client.create_table(**PEOPLE)
    for number in range(count):
        clock.now += pace
        changed = {"a": {"N": str(number)}, "g": {"S": str(number % 2)}}
        client.put_item(TableName="people", Item=MEMBER | changed)
    clock.now += 1
    assert _rows(client) == [str(count - 1)]
    engine.close()


def _rows(client: Any) -> list[str]:
    return [item["a"]["N"] for item in client.scan(TableName="people", IndexName="by_group")["Items"]]
