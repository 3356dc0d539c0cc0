"""Operations on tables: create, describe, change, list, delete, and expiry of items."""

from __future__ import annotations

from typing import Any

import orjson

from .changes import LONGEST_LAG, Change, Image, expiry, make, project_entry
from .database import Database
from .definitions import billing, check_definition, indexes_of, new_definition, new_index
from .errors import DynamoError, invalid_parameter, not_found, validation
from .schema import Definition, Index, Table
from .values import Item

_ARN = "arn:aws:dynamodb:local:000000000000:table/"
_LISTED = 100
_SWEPT = 100


def create_table(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """A new table, active at once."""
    name = request["TableName"]
    if name in database.tables:
        raise DynamoError("ResourceInUseException", f"Table already exists: {name}")
    definition = new_definition(request, database.now())
    with database.store.transaction():
        table = database.store.create_table(definition)
    database.tables[name] = table
    return {"TableDescription": describe(table)}


def describe_table(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """What CreateTable answered, as it stands now."""
    return {"Table": describe(_existing(database, request))}


def delete_table(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """The table and all its items, gone at once."""
    table = _existing(database, request)
    if table.definition["DeletionProtectionEnabled"]:
        raise validation(
            f"Resource cannot be deleted as it is currently protected against deletion: {table.name}"
        )
    with database.store.transaction():
        database.store.drop_table(table)
    del database.tables[table.name]
    return {"TableDescription": describe(table, "DELETING")}


def list_tables(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Names of tables in alphabetical order, a hundred at a time."""
    start = request.get("ExclusiveStartTableName") or ""
    names = sorted(name for name in database.tables if name > start)
    page = names[: request.get("Limit") or _LISTED]
    return {"TableNames": page} | ({"LastEvaluatedTableName": page[-1]} if len(page) < len(names) else {})


def update_table(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Add or drop one global index (a new one is filled at once), or change what costs nothing here."""
    table = _existing(database, request)
    definition: Definition = orjson.loads(orjson.dumps(table.definition))
    if request.get("BillingMode") or request.get("ProvisionedThroughput"):
        definition.pop("ProvisionedThroughput", None)
        definition |= billing(request)
    if request.get("DeletionProtectionEnabled") is not None:
        definition["DeletionProtectionEnabled"] = request["DeletionProtectionEnabled"]
    updates = request.get("GlobalSecondaryIndexUpdates") or []
    if len(updates) > 1:
        raise DynamoError("LimitExceededException", "Only 1 online index can be created or deleted at a time")
    with database.store.transaction():
        for update in updates:
            _update_indexes(database, table, definition, request, update)
        database.tables[table.name] = database.store.redefine(table, definition)
    return {"TableDescription": describe(database.tables[table.name])}


def _update_indexes(
    database: Database, table: Table, definition: Definition, request: dict[str, Any], update: dict[str, Any]
) -> None:
    indexes = definition.setdefault("GlobalSecondaryIndexes", [])
    if update.get("Create"):
        index = new_index(update["Create"])
        index["Slot"] = max((old["Slot"] for old in indexes_of(definition)), default=0) + 1
        indexes.append(index)
        definition["AttributeDefinitions"] = _merged(definition, request)
        check_definition(definition)
        changed = Table.read(table.id, definition)
        fresh = changed.indexes[index["IndexName"]]
        database.store.create_index(fresh)
        _fill(database, changed, fresh)
    elif update.get("Delete"):
        _drop_index(database, table, definition, update["Delete"]["IndexName"])
    if not indexes:
        del definition["GlobalSecondaryIndexes"]


def _drop_index(database: Database, table: Table, definition: Definition, name: str) -> None:
    index = table.indexes.get(name)
    if index is None or index.local:
        raise not_found()
    database.store.drop_index(index)
    definition["GlobalSecondaryIndexes"][:] = [
        other for other in definition["GlobalSecondaryIndexes"] if other["IndexName"] != name
    ]
    used = {
        key["AttributeName"]
        for schema in (definition, *indexes_of(definition))
        for key in schema["KeySchema"]
    }
    definition["AttributeDefinitions"] = [
        attribute for attribute in definition["AttributeDefinitions"] if attribute["AttributeName"] in used
    ]


def _merged(definition: Definition, request: dict[str, Any]) -> list[dict[str, str]]:
    known = {attribute["AttributeName"]: attribute for attribute in definition["AttributeDefinitions"]}
    for attribute in request.get("AttributeDefinitions") or []:
        if known.setdefault(attribute["AttributeName"], attribute) != attribute:
            raise invalid_parameter(f"Attribute {attribute['AttributeName']} already has another type")
    return list(known.values())


def _fill(database: Database, table: Table, index: Index) -> None:
    """Put every item that has the index's key into it; one of the wrong type is left out, as on AWS."""
    for p, s, text in database.store.keyed_items(table):
        item = orjson.loads(text)
        entry = project_entry(index, Image.of(item)) if _fits(table, index, item) else None
        if entry:
            database.store.put_entry(index.sql, entry[0], (p, s), (entry[1].json, entry[1].size))


def _fits(table: Table, index: Index, item: Item) -> bool:
    return all(table.types[name] in item.get(name, {}) for name in index.keys.names)


def update_time_to_live(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Switch the expiry of items on or off."""
    table = _existing(database, request)
    wanted = request["TimeToLiveSpecification"]
    if bool(table.ttl) is wanted["Enabled"]:
        raise validation(f"TimeToLive is already {'enabled' if wanted['Enabled'] else 'disabled'}")
    if table.ttl and table.ttl != wanted["AttributeName"]:
        raise validation(
            f"TimeToLive is active on a different AttributeName: current AttributeName is {table.ttl}"
        )
    attribute = wanted["AttributeName"] if wanted["Enabled"] else None
    with database.store.transaction():
        changed = database.store.redefine(table, table.definition | {"TimeToLive": attribute})
        database.store.forget_expiries(table)
        for p, s, text in database.store.keyed_items(table) if attribute else ():
            at = expiry(orjson.loads(text), str(attribute))
            if at is not None:
                database.store.expect_expiry(table, at, (p, s))
    database.tables[table.name] = changed
    return {"TimeToLiveSpecification": wanted}


def describe_time_to_live(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Whether items expire, and by which attribute."""
    ttl = _existing(database, request).ttl
    status = (
        {"TimeToLiveStatus": "ENABLED", "AttributeName": ttl} if ttl else {"TimeToLiveStatus": "DISABLED"}
    )
    return {"TimeToLiveDescription": status}


def sweep(database: Database) -> int:
    """Delete items whose time has come, at most a hundred a table; how many went."""
    return sum(_sweep_table(database, table) for table in database.tables.values() if table.ttl)


def _sweep_table(database: Database, table: Table) -> int:
    now = int(database.now())
    keys = database.store.expired(table, now - LONGEST_LAG, now, _SWEPT)
    for key in keys:
        with database.store.transaction():
            make(database, Change(table, key, Image.stored(database.store.get(table, key)), None))
    return len(keys)


def _existing(database: Database, request: dict[str, Any]) -> Table:
    name = request["TableName"]
    if name not in database.tables:
        raise not_found(f": Table: {name} not found")
    return database.tables[name]


def describe(table: Table, status: str = "ACTIVE") -> dict[str, Any]:
    """A TableDescription; counts stay 0, as on a table AWS has not counted yet (it does every six hours)."""
    definition = table.definition
    arn = _ARN + table.name
    described = {
        name: definition[name]
        for name in (
            "TableName",
            "TableId",
            "CreationDateTime",
            "KeySchema",
            "AttributeDefinitions",
            "DeletionProtectionEnabled",
        )
    }
    described |= {"TableStatus": status, "TableArn": arn, "ItemCount": 0, "TableSizeBytes": 0}
    described["ProvisionedThroughput"] = _throughput(definition)
    if definition["BillingMode"] == "PAY_PER_REQUEST":
        described["BillingModeSummary"] = {"BillingMode": "PAY_PER_REQUEST"}
    for member in ("GlobalSecondaryIndexes", "LocalSecondaryIndexes"):
        if definition.get(member):
            described[member] = [
                _describe_index(definition, index, arn, member) for index in definition[member]
            ]
    return described


def _describe_index(definition: Definition, index: dict[str, Any], arn: str, member: str) -> dict[str, Any]:
    described = {name: value for name, value in index.items() if name != "Slot"}
    described |= {"IndexArn": f"{arn}/index/{index['IndexName']}", "ItemCount": 0, "IndexSizeBytes": 0}
    if member == "GlobalSecondaryIndexes":
        described |= {"IndexStatus": "ACTIVE", "ProvisionedThroughput": _throughput(definition)}
    return described


def _throughput(definition: Definition) -> dict[str, Any]:
    given = definition.get("ProvisionedThroughput", {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0})
    return {"NumberOfDecreasesToday": 0, **given}
