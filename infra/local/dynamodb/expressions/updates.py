"""Updates: what an item becomes."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from infra.local.dynamodb import numbers
from infra.local.dynamodb.errors import ExpressionError, validation
from infra.local.dynamodb.values import AttributeValue, Item

from .edits import EDITS, refuse_operand
from .nodes import Action, Call, Operand, Path, Sum, Value
from .operands import find
from .projection import check_apart
from .scope import Scope, Steps

Operation = Callable[[Item], AttributeValue]
"""Computes a SET clause's value from the item as it was."""

_SETS = ("SS", "NS", "BS")
_ORDER = ("SET", "REMOVE", "ADD", "DELETE")
_TYPE_NAMES = {
    "S": "STRING",
    "N": "NUMBER",
    "B": "BINARY",
    "BOOL": "BOOLEAN",
    "NULL": "NULL",
    "M": "MAP",
    "L": "LIST",
    "SS": "STRING_SET",
    "NS": "NUMBER_SET",
    "BS": "BINARY_SET",
}


@dataclass(frozen=True)
class _Change:
    verb: str
    steps: Steps
    value: Operation | None


@dataclass(frozen=True)
class Update:
    """A bound UpdateExpression."""

    changes: tuple[_Change, ...]

    @property
    def paths(self) -> list[Steps]:
        """The paths it touches."""
        return [change.steps for change in self.changes]

    @property
    def only_removes(self) -> bool:
        """Whether it can only take away: such an update does not create a missing item."""
        return bool(self.changes) and all(change.verb in ("REMOVE", "DELETE") for change in self.changes)

    def apply(self, before: Item) -> Item:
        """The item after the update; every operand is read from the item as it was before."""
        values = [change.value(before) if change.value else None for change in self.changes]
        after = dict(before)
        for name in {str(change.steps[0]) for change in self.changes if len(change.steps) > 1}:
            if name in after:
                after[name] = deepcopy(after[name])
        for change, value in sorted(zip(self.changes, values, strict=True), key=_turn):
            EDITS[change.verb](after, change.steps, value)
        return after


def bind_update(actions: tuple[Action, ...], scope: Scope) -> Update:
    """The update with names and values filled in; refuses paths that touch each other."""
    changes = tuple(_bind(action, scope) for action in actions)
    check_apart([change.steps for change in changes])
    return Update(changes)


def _turn(step: tuple[_Change, AttributeValue | None]) -> tuple[int, tuple[int, ...]]:
    """Sections in AWS's order; in lists set from the front and remove from the back, so that none shifts."""
    change = step[0]
    positions = tuple(part for part in change.steps if isinstance(part, int))
    if change.verb == "REMOVE":
        positions = tuple(-position for position in positions)
    return _ORDER.index(change.verb), positions


def _bind(action: Action, scope: Scope) -> _Change:
    steps = scope.steps(action.path)
    if action.operand is None:
        return _Change(action.verb, steps, None)
    if action.verb in ("ADD", "DELETE"):
        assert isinstance(action.operand, Value)
        allowed = ("N", *_SETS) if action.verb == "ADD" else _SETS
        _check_type(scope.value(action.operand), action.verb, allowed)
    return _Change(action.verb, steps, _operation(action.operand, scope))


def _check_type(value: AttributeValue, verb: str, allowed: tuple[str, ...]) -> None:
    (tag,) = value
    if tag not in allowed:
        raise ExpressionError(
            "Incorrect operand type for operator or function; "
            f"operator: {verb}, operand type: {_TYPE_NAMES[tag]}, typeSet: ALLOWED_FOR_{verb}_OPERAND"
        )


def _operation(node: Operand, scope: Scope) -> Operation:
    if isinstance(node, Value):
        constant = scope.value(node)
        return lambda _: constant
    if isinstance(node, Path):
        return _reader(scope.steps(node))
    if isinstance(node, Sum):
        return _sum(node, scope)
    return _FUNCTIONS[node.function](node, scope)


def _reader(steps: Steps) -> Operation:
    def read(item: Item) -> AttributeValue:
        value = find(item, steps)
        if value is None:
            raise validation("The provided expression refers to an attribute that does not exist in the item")
        return value

    return read


def _sum(node: Sum, scope: Scope) -> Operation:
    for operand in (node.left, node.right):
        _check_operand(operand, scope, node.sign, "N")
    left, right = _operation(node.left, scope), _operation(node.right, scope)
    calculate = numbers.add if node.sign == "+" else numbers.subtract

    def sum_up(item: Item) -> AttributeValue:
        one, other = left(item), right(item)
        if "N" not in one or "N" not in other:
            refuse_operand()
        return {"N": calculate(one["N"], other["N"])}

    return sum_up


def _if_not_exists(node: Call, scope: Scope) -> Operation:
    path, otherwise = node.arguments
    if not isinstance(path, Path):
        raise ExpressionError(
            "Operator or function requires a document path; operator or function: if_not_exists"
        )
    steps, default = scope.steps(path), _operation(otherwise, scope)

    def value(item: Item) -> AttributeValue:
        found = find(item, steps)
        return default(item) if found is None else found

    return value


def _list_append(node: Call, scope: Scope) -> Operation:
    for argument in node.arguments:
        _check_operand(argument, scope, node.function, "L")
    first, second = (_operation(argument, scope) for argument in node.arguments)

    def append(item: Item) -> AttributeValue:
        one, other = first(item), second(item)
        if "L" not in one or "L" not in other:
            refuse_operand()
        return {"L": one["L"] + other["L"]}

    return append


def _check_operand(node: Operand, scope: Scope, function: str, wanted: str) -> None:
    if isinstance(node, Value) and wanted not in (value := scope.value(node)):
        raise ExpressionError(
            "Incorrect operand type for operator or function; "
            f"operator or function: {function}, operand type: {next(iter(value))}"
        )


_FUNCTIONS: dict[str, Callable[[Call, Scope], Operation]] = {
    "if_not_exists": _if_not_exists,
    "list_append": _list_append,
}
