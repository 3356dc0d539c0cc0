"""What a user likes and where: any JSON under a key, kept on the server so that it follows the user."""

import json
from collections.abc import Mapping
from typing import Any

from chalicelib.core.errors import Invalid
from chalicelib.core.store import Item, Range
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller

LONGEST_KEY = 100
LARGEST_VALUE = 16_000
MOST_KEYS = 500
NOT_A_KEY = Text("Une clé compte de 1 à 100 caractères.", "A key has 1 to 100 characters.")
TOO_LARGE = Text("Cette préférence est trop longue.", "This preference is too long.")


def _partition(caller: Caller) -> str:
    return caller.store.key("U", caller.user_id, "preferences")


def get(caller: Caller, key: str) -> Any:
    """The value last put under `key`, or None."""
    item = caller.store.get((_partition(caller), key))
    return json.loads(str(item["d"])) if item else None


def all_of(caller: Caller) -> dict[str, Any]:
    items = caller.store.query_all("pk", _partition(caller), wanted=Range(), consistent=True)
    return {str(item["sk"]): json.loads(str(item["d"])) for item in items}


def put(caller: Caller, key: str, value: Any) -> None:
    """Keep a value; even who may only read may say how they like to look."""
    if not 1 <= len(key) <= LONGEST_KEY:
        raise Invalid.field("key", NOT_A_KEY)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text) > LARGEST_VALUE:
        raise Invalid.field("value", TOO_LARGE)
    item: Item = {"pk": _partition(caller), "sk": key, "d": text}
    caller.store.write_many([item])


def sort_of(caller: Caller, list_name: str, query: Mapping[str, str], first_sort: str) -> tuple[str, str]:
    """How this user last sorted a list (`sort.contacts` → `[city, desc]`), when the query does not say."""
    if query.get("sort"):
        return first_sort, "asc"
    match get(caller, f"sort.{list_name}"):
        case [str(sort), "asc" | "desc" as order]:
            return sort, order
    return first_sort, "asc"
