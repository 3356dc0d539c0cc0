"""The fixtures every test may use; the services start when the first test asks for them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from infra.local.world import World
from tests import world as worlds

WORLD = pytest.StashKey[World]()


def pytest_configure(config: pytest.Config) -> None:
    """Export the environment before any test module imports the product, which reads it then."""
    config.stash[WORLD] = worlds.settle()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the services and forget their data."""
    world = config.stash[WORLD]
    world.stop()
    shutil.rmtree(world.data, ignore_errors=True)


@pytest.fixture(scope="session")
def world(pytestconfig: pytest.Config) -> World:
    """The services the product stands on, started once: database, storage and queues."""
    world = pytestconfig.stash[WORLD]
    worlds.populate(world)
    return world


@pytest.fixture
def visitor(world: World) -> Iterator[Callable[[], worlds.Visitor]]:
    """Makes browsers nobody has signed in with yet."""
    visitors: list[worlds.Visitor] = []

    def make() -> worlds.Visitor:
        visitors.append(worlds.Visitor(world.urls[0]))
        return visitors[-1]

    yield make
    for each in visitors:
        each.close()


@pytest.fixture
def alice(visitor: Callable[[], worlds.Visitor]) -> worlds.Visitor:
    """The administrator of a new tenant."""
    return visitor().sign_up("Alice")


@pytest.fixture
def bob(alice: worlds.Visitor, visitor: Callable[[], worlds.Visitor]) -> worlds.Visitor:
    """A colleague of Alice's who sees only what is his own."""
    return visitor().accept_invitation_of(alice, "Bob", role="user", visibility="own")


@pytest.fixture
def charlie(visitor: Callable[[], worlds.Visitor]) -> worlds.Visitor:
    """The administrator of another new tenant, who must never see what is Alice's."""
    return visitor().sign_up("Charlie")


@pytest.fixture
def drain(world: World) -> Callable[..., int]:
    """Runs the queue handlers until the queues are empty."""
    return worlds.drain


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets botocore try again at once: its pauses are not what a test of ours is about."""
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda seconds: None)
