"""Over the wire: stock boto3 and PynamoDB, where only the endpoint differs, and what strangers get."""

from __future__ import annotations

import http.client
import json
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from botocore.exceptions import ClientError
from pynamodb.attributes import (
    ListAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
    VersionAttribute,
)
from pynamodb.connection import Connection
from pynamodb.exceptions import PutError, TransactWriteError
from pynamodb.indexes import GlobalSecondaryIndex, IncludeProjection
from pynamodb.models import Model
from pynamodb.transactions import TransactGet, TransactWrite

from infra.local.children import NotReady

from .clients import code_of, wire_client
from .conftest import endpoint_of, start_engine

KNOWN = "AWS4-HMAC-SHA256 Credential=local/20261124/eu-west-3/dynamodb/aws4_request"


def key(number: int = 1) -> dict[str, Any]:
    return {"pk": {"S": "t#1"}, "sk": {"S": f"{number:03}"}}


def test_boto3_reads_what_it_wrote(wire: Any) -> None:
    values = key() | {
        "nom": {"S": "Émile Zola — « J’accuse »"},
        "n": {"N": "1.50"},
        "b": {"B": b"\x00\xff"},
        "ns": {"NS": ["2", "1"]},
        "m": {"M": {"l": {"L": [{"BOOL": False}, {"NULL": True}]}}},
        "vide": {"S": ""},
    }
    wire.put_item(TableName="people", Item=values)
    stored = wire.get_item(TableName="people", Key=key())["Item"]
    assert stored == values | {"n": {"N": "1.5"}, "ns": {"NS": ["1", "2"]}}


def test_boto3_pages_through_an_index_without_losing_a_row(wire: Any) -> None:
    for number in range(23):
        wire.put_item(TableName="people", Item=key(number) | {"g": {"S": "x"}, "n": {"N": str(number // 5)}})
    pages = wire.get_paginator("query").paginate(
        TableName="people",
        IndexName="by_number",
        KeyConditionExpression="g = :g",
        ExpressionAttributeValues={":g": {"S": "x"}},
        ScanIndexForward=False,
        PaginationConfig={"PageSize": 4},
    )
    found = [item["sk"]["S"] for page in pages for item in page["Items"]]
    assert found == [f"{number:03}" for number in reversed(range(23))]


class ByTown(GlobalSecondaryIndex["Person"]):  # type: ignore[no-untyped-call]
    """People by town and name."""

    class Meta:
        index_name = "by_town"
        projection = IncludeProjection(["age"])

    town = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute(range_key=True)


class Person(Model):
    """A person as PynamoDB maps one."""

    class Meta:
        table_name = "persons"
        region = "eu-west-3"
        aws_access_key_id = "local"
        aws_secret_access_key = "local"
        billing_mode = "PAY_PER_REQUEST"
        host = ""

    tenant = UnicodeAttribute(hash_key=True)
    name = UnicodeAttribute(range_key=True)
    town = UnicodeAttribute(null=True)
    age = NumberAttribute(null=True)
    tags = UnicodeSetAttribute(null=True)
    notes: ListAttribute[Any] = ListAttribute(default=list)
    extra: MapAttribute[str, Any] = MapAttribute(default=dict)  # type: ignore[no-untyped-call]
    version = VersionAttribute()
    by_town = ByTown()


@pytest.fixture
def people(endpoint: str) -> Any:
    """The PynamoDB model on the engine process, its table empty."""
    Person.Meta.host = endpoint
    Person._connection = None
    Person.by_town._model._connection = None
    Person.create_table(wait=True)
    yield Person
    Person.delete_table()


def test_pynamodb_saves_updates_and_queries(people: type[Person]) -> None:
    for name, town in (("Élodie", "Lyon"), ("Jean", "Lyon"), ("Zoé", "Nîmes")):
        people("t#1", name, town=town, age=30, tags={"vip"}).save()
    person = people.get("t#1", "Jean")
    person.update(
        actions=[
            Person.age.add(1),
            Person.notes.set(Person.notes.append(["appelé"])),
            Person.tags.add({"client"}),
            Person.extra["colour"].set("bleu"),
        ],
        condition=(Person.age == 30) & (Person.town.startswith("Ly") | ~Person.tags.contains("x")),
    )
    assert (person.age, person.notes, person.tags) == (31, ["appelé"], {"vip", "client"})
    found = people.by_town.query("Lyon", Person.name > "J", filter_condition=Person.age.between(1, 40))
    assert [(each.name, each.age) for each in found] == [("Jean", 31), ("Élodie", 30)]
    assert people.by_town.count("Lyon") == 2
    assert len(list(people.scan(Person.age.is_in(30, 31) & Person.town.exists()))) == 3


def test_pynamodb_sees_a_stale_version(people: type[Person]) -> None:
    people("t#1", "Jean").save()
    mine, theirs = people.get("t#1", "Jean"), people.get("t#1", "Jean")
    theirs.save()
    with pytest.raises(PutError) as refused:
        mine.save()
    assert refused.value.cause_response_code == "ConditionalCheckFailedException"


def test_pynamodb_learns_why_its_transaction_was_cancelled(people: type[Person], endpoint: str) -> None:
    people("t#1", "Jean", age=30).save()
    connection = Connection(host=endpoint, region="eu-west-3")
    connection.session.set_credentials("local", "local")
    with pytest.raises(TransactWriteError) as refused:
        _save_if_somebody_is_over_40(people, connection)
    reasons = refused.value.cancellation_reasons
    assert [reason and reason.code for reason in reasons] in (
        [None, "ConditionalCheckFailed"],
        ["ConditionalCheckFailed", None],
    )
    with TransactGet(connection=connection) as transaction:
        found = transaction.get(people, "t#1", "Jean")
    assert found.get().age == 30
    assert [person.name for person in people.query("t#1")] == ["Jean"]


def _save_if_somebody_is_over_40(people: type[Person], connection: Connection) -> None:
    with TransactWrite(connection=connection) as transaction:
        transaction.save(people("t#1", "Zoé"))
        transaction.condition_check(people, "t#1", "Jean", condition=Person.age > 40)


def test_pynamodb_writes_and_reads_batches(people: type[Person]) -> None:
    with people.batch_write() as batch:
        for number in range(60):
            batch.save(people("t#1", f"{number:02}"))
    keys = [("t#1", f"{number:02}") for number in range(70)]
    assert len(list(people.batch_get(keys))) == 60


def test_64_parallel_conditional_increments_end_exactly_right(wire: Any) -> None:
    wire.put_item(TableName="people", Item=key() | {"n": {"N": "0"}})

    def increment(_: int) -> None:
        while True:
            seen = wire.get_item(TableName="people", Key=key(), ConsistentRead=True)["Item"]["n"]
            try:
                wire.update_item(
                    TableName="people",
                    Key=key(),
                    UpdateExpression="SET n = n + :one",
                    ConditionExpression="n = :seen",
                    ExpressionAttributeValues={":one": {"N": "1"}, ":seen": seen},
                )
                return
            except wire.exceptions.ConditionalCheckFailedException:
                continue

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(increment, range(64)))
    assert wire.get_item(TableName="people", Key=key())["Item"]["n"] == {"N": "64"}


def test_64_parallel_transactions_on_one_item_end_exactly_right(wire: Any) -> None:
    def move(number: int) -> None:
        add = {"UpdateExpression": "ADD n :one", "ExpressionAttributeValues": {":one": {"N": "1"}}}
        wire.transact_write_items(
            TransactItems=[
                {"Update": {"TableName": "people", "Key": key(0)} | add},
                {"Put": {"TableName": "people", "Item": key(number + 1)}},
            ]
        )

    with ThreadPoolExecutor(64) as pool:
        list(pool.map(move, range(64)))
    assert wire.get_item(TableName="people", Key=key(0))["Item"]["n"] == {"N": "64"}
    assert wire.scan(TableName="people", Select="COUNT")["Count"] == 65


def test_a_stranger_without_the_access_key_is_refused(endpoint: str) -> None:
    with pytest.raises(ClientError) as refused:
        wire_client(endpoint, access_key="stranger").list_tables()
    assert code_of(refused) == "UnrecognizedClientException"


def ask(
    endpoint: str, headers: dict[str, str], body: bytes = b"{}", method: str = "POST"
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(str(urlsplit(endpoint).netloc), timeout=10)
    connection.request(method, "/", body, {"X-Amz-Target": "DynamoDB_20120810.ListTables"} | headers)
    answer = connection.getresponse()
    status, content = answer.status, answer.read()
    connection.close()
    return status, content


def test_an_unsigned_request_is_refused(endpoint: str) -> None:
    status, body = ask(endpoint, {})
    assert (status, json.loads(body)["__type"].split("#")[1]) == (400, "MissingAuthenticationTokenException")


def test_a_known_caller_is_answered(endpoint: str) -> None:
    assert ask(endpoint, {"Authorization": KNOWN})[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8000"},
        {"Origin": "http://127.0.0.1:5173"},
        {"Host": ""},
    ],
)
def test_a_web_page_is_refused_by_whatever_name_it_comes(endpoint: str, headers: dict[str, str]) -> None:
    assert ask(endpoint, {"Authorization": KNOWN} | headers)[0] == 403


def test_a_body_over_16_mb_is_refused_before_it_is_read(endpoint: str) -> None:
    assert raw(
        endpoint, b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16777217\r\n\r\n"
    ).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "head",
    [
        b"hello\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 70_000 + b"\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused(endpoint: str, head: bytes) -> None:
    assert raw(endpoint, head).startswith(b"HTTP/1.1 400")


def test_requests_that_arrive_in_pieces_or_together_are_answered_in_order(endpoint: str) -> None:
    request = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + KNOWN.encode() + b"\r\n"
        b"X-Amz-Target: DynamoDB_20120810.ListTables\r\nContent-Length: 2\r\n"
    )
    answer = raw(endpoint, request + b"\r\n{", b"}" + request + b"Connection: close\r\n\r\n{}")
    assert answer.count(b"HTTP/1.1 200") == 2


def raw(endpoint: str, *pieces: bytes) -> bytes:
    """Send bytes as they are and return all that comes back until the connection is closed."""
    parts = urlsplit(endpoint)
    with socket.create_connection((str(parts.hostname), parts.port or 0), timeout=10) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in pieces:
            connection.sendall(piece)
        answer = b""
        while received := connection.recv(65536):
            answer += received
    return answer


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_on_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    child = start_engine(tmp_path)
    assert child.process is not None
    child.process.send_signal(number)
    assert child.process.wait(10) == 0
    assert not (tmp_path / "crm.sqlite-wal").exists()


def test_a_second_process_on_the_same_data_is_refused(tmp_path: Path) -> None:
    first = start_engine(tmp_path)
    try:
        with pytest.raises(NotReady):
            start_engine(tmp_path)
        assert "cannot be opened" in (tmp_path / "log").read_text()
        assert wire_client(endpoint_of(first)).list_tables()["TableNames"] == []
    finally:
        first.stop()
