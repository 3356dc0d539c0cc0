"""The operations, one by one, as far as the other files do not ask for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.local.dynamodb.engine import Engine

from .clients import Clock, code_of, hook_client
from .tables import PEOPLE, index, table

KEY = {"pk": {"S": "p"}, "sk": {"S": "x"}}


def numbered(count: int, **attributes: Any) -> list[dict[str, Any]]:
    return [{"pk": {"S": "p"}, "sk": {"S": f"{number:03}"}} | attributes for number in range(count)]


def fill(client: Any, items: list[dict[str, Any]]) -> None:
    for start in range(0, len(items), 25):
        puts = [{"PutRequest": {"Item": item}} for item in items[start : start + 25]]
        client.batch_write_item(RequestItems={"people": puts})


def test_a_table_is_described_as_it_was_made(client: Any) -> None:
    described = client.describe_table(TableName="people")["Table"]
    assert described["TableStatus"] == "ACTIVE"
    assert described["KeySchema"] == PEOPLE["KeySchema"]
    assert described["BillingModeSummary"] == {"BillingMode": "PAY_PER_REQUEST"}
    indexes = described["GlobalSecondaryIndexes"]
    assert [(each["IndexName"], each["IndexStatus"]) for each in indexes] == [
        ("by_number", "ACTIVE"),
        ("by_group", "ACTIVE"),
        ("keys_only", "ACTIVE"),
    ]
    client.get_waiter("table_exists").wait(TableName="people")


def test_tables_are_listed_by_name_page_by_page(client: Any) -> None:
    for name in ("ccc", "aaa"):
        client.create_table(**table(name, "pk", types="pk:S"))
    pages = client.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 2})
    assert [page["TableNames"] for page in pages] == [["aaa", "ccc"], ["people"]]


def test_a_protected_table_is_not_deleted(client: Any) -> None:
    client.update_table(TableName="people", DeletionProtectionEnabled=True)
    with pytest.raises(ClientError) as refused:
        client.delete_table(TableName="people")
    assert code_of(refused) == "ValidationException"
    client.update_table(TableName="people", DeletionProtectionEnabled=False)
    client.delete_table(TableName="people")
    client.get_waiter("table_not_exists").wait(TableName="people")


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "crm.sqlite")
    database.execute("PRAGMA user_version=99")
    database.close()
    with pytest.raises(RuntimeError, match="newer version"):
        Engine(tmp_path / "crm.sqlite")


def test_a_table_made_again_is_empty(client: Any) -> None:
    fill(client, numbered(3, g={"S": "1"}))
    client.delete_table(TableName="people")
    client.create_table(**PEOPLE)
    assert client.scan(TableName="people")["Count"] == 0
    assert client.scan(TableName="people", IndexName="by_group")["Count"] == 0


def test_an_index_added_later_holds_the_items_that_fit(client: Any) -> None:
    fill(client, [*numbered(3, late={"S": "x"}), KEY | {"late": {"N": "1"}}])
    client.update_table(
        TableName="people",
        AttributeDefinitions=[{"AttributeName": "late", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[{"Create": index("by_late", "late", "sk")}],
    )
    assert client.scan(TableName="people", IndexName="by_late")["Count"] == 3
    client.update_table(
        TableName="people", GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "by_late"}}]
    )
    names = {
        each["AttributeName"]
        for each in client.describe_table(TableName="people")["Table"]["AttributeDefinitions"]
    }
    assert names == {"pk", "sk", "g", "n"}


def test_an_index_that_is_not_there_cannot_be_dropped_nor_a_key_change_its_type(client: Any) -> None:
    with pytest.raises(ClientError) as refused:
        client.update_table(
            TableName="people", GlobalSecondaryIndexUpdates=[{"Delete": {"IndexName": "none"}}]
        )
    assert code_of(refused) == "ResourceNotFoundException"
    with pytest.raises(ClientError, match="already has another type"):
        client.update_table(
            TableName="people",
            AttributeDefinitions=[{"AttributeName": "n", "AttributeType": "S"}],
            GlobalSecondaryIndexUpdates=[{"Create": index("more", "n")}],
        )


def test_a_table_changes_how_it_is_paid_for(client: Any) -> None:
    units = {"ReadCapacityUnits": 5, "WriteCapacityUnits": 6}
    client.update_table(TableName="people", BillingMode="PROVISIONED", ProvisionedThroughput=units)
    described = client.describe_table(TableName="people")["Table"]
    assert described["ProvisionedThroughput"] == units | {"NumberOfDecreasesToday": 0}
    client.update_table(TableName="people", BillingMode="PAY_PER_REQUEST")
    assert "BillingModeSummary" in client.describe_table(TableName="people")["Table"]


def test_a_local_index_is_read_consistently_in_its_own_order(client: Any) -> None:
    client.create_table(**table("local", "pk", "sk", types="pk:S sk:S x:N", local=(index("lsi", "pk", "x"),)))
    for number in (3, 1, 2):
        values = {"pk": {"S": "p"}, "sk": {"S": str(number)}, "x": {"N": str(-number)}}
        client.put_item(TableName="local", Item=values)
    found = client.query(
        TableName="local",
        IndexName="lsi",
        ConsistentRead=True,
        KeyConditionExpression="pk = :p AND x < :zero",
        ExpressionAttributeValues={":p": {"S": "p"}, ":zero": {"N": "0"}},
    )
    assert [item["sk"]["S"] for item in found["Items"]] == ["3", "2", "1"]


def test_only_one_index_changes_at_a_time(client: Any) -> None:
    drops = [{"Delete": {"IndexName": name}} for name in ("by_group", "keys_only")]
    with pytest.raises(ClientError) as refused:
        client.update_table(TableName="people", GlobalSecondaryIndexUpdates=drops)
    assert code_of(refused) == "LimitExceededException"


def test_a_table_and_its_items_are_there_after_a_restart(tmp_path: Path) -> None:
    engine = Engine(tmp_path / "crm.sqlite")
    hook_client(engine).create_table(**PEOPLE)
    hook_client(engine).put_item(TableName="people", Item=KEY)
    engine.close()
    engine = Engine(tmp_path / "crm.sqlite")
    assert hook_client(engine).get_item(TableName="people", Key=KEY)["Item"] == KEY
    engine.close()


def expire(client: Any, enabled: bool = True) -> None:
    specification = {"Enabled": enabled, "AttributeName": "expires"}
    client.update_time_to_live(TableName="people", TimeToLiveSpecification=specification)


NOW = 1_795_000_000


@pytest.fixture
def engine() -> Iterator[Engine]:
    """An engine in memory, whose clock stands still."""
    engine = Engine(":memory:", now=Clock(NOW))
    yield engine
    engine.close()


EXPIRING = {
    "past": {"N": str(NOW - 1)},
    "future": {"N": str(NOW + 3600)},
    "long ago": {"N": str(NOW - 6 * 365 * 86400)},
    "no number": {"S": str(NOW - 1)},
    "never": {"NULL": True},
}


@pytest.mark.parametrize("early", [True, False])
def test_items_whose_time_has_come_are_swept(client: Any, engine: Engine, early: bool) -> None:
    """Whether expiry was switched on before the items came or after."""
    if early:
        expire(client)
    for name, value in EXPIRING.items():
        item = {"pk": {"S": "p"}, "sk": {"S": name}, "expires": value, "g": {"S": "1"}}
        client.put_item(TableName="people", Item=item)
    if not early:
        expire(client)
    assert engine.sweep() == 1
    assert engine.sweep() == 0
    for place in ({}, {"IndexName": "by_group"}):
        left = {item["sk"]["S"] for item in client.scan(TableName="people", **place)["Items"]}
        assert left == {"future", "long ago", "no number", "never"}


def test_an_item_whose_time_was_put_off_stays(client: Any, engine: Engine) -> None:
    expire(client)
    client.put_item(TableName="people", Item=KEY | {"expires": {"N": str(NOW - 1)}})
    client.put_item(TableName="people", Item=KEY | {"expires": {"N": str(NOW + 1)}})
    assert engine.sweep() == 0
    assert client.describe_time_to_live(TableName="people")["TimeToLiveDescription"] == {
        "TimeToLiveStatus": "ENABLED",
        "AttributeName": "expires",
    }


def test_a_table_expires_by_one_attribute_only(client: Any) -> None:
    expire(client)
    with pytest.raises(ClientError, match="active on a different AttributeName"):
        client.update_time_to_live(
            TableName="people", TimeToLiveSpecification={"Enabled": False, "AttributeName": "another"}
        )


def test_nothing_expires_once_expiry_is_off(client: Any, engine: Engine) -> None:
    expire(client)
    client.put_item(TableName="people", Item=KEY | {"expires": {"N": str(NOW - 1)}})
    expire(client, enabled=False)
    assert engine.sweep() == 0
    with pytest.raises(ClientError):
        expire(client, enabled=False)


def test_a_page_ends_at_1_mb_and_the_next_goes_on(client: Any) -> None:
    fill(client, numbered(30, fill={"S": "x" * 100_000}))
    request = {
        "TableName": "people",
        "KeyConditionExpression": "pk = :p",
        "ExpressionAttributeValues": {":p": {"S": "p"}},
    }
    pages = list(client.get_paginator("query").paginate(**request, ReturnConsumedCapacity="TOTAL"))
    assert [page["Count"] for page in pages] == [10, 10, 10, 0][: len(pages)]
    assert [item["sk"]["S"] for page in pages for item in page["Items"]] == [f"{n:03}" for n in range(30)]
    assert pages[0]["ConsumedCapacity"]["CapacityUnits"] == 122.5


def test_a_filter_keeps_after_the_page_is_counted(client: Any) -> None:
    fill(client, numbered(5))
    page = client.query(
        TableName="people",
        KeyConditionExpression="pk = :p",
        FilterExpression="attribute_exists(nothing)",
        ExpressionAttributeValues={":p": {"S": "p"}},
        Limit=3,
    )
    assert (page["Count"], page["ScannedCount"], page["LastEvaluatedKey"]["sk"]["S"]) == (0, 3, "002")


@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("sk = :a", ["003"]),
        ("sk < :a", ["000", "001", "002"]),
        ("sk <= :a", ["000", "001", "002", "003"]),
        ("sk > :a", ["004", "005"]),
        (":a >= sk", ["000", "001", "002", "003"]),
        ("sk BETWEEN :a AND :b", ["003", "004"]),
        ("begins_with(sk, :c)", ["000", "001", "002", "003", "004", "005"]),
    ],
)
def test_a_query_reads_the_stretch_it_names_a_page_at_a_time(
    client: Any, condition: str, found: list[str], forward: bool
) -> None:
    fill(client, numbered(6))
    values = {":p": {"S": "p"}, ":a": {"S": "003"}, ":b": {"S": "004"}, ":c": {"S": "00"}}
    pages = client.get_paginator("query").paginate(
        TableName="people",
        KeyConditionExpression=f"pk = :p AND {condition}",
        ExpressionAttributeValues={
            name: value for name, value in values.items() if name in f":p {condition}"
        },
        ScanIndexForward=forward,
        PaginationConfig={"PageSize": 2},
    )
    assert [item["sk"]["S"] for page in pages for item in page["Items"]] == found[:: 1 if forward else -1]


def test_begins_with_ends_at_the_last_letter_there_is(client: Any) -> None:
    for name in ("a", "ab", "a\U0010ffff", "b"):
        client.put_item(TableName="people", Item={"pk": {"S": "p"}, "sk": {"S": name}})
    values = {":p": {"S": "p"}, ":a": {"S": "a"}}
    found = client.query(
        TableName="people",
        KeyConditionExpression="pk = :p AND begins_with(sk, :a)",
        ExpressionAttributeValues=values,
    )
    assert [item["sk"]["S"] for item in found["Items"]] == ["a", "ab", "a\U0010ffff"]


def test_segments_of_a_scan_are_everything_once(client: Any) -> None:
    fill(client, [{"pk": {"S": str(number)}, "sk": {"S": "x"}} for number in range(40)])
    found = []
    for segment in range(4):
        pages = client.get_paginator("scan").paginate(
            TableName="people", Segment=segment, TotalSegments=4, PaginationConfig={"PageSize": 3}
        )
        found += [item["pk"]["S"] for page in pages for item in page["Items"]]
    assert sorted(found, key=int) == [str(number) for number in range(40)]


def test_a_projection_keeps_the_nesting(client: Any) -> None:
    item = KEY | {"m": {"M": {"x": {"L": [{"N": "1"}, {"N": "2"}, {"N": "3"}]}, "y": {"S": "no"}}}}
    client.put_item(TableName="people", Item=item)
    found = client.get_item(TableName="people", Key=KEY, ProjectionExpression="m.x[2], m.x[0], nothing, pk.q")
    assert found["Item"] == {"m": {"M": {"x": {"L": [{"N": "1"}, {"N": "3"}]}}}}


def test_a_batch_reads_what_is_there_and_leaves_what_is_too_much(client: Any) -> None:
    fill(client, numbered(45, fill={"S": "x" * 390_000})[:20])
    fill(client, numbered(45, fill={"S": "x" * 390_000})[20:])
    keys = [{"pk": item["pk"], "sk": item["sk"]} for item in numbered(50)]
    answer = client.batch_get_item(RequestItems={"people": {"Keys": keys}})
    left = answer["UnprocessedKeys"]["people"]["Keys"]
    assert len(answer["Responses"]["people"]) == 43
    rest = client.batch_get_item(RequestItems={"people": {"Keys": left}})
    assert (len(rest["Responses"]["people"]), rest["UnprocessedKeys"]) == (2, {})


def test_a_transaction_reads_one_moment_in_the_order_asked(client: Any) -> None:
    fill(client, numbered(2))
    gets = [{"Get": {"TableName": "people", "Key": key}} for key in [*reversed(numbered(2)), KEY]]
    found = client.transact_get_items(TransactItems=gets)["Responses"]
    assert [entry.get("Item", {}).get("sk") for entry in found] == [{"S": "001"}, {"S": "000"}, None]


def test_a_cancelled_transaction_changes_nothing_and_says_why_for_each(client: Any) -> None:
    client.put_item(TableName="people", Item=KEY | {"n": {"N": "1"}})
    condition = {"ConditionExpression": "n > :n", "ExpressionAttributeValues": {":n": {"N": "5"}}}
    actions = [
        {"Put": {"TableName": "people", "Item": KEY | {"sk": {"S": "new"}}}},
        {
            "Delete": {"TableName": "people", "Key": KEY, "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
            | condition
        },
        {"Put": {"TableName": "people", "Item": {"pk": {"S": "p"}}}},
    ]
    with pytest.raises(client.exceptions.TransactionCanceledException) as refused:
        client.transact_write_items(TransactItems=actions)
    nothing, failed, wrong = refused.value.response["CancellationReasons"]
    assert nothing == {"Code": "None"}
    assert (failed["Code"], failed["Item"]) == ("ConditionalCheckFailed", KEY | {"n": {"N": "1"}})
    assert (wrong["Code"], wrong["Message"].split(": ")[1]) == (
        "ValidationError",
        "Missing the key sk in the item",
    )
    assert client.scan(TableName="people")["Items"] == [KEY | {"n": {"N": "1"}}]


def adding(token: str, amount: str = "1") -> dict[str, Any]:
    update = {"UpdateExpression": "ADD n :n", "ExpressionAttributeValues": {":n": {"N": amount}}}
    return {
        "TransactItems": [{"Update": {"TableName": "people", "Key": KEY} | update}],
        "ClientRequestToken": token,
    }


def test_a_token_carries_its_transaction_out_once(client: Any) -> None:
    for _ in range(3):
        client.transact_write_items(**adding("token"))
    assert client.get_item(TableName="people", Key=KEY)["Item"]["n"] == {"N": "1"}
    with pytest.raises(ClientError) as refused:
        client.transact_write_items(**adding("token", "2"))
    assert code_of(refused) == "IdempotentParameterMismatchException"


def test_a_token_is_forgotten_after_ten_minutes() -> None:
    clock = Clock(NOW)
    engine = Engine(":memory:", now=clock)
    client = hook_client(engine)
    client.create_table(**PEOPLE)
    for clock.now, count in ((NOW, 1), (NOW + 599, 1), (NOW + 601, 2)):
        client.transact_write_items(**adding("token"))
        assert client.get_item(TableName="people", Key=KEY)["Item"]["n"] == {"N": str(count)}
    engine.close()


def test_a_token_is_remembered_over_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        engine = Engine(tmp_path / "crm.sqlite")
        client = hook_client(engine)
        if not client.list_tables()["TableNames"]:
            client.create_table(**PEOPLE)
        client.transact_write_items(**adding("token"))
        assert client.get_item(TableName="people", Key=KEY)["Item"]["n"] == {"N": "1"}
        engine.close()


def test_a_failed_condition_shows_the_item_to_whoever_asks(client: Any) -> None:
    client.put_item(TableName="people", Item=KEY)
    request = {"TableName": "people", "Item": KEY, "ConditionExpression": "attribute_not_exists(pk)"}
    with pytest.raises(client.exceptions.ConditionalCheckFailedException) as refused:
        client.put_item(**request, ReturnValuesOnConditionCheckFailure="ALL_OLD")
    assert refused.value.response["Item"] == KEY
    with pytest.raises(client.exceptions.ConditionalCheckFailedException) as refused:
        client.put_item(**request)
    assert "Item" not in refused.value.response


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("REMOVE l[0], l[1]", {"L": [{"N": "3"}]}),
        ("SET l[9] = :n, l[8] = :m", {"L": [{"N": "1"}, {"N": "2"}, {"N": "3"}, {"N": "8"}, {"N": "9"}]}),
        ("SET l[0] = :n REMOVE l[1]", {"L": [{"N": "9"}, {"N": "3"}]}),
        ("SET l = list_append(:l, l)", {"L": [{"N": "0"}, {"N": "1"}, {"N": "2"}, {"N": "3"}]}),
        ("SET l[1] = l[0] + :n, l[0] = l[1] - :m", {"L": [{"N": "-6"}, {"N": "10"}, {"N": "3"}]}),
    ],
)
def test_lists_change_by_the_positions_they_had(client: Any, update: str, expected: dict[str, Any]) -> None:
    client.put_item(TableName="people", Item=KEY | {"l": {"L": [{"N": "1"}, {"N": "2"}, {"N": "3"}]}})
    values = {":n": {"N": "9"}, ":m": {"N": "8"}, ":l": {"L": [{"N": "0"}]}}
    used = {name: value for name, value in values.items() if name in update}
    request = {"TableName": "people", "Key": KEY, "UpdateExpression": update, "ReturnValues": "UPDATED_NEW"}
    client.update_item(**request, **({"ExpressionAttributeValues": used} if used else {}))
    assert client.get_item(TableName="people", Key=KEY)["Item"]["l"] == expected
