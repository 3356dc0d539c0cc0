"""What a table may look like: CreateTable's and UpdateTable's rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from .errors import invalid_parameter, validation
from .schema import Definition

_NAME = re.compile(r"[a-zA-Z0-9_.-]{3,255}", re.ASCII)
_MOST_INDEXES = 20
_MOST_LOCAL_INDEXES = 5
_MOST_PROJECTED = 100


def new_definition(request: dict[str, Any], now: float) -> Definition:
    """The definition a CreateTable request asks for."""
    check_name(request["TableName"], "tableName")
    _check_key_schema(request["KeySchema"])
    definition: Definition = {
        "TableName": request["TableName"],
        "TableId": str(uuid4()),
        "CreationDateTime": round(now, 3),
        "KeySchema": request["KeySchema"],
        "AttributeDefinitions": request["AttributeDefinitions"],
        "DeletionProtectionEnabled": bool(request.get("DeletionProtectionEnabled")),
    }
    definition |= billing(request)
    for member, most in (
        ("LocalSecondaryIndexes", _MOST_LOCAL_INDEXES),
        ("GlobalSecondaryIndexes", _MOST_INDEXES),
    ):
        if request.get(member):
            if len(request[member]) > most:
                raise invalid_parameter(f"{member} count exceeds the per-table limit of {most}")
            definition[member] = [new_index(index) for index in request[member]]
    _number_indexes(definition)
    check_definition(definition)
    return definition


def new_index(request: dict[str, Any]) -> dict[str, Any]:
    """The definition of one index, still without a slot."""
    check_name(request["IndexName"], "indexName")
    _check_key_schema(request["KeySchema"])
    projection = request["Projection"]
    kind, named = projection.get("ProjectionType"), projection.get("NonKeyAttributes")
    if kind is None:
        raise invalid_parameter("Unknown ProjectionType: null")
    if kind == "INCLUDE" and not named:
        raise invalid_parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified")
    if kind != "INCLUDE" and named:
        raise invalid_parameter(f"ProjectionType is {kind}, but NonKeyAttributes is specified")
    if named and len(set(named)) < len(named):
        raise invalid_parameter("Duplicate attribute names in NonKeyAttributes")
    return {name: request[name] for name in ("IndexName", "KeySchema", "Projection")}


def indexes_of(definition: Definition) -> list[dict[str, Any]]:
    """Every index, local ones first."""
    return [*definition.get("LocalSecondaryIndexes", []), *definition.get("GlobalSecondaryIndexes", [])]


def billing(request: dict[str, Any]) -> dict[str, Any]:
    """How the table is paid for; nothing here depends on it."""
    throughput = request.get("ProvisionedThroughput")
    if request.get("BillingMode") == "PAY_PER_REQUEST":
        if throughput:
            raise invalid_parameter(
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when "
                "BillingMode is PAY_PER_REQUEST"
            )
        return {"BillingMode": "PAY_PER_REQUEST"}
    if not throughput:
        raise invalid_parameter(
            "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
        )
    return {"BillingMode": "PROVISIONED", "ProvisionedThroughput": throughput}


def check_definition(definition: Definition) -> None:
    """Refuse attributes nobody declared or nobody uses, and indexes that clash."""
    declared = [attribute["AttributeName"] for attribute in definition["AttributeDefinitions"]]
    if len(set(declared)) < len(declared):
        raise invalid_parameter("Cannot have two attributes with the same name")
    indexes = indexes_of(definition)
    names = [index["IndexName"] for index in indexes]
    if len(set(names)) < len(names):
        raise invalid_parameter(f"Duplicate index name: {_first_twice(names)}")
    used = _key_names([definition, *indexes])
    missing = sorted(used - set(declared))
    if missing:
        raise invalid_parameter(
            "Some index key attributes are not defined in AttributeDefinitions. "
            f"Keys: [{', '.join(missing)}], AttributeDefinitions: [{', '.join(declared)}]"
        )
    if set(declared) - used:
        raise invalid_parameter(
            "Some AttributeDefinitions are not used. "
            f"AttributeDefinitions: [{', '.join(declared)}], keys used: [{', '.join(sorted(used))}]"
        )
    _check_projections(indexes)
    for index in definition.get("LocalSecondaryIndexes", []):
        _check_local(definition, index)


def check_name(name: str, member: str) -> None:
    """Refuse a name AWS could not give to a table or an index."""
    if not _NAME.fullmatch(name):
        raise validation(
            f"1 validation error detected: Value '{name}' at '{member}' failed to satisfy constraint: "
            "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+ and be 3 to 255 characters long"
        )


def _number_indexes(definition: Definition) -> None:
    for slot, index in enumerate(indexes_of(definition), 1):
        index["Slot"] = slot


def _check_key_schema(elements: list[dict[str, str]]) -> None:
    kinds = [element["KeyType"] for element in elements]
    if kinds[0] != "HASH":
        raise invalid_parameter("The first KeySchemaElement is not a HASH key type")
    if len(kinds) == 2 and kinds[1] != "RANGE":
        raise invalid_parameter("The second KeySchemaElement is not a RANGE key type")
    if len({element["AttributeName"] for element in elements}) < len(elements):
        raise invalid_parameter(
            "Both the Hash Key and the Range Key element in the KeySchema have the same name"
        )


def _check_projections(indexes: Iterable[dict[str, Any]]) -> None:
    projected = sum(len(index["Projection"].get("NonKeyAttributes", [])) for index in indexes)
    if projected > _MOST_PROJECTED:
        raise invalid_parameter(
            f"Number of NonKeyAttributes exceeds the limit of {_MOST_PROJECTED} over all indexes"
        )


def _check_local(definition: Definition, index: dict[str, Any]) -> None:
    if len(definition["KeySchema"]) < 2 or len(index["KeySchema"]) < 2:
        raise invalid_parameter("A local secondary index needs a range key, and its table too")
    if index["KeySchema"][0]["AttributeName"] != definition["KeySchema"][0]["AttributeName"]:
        raise invalid_parameter(f"Index {index['IndexName']} does not have the hash key of its table")
    if index["Projection"]["ProjectionType"] != "ALL":
        # Reading through to the table is left out: the product uses no local index at all.
        raise invalid_parameter("This engine supports local secondary indexes with projection ALL only")


def _key_names(schemas: Iterable[dict[str, Any]]) -> set[str]:
    return {element["AttributeName"] for schema in schemas for element in schema["KeySchema"]}


def _first_twice(names: list[str]) -> str:
    return next(name for name in names if names.count(name) > 1)
