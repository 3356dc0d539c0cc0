"""The front desk: which Lambdas there are, and that each wakes up in a fresh interpreter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

import app
from infra.local.children import ROOT
from infra.local.world import World

# Names are those of functions, policies and alarms on AWS: to change one is to deploy another.
LAMBDAS = {
    "api_handler",
    "reindex_tenants",
    "resume_exports",
    "resume_imports",
    "sweep_outbox",
    "work_exports",
    "work_imports",
    "work_outbox",
}


def _declared() -> set[str]:
    product = app.app
    events = {source.name for source in product.event_sources}
    return {"api_handler"} | events | {function.name for function in product.pure_lambda_functions}


def test_these_are_the_lambdas_and_no_others() -> None:
    assert _declared() == LAMBDAS


def test_every_lambda_has_its_settings() -> None:
    stages = json.loads((ROOT / ".chalice" / "config.json").read_text())["stages"]
    for stage in stages.values():
        assert set(stage["lambda_functions"]) <= LAMBDAS


def _run(code: str, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", sorted(LAMBDAS))
def test_each_is_imported_as_lambda_does(world: World, name: str) -> None:
    """The handler is `app.<name>` (`app.app` for the API), found by name in a process of its own."""
    handler = "app" if name == "api_handler" else name
    code = f"import app; handler = getattr(app, {handler!r}); assert callable(handler); print('awake')"
    told = _run(code, os.environ)
    assert (told.returncode, told.stdout.strip()) == (0, "awake"), told.stderr


@pytest.mark.parametrize("name", ["resume_imports", "sweep_outbox"])
def test_a_schedule_with_nothing_to_do_does_nothing(world: World, name: str) -> None:
    event = {
        "version": "0",
        "id": "1",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": "0",
        "time": "2026-11-24T08:00:00Z",
        "region": "eu-west-3",
        "resources": ["arn"],
        "detail": {},
    }
    assert getattr(app, name)(event, None) is None


def test_importing_it_speaks_to_nobody() -> None:
    """It also runs at package time, where there is neither a network nor an account."""
    code = (
        "import socket\n"
        "def refuse(*_): raise AssertionError('a connection')\n"
        "socket.socket.connect = refuse\n"
        "import app\n"
        "print('quiet')\n"
    )
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "TABLE_"))}
    told = _run(code, bare)
    assert told.stdout.strip() == "quiet", told.stderr
