"""Is the database as fast when it is full? Its four everyday requests through boto3, large against small."""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from bench.figures import Figure, machine, show
from infra.local import environment
from infra.local.children import Child, python_environment
from infra.local.dynamodb.engine import Engine

LIMIT = 1.3
SMALL, LARGE, LARGE_IN_A_HURRY = 1_000, 100_000, 10_000
ROUNDS, ROUNDS_IN_A_HURRY = 400, 150
SORTS = ("s1", "s2", "s3", "s4", "s5", "s6")
PAGE = 50
_BATCH = 25
_TENANT = "t000000001#"

Request = Callable[[random.Random], Any]
"""One request, of a contact chosen by chance."""


@dataclass(frozen=True)
class Database:
    """An engine process with so many contacts in it, and boto3 on it."""

    contacts: int
    client: Any

    def get(self, chance: random.Random) -> Any:
        """Read a contact."""
        return self.client.get_item(TableName="crm", Key=_key(chance.randrange(self.contacts)))

    def put(self, chance: random.Random) -> Any:
        """Store a contact anew, at new places in all six lists."""
        number = chance.randrange(self.contacts)
        return self.client.put_item(TableName="crm", Item=_contact(number, chance.randrange(self.contacts)))

    def query(self, chance: random.Random) -> Any:
        """Read a page of 50 of a list, somewhere in its middle."""
        start, sort = _name(chance.randrange(self.contacts - 2 * PAGE)), chance.choice(SORTS)
        return self.client.query(
            TableName="crm",
            IndexName=f"by_{sort}",
            KeyConditionExpression=f"lp = :lp AND {sort} > :start",
            ExpressionAttributeValues={":lp": {"S": _TENANT + "L"}, ":start": {"S": start}},
            Limit=PAGE,
        )

    def transact(self, chance: random.Random) -> Any:
        """Change a contact together with eleven items of its own, under conditions."""
        number = chance.randrange(self.contacts)
        condition = {"ConditionExpression": "attribute_exists(pk)"}
        contact = {"Put": {"TableName": "crm", "Item": _contact(number, number)} | condition}
        parts = [{"Put": {"TableName": "crm", "Item": _part(number, part)}} for part in range(11)]
        return self.client.transact_write_items(TransactItems=[contact, *parts])


def main() -> int:
    """Print four ratios; 1 when one is above the limit."""
    parser = argparse.ArgumentParser(prog="python -m bench.engine", description=__doc__)
    parser.add_argument("--small", action="store_true", help="a quick smoke: 10,000 contacts against 1,000")
    small = parser.parse_args().small
    large, rounds = (LARGE_IN_A_HURRY, ROUNDS_IN_A_HURRY) if small else (LARGE, ROUNDS)
    folder = Path(tempfile.mkdtemp(prefix="simple-crm-engine-"))
    try:
        figures = list(measure(folder, large, rounds))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(machine())
    return 0 if show(f"The database through boto3, {large:,} contacts against {SMALL:,}", figures) else 1


def measure(folder: Path, large: int, rounds: int) -> Iterator[Figure]:
    """Fill two databases and yield, for each request, its time on the large one by that on the small one."""
    with ExitStack() as running:
        small_one, large_one = (
            running.enter_context(_Serving(folder / str(count), count)) for count in (SMALL, large)
        )
        for name, what in (
            ("get", "get of a contact"),
            ("query", f"Query of {PAGE} on an index"),
            ("put", "put of a contact with six indexes"),
            ("transact", "transaction of 12 items"),
        ):
            few, many = _medians(getattr(small_one, name), getattr(large_one, name), rounds)
            yield Figure(f"{what} ({few:.2f} → {many:.2f} ms)", many / few, "x", LIMIT)


def _medians(few: Request, many: Request, rounds: int) -> tuple[float, float]:
    """The median of each in milliseconds; they take turns, so that both meet the same noise."""
    chances = random.Random(1), random.Random(1)
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for request, chance, taken in zip((few, many), chances, times, strict=True):
            start = time.perf_counter()
            request(chance)
            taken.append((time.perf_counter() - start) * 1000)
    warm = rounds // 10
    return statistics.median(times[0][warm:]), statistics.median(times[1][warm:])


class _Serving:
    """A filled database behind an engine process, for the length of a `with`."""

    def __init__(self, folder: Path, contacts: int) -> None:
        folder.mkdir()
        _fill(folder, contacts)
        command = [sys.executable, "-m", "infra.local.dynamodb", "--data", str(folder)]
        variables = python_environment(environment.credentials())
        self.contacts = contacts
        self.child = Child(
            "dynamodb", command, variables, folder / "log", lambda it: bool(it.said("ready http"))
        )

    def __enter__(self) -> Database:
        self.child.start()
        said = self.child.said(r"ready (\S+)")
        assert said is not None
        client = boto3.client(
            "dynamodb",
            endpoint_url=said[1],
            region_name=environment.REGION,
            aws_access_key_id=environment.ACCESS_KEY,
            aws_secret_access_key=environment.SECRET_KEY,
        )
        return Database(self.contacts, client)

    def __exit__(self, *_: object) -> None:
        self.child.stop()


def _fill(folder: Path, contacts: int) -> None:
    """Write the contacts through the engine itself, without the wire and without waiting for the disk."""
    engine = Engine(folder / "crm.sqlite", synchronous="NORMAL")
    _ask(engine, "CreateTable", _table())
    items = [_contact(number, number) for number in range(contacts)]
    items += [_part(number, part) for number in range(contacts) for part in range(2)]
    for start in range(0, len(items), _BATCH):
        puts = [{"PutRequest": {"Item": item}} for item in items[start : start + _BATCH]]
        _ask(engine, "BatchWriteItem", {"RequestItems": {"crm": puts}})
    engine.close()


def _ask(engine: Engine, operation: str, request: dict[str, Any]) -> None:
    status, answer = engine.handle(f"DynamoDB_20120810.{operation}", json.dumps(request).encode())
    if status != 200:
        raise RuntimeError(answer.decode())


def _table() -> dict[str, Any]:
    projection = {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["r"]}
    keys = [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]
    return {
        "TableName": "crm",
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk", "lp", *SORTS)
        ],
        "KeySchema": keys,
        "GlobalSecondaryIndexes": [
            {
                "IndexName": f"by_{sort}",
                "KeySchema": [
                    {"AttributeName": "lp", "KeyType": "HASH"},
                    {"AttributeName": sort, "KeyType": "RANGE"},
                ],
                "Projection": projection,
            }
            for sort in SORTS
        ],
    }


def _key(number: int) -> dict[str, Any]:
    return {"pk": {"S": f"{_TENANT}C#{number:08}"}, "sk": {"S": "META"}}


def _name(place: int) -> str:
    return f"nom{place:08}"


def _contact(number: int, place: int) -> dict[str, Any]:
    """A contact of about 600 bytes, of which a list row shows 200; `place` is where the lists show it."""
    sorts = {sort: {"S": f"{_name(place)}#{number:08}"} for sort in SORTS}
    row = json.dumps(
        {"id": f"{number:08}", "name": _name(number), "city": "Saint-Étienne", "email": "x" * 120}
    )
    return _key(number) | {"lp": {"S": _TENANT + "L"}, "r": {"S": row}, "note": {"S": "x" * 150}} | sorts


def _part(number: int, part: int) -> dict[str, Any]:
    return {"pk": {"S": f"{_TENANT}C#{number:08}"}, "sk": {"S": f"WORD#{part:02}"}, "text": {"S": "x" * 60}}


if __name__ == "__main__":
    sys.exit(main())
