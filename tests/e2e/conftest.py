"""The stories of people at a screen: Chromium in front of the whole product, as `make run` starts it."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from infra.local.children import ROOT
from tests.e2e.desk import Desk
from tests.e2e.watch import Watch
from tests.running import Run

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 15_000


def find_browser() -> str:
    """Return the path of the browser `make test` has found or installed."""
    find = ["sh", str(ROOT / "infra/local/prerequisites.sh"), "browser"]
    return subprocess.run(find, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the stories last: they are the slowest, and Playwright leaves its event loop running."""
    items.sort(key=lambda item: "tests/e2e/" in item.nodeid)


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """One running product for all stories; each has a tenant of its own."""
    run = Run(tmp_path_factory.mktemp("product")).until_ready()
    yield run
    run.end(signal.SIGTERM)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the browser of this machine rather than one of Playwright's own."""
    return {**browser_type_launch_args, "executable_path": find_browser(), "args": list(CHROMIUM)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Sit in France, at a common notebook."""
    place = {"locale": "fr-FR", "timezone_id": "Europe/Paris", "viewport": {"width": 1366, "height": 768}}
    return {**browser_context_args, **place}


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext], product: Run) -> Iterator[Callable[..., Desk]]:
    """Sits down at a browser nobody has used yet; what it complained about fails the test at its end."""
    watches: list[Watch] = []

    def visit(run: Run = product, **wishes: Any) -> Desk:
        context = new_context(base_url=run.url, **wishes)
        context.set_default_timeout(PATIENCE_MS)
        watches.append(Watch(context))
        return Desk(context.new_page(), run.url, watches[-1])

    yield visit
    assert [complaint for watch in watches for complaint in watch.complaints] == []


@pytest.fixture
def desk(visit: Callable[..., Desk]) -> Desk:
    """A browser of somebody who has just signed up."""
    return visit().arrive()
