"""Attribute values: what is a value, and the one form in which it is stored."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from . import numbers
from .errors import DynamoError, invalid_parameter, serialization, validation

AttributeValue = dict[str, Any]
"""One DynamoDB value as it travels: `{"S": "Dupont"}`, `{"N": "7"}`, `{"L": [...]}`."""

Item = dict[str, AttributeValue]
"""Attribute names with their values."""

_DEEPEST = 32
_ORDERS: dict[str, Callable[[str], Any]] = {"SS": str, "NS": Decimal, "BS": base64.b64decode}
_EMPTY = "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
_SEVERAL = (
    "Supplied AttributeValue has more than one datatypes set, "
    "must contain exactly one of the supported datatypes"
)


def canonical_item(item: Any) -> Item:
    """An item in stored form; refuses whatever is no item."""
    if not isinstance(item, dict):
        raise serialization("Start of structure or map found where not expected")
    return {name: canonical(value) for name, value in item.items()}


def canonical(value: Any, level: int = 0) -> AttributeValue:
    """A value in stored form: numbers without ballast, sets sorted, bytes in plain base64."""
    if not isinstance(value, dict):
        raise serialization("Unexpected value type in payload")
    if len(value) != 1:
        raise validation(_SEVERAL if value else _EMPTY)
    if level > _DEEPEST:
        raise validation("Nesting Levels have exceeded supported limits")
    ((tag, content),) = value.items()
    reader = _READERS.get(tag)
    if reader is None:
        raise validation(_EMPTY)
    return {tag: reader(content, level)}


def _text(content: Any, _level: int = 0) -> str:
    if not isinstance(content, str):
        raise _wrong_type(content, "String")
    return content


def _number(content: Any, _level: int = 0) -> str:
    return numbers.canonical(_text(content))


def _binary(content: Any, _level: int = 0) -> str:
    try:
        return base64.b64encode(base64.b64decode(_text(content), validate=True)).decode()
    except (binascii.Error, ValueError):
        raise serialization("The base64 text could not be decoded") from None


def _flag(content: Any, _level: int) -> bool:
    if not isinstance(content, bool):
        raise _wrong_type(content, "Boolean")
    return content


def _null(content: Any, level: int) -> bool:
    if not _flag(content, level):
        raise invalid_parameter("Null attribute value types must have the value of true")
    return True


def _list(content: Any, level: int) -> list[AttributeValue]:
    if not isinstance(content, list):
        raise _wrong_type(content, "List")
    return [canonical(value, level + 1) for value in content]


def _map(content: Any, level: int) -> Item:
    if not isinstance(content, dict):
        raise _wrong_type(content, "Map")
    return {name: canonical(value, level + 1) for name, value in content.items()}


def _set(tag: str, kind: str, member: Callable[[Any], str]) -> Callable[[Any, int], list[str]]:
    def read(content: Any, _level: int) -> list[str]:
        if not isinstance(content, list):
            raise _wrong_type(content, "List")
        if not content:
            raise invalid_parameter(f"An {kind} set  may not be empty")
        read_members = [member(value) for value in content]
        if len(set(read_members)) < len(read_members):
            raise _duplicates(content)
        return members(tag, read_members)

    return read


def _duplicates(content: list[Any]) -> DynamoError:
    return invalid_parameter(f"Input collection [{', '.join(map(str, content))}] contains duplicates.")


def _wrong_type(content: Any, expected: str) -> DynamoError:
    return serialization(f"{json_kind(content)} cannot be converted to {expected}")


def json_kind(content: Any) -> str:
    """What AWS calls a JSON value in a complaint about its type."""
    if isinstance(content, bool):
        return "TRUE_VALUE" if content else "FALSE_VALUE"
    kinds = {str: "STRING_VALUE", int: "NUMBER_VALUE", float: "NUMBER_VALUE", list: "Start of list"}
    return kinds.get(type(content), "Start of structure or map" if content is not None else "NULL_VALUE")


_READERS: dict[str, Callable[[Any, int], Any]] = {
    "S": _text,
    "N": _number,
    "B": _binary,
    "BOOL": _flag,
    "NULL": _null,
    "L": _list,
    "M": _map,
    "SS": _set("SS", "string", _text),
    "NS": _set("NS", "number", _number),
    "BS": _set("BS", "binary", _binary),
}
TYPES = tuple(_READERS)


def members(tag: str, content: Iterable[str]) -> list[str]:
    """A set's members in stored order."""
    return sorted(content, key=_ORDERS[tag])


def rendered(value: AttributeValue) -> str:
    """A value as AWS shows it in complaints: `{S:Dupont}`."""
    ((tag, content),) = value.items()
    return f"{{{tag}:{content}}}"
