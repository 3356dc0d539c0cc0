"""What a user likes and where: any JSON under a key, kept on the server so that it follows the user."""

import json
from collections.abc import Mapping
from typing import Any

from chalicelib.core.errors import MOST_FIELDS, FieldError, Invalid
from chalicelib.core.store import Item, Range
from chalicelib.core.texts import NOT_VALID, REQUIRED, UNKNOWN_FIELD, Text
from chalicelib.core.work import Caller

LONGEST_KEY = 100
# Together they fit one answer of a Lambda (6 MB).
LARGEST_VALUE = 16_000
MOST_KEYS = 300
NOT_A_KEY = Text("Une clé compte de 1 à 100 caractères.", "A key has 1 to 100 characters.")
TOO_MANY = Text("Il y a déjà trop de préférences.", "There are too many preferences already.")
TOO_LARGE = Text("Cette préférence est trop longue.", "This preference is too long.")


def _partition(caller: Caller) -> str:
    return caller.store.key("U", caller.user_id, "preferences")


def get(caller: Caller, key: str, *, consistent: bool = True) -> Any:
    """The value last put under `key`, or None."""
    _require_key(key)
    item = caller.store.get((_partition(caller), key), consistent=consistent)
    return json.loads(str(item["d"])) if item else None


def all_of(caller: Caller) -> dict[str, Any]:
    items = caller.store.query_all("pk", _partition(caller), wanted=Range(), consistent=True)
    return {str(item["sk"]): json.loads(str(item["d"])) for item in items}


def read_value(values: dict[str, Any]) -> Any:
    """The value in a request's body; `Invalid` on what is missing or unknown."""
    wrong = [FieldError(name, UNKNOWN_FIELD) for name in sorted(values.keys() - {"value"})]
    if "value" not in values:
        wrong.append(FieldError("value", REQUIRED))
    if wrong:
        raise Invalid(fields=wrong[:MOST_FIELDS])
    return values["value"]


def put(caller: Caller, key: str, value: Any) -> None:
    """Keep a value, or forget it with None; even who may only read may say how they like to look."""
    _require_key(key)
    store, at = caller.store, (_partition(caller), key)
    if value is None:
        store.write_many((), [at])
        return
    item: Item = {"pk": at[0], "sk": key, "d": _as_text(value)}
    if store.get(at) is None and _how_many(caller) >= MOST_KEYS:
        raise Invalid.field("key", TOO_MANY)
    store.write_many([item])


def _require_key(key: str) -> None:
    if not 1 <= len(key) <= LONGEST_KEY:
        raise Invalid.field("key", NOT_A_KEY)


def _as_text(value: Any) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except ValueError as error:  # A number such as 1e999, which JSON can write and Python reads as infinite.
        raise Invalid.field("value", NOT_VALID) from error
    if len(text.encode()) > LARGEST_VALUE:
        raise Invalid.field("value", TOO_LARGE)
    return text


def _how_many(caller: Caller) -> int:
    return sum(1 for _ in caller.store.query_all("pk", _partition(caller), consistent=True))


def sort_of(caller: Caller, list_name: str, query: Mapping[str, str], first_sort: str) -> tuple[str, str]:
    """How this user last sorted a list (`sort.contacts` → `[city, desc]`), when the query does not say."""
    if query.get("sort"):
        return first_sort, "asc"
    match get(caller, f"sort.{list_name}", consistent=False):
        case [str(sort), "asc" | "desc" as order]:
            return sort, order
    return first_sort, "asc"
