"""Who changed which field when: a row beside the record, written in the same transaction."""

import json
from collections.abc import Mapping
from typing import Any

from chalicelib.core import clock, ids
from chalicelib.core.store import Item, Key, Range, Store
from chalicelib.core.work import Work

PREFIX = "H#"
LONGEST_TEXT = 20_000


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """`[{field, old, new}]` of the fields that differ, in the order of `after`."""
    return [
        {"field": name, "old": _shortened(before.get(name)), "new": _shortened(after.get(name))}
        for name in dict.fromkeys((*after, *before))
        if before.get(name) != after.get(name)
    ]


def _shortened(value: Any) -> Any:
    """A very long note is told by its beginning: old and new together must fit one item (400 KB)."""
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        return value[:LONGEST_TEXT] + " […]"
    return value


def row(
    work: Work,
    partition: str,
    action: str,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    id_: str | None = None,
) -> Item:
    """The history item of one save; a creation lists nothing, since the record itself says it all."""
    is_new = action == "create" or (action == "import" and not before)
    told = {
        "user_id": work.caller.user_id,
        "user": work.caller.user_name,
        "action": action,
        "at": work.at,
        "changes": [] if is_new else differences(before, after),
    }
    return {
        "pk": partition,
        "sk": PREFIX + (id_ or ids.new_id()),
        "d": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
    }


def keys(store: Store, partition: str) -> list[Key]:
    """Where all rows of a record stand."""
    found = store.query_all("pk", partition, wanted=Range(prefix=PREFIX), consistent=True)
    return [(partition, str(item["sk"])) for item in found]


def of_record(store: Store, partition: str, limit: int = 100) -> list[dict[str, Any]]:
    """The last `limit` rows, newest first."""
    page = store.query("pk", partition, wanted=Range(prefix=PREFIX), forward=False, limit=limit)
    return [_to_json(item) for item in page.items]


def _to_json(item: Item) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(str(item["d"]))
    return {"id": str(item["sk"]).removeprefix(PREFIX), **told, "at": clock.rfc3339(told["at"])}
