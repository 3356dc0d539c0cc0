"""Conditions: what makes an item pass, as a function of the item."""

from __future__ import annotations

import base64
import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NoReturn

from infra.local.dynamodb.errors import ExpressionError
from infra.local.dynamodb.sizes import binary_size
from infra.local.dynamodb.values import TYPES, AttributeValue, Item, rendered

from .nodes import Between, Call, Comparison, Condition, Junction, Membership, Negation, Operand, Path, Value
from .scope import Scope, Steps

Predicate = Callable[[Item], bool]
"""Says whether an item passes; the empty item stands for none."""

Getter = Callable[[Item], AttributeValue | None]
"""Finds an operand's value for an item."""

_ORDERED = ("S", "N", "B")
_SETS = {"SS": "S", "NS": "N", "BS": "B"}
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


def bind_condition(node: Condition, scope: Scope) -> Predicate:
    """The condition as a function; refuses operands no item could make right."""
    return _BINDERS[type(node)](node, scope)


def in_order(sign: str, left: AttributeValue, right: AttributeValue) -> bool:
    """Whether `left sign right` holds; values of different types are never in order."""
    ((tag, one),) = left.items()
    other = right.get(tag)
    if other is None or tag not in _ORDERED:
        return False
    return _ORDERS[sign](_comparable(tag, one), _comparable(tag, other))


def _comparable(tag: str, content: str) -> Any:
    if tag == "S":
        return content  # Code points sort as their UTF-8 bytes do.
    return Decimal(content) if tag == "N" else base64.b64decode(content)


def _getter(node: Operand, scope: Scope) -> Getter:
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
    _check_literal(node.arguments[0], scope, "size", ("S", "B", "SS", "NS", "BS", "L", "M"))
    get = _getter(node.arguments[0], scope)

    def size(item: Item) -> AttributeValue | None:
        value = get(item)
        if value is None:
            return None
        ((tag, content),) = value.items()
        if tag in ("N", "BOOL", "NULL"):
            return None
        return {"N": str(binary_size(content) if tag == "B" else len(content))}

    return size


def _comparison(node: Comparison, scope: Scope) -> Predicate:
    left, right, sign = _getter(node.left, scope), _getter(node.right, scope), node.sign
    _check_distinct(sign, node.left, node.right, scope=scope)
    if sign == "=":
        return lambda item: (value := left(item)) is not None and value == right(item)
    if sign == "<>":
        return lambda item: (value := left(item)) is None or value != right(item)
    for operand in (node.left, node.right):
        _check_literal(operand, scope, sign, _ORDERED)

    def ordered(item: Item) -> bool:
        one, other = left(item), right(item)
        return one is not None and other is not None and in_order(sign, one, other)

    return ordered


def _between(node: Between, scope: Scope) -> Predicate:
    for operand in (node.operand, node.low, node.high):
        _check_literal(operand, scope, "BETWEEN", _ORDERED)
    if isinstance(node.low, Value) and isinstance(node.high, Value):
        check_bounds(scope.value(node.low), scope.value(node.high))
    get, low, high = (_getter(part, scope) for part in (node.operand, node.low, node.high))

    def between(item: Item) -> bool:
        value, bottom, top = get(item), low(item), high(item)
        if value is None or bottom is None or top is None:
            return False
        return in_order("<=", bottom, value) and in_order("<=", value, top)

    return between


def check_bounds(low: AttributeValue, high: AttributeValue) -> None:
    """Refuse bounds of two types, or in the wrong order."""
    bounds = f"lower bound operand: AttributeValue: {rendered(low)}, upper bound operand: AttributeValue: {rendered(high)}"
    if low.keys() != high.keys():
        raise ExpressionError(
            f"The BETWEEN operator requires same data type for lower and upper bounds; {bounds}"
        )
    if not in_order("<=", low, high):
        raise ExpressionError(
            f"The BETWEEN operator requires upper bound to be greater than or equal to lower bound; {bounds}"
        )


def _membership(node: Membership, scope: Scope) -> Predicate:
    get = _getter(node.operand, scope)
    choices = [_getter(choice, scope) for choice in node.choices]

    def member(item: Item) -> bool:
        value = get(item)
        return value is not None and any(value == choice(item) for choice in choices)

    return member


def _junction(node: Junction, scope: Scope) -> Predicate:
    parts = [bind_condition(part, scope) for part in node.parts]
    if node.word == "AND":
        return lambda item: all(part(item) for part in parts)
    return lambda item: any(part(item) for part in parts)


def _negation(node: Negation, scope: Scope) -> Predicate:
    part = bind_condition(node.part, scope)
    return lambda item: not part(item)


def _call(node: Call, scope: Scope) -> Predicate:
    return _FUNCTIONS[node.function](node, scope)


def _exists(node: Call, scope: Scope) -> Predicate:
    get = _getter(_needs_path(node), scope)
    return lambda item: get(item) is not None


def _not_exists(node: Call, scope: Scope) -> Predicate:
    get = _getter(_needs_path(node), scope)
    return lambda item: get(item) is None


def _attribute_type(node: Call, scope: Scope) -> Predicate:
    get = _getter(_needs_path(node), scope)
    if not isinstance(node.arguments[1], Value):
        _refuse_operand(node.function, "path")
    wanted = scope.value(node.arguments[1])
    if "S" not in wanted:
        _refuse_operand(node.function, next(iter(wanted)))
    if wanted["S"] not in TYPES:
        valid = ",".join(sorted(TYPES))
        raise ExpressionError(
            f"Invalid attribute type name found; type: {wanted['S']}, valid types: {{{valid}}}"
        )
    return lambda item: (value := get(item)) is not None and wanted["S"] in value


def _begins_with(node: Call, scope: Scope) -> Predicate:
    for argument in node.arguments:
        _check_literal(argument, scope, node.function, ("S", "B"))
    _check_distinct(node.function, *node.arguments[:2], scope=scope)
    get, prefix = (_getter(argument, scope) for argument in node.arguments)

    def begins(item: Item) -> bool:
        value, start = get(item), prefix(item)
        if value is None or start is None:
            return False
        ((tag, content),) = value.items()
        return (
            tag in ("S", "B")
            and tag in start
            and _comparable(tag, content).startswith(_comparable(tag, start[tag]))
        )

    return begins


def _contains(node: Call, scope: Scope) -> Predicate:
    _check_literal(node.arguments[0], scope, node.function, ("S", "B", "SS", "NS", "BS", "L"))
    _check_distinct(node.function, *node.arguments[:2], scope=scope)
    get, part = (_getter(argument, scope) for argument in node.arguments)

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
    return tag in ("S", "B") and tag in sought and _comparable(tag, sought[tag]) in _comparable(tag, content)


def _needs_path(node: Call) -> Path:
    if not isinstance(node.arguments[0], Path):
        raise ExpressionError(
            f"Operator or function requires a document path; operator or function: {node.function}"
        )
    return node.arguments[0]


def _check_literal(node: Operand, scope: Scope, function: str, allowed: tuple[str, ...]) -> None:
    if isinstance(node, Value):
        (tag,) = scope.value(node)
        if tag not in allowed:
            _refuse_operand(function, tag)
    if isinstance(node, Call) and "N" not in allowed:
        _refuse_operand(function, "N")


def _check_distinct(function: str, left: Operand, right: Operand, *, scope: Scope) -> None:
    if isinstance(left, Path) and isinstance(right, Path) and scope.steps(left) == scope.steps(right):
        shown = ", ".join(f"[{step}]" if isinstance(step, int) else step for step in scope.steps(left))
        raise ExpressionError(
            "The first operand must be distinct from the remaining operands for this operator or function; "
            f"operator: {function}, first operand: [{shown}]"
        )


def _refuse_operand(function: str, tag: str) -> NoReturn:
    raise ExpressionError(
        "Incorrect operand type for operator or function; "
        f"operator or function: {function}, operand type: {tag}"
    )


_FUNCTIONS: dict[str, Callable[[Call, Scope], Predicate]] = {
    "attribute_exists": _exists,
    "attribute_not_exists": _not_exists,
    "attribute_type": _attribute_type,
    "begins_with": _begins_with,
    "contains": _contains,
}
_BINDERS: dict[type, Callable[[Any, Scope], Predicate]] = {
    Comparison: _comparison,
    Between: _between,
    Membership: _membership,
    Junction: _junction,
    Negation: _negation,
    Call: _call,
}
