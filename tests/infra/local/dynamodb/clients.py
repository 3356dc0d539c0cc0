"""Clients of every database the tests speak with: only the endpoint, or the hook, differs."""

from __future__ import annotations

from functools import cache
from typing import Any

import boto3
from botocore.config import Config

from infra.local.dynamodb.engine import Engine
from infra.local.dynamodb.hook import EVENT, answer_with

ELSEWHERE = "https://dynamodb.eu-west-3.amazonaws.com"


@cache
def _session() -> Any:
    """One session for all clients: it keeps the service's model, which takes longer to read than a test."""
    return boto3.session.Session()


def wire_client(endpoint: str, access_key: str = "local", checks: bool = True) -> Any:
    """Return stock boto3 on `endpoint`; without `checks` it sends what it would refuse itself."""
    return _session().client(
        "dynamodb",
        endpoint_url=endpoint,
        region_name="eu-west-3",
        aws_access_key_id=access_key,
        aws_secret_access_key="local",
        config=Config(
            parameter_validation=checks, retries={"total_max_attempts": 1}, max_pool_connections=64
        ),
    )


def hook_client(engine: Engine, checks: bool = True) -> Any:
    """Return stock boto3 on an engine in this process."""
    # No address of AWS: botocore asks every hook, and moto's would answer for its own tables too.
    client = wire_client("http://127.0.0.1:9", checks=checks)
    client.meta.events.register_first(EVENT, answer_with(engine))
    return client


class Clock:
    """A clock the test sets."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def code_of(error: Any) -> str:
    """Return the error code of a botocore ClientError."""
    return str(error.value.response["Error"]["Code"])
