"""Keys: reading them out of items and turning them into bytes that sort as DynamoDB sorts."""

from __future__ import annotations

import base64
from typing import Any

from . import numbers
from .errors import Misfit
from .schema import Index, KeySchema, Table
from .values import AttributeValue, Item, canonical_item

Key = tuple[bytes, bytes]
"""Hash and range as stored; a table without a range has the empty range."""

EMPTY_KEY = (
    "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain"
)
_LONGEST_HASH = 2048
_LONGEST_RANGE = 1024


def encode(value: AttributeValue) -> bytes:
    """A key value as bytes: text in UTF-8, numbers and bytes in their own order."""
    ((tag, content),) = value.items()
    if tag == "S":
        return str(content).encode()
    return numbers.encode(content) if tag == "N" else base64.b64decode(content)


def requested_key(table: Table, attributes: Any) -> tuple[Item, Key]:
    """The key a request names, which must be the table's key and nothing else."""
    key = canonical_item(attributes)
    if set(key) != set(table.keys.names):
        raise Misfit("The provided key element does not match the schema")
    for name in table.keys.names:
        if table.types[name] not in key[name]:
            raise Misfit("The provided key element does not match the schema")
        _refuse_empty(name, key[name])
    return key, _encoded(table.keys, key)


def item_key(table: Table, item: Item) -> Key:
    """The key of an item about to be stored; refuses an item its table or an index could not hold."""
    for name in table.keys.names:
        if name not in item:
            raise _invalid(f"Missing the key {name} in the item")
        if table.types[name] not in item[name]:
            raise _mismatch(f"Type mismatch for key {name} expected", table.types[name], item[name])
        _refuse_empty(name, item[name])
    check_index_keys(table, item)
    return _encoded(table.keys, item)


def check_index_keys(table: Table, item: Item) -> None:
    """Refuse an index key of the wrong type, empty or too long, even where the other half is absent."""
    for index in table.indexes.values():
        for name in index.keys.names:
            if name in item:
                _check_index_key(table, index, name, item[name])


def index_key(index: Index, item: Item) -> Key | None:
    """Where an item stands in an index; None when it lacks a key attribute and so is not in it."""
    keys = index.keys
    if keys.hash not in item or (keys.range and keys.range not in item):
        return None
    return _encode_pair(keys, item)


def _check_index_key(table: Table, index: Index, name: str, value: AttributeValue) -> None:
    if table.types[name] not in value:
        reason = f"Type mismatch for Index Key {name} Expected"
        raise _mismatch(reason, table.types[name], value, f" IndexName: {index.name}")
    kind = _emptiness(value)
    if kind:
        raise Misfit(
            "One or more parameter values are not valid. A value specified for a secondary index key is not "
            f"supported. The AttributeValue for a key attribute cannot contain an empty {kind} value. "
            f"IndexName: {index.name}, IndexKey: {name}"
        )
    _check_length(index.keys, name, encode(value))


def _encoded(keys: KeySchema, item: Item) -> Key:
    pair = _encode_pair(keys, item)
    for name, part in zip(keys.names, pair, strict=False):
        _check_length(keys, name, part)
    return pair


def _encode_pair(keys: KeySchema, item: Item) -> Key:
    return encode(item[keys.hash]), encode(item[keys.range]) if keys.range else b""


def _check_length(keys: KeySchema, name: str, part: bytes) -> None:
    if name == keys.hash and len(part) > _LONGEST_HASH:
        raise _invalid(f"Size of hashkey has exceeded the maximum size limit of{_LONGEST_HASH} bytes")
    if name == keys.range and len(part) > _LONGEST_RANGE:
        limit = f"the size limit of {_LONGEST_RANGE} bytes"
        raise _invalid(f"Aggregated size of all range keys has exceeded {limit}")


def _refuse_empty(name: str, value: AttributeValue) -> None:
    kind = _emptiness(value)
    if kind:
        raise Misfit(f"{EMPTY_KEY} an empty {kind} value. Key: {name}")


def _emptiness(value: AttributeValue) -> str | None:
    if value.get("S") == "":
        return "string"
    return "binary" if value.get("B") == "" else None


def _mismatch(reason: str, expected: str, value: AttributeValue, suffix: str = "") -> Misfit:
    return _invalid(f"{reason}: {expected} {'Actual' if suffix else 'actual'}: {next(iter(value))}{suffix}")


def _invalid(reason: str) -> Misfit:
    return Misfit(f"One or more parameter values were invalid: {reason}")
