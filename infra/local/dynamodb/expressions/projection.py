"""Projections: the parts of an item that were asked for, nested as in the item."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from infra.local.dynamodb.errors import ExpressionError
from infra.local.dynamodb.values import AttributeValue, Item

from .nodes import Path
from .scope import Scope, Steps

Tree = dict[str | int, Any]
"""Which steps to keep: each leads to a Tree, or to None where everything below is kept."""


def bind_projection(paths: tuple[Path, ...], scope: Scope) -> Tree:
    """The tree of what to keep; refuses paths of which one holds the other."""
    steps = [scope.steps(path) for path in paths]
    check_apart(steps)
    return tree_of(steps)


def tree_of(paths: Iterable[Steps]) -> Tree:
    """The tree of what to keep."""
    tree: Tree = {}
    for steps in paths:
        branch = tree
        for step in steps[:-1]:
            branch = branch.setdefault(step, {})
        branch[steps[-1]] = None
    return tree


def project(item: Item, tree: Tree) -> Item:
    """What the tree keeps of an item."""
    kept = {}
    for name, branch in tree.items():
        value = item.get(str(name))
        if value is not None:
            part = value if branch is None else _part(value, branch)
            if part is not None:
                kept[str(name)] = part
    return kept


def _part(value: AttributeValue, tree: Tree) -> AttributeValue | None:
    if "M" in value and isinstance(next(iter(tree)), str):
        inner = project(value["M"], tree)
        return {"M": inner} if inner else None
    if "L" in value and isinstance(next(iter(tree)), int):
        elements = _elements(value["L"], tree)
        return {"L": elements} if elements else None
    return None


def _elements(values: list[AttributeValue], tree: Tree) -> list[AttributeValue]:
    elements = []
    for position in sorted(position for position in tree if isinstance(position, int)):
        if position < len(values):
            branch = tree[position]
            part = values[position] if branch is None else _part(values[position], branch)
            if part is not None:
                elements.append(part)
    return elements


def check_apart(paths: list[Steps]) -> None:
    """Refuse two paths of which one holds the other, or that disagree on what is a map and what a list."""
    for one, other in combinations(paths, 2):
        shared = min(len(one), len(other))
        differs = next((at for at in range(shared) if one[at] != other[at]), None)
        if differs is None:
            raise _clash("overlap", one, other)
        if isinstance(one[differs], str) is not isinstance(other[differs], str):
            raise _clash("conflict", one, other)


def _clash(verb: str, one: Steps, other: Steps) -> ExpressionError:
    return ExpressionError(
        f"Two document paths {verb} with each other; must remove or rewrite one of these paths; "
        f"path one: {_shown(one)}, path two: {_shown(other)}"
    )


def _shown(steps: Steps) -> str:
    return f"[{', '.join(f'[{step}]' if isinstance(step, int) else step for step in steps)}]"
