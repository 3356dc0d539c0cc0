"""Shapes: JSON types, required members, choices and lengths, checked before anything runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .errors import DynamoError, serialization, validation
from .values import json_kind

ANYTHING = object()
"""A value somebody else checks: an attribute value, an item, a key."""


@dataclass(frozen=True)
class Structure:
    """Named members, some required; members AWS would ignore are ignored."""

    required: dict[str, Any]
    optional: dict[str, Any]


@dataclass(frozen=True)
class MapOf:
    """Any names, one shape for every value, at least `least` of them."""

    values: Any
    least: int = 0


@dataclass(frozen=True)
class ListOf:
    """A list of one shape, between `least` and `most` long."""

    values: Any
    least: int = 0
    most: int = 1_000_000


@dataclass(frozen=True)
class Whole:
    """A whole number in a range."""

    least: int
    most: int = 2**31 - 1


_NAMES = {str: "String", bool: "Boolean", int: "Integer"}


def check(shape: Any, value: Any, path: str = "") -> None:
    """Refuse a value that has not its shape; `path` is where it stands, as AWS writes it."""
    if shape is ANYTHING:
        return
    if isinstance(shape, Structure):
        _check_structure(shape, value, path)
    elif isinstance(shape, MapOf):
        _check_map(shape, value, path)
    elif isinstance(shape, ListOf):
        _check_list(shape, value, path)
    elif isinstance(shape, Whole):
        _check_whole(shape, value, path)
    elif isinstance(shape, tuple):
        _check_choice(shape, value, path)
    elif type(value) is not shape:
        raise serialization(f"{json_kind(value)} cannot be converted to {_NAMES[shape]}")


def _check_structure(shape: Structure, value: Any, path: str) -> None:
    if not isinstance(value, dict):
        raise serialization(f"{json_kind(value)} cannot be converted to a structure")
    for name, member in shape.required.items():
        if value.get(name) is None:
            raise _unmet("null", _below(path, name), "Member must not be null")
        check(member, value[name], _below(path, name))
    for name, member in shape.optional.items():
        if value.get(name) is not None:
            check(member, value[name], _below(path, name))


def _check_map(shape: MapOf, value: Any, path: str) -> None:
    if not isinstance(value, dict):
        raise serialization(f"{json_kind(value)} cannot be converted to Map")
    _check_length(len(value), shape.least, len(value), path)
    for name, member in value.items():
        check(shape.values, member, f"{path}.{name}.member")


def _check_list(shape: ListOf, value: Any, path: str) -> None:
    if not isinstance(value, list):
        raise serialization(f"{json_kind(value)} cannot be converted to List")
    _check_length(len(value), shape.least, shape.most, path)
    for position, member in enumerate(value, 1):
        check(shape.values, member, f"{path}.{position}.member")


def _check_length(length: int, least: int, most: int, path: str) -> None:
    if length < least:
        raise _unmet("[...]", path, f"Member must have length greater than or equal to {least}")
    if length > most:
        raise _unmet("[...]", path, f"Member must have length less than or equal to {most}")


def _check_whole(shape: Whole, value: Any, path: str) -> None:
    check(int, value)
    if value < shape.least:
        raise _unmet(value, path, f"Member must have value greater than or equal to {shape.least}")
    if value > shape.most:
        raise _unmet(value, path, f"Member must have value less than or equal to {shape.most}")


def _check_choice(choices: tuple[str, ...], value: Any, path: str) -> None:
    check(str, value)
    if value not in choices:
        raise _unmet(value, path, f"Member must satisfy enum value set: [{', '.join(choices)}]")


def _below(path: str, name: str) -> str:
    return f"{path}.{name[0].lower()}{name[1:]}" if path else name[0].lower() + name[1:]


def _unmet(value: Any, path: str, constraint: str) -> DynamoError:
    return validation(
        f"1 validation error detected: Value '{value}' at '{path}' failed to satisfy constraint: {constraint}"
    )
