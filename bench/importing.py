"""Importing an address book: its speed beside raw boto3 writing the same items, and its memory."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import boto3

from bench.figures import Figure
from bench.stage import Stage
from infra.local import environment

BATCH = 25  # the most a BatchWriteItem takes
SCRATCH = "scratch"
# Memory that grew with the file would be ten times as much. The names of the companies made are kept (20,000
# of the larger file, about 5 MB); why the rest of the growth is there, about 20 MB, has not been found.
GROWTH = 1.3


def figures(stage: Stage, small: bool) -> Iterator[Figure]:
    """Rows a second, the ratio to raw writes, and the worker's memory at two sizes."""
    rows, more = (300, 1_000) if small else (10_000, 100_000)
    first = stage.filled(rows)
    yield Figure(f"import of {rows:,} rows, from upload to done", first.seconds, "s", None if small else 60)
    yield Figure("  rows", rows / first.seconds, "a second")
    yield Figure("  CPU of the worker, a row", 1000 * first.worker_cpu / rows, "ms")
    yield Figure("  CPU of the engine, a row", 1000 * first.engine_cpu / rows, "ms")
    items, seconds = raw_writes(stage, first.tenant)
    yield Figure(f"  the same {items:,} items written by raw boto3 batches", seconds, "s")
    yield Figure("  import / raw boto3 batches", first.seconds / seconds, "x")
    second = stage.filled(more)
    yield Figure(f"import of {more:,} rows", more / second.seconds, "rows/s")
    yield Figure(f"  peak memory of the worker at {rows:,} rows", first.worker_peak_mb, "MB")
    growth = second.worker_peak_mb / first.worker_peak_mb
    yield Figure(f"  at {more:,} rows, of that", growth, "x", GROWTH)


def raw_writes(stage: Stage, tenant: str) -> tuple[int, float]:
    """Write a tenant's items once more to a table of the same indexes: how many, and the seconds it took."""
    client = boto3.client(
        "dynamodb",
        endpoint_url=f"http://127.0.0.1:{stage.world.engine_port}",
        region_name=environment.REGION,
        aws_access_key_id=environment.ACCESS_KEY,
        aws_secret_access_key=environment.SECRET_KEY,
    )
    items = _items(client, tenant)
    _make_scratch(client)
    started = time.perf_counter()
    for start in range(0, len(items), BATCH):
        puts = [{"PutRequest": {"Item": item}} for item in items[start : start + BATCH]]
        client.batch_write_item(RequestItems={SCRATCH: puts})
    seconds = time.perf_counter() - started
    client.delete_table(TableName=SCRATCH)
    return len(items), seconds


def _items(client: Any, tenant: str) -> list[dict[str, Any]]:
    pages = client.get_paginator("scan").paginate(TableName="crm")
    return [item for page in pages for item in page["Items"] if item["pk"]["S"].startswith(f"{tenant}#")]


def _make_scratch(client: Any) -> None:
    crm = client.describe_table(TableName="crm")["Table"]
    indexes = [
        {name: index[name] for name in ("IndexName", "KeySchema", "Projection")}
        for index in crm["GlobalSecondaryIndexes"]
    ]
    client.create_table(
        TableName=SCRATCH,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=crm["KeySchema"],
        AttributeDefinitions=crm["AttributeDefinitions"],
        GlobalSecondaryIndexes=indexes,
    )
