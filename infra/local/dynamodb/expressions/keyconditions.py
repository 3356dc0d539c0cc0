"""Key conditions: which hash and which stretch of ranges a Query reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from infra.local.dynamodb.errors import DynamoError, ExpressionError, invalid_parameter, validation
from infra.local.dynamodb.keys import EMPTY_KEY, encode
from infra.local.dynamodb.schema import KeySchema
from infra.local.dynamodb.values import AttributeValue

from .nodes import Between, Call, Comparison, Condition, Junction, Operand, Path, Value
from .operands import check_bounds
from .scope import Scope

_MIRRORED = {"=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True)
class Bounds:
    """A stretch of range keys as bytes; None is open; `equal` excludes the rest."""

    equal: bytes | None = None
    low: bytes | None = None
    low_included: bool = True
    high: bytes | None = None
    high_included: bool = True

    def holds(self, part: bytes) -> bool:
        """Whether a range key lies in the stretch."""
        if self.equal is not None:
            return part == self.equal
        above = self.low is None or part > self.low or (self.low_included and part == self.low)
        below = self.high is None or part < self.high or (self.high_included and part == self.high)
        return above and below


@dataclass(frozen=True)
class KeyCondition:
    """The hash and the stretch of ranges."""

    hash: bytes
    bounds: Bounds


@dataclass(frozen=True)
class _Term:
    """One comparison of one key attribute."""

    name: str
    sign: str
    values: tuple[AttributeValue, ...]


def bind_key_condition(keys: KeySchema, types: dict[str, str]) -> Callable[[Condition, Scope], KeyCondition]:
    """Reads a tree as a condition on these keys; refuses whatever a Query cannot do."""

    def fill_in(node: Condition, scope: Scope) -> KeyCondition:
        terms = {}
        for part in _flat(node):
            term = _term(part, scope)
            if term.name in terms:
                raise validation("KeyConditionExpressions must only contain one condition per key")
            terms[term.name] = term
        return _key_condition(keys, types, terms)

    return fill_in


def _key_condition(keys: KeySchema, types: dict[str, str], terms: dict[str, _Term]) -> KeyCondition:
    hashed = terms.pop(keys.hash, None)
    if hashed is None:
        raise validation(f"Query condition missed key schema element: {keys.hash}")
    ranged = terms.pop(keys.range, None) if keys.range else None
    if terms:
        if keys.range and ranged is None:
            raise validation(f"Query condition missed key schema element: {keys.range}")
        raise _unsupported()
    if hashed.sign != "=":
        raise _unsupported()
    for term in filter(None, (hashed, ranged)):
        _check_types(term, types[term.name])
    return KeyCondition(encode(hashed.values[0]), _bounds(ranged) if ranged else Bounds())


def _flat(node: Condition) -> list[Condition]:
    if isinstance(node, Junction) and node.word == "AND":
        return [leaf for part in node.parts for leaf in _flat(part)]
    return [node]


def _term(node: Condition, scope: Scope) -> _Term:
    if isinstance(node, Comparison):
        return _comparison_term(node, scope)
    if isinstance(node, Between):
        low, high = _constant(node.low, scope), _constant(node.high, scope)
        check_bounds(low, high)
        return _Term(_attribute(node.operand, scope), "BETWEEN", (low, high))
    if isinstance(node, Call):
        if node.function != "begins_with":
            raise ExpressionError(f"Invalid operator used in KeyConditionExpression: {node.function}")
        path, prefix = node.arguments
        return _Term(_attribute(path, scope), "begins_with", (_constant(prefix, scope),))
    raise ExpressionError(f"Invalid operator used in KeyConditionExpression: {_word(node)}")


def _word(node: Condition) -> str:
    if isinstance(node, Junction):
        return node.word
    return "IN" if type(node).__name__ == "Membership" else "NOT"


def _comparison_term(node: Comparison, scope: Scope) -> _Term:
    if node.sign == "<>":
        raise ExpressionError("Unsupported operator in KeyConditionExpression: operator: <>")
    if isinstance(node.left, Value):
        name = _attribute(node.right, scope)
        return _Term(name, _MIRRORED[node.sign], (_constant(node.left, scope),))
    return _Term(_attribute(node.left, scope), node.sign, (_constant(node.right, scope),))


def _attribute(node: Operand, scope: Scope) -> str:
    if not isinstance(node, Path):
        raise ExpressionError("Invalid condition in KeyConditionExpression: an attribute is required")
    steps = scope.steps(node)
    if len(steps) != 1:
        raise ExpressionError("KeyConditionExpressions cannot have conditions on nested attributes")
    return str(steps[0])


def _constant(node: Operand, scope: Scope) -> AttributeValue:
    if not isinstance(node, Value):
        raise ExpressionError(
            "Invalid condition in KeyConditionExpression: multiple attribute names used in one condition"
        )
    return scope.value(node)


def _check_types(term: _Term, expected: str) -> None:
    for value in term.values:
        if expected not in value:
            raise invalid_parameter("Condition parameter type does not match schema type")
        if value[expected] == "" and term.sign != "begins_with":
            kind = "string" if expected == "S" else "binary"
            raise validation(f"{EMPTY_KEY} an empty {kind} value. Key: {term.name}")
    if term.sign == "begins_with" and expected == "N":
        raise ExpressionError(
            "Incorrect operand type for operator or function; "
            "operator or function: begins_with, operand type: N"
        )


def _bounds(term: _Term) -> Bounds:
    first = encode(term.values[0])
    if term.sign == "=":
        return Bounds(equal=first)
    if term.sign == "BETWEEN":
        return Bounds(low=first, high=encode(term.values[1]))
    if term.sign == "begins_with":
        return Bounds(low=first, high=_after_prefix(first), high_included=False)
    if term.sign[0] == ">":
        return Bounds(low=first, low_included=term.sign == ">=")
    return Bounds(high=first, high_included=term.sign == "<=")


def _after_prefix(prefix: bytes) -> bytes | None:
    """The first bytes behind everything that begins so; None when nothing can be."""
    kept = prefix.rstrip(b"\xff")
    return kept[:-1] + bytes([kept[-1] + 1]) if kept else None


def _unsupported() -> DynamoError:
    return validation("Query key condition not supported")
