"""What a Lambda pays before its first request: importing `app`, beside what no Python on AWS does without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from tempfile import TemporaryDirectory

from bench.figures import Figure
from infra.local import environment
from infra.local.children import ROOT

ROUNDS, ROUNDS_IN_A_HURRY = 15, 3
LIMIT = 1.2
CLIENT = "import boto3; boto3.client('dynamodb')"
APP = "import app"
SPENT = "; import time; print(time.process_time())"


def figures(small: bool) -> Iterator[Figure]:
    """The CPU time of both in fresh interpreters, in turns so that both meet the same noise."""
    rounds = ROUNDS_IN_A_HURRY if small else ROUNDS
    with TemporaryDirectory() as compiled:
        # The first round compiles; the others are what a package that holds its byte code pays.
        pairs = [(_cpu_seconds(CLIENT, compiled), _cpu_seconds(APP, compiled)) for _ in range(rounds + 1)]
    client, app = zip(*pairs[1:], strict=True)
    yield Figure("a bare boto3.client('dynamodb')", 1000 * median(client), "ms CPU")
    yield Figure("import app", 1000 * median(app), "ms CPU")
    yield Figure("  in x of the client", median(app) / median(client), "x", None if small else LIMIT)


def _cpu_seconds(program: str, compiled: str) -> float:
    """The CPU time of a program in an interpreter of its own, its byte code kept in a folder."""
    variables = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled}
    ran = subprocess.run(
        [sys.executable, "-c", program + SPENT],
        cwd=ROOT,
        env=environment.over(os.environ, environment.credentials() | variables),
        capture_output=True,
        check=True,
        text=True,
    )
    return float(ran.stdout)
