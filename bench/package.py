"""What AWS gets: how large it is, and how long it takes to make (ministack plays CloudFormation here)."""

from __future__ import annotations

import contextlib
import io
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import boto3

from bench.figures import Figure
from infra.aws import bundle, package
from infra.aws.deploy import Deployment
from infra.aws.stack import Stack
from infra.local import environment, ministack
from infra.local.children import free_port

# Lambda's own limit, and CloudFormation's.
LARGEST_UNZIPPED_MB = 250
LARGEST_TEMPLATE_KB = 1000
POLL_SECONDS = 0.05


def figures(small: bool) -> Iterator[Figure]:  # noqa: ARG001 (there is no smaller package)
    """Sizes of the package, and the times of making it and of creating it."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        began = time.perf_counter()
        template = package.package(place / "package")
        yield Figure("making the package", time.perf_counter() - began, "s")
        zipped, whole = bundle.sizes(template.with_name("deployment.zip"))
        yield Figure("the zip of the functions", zipped, "MB")
        yield Figure("  unzipped", whole, "MB", LARGEST_UNZIPPED_MB)
        yield Figure("the template", template.stat().st_size / 1000, "kB", LARGEST_TEMPLATE_KB)
        yield Figure("creating the template", _creation_seconds(template.parent, place), "s")


def _creation_seconds(made: Path, data: Path) -> float:
    """Create the whole template in a ministack of its own."""
    port = free_port()
    account = ministack.child(port, data, data / "ministack.log")
    account.start()
    try:
        session = boto3.Session(environment.ACCESS_KEY, environment.SECRET_KEY)
        deployment = Deployment(environment.REGION, endpoint=ministack.url(port), session=session)
        url = deployment.upload(made)
        stack = Stack(deployment.client("cloudformation"), deployment.name, POLL_SECONDS)
        began = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            stack.change(url, {})
        return time.perf_counter() - began
    finally:
        account.stop()
