"""Edits: carrying out one clause of an update on an item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

from infra.local.dynamodb import numbers
from infra.local.dynamodb.errors import DynamoError, validation
from infra.local.dynamodb.values import AttributeValue, Item, members

from .operands import find
from .scope import Steps


def _set(item: Item, steps: Steps, value: AttributeValue | None) -> None:
    parent, last = _parent(item, steps), steps[-1]
    if isinstance(parent, list) and isinstance(last, int):
        if last < len(parent):
            parent[last] = value
        else:
            parent.append(value)
    else:
        parent[last] = value


def _remove(item: Item, steps: Steps, _value: AttributeValue | None) -> None:
    parent, last = _parent(item, steps), steps[-1]
    if isinstance(parent, dict):
        parent.pop(str(last), None)
    elif isinstance(last, int) and last < len(parent):
        del parent[last]


def _add(item: Item, steps: Steps, value: AttributeValue | None) -> None:
    assert value is not None
    old = find(item, steps)
    ((tag, added),) = value.items()
    if old is not None and tag not in old:
        refuse_operand()
    if old is None:
        _set(item, steps, value)
    elif tag == "N":
        _set(item, steps, {"N": numbers.add(old["N"], added)})
    else:
        _set(item, steps, {tag: members(tag, {*old[tag], *added})})


def _delete(item: Item, steps: Steps, value: AttributeValue | None) -> None:
    assert value is not None
    _parent(item, steps)
    old = find(item, steps)
    ((tag, removed),) = value.items()
    if old is None:
        return
    if tag not in old:
        refuse_operand()
    left = [member for member in old[tag] if member not in removed]
    if left:
        _set(item, steps, {tag: left})
    else:
        _remove(item, steps, None)


def _parent(item: Item, steps: Steps) -> Any:
    """The dict or list in which the last step stands."""
    if len(steps) == 1:
        return item
    holder = find(item, steps[:-1])
    wanted = "L" if isinstance(steps[-1], int) else "M"
    if holder is None or wanted not in holder:
        raise _bad_path()
    return holder[wanted]


EDITS: dict[str, Callable[[Item, Steps, AttributeValue | None], None]] = {
    "SET": _set,
    "REMOVE": _remove,
    "ADD": _add,
    "DELETE": _delete,
}


def refuse_operand() -> NoReturn:
    """Say that a stored value has the wrong type for the update."""
    raise validation("An operand in the update expression has an incorrect data type")


def _bad_path() -> DynamoError:
    return validation("The document path provided in the update expression is invalid for update")
