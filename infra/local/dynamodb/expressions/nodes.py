"""The tree of an expression, names and values still to be filled in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Path:
    """Where a value stands in an item: attribute names (or `#placeholders`) and list positions."""

    steps: tuple[str | int, ...]


@dataclass(frozen=True)
class Value:
    """A `:placeholder` of ExpressionAttributeValues."""

    name: str


@dataclass(frozen=True)
class Call:
    """A function with its arguments."""

    function: str
    arguments: tuple[Operand, ...]


@dataclass(frozen=True)
class Sum:
    """`left + right` or `left - right` in a SET clause."""

    sign: str
    left: Operand
    right: Operand


Operand = Path | Value | Call | Sum


@dataclass(frozen=True)
class Comparison:
    """`left = right` and its five sisters."""

    sign: str
    left: Operand
    right: Operand


@dataclass(frozen=True)
class Between:
    """`operand BETWEEN low AND high`, both ends included."""

    operand: Operand
    low: Operand
    high: Operand


@dataclass(frozen=True)
class Membership:
    """`operand IN (choices)`."""

    operand: Operand
    choices: tuple[Operand, ...]


@dataclass(frozen=True)
class Junction:
    """Conditions of which all (`AND`) or one (`OR`) must hold."""

    word: str
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Negation:
    """`NOT condition`."""

    part: Condition


Condition = Comparison | Between | Membership | Junction | Negation | Call


@dataclass(frozen=True)
class Action:
    """One clause of an update: its verb (SET, REMOVE, ADD, DELETE), path, operand (none to REMOVE)."""

    verb: str
    path: Path
    operand: Operand | None = None
