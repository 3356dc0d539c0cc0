"""Operands: finding their values, comparing them, and refusing the ones no item could make right."""

from __future__ import annotations

import base64
import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NoReturn

from infra.local.dynamodb.errors import ExpressionError
from infra.local.dynamodb.sizes import binary_size
from infra.local.dynamodb.values import AttributeValue, Item, rendered

from .nodes import Call, Operand, Path, Value
from .scope import Scope, Steps

Getter = Callable[[Item], AttributeValue | None]
"""Finds an operand's value for an item."""

ORDERED = ("S", "N", "B")
"""The types that have an order."""

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def find(item: Item, steps: Steps) -> AttributeValue | None:
    """The value at a path, or None."""
    value = item.get(str(steps[0]))
    for step in steps[1:]:
        if value is None:
            return None
        if isinstance(step, str):
            value = value["M"].get(step) if "M" in value else None
        else:
            value = value["L"][step] if "L" in value and step < len(value["L"]) else None
    return value


def in_order(sign: str, left: AttributeValue, right: AttributeValue) -> bool:
    """Whether `left sign right` holds; values of different types are never in order."""
    ((tag, one),) = left.items()
    other = right.get(tag)
    if other is None or tag not in ORDERED:
        return False
    return _ORDERS[sign](comparable(tag, one), comparable(tag, other))


def comparable(tag: str, content: str) -> Any:
    """A stored text, number or binary as Python compares it."""
    if tag == "S":
        return content  # Code points sort as their UTF-8 bytes do.
    return Decimal(content) if tag == "N" else base64.b64decode(content)


def getter(node: Operand, scope: Scope) -> Getter:
    """The operand as a function of the item."""
    if isinstance(node, Value):
        constant = scope.value(node)
        return lambda _: constant
    if isinstance(node, Path):
        steps = scope.steps(node)
        if len(steps) == 1:
            name = str(steps[0])
            return lambda item: item.get(name)
        return lambda item: find(item, steps)
    assert isinstance(node, Call)
    return _size(node, scope)


def _size(node: Call, scope: Scope) -> Getter:
    check_literal(node.arguments[0], scope, "size", ("S", "B", "SS", "NS", "BS", "L", "M"))
    get = getter(node.arguments[0], scope)

    def size(item: Item) -> AttributeValue | None:
        value = get(item)
        if value is None:
            return None
        ((tag, content),) = value.items()
        if tag in ("N", "BOOL", "NULL"):
            return None
        return {"N": str(binary_size(content) if tag == "B" else len(content))}

    return size


def check_bounds(low: AttributeValue, high: AttributeValue) -> None:
    """Refuse bounds of two types, or in the wrong order."""
    bounds = (
        f"lower bound operand: AttributeValue: {rendered(low)}, "
        f"upper bound operand: AttributeValue: {rendered(high)}"
    )
    if low.keys() != high.keys():
        raise ExpressionError(
            f"The BETWEEN operator requires same data type for lower and upper bounds; {bounds}"
        )
    if not in_order("<=", low, high):
        raise ExpressionError(
            f"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {bounds}"
        )


def check_literal(node: Operand, scope: Scope, function: str, allowed: tuple[str, ...]) -> None:
    """Refuse a constant, or a size, where its type can never do."""
    if isinstance(node, Value):
        (tag,) = scope.value(node)
        if tag not in allowed:
            refuse_operand(function, tag)
    if isinstance(node, Call) and "N" not in allowed:
        refuse_operand(function, "N")


def check_distinct(function: str, left: Operand, right: Operand, *, scope: Scope) -> None:
    """Refuse to compare an attribute with itself."""
    if isinstance(left, Path) and isinstance(right, Path) and scope.steps(left) == scope.steps(right):
        shown = ", ".join(f"[{step}]" if isinstance(step, int) else step for step in scope.steps(left))
        raise ExpressionError(
            "The first operand must be distinct from the remaining operands for this operator or function; "
            f"operator: {function}, first operand: [{shown}]"
        )


def refuse_operand(function: str, tag: str) -> NoReturn:
    """Say that an operand has the wrong type."""
    raise ExpressionError(
        "Incorrect operand type for operator or function; "
        f"operator or function: {function}, operand type: {tag}"
    )
