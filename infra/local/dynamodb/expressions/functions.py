"""The functions that are conditions: attribute_exists, attribute_type, begins_with, contains."""

from __future__ import annotations

from collections.abc import Callable

from infra.local.dynamodb.errors import ExpressionError
from infra.local.dynamodb.values import TYPES, AttributeValue, Item

from .nodes import Call, Path, Value
from .operands import check_distinct, check_literal, comparable, getter, refuse_operand
from .scope import Scope

Predicate = Callable[[Item], bool]
"""Says whether an item passes; the empty item stands for none."""

_SETS = {"SS": "S", "NS": "N", "BS": "B"}


def bind_call(node: Call, scope: Scope) -> Predicate:
    """A function call as a function of the item."""
    return _FUNCTIONS[node.function](node, scope)


def _exists(node: Call, scope: Scope) -> Predicate:
    get = getter(_needs_path(node), scope)
    return lambda item: get(item) is not None


def _not_exists(node: Call, scope: Scope) -> Predicate:
    get = getter(_needs_path(node), scope)
    return lambda item: get(item) is None


def _attribute_type(node: Call, scope: Scope) -> Predicate:
    get = getter(_needs_path(node), scope)
    if not isinstance(node.arguments[1], Value):
        refuse_operand(node.function, "path")
    wanted = scope.value(node.arguments[1])
    if "S" not in wanted:
        refuse_operand(node.function, next(iter(wanted)))
    if wanted["S"] not in TYPES:
        valid = ",".join(sorted(TYPES))
        raise ExpressionError(
            f"Invalid attribute type name found; type: {wanted['S']}, valid types: {{{valid}}}"
        )
    return lambda item: (value := get(item)) is not None and wanted["S"] in value


def _begins_with(node: Call, scope: Scope) -> Predicate:
    for argument in node.arguments:
        check_literal(argument, scope, node.function, ("S", "B"))
    check_distinct(node.function, *node.arguments[:2], scope=scope)
    get, prefix = (getter(argument, scope) for argument in node.arguments)

    def begins(item: Item) -> bool:
        value, start = get(item), prefix(item)
        if value is None or start is None:
            return False
        ((tag, content),) = value.items()
        return (
            tag in ("S", "B")
            and tag in start
            and comparable(tag, content).startswith(comparable(tag, start[tag]))
        )

    return begins


def _contains(node: Call, scope: Scope) -> Predicate:
    check_literal(node.arguments[0], scope, node.function, ("S", "B", "SS", "NS", "BS", "L"))
    check_distinct(node.function, *node.arguments[:2], scope=scope)
    get, part = (getter(argument, scope) for argument in node.arguments)

    def contains(item: Item) -> bool:
        value, sought = get(item), part(item)
        return value is not None and sought is not None and _holds(value, sought)

    return contains


def _holds(value: AttributeValue, sought: AttributeValue) -> bool:
    ((tag, content),) = value.items()
    if tag == "L":
        return sought in content
    if tag in _SETS:
        return sought.get(_SETS[tag]) in content
    return tag in ("S", "B") and tag in sought and comparable(tag, sought[tag]) in comparable(tag, content)


def _needs_path(node: Call) -> Path:
    if not isinstance(node.arguments[0], Path):
        raise ExpressionError(
            f"Operator or function requires a document path; operator or function: {node.function}"
        )
    return node.arguments[0]


_FUNCTIONS: dict[str, Callable[[Call, Scope], Predicate]] = {
    "attribute_exists": _exists,
    "attribute_not_exists": _not_exists,
    "attribute_type": _attribute_type,
    "begins_with": _begins_with,
    "contains": _contains,
}
