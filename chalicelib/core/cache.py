"""What was learnt outside, kept in `ops` for some minutes so that nobody is asked again and again."""

import hashlib
import json
from typing import Any

from chalicelib.core import clock
from chalicelib.core.config import settings
from chalicelib.core.store import Item, dispatch, from_wire, to_wire
from chalicelib.core.work import Caller


def _place(caller: Caller, key: str) -> Item:
    """A tenant's own: what one has asked tells another nothing."""
    return {"pk": f"{caller.tenant}#W", "sk": hashlib.sha256(key.encode()).hexdigest()}


def get(caller: Caller, key: str) -> Any:
    """The value kept under a key, or None."""
    request = {"TableName": settings().table_ops, "Key": to_wire(_place(caller, key))}
    found = dispatch("GetItem", request).get("Item")
    item = from_wire(found) if found else None
    # DynamoDB forgets what has expired only some time later.
    if item is None or int(item["expires"]) <= clock.now():
        return None
    return json.loads(str(item["d"]))


def put(caller: Caller, key: str, value: Any, seconds: int) -> None:
    item: Item = {
        **_place(caller, key),
        "d": json.dumps(value, ensure_ascii=False),
        "expires": clock.now() + seconds,
    }
    dispatch("PutItem", {"TableName": settings().table_ops, "Item": to_wire(item)})
