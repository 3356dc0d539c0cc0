"""Engines for the tests: one in this process for each test, one on the wire for all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.local.children import Child, python_environment
from infra.local.dynamodb.engine import Engine

from .clients import hook_client, wire_client
from .tables import PEOPLE


def start_engine(folder: Path, *options: str) -> Child:
    """Start an engine process on a data folder; it is ready when this returns."""
    command = [sys.executable, "-m", "infra.local.dynamodb", "--data", str(folder), *options]
    variables = python_environment({"DYNAMODB_ACCESS_KEY": "local"})
    child = Child("dynamodb", command, variables, folder / "log", lambda it: bool(it.said("ready http")))
    child.start()
    return child


def endpoint_of(child: Child) -> str:
    """Return the address a started engine printed."""
    said = child.said(r"ready (http://\S+)")
    assert said is not None
    return said[1]


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an engine process all tests share."""
    child = start_engine(tmp_path_factory.mktemp("engine"))
    yield endpoint_of(child)
    child.stop()


@pytest.fixture
def wire(endpoint: str) -> Iterator[Any]:
    """boto3 on the engine process, with the table `people` empty."""
    client = wire_client(endpoint)
    client.create_table(**PEOPLE)
    yield client
    client.delete_table(TableName="people")


@pytest.fixture
def engine() -> Iterator[Engine]:
    """An engine in memory."""
    engine = Engine(":memory:")
    yield engine
    engine.close()


@pytest.fixture
def client(engine: Engine) -> Any:
    """boto3 on the engine in memory, sending whatever it is told, with the table `people` empty."""
    client = hook_client(engine, checks=False)
    client.create_table(**PEOPLE)
    return client
