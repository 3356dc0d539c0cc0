"""The fault injector does to a call what it says, and only to the call it was asked to strike."""

from __future__ import annotations

import time
import uuid
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError

from infra.local.world import World
from tests import faults

ONCE = Config(retries={"total_max_attempts": 1})
KEY = {"pk": {"S": "1"}}


class Counter:
    """A table with one number in it, and a client that never tries again."""

    def __init__(self, retries: Config = ONCE) -> None:
        self.table = f"faults-{uuid.uuid4().hex}"
        self.client = boto3.client("dynamodb", config=retries)
        self.client.create_table(
            TableName=self.table,
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )

    def add(self) -> None:
        self.client.update_item(
            TableName=self.table,
            Key=KEY,
            UpdateExpression="ADD n :one",
            ExpressionAttributeValues={":one": {"N": "1"}},
        )

    def value(self) -> int:
        item = self.client.get_item(TableName=self.table, Key=KEY, ConsistentRead=True).get("Item", {})
        return int(item["n"]["N"]) if item else 0


@pytest.fixture
def counter(world: World) -> Counter:
    return Counter()


@pytest.mark.parametrize(("fault", "performed"), [(faults.crash_before, 0), (faults.crash_after, 1)])
def test_a_crash_ends_the_action_before_or_after_the_call(
    counter: Counter, fault: faults.Fault, performed: int
) -> None:
    with faults.inject(fault, counter.client, at=3) as injection:
        for _ in range(5):
            counter.add()

    assert injection.crashed
    assert injection.calls == ["UpdateItem"] * 3
    assert counter.value() == 2 + performed


def test_no_handler_of_exceptions_survives_a_crash(counter: Counter) -> None:
    with faults.inject(faults.crash_before, counter.client) as injection:
        try:
            counter.add()
        except Exception:
            pytest.fail("a crash is not an Exception")

    assert injection.crashed


@pytest.mark.parametrize(("fault", "performed"), [(faults.lost_answer, 1), (faults.no_connection, 0)])
def test_a_broken_connection_tells_nothing_of_the_call(
    counter: Counter, fault: faults.Fault, performed: int
) -> None:
    with faults.inject(fault, counter.client), pytest.raises(ConnectionClosedError):
        counter.add()

    assert counter.value() == performed


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (faults.throttle, "ThrottlingException"),
        (faults.exhausted, "ProvisionedThroughputExceededException"),
        (faults.server_error, "InternalServerError"),
    ],
)
def test_a_refusal_has_the_code_of_aws(counter: Counter, fault: faults.Fault, code: str) -> None:
    with faults.inject(fault, counter.client), pytest.raises(ClientError) as refusal:
        counter.add()

    assert refusal.value.response["Error"]["Code"] == code
    assert counter.value() == 0


def test_a_retry_is_a_call_of_its_own(world: World) -> None:
    counter = Counter(Config(retries={"total_max_attempts": 3, "mode": "standard"}))

    with faults.inject(faults.throttle, counter.client, times=2) as injection:
        counter.add()

    assert injection.calls == ["UpdateItem"] * 3
    assert counter.value() == 1


def test_a_delay_holds_the_call_and_then_lets_it_go(counter: Counter) -> None:
    started = time.monotonic()
    with faults.inject(faults.delay(0.2), counter.client):
        counter.add()

    assert time.monotonic() - started >= 0.2
    assert counter.value() == 1


def test_only_the_named_operations_count(counter: Counter) -> None:
    with faults.inject(faults.crash_before, counter.client, operations=("UpdateItem",)) as injection:
        counter.value()
        counter.add()

    assert injection.calls == ["UpdateItem"]


def test_nothing_is_struck_once_the_block_is_left(counter: Counter) -> None:
    with faults.inject(faults.crash_before, counter.client, at=9):
        counter.add()
    for _ in range(20):
        counter.add()

    assert counter.value() == 21


def test_an_action_is_struck_at_each_of_its_calls_in_turn(counter: Counter) -> None:
    struck = []
    for injection in faults.at_each_call(faults.crash_after, counter.client):
        before = counter.value()
        with injection:
            for _ in range(3):
                counter.add()
        struck.append((injection.at, injection.crashed, counter.value() - before))

    assert struck == [(1, True, 1), (2, True, 2), (3, True, 3), (4, False, 3)]


def test_storage_slows_down_in_its_own_words(world: World) -> None:
    s3: Any = boto3.client("s3", config=Config(retries={"total_max_attempts": 1}))

    with faults.inject(faults.throttle, s3), pytest.raises(ClientError) as refusal:
        s3.list_buckets()

    assert refusal.value.response["Error"]["Code"] == "SlowDown"
