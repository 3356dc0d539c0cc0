"""The restore drill: a table back at a moment, for one tenant and for all."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from infra.aws.restore import Restoration
from infra.local.children import Child
from tests.infra.aws.cloud import account_of

ALICE, CHARLIE = "tenantaaaa", "tenantcccc"


@pytest.fixture
def client(nowhere: Child) -> Any:
    """DynamoDB, with no table of these tests."""
    client = account_of(nowhere).client("dynamodb")
    yield client
    for name in ("live", "copy"):
        if name in client.list_tables()["TableNames"]:
            client.delete_table(TableName=name)


def make(client: Any, name: str) -> None:
    """Make a table as crm is keyed."""
    client.create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"},
            {"AttributeName": "sk", "AttributeType": "S"},
        ],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
    )
    client.get_waiter("table_exists").wait(TableName=name)


def put(client: Any, table: str, tenant: str, number: int, name: str) -> None:
    """Write a record."""
    key = {"pk": {"S": f"{tenant}#C#{number:04}"}, "sk": {"S": "@"}}
    client.put_item(TableName=table, Item={**key, "d": {"S": name}})


def names(client: Any, table: str, tenant: str) -> list[str]:
    """Return what a tenant has."""
    items = client.scan(TableName=table)["Items"]
    return sorted(item["d"]["S"] for item in items if item["pk"]["S"].startswith(tenant))


def test_a_tenant_gets_back_what_it_had_and_others_keep_what_they_have(client: Any) -> None:
    make(client, "live")
    client.update_continuous_backups(
        TableName="live", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    for number in range(130):
        put(client, "live", ALICE, number, f"contact {number:04}")
    put(client, "live", CHARLIE, 1, "before")
    client.restore_table_to_point_in_time(
        SourceTableName="live", TargetTableName="copy", RestoreDateTime=datetime.now(UTC)
    )
    client.get_waiter("table_exists").wait(TableName="copy")
    put(client, "live", ALICE, 1, "spoilt")
    put(client, "live", ALICE, 999, "came later")
    client.delete_item(TableName="live", Key={"pk": {"S": f"{ALICE}#C#0002"}, "sk": {"S": "@"}})
    put(client, "live", CHARLIE, 1, "after")

    written, removed = Restoration(client, "copy", "live", ALICE).run()

    assert (written, removed) == (130, 1)
    assert names(client, "live", ALICE) == [f"contact {number:04}" for number in range(130)]
    assert names(client, "live", CHARLIE) == ["after"]


def test_all_of_a_table_can_be_brought_back(client: Any) -> None:
    make(client, "live")
    make(client, "copy")
    put(client, "copy", CHARLIE, 1, "before")
    put(client, "live", ALICE, 1, "came later")

    assert Restoration(client, "copy", "live").run() == (1, 1)
    assert names(client, "live", "") == ["before"]
