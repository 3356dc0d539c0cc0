"""Filters: conditions on what a Query has read, which may not name its key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from .errors import validation
from .expressions.conditions import bind_condition
from .expressions.functions import Predicate
from .expressions.nodes import Condition, Path
from .expressions.scope import Scope
from .schema import KeySchema


def bind_filter(keys: KeySchema | None) -> Callable[[Condition, Scope], Predicate]:
    """The binder of a FilterExpression; with keys, it refuses paths that begin with one of them."""

    def fill_in(node: Condition, scope: Scope) -> Predicate:
        predicate = bind_condition(node, scope)
        for path in _paths(node) if keys else ():
            name = scope.steps(path)[0]
            if keys and name in keys.names:
                raise validation(
                    "Filter Expression can only contain non-primary key attributes: "
                    f"Primary key attribute: {name}"
                )
        return predicate

    return fill_in


def _paths(node: object) -> Iterator[Path]:
    """Every path in a tree."""
    if isinstance(node, Path):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _paths(part)
    elif hasattr(node, "__dataclass_fields__"):
        for part in fields(node):  # type: ignore[arg-type]
            yield from _paths(getattr(node, part.name))
