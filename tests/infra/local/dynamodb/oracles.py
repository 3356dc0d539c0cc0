"""The three databases the engine is compared with; one that is not installed is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError
from moto import mock_aws

from infra.local import ministack
from infra.local.children import ROOT, Child, free_port

from .clients import ELSEWHERE, wire_client

_DYNALITE = Path(__file__).with_name("dynalite")
_PATIENCE_SECONDS = 20


@dataclass(frozen=True)
class Oracle:
    """A database under its name, reached by a boto3 client that sends what it is told."""

    name: str
    client: Any


@contextmanager
def moto() -> Iterator[Oracle]:
    """moto, in this process."""
    with mock_aws():
        yield Oracle("moto", wire_client(ELSEWHERE, checks=False))


@contextmanager
def ministack_server(folder: Path) -> Iterator[Oracle]:
    """ministack, as the product runs it."""
    if not ministack.PROGRAM.exists():
        venv = ministack.PROGRAM.parents[1]
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        requirements = ROOT / "infra" / "local" / "ministack.txt"
        subprocess.run([str(venv / "bin" / "pip"), "install", "-q", "-r", str(requirements)], check=True)
    port = free_port()
    with _running(ministack.child(port, folder / "data", folder / "log")):
        yield Oracle("ministack", wire_client(ministack.url(port), checks=False))


@contextmanager
def dynalite_server(folder: Path) -> Iterator[Oracle]:
    """dynalite, from its own folder's lock file."""
    if not (_DYNALITE / "node_modules" / "dynalite").exists():
        subprocess.run(["npm", "ci", "--silent"], cwd=_DYNALITE, check=True)
    port = free_port()
    program = str(_DYNALITE / "node_modules" / "dynalite" / "cli.js")
    times = [f"--{verb}TableMs=0" for verb in ("create", "delete", "update")]
    command = ["node", program, "--host", "127.0.0.1", "--port", str(port), *times]
    child = Child("dynalite", command, dict(os.environ), folder / "log", _is_listening)
    with _running(child):
        yield Oracle("dynalite", wire_client(f"http://127.0.0.1:{port}", checks=False))


def _is_listening(child: Child) -> bool:
    return bool(child.said("listening"))


@contextmanager
def _running(child: Child) -> Iterator[None]:
    child.start()
    try:
        yield
    finally:
        child.stop()


def create(client: Any, request: dict[str, Any]) -> None:
    """Create a table and wait until it can be used."""
    client.create_table(**request)
    until(lambda: _is_active(client, request["TableName"]))


def _is_active(client: Any, name: str) -> bool:
    return bool(client.describe_table(TableName=name)["Table"]["TableStatus"] == "ACTIVE")


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition; raises TimeoutError."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("the condition did not come true")
        time.sleep(0.01)


def ask(client: Any, operation: str, request: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Send one request; return the error code (or OK) and the answer."""
    try:
        return "OK", getattr(client, operation)(**request)
    except ClientError as error:
        return str(error.response["Error"]["Code"]), dict(error.response)
