"""The fixture of an address book for tests that only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from infra.local.world import World

if TYPE_CHECKING:
    from tests.core.book import Book


@pytest.fixture(scope="session")
def book(world: World, tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book of 230 people in their companies, imported once."""
    # The product reads its environment when it is imported, and pytest imports this file before it is there.
    from tests.core.book import fill

    return fill(world.urls[0], tmp_path_factory.mktemp("book") / "book.csv")
