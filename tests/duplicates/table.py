"""All that the database holds of a tenant, read past the product."""

from __future__ import annotations

import os
from typing import Any

import boto3

import app
from chalicelib.core import reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from tests.world import Visitor


def items_of(visitor: Visitor) -> dict[tuple[str, str], dict[str, Any]]:
    """Every item of a visitor's tenant, by key, as it is stored; a counter of nought counts as none."""
    client: Any = boto3.client("dynamodb")
    prefix = f"{visitor.tenant['id']}#"
    found = {}
    for page in client.get_paginator("scan").paginate(TableName=os.environ["TABLE_CRM"], ConsistentRead=True):
        for item in page["Items"]:
            if item["pk"]["S"].startswith(prefix):
                shown = {name: value for name, value in item.items() if value != {"N": "0"}}
                found[(item["pk"]["S"], item["sk"]["S"])] = shown
    return found


def without_merges(items: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """The items but for the record of what was merged and undone, and for versions, which only rise."""
    return {
        key: {name: value for name, value in item.items() if name not in ("v", "w")}
        for key, item in items.items()
        if "st" not in item and not key[1].startswith("S#")
    }


def naming(visitor: Visitor, record_id: str) -> list[dict[str, Any]]:
    """The items that name a record anywhere, in a key or a value."""
    return [item for item in items_of(visitor).values() if record_id in repr(item)]


def require_no_drift(visitor: Visitor) -> None:
    """Every item and every counter is what the records say."""
    assert reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift()
