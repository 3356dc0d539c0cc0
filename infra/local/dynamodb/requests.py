"""The members of each operation's request."""

from __future__ import annotations

from typing import Any

from .errors import validation
from .shapes import ANYTHING, ListOf, MapOf, Structure, Whole

_NAME = {"TableName": str}
_CAPACITY = {"ReturnConsumedCapacity": ("INDEXES", "TOTAL", "NONE")}
_COLLECTION = {"ReturnItemCollectionMetrics": ("SIZE", "NONE")}
_ON_FAILURE = {"ReturnValuesOnConditionCheckFailure": ("ALL_OLD", "NONE")}
_PLACEHOLDER_NAMES = {"ExpressionAttributeNames": MapOf(str)}
_PLACEHOLDERS = _PLACEHOLDER_NAMES | {"ExpressionAttributeValues": MapOf(ANYTHING)}
_CONDITION = {"ConditionExpression": str} | _PLACEHOLDERS | _ON_FAILURE
_PROJECTION = {"ProjectionExpression": str} | _PLACEHOLDER_NAMES
_SELECT = ("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT")
_OLD_AND_NEW = ("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")

_WRITE = _CONDITION | _CAPACITY | _COLLECTION
_READ_MANY = (
    {
        "IndexName": str,
        "FilterExpression": str,
        "ProjectionExpression": str,
        "Limit": Whole(1),
        "Select": _SELECT,
        "ConsistentRead": bool,
        "ExclusiveStartKey": ANYTHING,
    }
    | _PLACEHOLDERS
    | _CAPACITY
)

_KEY_SCHEMA = ListOf(Structure({"AttributeName": str, "KeyType": ("HASH", "RANGE")}, {}), 1, 2)
_PROJECTED = Structure(
    {}, {"ProjectionType": ("ALL", "INCLUDE", "KEYS_ONLY"), "NonKeyAttributes": ListOf(str, 1, 20)}
)
_THROUGHPUT = Structure({"ReadCapacityUnits": Whole(1), "WriteCapacityUnits": Whole(1)}, {})
_BILLING = {"BillingMode": ("PROVISIONED", "PAY_PER_REQUEST"), "ProvisionedThroughput": _THROUGHPUT}
_INDEX = Structure(
    {"IndexName": str, "KeySchema": _KEY_SCHEMA, "Projection": _PROJECTED},
    {"ProvisionedThroughput": _THROUGHPUT},
)
_DEFINITIONS = ListOf(Structure({"AttributeName": str, "AttributeType": ("S", "N", "B")}, {}))
_INDEX_UPDATE = Structure(
    {}, {"Create": _INDEX, "Delete": Structure({"IndexName": str}, {}), "Update": ANYTHING}
)

_PUT = Structure(_NAME | {"Item": ANYTHING}, _CONDITION)
_DELETE = Structure(_NAME | {"Key": ANYTHING}, _CONDITION)
_UPDATE = Structure(_NAME | {"Key": ANYTHING, "UpdateExpression": str}, _CONDITION)
_CHECK = Structure(_NAME | {"Key": ANYTHING, "ConditionExpression": str}, _PLACEHOLDERS | _ON_FAILURE)
_TRANSACT_WRITE = Structure({}, {"Put": _PUT, "Delete": _DELETE, "Update": _UPDATE, "ConditionCheck": _CHECK})
_TRANSACT_GET = Structure({"Get": Structure(_NAME | {"Key": ANYTHING}, _PROJECTION)}, {})
_BATCH_WRITE = Structure(
    {}, {"PutRequest": Structure({"Item": ANYTHING}, {}), "DeleteRequest": Structure({"Key": ANYTHING}, {})}
)
_BATCH_GET = Structure({"Keys": ListOf(ANYTHING, 1, 100)}, _PROJECTION | {"ConsistentRead": bool})
_TTL = Structure({"AttributeName": str, "Enabled": bool}, {})

SHAPES: dict[str, Structure] = {
    "CreateTable": Structure(
        _NAME | {"AttributeDefinitions": _DEFINITIONS, "KeySchema": _KEY_SCHEMA},
        _BILLING
        | {
            "GlobalSecondaryIndexes": ListOf(_INDEX, 1),
            "LocalSecondaryIndexes": ListOf(_INDEX, 1),
            "DeletionProtectionEnabled": bool,
        },
    ),
    "DescribeTable": Structure(_NAME, {}),
    "DeleteTable": Structure(_NAME, {}),
    "ListTables": Structure({}, {"Limit": Whole(1, 100), "ExclusiveStartTableName": str}),
    "UpdateTable": Structure(
        _NAME,
        _BILLING
        | {
            "AttributeDefinitions": _DEFINITIONS,
            "GlobalSecondaryIndexUpdates": ListOf(_INDEX_UPDATE, 1),
            "DeletionProtectionEnabled": bool,
        },
    ),
    "UpdateTimeToLive": Structure(_NAME | {"TimeToLiveSpecification": _TTL}, {}),
    "DescribeTimeToLive": Structure(_NAME, {}),
    "GetItem": Structure(_NAME | {"Key": ANYTHING}, _PROJECTION | _CAPACITY | {"ConsistentRead": bool}),
    "PutItem": Structure(_NAME | {"Item": ANYTHING}, _WRITE | {"ReturnValues": _OLD_AND_NEW}),
    "DeleteItem": Structure(_NAME | {"Key": ANYTHING}, _WRITE | {"ReturnValues": _OLD_AND_NEW}),
    "UpdateItem": Structure(
        _NAME | {"Key": ANYTHING}, _WRITE | {"UpdateExpression": str, "ReturnValues": _OLD_AND_NEW}
    ),
    "Query": Structure(_NAME, _READ_MANY | {"KeyConditionExpression": str, "ScanIndexForward": bool}),
    "Scan": Structure(
        _NAME, _READ_MANY | {"Segment": Whole(0, 999_999), "TotalSegments": Whole(1, 1_000_000)}
    ),
    "BatchGetItem": Structure({"RequestItems": MapOf(_BATCH_GET, 1)}, _CAPACITY),
    "BatchWriteItem": Structure(
        {"RequestItems": MapOf(ListOf(_BATCH_WRITE, 1, 25), 1)}, _CAPACITY | _COLLECTION
    ),
    "TransactGetItems": Structure({"TransactItems": ListOf(_TRANSACT_GET, 1, 100)}, _CAPACITY),
    "TransactWriteItems": Structure(
        {"TransactItems": ListOf(_TRANSACT_WRITE, 1, 100)},
        _CAPACITY | _COLLECTION | {"ClientRequestToken": str},
    ),
}

_LEGACY = frozenset(
    (
        "AttributesToGet",
        "AttributeUpdates",
        "ConditionalOperator",
        "Expected",
        "KeyConditions",
        "QueryFilter",
        "ScanFilter",
    )
)


def refuse_legacy(request: dict[str, Any]) -> None:
    """Parameters from before expressions are not spoken here: nothing we use sends them."""
    found = sorted(_LEGACY & {name for name, value in request.items() if value is not None})
    if found:
        raise validation(f"This engine does not support the legacy parameters: {', '.join(found)}")
