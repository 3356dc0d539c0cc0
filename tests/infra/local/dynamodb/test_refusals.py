"""What AWS refuses, the engine refuses, with AWS's codes and sentences; nothing that comes in makes a 500."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError
from hypothesis import given, settings
from hypothesis import strategies as st

from infra.local.dynamodb.engine import Engine
from infra.local.dynamodb.requests import SHAPES

from .clients import code_of
from .tables import PEOPLE, index, table

KEY = {"pk": {"S": "p"}, "sk": {"S": "s"}}
ITEM = KEY | {"a": {"S": "x"}, "l": {"L": [{"N": "1"}]}, "m": {"M": {"x": {"N": "1"}}}, "s": {"SS": ["a"]}}


def refusal(client: Any, operation: str, **request: Any) -> str:
    """Return the sentence a ValidationException gives."""
    named = {} if {"RequestItems", "TransactItems"} & set(request) else {"TableName": "people"}
    with pytest.raises(ClientError) as refused:
        getattr(client, operation)(**named | request)
    assert code_of(refused) == "ValidationException"
    return str(refused.value.response["Error"]["Message"])


@pytest.mark.parametrize(
    ("condition", "values", "sentence"),
    [
        ("", {}, "The expression can not be empty;"),
        ("a = = :v", {":v": 1}, 'Syntax error; token: "=", near: "= = :v"'),
        ("a =", {}, 'Syntax error; token: "<EOF>", near: "="'),
        ("a[x] = :v", {":v": 1}, 'Syntax error; token: "x", near: "[x]"'),
        ("a b = :v", {":v": 1}, 'Syntax error; token: "b", near: "a b ="'),
        (":v", {":v": 1}, 'Syntax error; token: "<EOF>", near: ":v"'),
        ("(a = :v", {":v": 1}, 'Syntax error; token: "<EOF>", near: ":v"'),
        ("a = :v)", {":v": 1}, 'Syntax error; token: ")", near: ":v)"'),
        ("size(size(a)) = :v", {":v": 1}, "The function is not allowed to be used this way in an expression"),
        ("begins_with(a, size(b))", {}, "operator or function: begins_with, operand type: N"),
        ("attribute_type(a, b)", {}, "operator or function: attribute_type, operand type: path"),
        ("attribute_type(a, :v)", {":v": 1}, "operator or function: attribute_type, operand type: N"),
        ("a ! :v", {":v": 1}, 'Syntax error; token: "!", near: "a !"'),
        ("_a = :v", {":v": 1}, 'Syntax error; token: "_", near: "_"'),
        ("a", {}, 'Syntax error; token: "<EOF>", near: "a"'),
        ("status = :v", {":v": 1}, "Attribute name is a reserved keyword; reserved keyword: status"),
        ("((a = :v))", {":v": 1}, "The expression has redundant parentheses;"),
        ("a = a", {}, "The first operand must be distinct from the remaining operands"),
        ("size(a)", {}, "The function is not allowed to be used this way in an expression; function: size"),
        ("begins_with(a, :v) = :v", {":v": "x"}, "The function is not allowed to be used this way"),
        ("begins_with(a, :v)", {":v": 1}, "operator or function: begins_with, operand type: N"),
        ("begins_with(a)", {}, "operator or function: begins_with, number of operands: 1"),
        ("starts_with(a, :v)", {":v": "x"}, "Invalid function name; function: starts_with"),
        ("ATTRIBUTE_EXISTS(a)", {}, "Invalid function name; function: ATTRIBUTE_EXISTS"),
        ("attribute_exists(:v)", {":v": 1}, "Operator or function requires a document path"),
        ("attribute_type(a, :v)", {":v": "STRING"}, "Invalid attribute type name found; type: STRING"),
        ("a < :v", {":v": True}, "operator or function: <, operand type: BOOL"),
        (
            "a BETWEEN :v AND :w",
            {":v": 2, ":w": 1},
            "requires upper bound to be greater than or equal to lower",
        ),
        ("a BETWEEN :v AND :w", {":v": 2, ":w": "x"}, "requires same data type for lower and upper bounds"),
        (f"a IN ({', '.join([':v'] * 101)})", {":v": 1}, "too many operands; number of operands: 101"),
        ("a = :absent", {}, "An expression attribute value used in expression is not defined"),
        ("#absent = :v", {":v": 1}, "An expression attribute name used in the document path is not defined"),
        ("NOT " * 500 + "a = :v", {":v": 1}, "too many nested conditions"),
        ("a = :v OR " * 500 + "a = :v", {":v": 1}, "Expression size has exceeded the maximum allowed size"),
    ],
)
def test_it_refuses_a_wrong_condition_in_aws_words(
    client: Any, condition: str, values: dict[str, Any], sentence: str
) -> None:
    typed = {name: _typed(value) for name, value in values.items()}
    request = {"Item": ITEM, "ConditionExpression": condition}
    if typed:
        request["ExpressionAttributeValues"] = typed
    assert f"Invalid ConditionExpression: {sentence}".split(":")[0] in (
        said := refusal(client, "put_item", **request)
    )
    assert sentence in said


def _typed(value: Any) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"BOOL": value}
    return {"N": str(value)} if isinstance(value, int) else {"S": value}


@pytest.mark.parametrize(
    ("update", "values", "sentence"),
    [
        (
            "SET a = :v SET b = :v",
            {":v": 1},
            'The "SET" section can only be used once in an update expression;',
        ),
        ("SET a = :v, a = :v", {":v": 1}, "Two document paths overlap with each other"),
        ("SET m.x = :v, m[0] = :v", {":v": 1}, "Two document paths conflict with each other"),
        ("SET pk = :v", {":v": "x"}, "Cannot update attribute pk. This attribute is part of the key"),
        ("SET a = ((:v))", {":v": 1}, "The expression has redundant parentheses;"),
        ("SET a = b", {}, "The provided expression refers to an attribute that does not exist in the item"),
        ("SET a = a + :v", {":v": 1}, "An operand in the update expression has an incorrect data type"),
        ("SET a = list_append(m, :v)", {":v": 1}, "operator or function: list_append, operand type: N"),
        ("ADD s a", {}, 'Syntax error; token: "a", near: "s a"'),
        ("ADD l :v", {":v": 1}, "An operand in the update expression has an incorrect data type"),
        ("SET l = list_append(l, a)", {}, "An operand in the update expression has an incorrect data type"),
        ("SET a = :v + :v", {":v": "x"}, "operator or function: +, operand type: S"),
        ("SET a = list_append(l, :v)", {":v": 1}, "operator or function: list_append, operand type: N"),
        ("SET a = if_not_exists(:v, :v)", {":v": 1}, "Operator or function requires a document path"),
        (
            "SET b.c = :v",
            {":v": 1},
            "The document path provided in the update expression is invalid for update",
        ),
        ("REMOVE l.x", {}, "The document path provided in the update expression is invalid for update"),
        ("ADD a :v", {":v": "x"}, "operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND"),
        (
            "DELETE s :v",
            {":v": 1},
            "operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
        ),
        ("SET g = :v", {":v": 1}, "Type mismatch for Index Key g Expected: S Actual: N IndexName: by_number"),
        ("SET g = :v", {":v": ""}, "IndexName: by_number, IndexKey: g"),
        ("SET a = begins_with(a, :v)", {":v": "x"}, "Invalid function name; function: begins_with"),
        ("a = :v", {":v": 1}, 'Syntax error; token: "a", near: "a ="'),
    ],
)
def test_it_refuses_a_wrong_update_in_aws_words(
    client: Any, update: str, values: dict[str, Any], sentence: str
) -> None:
    client.put_item(TableName="people", Item=ITEM)
    request: dict[str, Any] = {"Key": KEY, "UpdateExpression": update}
    if values:
        request["ExpressionAttributeValues"] = {name: _typed(value) for name, value in values.items()}
    assert sentence in refusal(client, "update_item", **request)
    assert client.get_item(TableName="people", Key=KEY)["Item"] == ITEM


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        ({"pk": {"S": "p"}}, "One or more parameter values were invalid: Missing the key sk in the item"),
        (ITEM | {"sk": {"N": "1"}}, "Type mismatch for key sk expected: S actual: N"),
        (ITEM | {"pk": {"S": ""}}, "cannot contain an empty string value. Key: pk"),
        (
            ITEM | {"pk": {"S": "é" * 1025}},
            "Size of hashkey has exceeded the maximum size limit of2048 bytes",
        ),
        (ITEM | {"sk": {"S": "x" * 1025}}, "Aggregated size of all range keys has exceeded the size limit"),
        (
            ITEM | {"n": {"S": "1"}},
            "Type mismatch for Index Key n Expected: N Actual: S IndexName: by_number",
        ),
        (ITEM | {"g": {"S": ""}}, "A value specified for a secondary index key is not supported."),
        (ITEM | {"a": {"S": "x" * 409_600}}, "Item size has exceeded the maximum allowed size"),
        (
            ITEM | {"a": {}},
            "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
        ),
        (ITEM | {"a": {"S": "x", "N": "1"}}, "Supplied AttributeValue has more than one datatypes set"),
        (ITEM | {"a": {"N": "abc"}}, "The parameter cannot be converted to a numeric value: abc"),
        (ITEM | {"a": {"N": "NaN"}}, "The parameter cannot be converted to a numeric value: NaN"),
        (ITEM | {"a": {"N": "1" * 39}}, "Attempting to store more than 38 significant digits in a Number"),
        (ITEM | {"a": {"N": "1e126"}}, "Number overflow."),
        (ITEM | {"a": {"N": "1e-131"}}, "Number underflow."),
        (ITEM | {"a": {"SS": []}}, "An string set  may not be empty"),
        (ITEM | {"a": {"SS": ["a", "a"]}}, "Input collection [a, a] contains duplicates."),
        (ITEM | {"a": {"NS": ["1", "1.0"]}}, "contains duplicates."),
        (ITEM | {"a": {"NULL": False}}, "Null attribute value types must have the value of true"),
    ],
)
def test_it_refuses_an_item_dynamodb_could_not_hold(client: Any, item: dict[str, Any], sentence: str) -> None:
    assert sentence in refusal(client, "put_item", Item=item)


def test_it_refuses_nesting_deeper_than_32(client: Any) -> None:
    value: dict[str, Any] = {"S": "x"}
    for _ in range(33):
        value = {"L": [value]}
    assert "Nesting Levels" in refusal(client, "put_item", Item=ITEM | {"a": value})
    client.put_item(TableName="people", Item=ITEM | {"a": value["L"][0]})


@pytest.mark.parametrize(
    ("operation", "request_", "sentence"),
    [
        ("get_item", {"Key": {"pk": {"S": "p"}}}, "The provided key element does not match the schema"),
        ("get_item", {"Key": KEY | {"a": {"S": "x"}}}, "The provided key element does not match the schema"),
        ("get_item", {"Key": KEY | {"sk": {"N": "1"}}}, "The provided key element does not match the schema"),
        ("get_item", {"Key": KEY, "ProjectionExpression": "a, a"}, "Two document paths overlap"),
        ("put_item", {"Item": ITEM, "ReturnValues": "ALL_NEW"}, "ReturnValues can only be ALL_OLD or NONE"),
        ("put_item", {"Item": ITEM, "Expected": {"a": {"Exists": False}}}, "legacy parameters: Expected"),
        (
            "put_item",
            {"Item": ITEM, "ExpressionAttributeValues": {":v": {"S": "x"}}},
            "ExpressionAttributeValues can only be specified when using expressions",
        ),
        (
            "put_item",
            {
                "Item": ITEM,
                "ConditionExpression": "attribute_exists(a)",
                "ExpressionAttributeNames": {"#u": "x"},
            },
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#u}",
        ),
        (
            "put_item",
            {"Item": ITEM, "ConditionExpression": "a = :v", "ExpressionAttributeValues": {":v": {"N": "x"}}},
            "ExpressionAttributeValues contains invalid value: The parameter cannot be converted",
        ),
        (
            "put_item",
            {"Item": ITEM, "ConditionExpression": "a = :v", "ExpressionAttributeValues": {"v": {"N": "1"}}},
            'ExpressionAttributeValues contains invalid key: Syntax error; key: "v"',
        ),
    ],
)
def test_it_refuses_a_wrong_request_in_aws_words(
    client: Any, operation: str, request_: dict[str, Any], sentence: str
) -> None:
    assert sentence in refusal(client, operation, **request_)


P = {":p": {"S": "p"}}


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ({}, "Either the KeyConditions or KeyConditionExpression parameter must be specified"),
        ({"KeyConditionExpression": "sk = :p"}, "Query condition missed key schema element: pk"),
        ({"KeyConditionExpression": "pk > :p"}, "Query key condition not supported"),
        ({"KeyConditionExpression": "pk = :p AND a = :p"}, "Query condition missed key schema element: sk"),
        ({"KeyConditionExpression": "pk = :p AND pk = :p"}, "must only contain one condition per key"),
        (
            {"KeyConditionExpression": "pk = :p OR sk = :p"},
            "Invalid operator used in KeyConditionExpression: OR",
        ),
        (
            {"KeyConditionExpression": "pk = :p AND sk <> :p"},
            "Unsupported operator in KeyConditionExpression",
        ),
        ({"KeyConditionExpression": "pk = :p AND contains(sk, :p)"}, "Invalid operator used in KeyCondition"),
        (
            {"KeyConditionExpression": "pk = :p AND size(sk) = :p"},
            "Invalid condition in KeyConditionExpression",
        ),
        ({"KeyConditionExpression": "pk.a = :p"}, "cannot have conditions on nested attributes"),
        (
            {"KeyConditionExpression": "pk = :p", "FilterExpression": "sk = :p"},
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk",
        ),
        (
            {"KeyConditionExpression": "pk = :p", "IndexName": "none"},
            "does not have the specified index: none",
        ),
        (
            {"KeyConditionExpression": "g = :p", "IndexName": "by_group", "ConsistentRead": True},
            "Consistent reads are not supported on global secondary indexes",
        ),
        ({"KeyConditionExpression": "pk = :p", "Limit": 0}, "greater than or equal to 1"),
        (
            {"KeyConditionExpression": "pk = :p", "Select": "ALL_PROJECTED_ATTRIBUTES"},
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName",
        ),
        (
            {"KeyConditionExpression": "g = :p", "IndexName": "by_number", "Select": "ALL_ATTRIBUTES"},
            "Select type ALL_ATTRIBUTES is not supported for global secondary index by_number",
        ),
        (
            {"KeyConditionExpression": "g = :p", "IndexName": "keys_only", "ProjectionExpression": "a"},
            "Global secondary index keys_only does not project [a]",
        ),
        (
            {"KeyConditionExpression": "pk = :p", "ExclusiveStartKey": {"pk": {"S": "p"}}},
            "The provided starting key is invalid",
        ),
        (
            {"KeyConditionExpression": "pk = :p", "ExclusiveStartKey": KEY | {"pk": {"S": "q"}}},
            "The provided starting key is invalid",
        ),
        ({"KeyConditionExpression": "pk = :p AND sk IN (:p)"}, "Invalid operator used in KeyCondition"),
        ({"KeyConditionExpression": "pk = :p AND NOT sk = :p"}, "Invalid operator used in KeyCondition"),
        ({"KeyConditionExpression": "pk = :p AND sk = a"}, "multiple attribute names used in one condition"),
        ({"KeyConditionExpression": "pk = :p AND sk = :p AND a = :p"}, "Query key condition not supported"),
        (
            {"KeyConditionExpression": "pk = :p", "Select": "COUNT", "ProjectionExpression": "a"},
            "Cannot specify the ProjectionExpression when choosing to get COUNT",
        ),
        (
            {"KeyConditionExpression": "pk = :p", "Select": "SPECIFIC_ATTRIBUTES"},
            "Must specify the AttributesToGet",
        ),
        ({"KeyConditionExpression": "pk = :p", "Select": "SOME"}, "Member must satisfy enum value set"),
        (
            {"KeyConditionExpression": "pk = :p", "ExpressionAttributeNames": {}},
            "ExpressionAttributeNames must not be empty",
        ),
        (
            {"KeyConditionExpression": "pk = :p", "ExpressionAttributeNames": {"#": "x"}},
            "ExpressionAttributeNames contains invalid key",
        ),
        (
            {"KeyConditionExpression": "pk = :p", "ExpressionAttributeNames": {"#n": ""}},
            "must have a length between 1 and 65535",
        ),
        (
            {"KeyConditionExpression": "pk = :p AND begins_with(sk, :p)", "ExclusiveStartKey": KEY},
            "The provided starting key is outside query boundaries based on provided conditions",
        ),
    ],
)
def test_it_refuses_a_wrong_query_in_aws_words(client: Any, request_: dict[str, Any], sentence: str) -> None:
    values = {"ExpressionAttributeValues": P} if ":p" in str(request_) else {}
    assert sentence in refusal(client, "query", **request_ | values)


def test_it_refuses_an_empty_key_condition(client: Any) -> None:
    request = {"KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"S": ""}}}
    assert "cannot contain an empty string value. Key: pk" in refusal(client, "query", **request)


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        ({"Segment": 0}, "The TotalSegments parameter is required but was not present"),
        ({"TotalSegments": 2}, "The Segment parameter is required but was not present"),
        ({"Segment": 2, "TotalSegments": 2}, "Segment: 2 is not less than TotalSegments: 2"),
        ({"Segment": 0, "TotalSegments": 1_000_001}, "Member must have value less than or equal to 1000000"),
    ],
)
def test_it_refuses_a_segment_there_is_not(client: Any, request_: dict[str, Any], sentence: str) -> None:
    assert sentence in refusal(client, "scan", **request_)


def test_it_refuses_a_key_condition_of_the_wrong_type(client: Any) -> None:
    request = {"KeyConditionExpression": "pk = :p", "ExpressionAttributeValues": {":p": {"N": "1"}}}
    assert "Condition parameter type does not match schema type" in refusal(client, "query", **request)


def test_it_refuses_begins_with_on_a_number_key(client: Any) -> None:
    request = {
        "IndexName": "by_number",
        "KeyConditionExpression": "g = :p AND begins_with(n, :n)",
        "ExpressionAttributeValues": P | {":n": {"N": "1"}},
    }
    assert "operator or function: begins_with, operand type: N" in refusal(client, "query", **request)


PUT = {"PutRequest": {"Item": ITEM}}


@pytest.mark.parametrize(
    ("operation", "request_", "sentence"),
    [
        ("batch_write_item", {"RequestItems": {"people": [PUT] * 26}}, "less than or equal to 25"),
        (
            "batch_write_item",
            {"RequestItems": {"people": [PUT] * 2}},
            "list of item keys contains duplicates",
        ),
        ("batch_write_item", {"RequestItems": {}}, "greater than or equal to 1"),
        (
            "batch_write_item",
            {"RequestItems": {"people": [{}]}},
            "exactly one of PutRequest and DeleteRequest",
        ),
        ("batch_get_item", {"RequestItems": {"people": {"Keys": [KEY] * 101}}}, "less than or equal to 100"),
        ("batch_get_item", {"RequestItems": {"people": {"Keys": [KEY] * 2}}}, "keys contains duplicates"),
        (
            "transact_write_items",
            {"TransactItems": [{}]},
            "can only contain one of Check, Put, Update or Delete",
        ),
        ("transact_write_items", {"TransactItems": []}, "greater than or equal to 1"),
        ("transact_get_items", {"TransactItems": [{}]}, "Member must not be null"),
    ],
)
def test_it_refuses_a_wrong_batch_in_aws_words(
    client: Any, operation: str, request_: dict[str, Any], sentence: str
) -> None:
    assert sentence in refusal(client, operation, **request_)


def test_it_refuses_two_actions_on_one_item(client: Any) -> None:
    put = {"Put": {"TableName": "people", "Item": ITEM}}
    assert "multiple operations on one item" in refusal(
        client, "transact_write_items", TransactItems=[put, put]
    )


def test_it_refuses_more_than_100_actions(client: Any) -> None:
    put = {"Put": {"TableName": "people", "Item": ITEM}}
    assert "less than or equal to 100" in refusal(client, "transact_write_items", TransactItems=[put] * 101)


def test_it_refuses_batches_over_the_limit_of_all_tables_together(client: Any) -> None:
    client.create_table(**PEOPLE | {"TableName": "other"})
    writes = {name: [_numbered_put(number) for number in range(13)] for name in ("people", "other")}
    assert "Too many items requested" in refusal(client, "batch_write_item", RequestItems=writes)
    keys = {name: {"Keys": [_numbered_key(number) for number in range(51)]} for name in ("people", "other")}
    assert "Too many items requested" in refusal(client, "batch_get_item", RequestItems=keys)


def _numbered_key(number: int) -> dict[str, Any]:
    return KEY | {"sk": {"S": str(number)}}


def _numbered_put(number: int, fill: int = 0) -> dict[str, Any]:
    return {"PutRequest": {"Item": _numbered_key(number) | {"fill": {"S": "x" * fill}}}}


def test_it_refuses_a_transaction_over_4_mb(client: Any) -> None:
    puts = [_numbered_put(number, 350_000)["PutRequest"] for number in range(13)]
    actions = [{"Put": {"TableName": "people"} | put} for put in puts]
    assert "4 MB" in refusal(client, "transact_write_items", TransactItems=actions)
    for action in actions:
        client.put_item(**action["Put"])
    gets = [{"Get": {"TableName": "people", "Key": _numbered_key(number)}} for number in range(13)]
    assert "4 MB" in refusal(client, "transact_get_items", TransactItems=gets)


@pytest.mark.parametrize("token", ["", "x" * 37])
def test_it_refuses_a_token_of_the_wrong_length(client: Any, token: str) -> None:
    put = {"Put": {"TableName": "people", "Item": ITEM}}
    said = refusal(client, "transact_write_items", TransactItems=[put], ClientRequestToken=token)
    assert "clientRequestToken" in said


@pytest.mark.parametrize(
    "value",
    [
        1,
        {"S": 1},
        {"N": 1},
        {"B": "*"},
        {"BOOL": "x"},
        {"L": {}},
        {"M": []},
        {"SS": "x"},
        {"SS": [1]},
        {"NULL": 1},
    ],
)
def test_it_refuses_a_value_of_the_wrong_json_type(client: Any, engine: Engine, value: Any) -> None:
    body = json.dumps({"TableName": "people", "Item": KEY | {"a": value}}).encode()
    status, answer = engine.handle("DynamoDB_20120810.PutItem", body)
    assert (status, json.loads(answer)["__type"].split("#")[1]) == (400, "SerializationException")


def test_it_refuses_a_type_there_is_not(client: Any, engine: Engine) -> None:
    body = json.dumps({"TableName": "people", "Item": KEY | {"a": {"X": "x"}}}).encode()
    status, answer = engine.handle("DynamoDB_20120810.PutItem", body)
    assert (status, json.loads(answer)["message"].split(",")[0]) == (400, "Supplied AttributeValue is empty")


def test_it_refuses_an_unknown_table_and_operation(client: Any, engine: Engine) -> None:
    with pytest.raises(ClientError) as refused:
        client.get_item(TableName="nobody", Key=KEY)
    assert code_of(refused) == "ResourceNotFoundException"
    for target in ("", "DynamoDB_20120810.", "DynamoDB_20120810.ExecuteStatement", "GetItem", "é"):
        status, body = engine.handle(target, b"{}")
        assert (status, json.loads(body)["__type"].split("#")[1]) == (400, "UnknownOperationException")


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"\xff", b'{"TableName": 1}', b'{"TableName": "people", "Key": []}', b'"x"'],
)
def test_it_refuses_a_body_of_the_wrong_types(client: Any, engine: Engine, body: bytes) -> None:
    status, answer = engine.handle("DynamoDB_20120810.GetItem", body)
    assert status == 400
    assert json.loads(answer)["__type"].split("#")[1] in ("SerializationException", "ValidationException")


def broken(change: dict[str, Any], **removed: Any) -> dict[str, Any]:
    return {
        name: value
        for name, value in (PEOPLE | {"TableName": "other"} | change).items()
        if name not in removed
    }


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (broken({"TableName": "x"}), "Member must satisfy regular expression pattern"),
        (broken({"BillingMode": "PROVISIONED"}), "must both be specified when BillingMode is PROVISIONED"),
        (broken({"AttributeDefinitions": []}), "Some index key attributes are not defined"),
        (
            broken(
                {
                    "AttributeDefinitions": [
                        *PEOPLE["AttributeDefinitions"],
                        {"AttributeName": "z", "AttributeType": "S"},
                    ]
                }
            ),
            "Some AttributeDefinitions are not used",
        ),
        (broken({"GlobalSecondaryIndexes": [index("by_group", "g")] * 2}), "Duplicate index name: by_group"),
        (broken({"KeySchema": [{"AttributeName": "pk", "KeyType": "RANGE"}]}), "is not a HASH key type"),
        (table("other", "pk", types="pk:S x:S", local=(index("lsi", "pk", "x"),)), "needs a range key"),
        (
            table("other", "pk", "sk", types="pk:S sk:S x:S", local=(index("lsi", "x", "sk"),)),
            "hash key of its",
        ),
        (
            table(
                "other", "pk", "sk", types="pk:S sk:S x:S", local=(index("lsi", "pk", "x", kind="KEYS_ONLY"),)
            ),
            "projection ALL only",
        ),
        (broken({"GlobalSecondaryIndexes": [index("more", "g", kind="INCLUDE")]}), "NonKeyAttributes is not"),
        (
            broken({"GlobalSecondaryIndexes": [index("more", "g", include=["a", "a"])]}),
            "Duplicate attribute names in NonKeyAttributes",
        ),
        (
            broken(
                {
                    "GlobalSecondaryIndexes": [
                        {**index("more", "g"), "Projection": {"NonKeyAttributes": ["a"]}}
                    ]
                }
            ),
            "Unknown ProjectionType: null",
        ),
        (
            broken(
                {
                    "GlobalSecondaryIndexes": [
                        {
                            **index("more", "g"),
                            "Projection": {"ProjectionType": "ALL", "NonKeyAttributes": ["a"]},
                        }
                    ]
                }
            ),
            "ProjectionType is ALL, but NonKeyAttributes is specified",
        ),
        (
            table(
                "other",
                "pk",
                types="pk:S",
                indexes=tuple(
                    index(f"index{number}", "pk", include=[f"a{number}{each}" for each in range(20)])
                    for number in range(6)
                ),
            ),
            "Number of NonKeyAttributes exceeds the limit of 100",
        ),
        (
            broken({"GlobalSecondaryIndexes": [index(f"index{number}", "g") for number in range(21)]}),
            "GlobalSecondaryIndexes count exceeds the per-table limit of 20",
        ),
        (
            broken({"ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 1}}),
            "can be specified when BillingMode is PAY_PER_REQUEST",
        ),
        (
            broken({"AttributeDefinitions": PEOPLE["AttributeDefinitions"] * 2}),
            "Cannot have two attributes with the same name",
        ),
        (
            broken({"KeySchema": [{"AttributeName": name, "KeyType": "HASH"} for name in ("pk", "sk")]}),
            "The second KeySchemaElement is not a RANGE key type",
        ),
        (table("other", "pk", "pk", types="pk:S"), "have the same name"),
    ],
)
def test_it_refuses_a_table_aws_would_not_make(client: Any, request_: dict[str, Any], sentence: str) -> None:
    assert sentence in refusal(client, "create_table", **request_)


def test_it_refuses_a_table_that_exists(client: Any) -> None:
    with pytest.raises(ClientError) as refused:
        client.create_table(**PEOPLE)
    assert code_of(refused) == "ResourceInUseException"


JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**70), 2**70),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(
            ["people", "ALL_OLD", "a = :v", "SET a = :v", "pk = :v", "attribute_exists(a)", ":v", "#n"]
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.sampled_from(["S", "N", "B", "L", "M", "SS", "pk", "sk"]), st.text()), inner
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(data=st.data())
def test_no_input_makes_a_500(data: st.DataObject) -> None:
    """Each request is built of its operation's own members, filled with anything."""
    name = data.draw(st.sampled_from(sorted(set(SHAPES) - {"CreateTable", "DeleteTable"})))
    members = [*SHAPES[name].required, *SHAPES[name].optional]
    request = data.draw(st.fixed_dictionaries({}, optional={member: JSON for member in members}))
    request |= data.draw(st.sampled_from([{}, {"TableName": "people"}, {"TableName": "people", "Key": KEY}]))
    status, body = _SHARED.handle(f"DynamoDB_20120810.{name}", json.dumps(request).encode())
    assert status in (200, 400), (name, request, body)
    assert isinstance(json.loads(body), dict)


_SHARED = Engine(":memory:")
_SHARED.handle("DynamoDB_20120810.CreateTable", json.dumps(PEOPLE).encode())
