"""What a Lambda pays before its first request: importing `app`, beside what no Python on AWS can do without."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from bench.figures import Figure
from infra.local import environment
from infra.local.children import ROOT

ROUNDS, ROUNDS_IN_A_HURRY = 15, 3
LIMIT = 1.2
CLIENT = "import boto3; boto3.client('dynamodb')"
SPENT = "; import time; print(time.process_time())"


def figures(small: bool) -> Iterator[Figure]:
    """The CPU time of both in fresh interpreters, in turns so that both meet the same noise."""
    client, app = [], []
    for _ in range(ROUNDS_IN_A_HURRY if small else ROUNDS):
        client.append(_cpu_seconds(CLIENT))
        app.append(_cpu_seconds("import app"))
    yield Figure("a bare boto3.client('dynamodb')", 1000 * median(client), "ms CPU")
    yield Figure("import app", 1000 * median(app), "ms CPU")
    yield Figure("  in x of the client", median(app) / median(client), "x", None if small else LIMIT)


def _cpu_seconds(program: str) -> float:
    """The CPU time of a program in an interpreter of its own, from its start."""
    ran = subprocess.run(
        [sys.executable, "-c", program + SPENT],
        cwd=ROOT,
        env=environment.over(os.environ, environment.credentials()),
        capture_output=True,
        check=True,
        text=True,
    )
    return float(ran.stdout)
