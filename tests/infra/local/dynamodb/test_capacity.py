"""What requests cost: AWS's captured cases and its documented rounding, unit by unit."""

from __future__ import annotations

from typing import Any

import pytest

from .tables import index, table

CAPTURED = table(
    "captured",
    "pk",
    "sk",
    types="pk:S sk:S g:S l:S",
    indexes=(index("gsi", "g", include=["shown"]),),
    local=(index("lsi", "pk", "l"),),
)
"""The table of the cases captured on AWS: a global index with one more attribute, a local one."""

PLAIN = table("plain", "pk", types="pk:S")
TWO = table("two", "pk", types="pk:S a:S b:S", indexes=(index("one", "a"), index("other", "b")))
KEYS = table("keys", "pk", types="pk:S a:S", indexes=(index("only", "a", kind="KEYS_ONLY"),))


@pytest.fixture
def metered(client: Any) -> Any:
    """The client, with the tables of this file."""
    for request in (CAPTURED, PLAIN, TWO, KEYS):
        client.create_table(**request)
    return client


def item(size: int = 0, **attributes: str) -> dict[str, Any]:
    """Return an item of the captured table, filled up to `size` bytes."""
    made = {name: {"S": value} for name, value in ({"pk": "p", "sk": "s"} | attributes).items()}
    used = sum(len(name) + len(value["S"]) for name, value in made.items())
    return made | ({"fill": {"S": "x" * (size - used - len("fill"))}} if size else {})


def arms(report: dict[str, Any]) -> tuple[float, ...]:
    """Return total, table arm and index arms (global, then local; only those that cost something)."""
    indexes = report.get("GlobalSecondaryIndexes", {}) | report.get("LocalSecondaryIndexes", {})
    units = [arm["CapacityUnits"] for arm in indexes.values()]
    return (report["CapacityUnits"], report["Table"]["CapacityUnits"], *units)


def put(values: dict[str, Any]) -> dict[str, Any]:
    return {"Put": {"TableName": "captured", "Item": values}}


def update(expression: str, **values: str) -> dict[str, Any]:
    request: dict[str, Any] = {
        "TableName": "captured",
        "Key": item(),
        "UpdateExpression": expression,
        "ExpressionAttributeValues": {f":{name}": {"S": value} for name, value in values.items()},
    }
    return {"Update": request}


DELETE = {"Delete": {"TableName": "captured", "Key": item()}}
CHECK = {
    "ConditionCheck": {"TableName": "captured", "Key": item(), "ConditionExpression": "attribute_exists(pk)"}
}
MEMBER = item(g="1", shown="x")
BOTH = item(g="1", l="1", shown="x")


@pytest.mark.parametrize(
    ("before", "actions", "expected"),
    [
        pytest.param([], [put(MEMBER)], (3, 2, 1), id="put of a member of the global index"),
        pytest.param([], [put(BOTH)], (4, 2, 1, 1), id="put of a member of both indexes"),
        pytest.param([BOTH], [put(BOTH)], (2, 2), id="identical overwrite"),
        pytest.param(
            [BOTH], [update("SET beside = :v", v="x")], (3, 2, 1), id="update outside the projection"
        ),
        pytest.param(
            [BOTH], [update("SET g = :v", v="2")], (5, 2, 2, 1), id="move of the global index's key"
        ),
        pytest.param([BOTH], [DELETE], (4, 2, 1, 1), id="delete of a member of both"),
        pytest.param([BOTH], [CHECK], (2, 2), id="condition check"),
        pytest.param([], [put(BOTH), put(BOTH | {"sk": {"S": "t"}})], (8, 4, 2, 2), id="two puts"),
        pytest.param([item(3000)], [put(item(500))], (6, 6), id="put that shrinks 3 KB"),
        pytest.param(
            [item(0, g="1", shown="x" * 1500)],
            [put(item(0, g="2", shown="x" * 1500))],
            (8, 4, 4),
            id="move of 1.5 KB",
        ),
        pytest.param([], [DELETE], (2, 2), id="delete of nothing"),
        pytest.param([item(5000)], [CHECK], (10, 10), id="condition check of 5 KB"),
    ],
)
def test_a_transaction_costs_what_was_captured_on_aws(
    metered: Any, before: list[Any], actions: list[Any], expected: tuple[float, ...]
) -> None:
    for each in before:
        metered.put_item(TableName="captured", Item=each)
    answer = metered.transact_write_items(TransactItems=actions, ReturnConsumedCapacity="INDEXES")
    (report,) = answer["ConsumedCapacity"]
    assert arms(report) == expected
    assert report["WriteCapacityUnits"] == expected[0]


def test_a_cancelled_transaction_reports_no_capacity(metered: Any) -> None:
    with pytest.raises(metered.exceptions.TransactionCanceledException) as refused:
        metered.transact_write_items(TransactItems=[put(MEMBER), _failing()], ReturnConsumedCapacity="TOTAL")
    assert "ConsumedCapacity" not in refused.value.response


def _failing() -> dict[str, Any]:
    key = item() | {"sk": {"S": "absent"}}
    return {"ConditionCheck": CHECK["ConditionCheck"] | {"Key": key}}


def test_a_replayed_transaction_is_charged_as_reads(metered: Any) -> None:
    request = {
        "TransactItems": [put(item(5000))],
        "ClientRequestToken": "again",
        "ReturnConsumedCapacity": "TOTAL",
    }
    assert metered.transact_write_items(**request)["ConsumedCapacity"][0]["WriteCapacityUnits"] == 10
    assert metered.transact_write_items(**request)["ConsumedCapacity"] == [
        {"TableName": "captured", "CapacityUnits": 4, "ReadCapacityUnits": 4}
    ]


def write(client: Any, operation: str, **request: Any) -> tuple[float, ...]:
    return arms(getattr(client, operation)(**request, ReturnConsumedCapacity="INDEXES")["ConsumedCapacity"])


def sized(size: int) -> dict[str, Any]:
    """Return an item of the plain table of so many bytes."""
    return {"pk": {"S": "p" * 10}, "a": {"S": "x" * (size - 13)}}


@pytest.mark.parametrize(("size", "units"), [(18, 1), (1024, 1), (1025, 2), (3008, 3), (10008, 10)])
def test_a_put_costs_a_unit_per_kilobyte_begun(metered: Any, size: int, units: int) -> None:
    assert write(metered, "put_item", TableName="plain", Item=sized(size)) == (units, units)


def test_a_put_into_two_indexes_costs_one_each(metered: Any) -> None:
    values = {"pk": {"S": "p"}, "a": {"S": "1"}, "b": {"S": "1"}}
    assert write(metered, "put_item", TableName="two", Item=values) == (3, 1, 1, 1)


def test_moving_two_index_keys_costs_two_each(metered: Any) -> None:
    values = {"pk": {"S": "p"}, "a": {"S": "1"}, "b": {"S": "1"}}
    metered.put_item(TableName="two", Item=values)
    moved = values | {"a": {"S": "2"}, "b": {"S": "2"}}
    assert write(metered, "put_item", TableName="two", Item=moved) == (5, 1, 2, 2)


def test_a_keys_only_index_is_not_touched_by_other_attributes(metered: Any) -> None:
    metered.put_item(TableName="keys", Item={"pk": {"S": "p"}, "a": {"S": "1"}})
    request = {
        "TableName": "keys",
        "Key": {"pk": {"S": "p"}},
        "UpdateExpression": "SET z = :z",
        "ExpressionAttributeValues": {":z": {"S": "1"}},
    }
    assert write(metered, "update_item", **request) == (1, 1)


def test_leaving_an_index_costs_the_old_entry(metered: Any) -> None:
    metered.put_item(TableName="captured", Item=item(0, g="1", shown="x" * 1500))
    assert write(metered, "put_item", TableName="captured", Item=item()) == (4, 2, 2)


def test_an_entry_that_changes_in_place_costs_the_larger(metered: Any) -> None:
    metered.put_item(TableName="captured", Item=item(0, g="1", shown="x" * 1500))
    changed = item(0, g="1", shown="y")
    assert write(metered, "put_item", TableName="captured", Item=changed) == (4, 2, 2)


def test_a_deletion_is_charged_by_what_was_stored(metered: Any) -> None:
    metered.put_item(TableName="plain", Item=sized(3008))
    assert write(metered, "delete_item", TableName="plain", Key={"pk": {"S": "p" * 10}}) == (3, 3)
    assert write(metered, "delete_item", TableName="plain", Key={"pk": {"S": "absent"}}) == (1, 1)


@pytest.mark.parametrize(("consistent", "units"), [(False, 1), (True, 2)])
def test_a_get_of_5_kb_costs_one_or_two(metered: Any, consistent: bool, units: float) -> None:
    metered.put_item(TableName="plain", Item=sized(5000))
    request = {"TableName": "plain", "Key": {"pk": {"S": "p" * 10}}, "ConsistentRead": consistent}
    assert write(metered, "get_item", **request) == (units, units)


@pytest.mark.parametrize(("consistent", "units"), [(False, 0.5), (True, 1)])
def test_a_missing_item_costs_what_a_small_one_does(metered: Any, consistent: bool, units: float) -> None:
    request = {"TableName": "plain", "Key": {"pk": {"S": "absent"}}, "ConsistentRead": consistent}
    assert write(metered, "get_item", **request) == (units, units)


@pytest.fixture
def ten_kilobytes(metered: Any) -> Any:
    """The client, with ten items under one hash that make 10.4 KB in the table and in its index."""
    for number in range(10):
        values = item(1040, g="1", shown="") | {"sk": {"S": str(number)}}
        values["shown"] = values.pop("fill")
        metered.put_item(TableName="captured", Item=values)
    return metered


ON_TABLE = {"KeyConditionExpression": "pk = :v", "ExpressionAttributeValues": {":v": {"S": "p"}}}
ON_INDEX = {
    "IndexName": "gsi",
    "KeyConditionExpression": "g = :v",
    "ExpressionAttributeValues": {":v": {"S": "1"}},
}
TO_NONE = ON_TABLE | {"FilterExpression": "attribute_exists(nothing)"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(ON_TABLE, (1.5, 1.5), id="table"),
        pytest.param(ON_INDEX, (1.5, 0, 1.5), id="index"),
        pytest.param(TO_NONE, (1.5, 1.5), id="filtered to none"),
        pytest.param(ON_TABLE | {"Select": "COUNT"}, (1.5, 1.5), id="count"),
        pytest.param(ON_TABLE | {"ConsistentRead": True}, (3, 3), id="consistent"),
        pytest.param(ON_TABLE | {"Limit": 1}, (0.5, 0.5), id="limited"),
    ],
)
def test_a_query_is_charged_by_the_bytes_it_evaluated(
    ten_kilobytes: Any, query: dict[str, Any], expected: tuple[float, ...]
) -> None:
    assert write(ten_kilobytes, "query", TableName="captured", **query) == expected


def test_a_query_of_nothing_costs_half_a_unit(metered: Any) -> None:
    assert write(metered, "query", TableName="captured", **ON_TABLE) == (0.5, 0.5)


def many(client: Any, operation: str, **request: Any) -> list[tuple[str, float]]:
    answer = getattr(client, operation)(**request, ReturnConsumedCapacity="TOTAL")
    return [(report["TableName"], report["CapacityUnits"]) for report in answer["ConsumedCapacity"]]


def test_a_batch_of_25_puts_of_1_5_kb_costs_50(metered: Any) -> None:
    puts = [{"PutRequest": {"Item": sized(1536) | {"pk": {"S": f"{n:010}"}}}} for n in range(25)]
    assert many(metered, "batch_write_item", RequestItems={"plain": puts}) == [("plain", 50)]


def test_a_batch_of_10_gets_costs_5(metered: Any) -> None:
    keys = [{"pk": {"S": str(number)}} for number in range(10)]
    assert many(metered, "batch_get_item", RequestItems={"plain": {"Keys": keys}}) == [("plain", 5)]


def test_a_transaction_of_10_gets_costs_20(metered: Any) -> None:
    gets = [{"Get": {"TableName": "plain", "Key": {"pk": {"S": str(number)}}}} for number in range(10)]
    assert many(metered, "transact_get_items", TransactItems=gets) == [("plain", 20)]


def test_a_transaction_of_3_small_puts_costs_6(metered: Any) -> None:
    puts = [{"Put": {"TableName": "plain", "Item": {"pk": {"S": str(number)}}}} for number in range(3)]
    assert many(metered, "transact_write_items", TransactItems=puts) == [("plain", 6)]


def test_nothing_is_reported_to_whoever_did_not_ask(metered: Any) -> None:
    assert "ConsumedCapacity" not in metered.put_item(TableName="plain", Item=sized(20))


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ({"S": "é€"}, 5),
        ({"N": "0"}, 1),
        ({"N": "-12.5"}, 4),
        ({"B": b"abcd"}, 4),
        ({"BOOL": True}, 1),
        ({"NULL": True}, 1),
        ({"SS": ["a", "bc"]}, 3),
        ({"L": [{"S": "a"}]}, 5),
        ({"M": {"k": {"S": "a"}}}, 6),
    ],
)
def test_a_value_counts_its_documented_bytes(metered: Any, value: dict[str, Any], size: int) -> None:
    """The item is filled to exactly 1024 bytes and costs 1; a byte more costs 2."""
    exact = {"pk": {"S": "p"}, "v": value, "f": {"S": "x" * (1024 - 3 - 1 - size - 1)}}
    assert write(metered, "put_item", TableName="plain", Item=exact) == (1, 1)
    assert write(
        metered, "put_item", TableName="plain", Item=exact | {"f": {"S": exact["f"]["S"] + "x"}}
    ) == (2, 2)
