"""How many bytes DynamoDB counts for an item (AWS's developer guide, "Item sizes and formats")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import numbers
from .values import AttributeValue, Item

LARGEST_ITEM = 400 * 1024
_CONTAINER = 3
_ELEMENT = 1


def item_size(item: Item) -> int:
    """Bytes of an item: its attribute names in UTF-8 and its values."""
    return sum(text_size(name) + value_size(value) for name, value in item.items())


def text_size(text: str) -> int:
    """Bytes of a text in UTF-8."""
    return len(text) if text.isascii() else len(text.encode())


def value_size(value: AttributeValue) -> int:
    """Bytes of one value."""
    ((tag, content),) = value.items()
    return _SIZES[tag](content)


def binary_size(base64_text: str) -> int:
    """Bytes behind a base64 text, whose padding stands for none."""
    return len(base64_text) * 3 // 4 - base64_text.count("=")


def _one(_content: Any) -> int:
    return 1


def _list_size(content: list[AttributeValue]) -> int:
    return _CONTAINER + sum(value_size(value) + _ELEMENT for value in content)


def _map_size(content: Item) -> int:
    return _CONTAINER + item_size(content) + _ELEMENT * len(content)


def _sum_of(member: Callable[[str], int]) -> Callable[[list[str]], int]:
    return lambda content: sum(map(member, content))


_SIZES: dict[str, Callable[[Any], int]] = {
    "S": text_size,
    "N": numbers.size,
    "B": binary_size,
    "BOOL": _one,
    "NULL": _one,
    "L": _list_size,
    "M": _map_size,
    "SS": _sum_of(text_size),
    "NS": _sum_of(numbers.size),
    "BS": _sum_of(binary_size),
}
