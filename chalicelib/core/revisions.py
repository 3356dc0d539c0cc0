"""A record that is there, as a file has it now: what is new is added, what is blank erases nothing."""

from collections.abc import Mapping
from typing import Any


def merged(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of `before` with those of `given`: lists and profiles united, a note continued."""
    return {**before, **{name: _united(name, before.get(name), value) for name, value in given.items()}}


def _united(name: str, old: Any, new: Any) -> Any:
    if new in (None, "", [], {}):
        return old
    if isinstance(new, dict):
        return {**(old or {}), **new}
    if isinstance(new, list):
        return list(dict.fromkeys([*(old or []), *new]))
    if name == "note" and old:
        return old if new in old else f"{old}\n{new}"
    return new
