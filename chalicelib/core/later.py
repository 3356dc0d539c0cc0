"""Modules that wait for their first use, so that starting does not import every room for a request to one.

For what few requests need, under names that type checkers import as usual.
"""

from importlib import import_module
from typing import Any


class Later:
    """A module, imported when something of it is first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._name), name)
