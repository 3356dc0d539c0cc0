"""What one request's placeholders stand for, and which of them its expressions used."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from infra.local.dynamodb.errors import DynamoError, ExpressionError, validation
from infra.local.dynamodb.values import AttributeValue, canonical

from .nodes import Path, Value

Steps = tuple[str | int, ...]
"""A path with its names filled in."""

_NAME = re.compile(r"#[A-Za-z0-9_]+", re.ASCII)
_VALUE = re.compile(r":[A-Za-z0-9_]+", re.ASCII)
_LONGEST_NAME = 65535

_Tree = TypeVar("_Tree")
_Bound = TypeVar("_Bound")


class Scope:
    """ExpressionAttributeNames and ExpressionAttributeValues of a request."""

    def __init__(self, request: dict[str, Any], expressions: tuple[str, ...]) -> None:
        self._names: dict[str, str] = _names(request, expressions)
        self._values: dict[str, AttributeValue] = _values(request, expressions)
        self._used: set[str] = set()

    def bind(
        self,
        kind: str,
        text: str | None,
        parse: Callable[[str], _Tree],
        fill_in: Callable[[_Tree, Scope], _Bound],
    ) -> _Bound | None:
        """Parse an expression and fill its placeholders in; a complaint says which expression it is about."""
        if text is None:
            return None
        try:
            return fill_in(parse(text), self)
        except ExpressionError as error:
            raise validation(f"Invalid {kind}: {error}") from None

    def steps(self, path: Path) -> Steps:
        """The path with real attribute names."""
        return tuple(
            self._name(step) if isinstance(step, str) and step[0] == "#" else step for step in path.steps
        )

    def _name(self, placeholder: str) -> str:
        self._used.add(placeholder)
        if placeholder not in self._names:
            raise ExpressionError(
                "An expression attribute name used in the document path is not defined; "
                f"attribute name: {placeholder}"
            )
        return self._names[placeholder]

    def value(self, node: Value) -> AttributeValue:
        """The value behind a placeholder."""
        self._used.add(node.name)
        if node.name not in self._values:
            raise ExpressionError(
                "An expression attribute value used in expression is not defined; "
                f"attribute value: {node.name}"
            )
        return self._values[node.name]

    def check_all_used(self) -> None:
        """Refuse placeholders no expression mentions."""
        for member, given in (("Names", self._names), ("Values", self._values)):
            unused = sorted(set(given) - self._used)
            if unused:
                raise validation(
                    f"Value provided in ExpressionAttribute{member} unused in expressions: "
                    f"keys: {{{', '.join(unused)}}}"
                )


def _names(request: dict[str, Any], expressions: tuple[str, ...]) -> dict[str, str]:
    names = _given(request, "ExpressionAttributeNames", expressions)
    for placeholder, name in names.items():
        if not _NAME.fullmatch(placeholder):
            raise _invalid_key("ExpressionAttributeNames", placeholder)
        if not 0 < len(name.encode()) <= _LONGEST_NAME:
            raise validation(
                "ExpressionAttributeNames contains invalid value: "
                f"The expression attribute name must have a length between 1 and {_LONGEST_NAME} inclusive;"
            )
    return names


def _values(request: dict[str, Any], expressions: tuple[str, ...]) -> dict[str, AttributeValue]:
    given = _given(request, "ExpressionAttributeValues", expressions)
    values = {}
    for placeholder, value in given.items():
        if not _VALUE.fullmatch(placeholder):
            raise _invalid_key("ExpressionAttributeValues", placeholder)
        values[placeholder] = _value(placeholder, value)
    return values


def _value(placeholder: str, value: Any) -> AttributeValue:
    try:
        return canonical(value)
    except DynamoError as error:
        if error.code != "ValidationException":
            raise
        raise validation(
            f"ExpressionAttributeValues contains invalid value: {error.message} for key {placeholder}"
        ) from None


def _given(request: dict[str, Any], member: str, expressions: tuple[str, ...]) -> dict[str, Any]:
    given = request.get(member)
    if given is None:
        return {}
    if all(request.get(expression) is None for expression in expressions):
        missing = "" if member.endswith("Names") else f": {expressions[-1]} is null"
        raise validation(f"{member} can only be specified when using expressions{missing}")
    if not given:
        raise validation(f"{member} must not be empty")
    checked: dict[str, Any] = given
    return checked


def _invalid_key(member: str, key: str) -> DynamoError:
    return validation(f'{member} contains invalid key: Syntax error; key: "{key}"')
