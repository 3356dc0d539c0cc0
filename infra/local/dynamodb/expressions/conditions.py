"""Conditions: what makes an item pass, as a function of the item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from infra.local.dynamodb.values import Item

from .functions import Predicate, bind_call
from .nodes import Between, Call, Comparison, Condition, Junction, Membership, Negation, Value
from .operands import ORDERED, check_bounds, check_distinct, check_literal, getter, in_order
from .scope import Scope


def bind_condition(node: Condition, scope: Scope) -> Predicate:
    """The condition as a function; refuses operands no item could make right."""
    return _BINDERS[type(node)](node, scope)


def _comparison(node: Comparison, scope: Scope) -> Predicate:
    left, right, sign = getter(node.left, scope), getter(node.right, scope), node.sign
    check_distinct(sign, node.left, node.right, scope=scope)
    if sign == "=":
        return lambda item: (value := left(item)) is not None and value == right(item)
    if sign == "<>":
        return lambda item: (value := left(item)) is None or value != right(item)
    for operand in (node.left, node.right):
        check_literal(operand, scope, sign, ORDERED)

    def ordered(item: Item) -> bool:
        one, other = left(item), right(item)
        return one is not None and other is not None and in_order(sign, one, other)

    return ordered


def _between(node: Between, scope: Scope) -> Predicate:
    for operand in (node.operand, node.low, node.high):
        check_literal(operand, scope, "BETWEEN", ORDERED)
    if isinstance(node.low, Value) and isinstance(node.high, Value):
        check_bounds(scope.value(node.low), scope.value(node.high))
    get, low, high = (getter(part, scope) for part in (node.operand, node.low, node.high))

    def between(item: Item) -> bool:
        value, bottom, top = get(item), low(item), high(item)
        if value is None or bottom is None or top is None:
            return False
        return in_order("<=", bottom, value) and in_order("<=", value, top)

    return between


def _membership(node: Membership, scope: Scope) -> Predicate:
    get = getter(node.operand, scope)
    choices = [getter(choice, scope) for choice in node.choices]

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


_BINDERS: dict[type, Callable[[Any, Scope], Predicate]] = {
    Comparison: _comparison,
    Between: _between,
    Membership: _membership,
    Junction: _junction,
    Negation: _negation,
    Call: bind_call,
}
