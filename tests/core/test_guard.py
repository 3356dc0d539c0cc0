"""No request leaves with a key of another tenant in it, whatever kind it is and wherever the key stands."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from pynamodb.models import Model

import app
from chalicelib.core import guard
from chalicelib.core.guard import ForeignKey
from chalicelib.core.store import Store, connection

TENANT, OTHER, TABLE = "aaaaaaaaaa", "bbbbbbbbbb", "crm"


def _s(text: str) -> dict[str, str]:
    return {"S": text}


KEY = {"pk": _s(f"{TENANT}#C#1"), "sk": _s("@")}
ITEM = {
    **KEY,
    **{name: _s(f"{TENANT}#x") for name in ("lp", "fp", "rc", "ro", "rp")},
    "d": _s(f"{OTHER}#is only text here"),
}
ONE = {"TableName": TABLE, "Key": KEY}
PUT = {"TableName": TABLE, "Item": ITEM}
QUERY = {
    "TableName": TABLE,
    "KeyConditionExpression": "#h = :h AND #s >= :l",
    "ExpressionAttributeNames": {"#h": "lp", "#s": "s1"},
    "ExpressionAttributeValues": {":h": _s(f"{TENANT}#C"), ":l": _s("du")},
    "ExclusiveStartKey": {**KEY, "lp": _s(f"{TENANT}#C"), "s1": _s("dupont")},
}
REQUESTS: dict[str, dict[str, Any]] = {
    "GetItem": ONE,
    "PutItem": PUT,
    "UpdateItem": {**ONE, "UpdateExpression": "SET a = :a"},
    "DeleteItem": ONE,
    "Query": QUERY,
    "BatchGetItem": {"RequestItems": {TABLE: {"Keys": [KEY, KEY]}}},
    "BatchWriteItem": {
        "RequestItems": {TABLE: [{"PutRequest": {"Item": ITEM}}, {"DeleteRequest": {"Key": KEY}}]}
    },
    "TransactGetItems": {"TransactItems": [{"Get": ONE}]},
    "TransactWriteItems": {
        "TransactItems": [{"Put": PUT}, {"Update": ONE}, {"Delete": ONE}, {"ConditionCheck": ONE}]
    },
}


def _mutants(request: Any) -> Iterator[Any]:
    """The request again and again, each time with one text of this tenant become another's."""

    def places(node: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
        if isinstance(node, dict | list):
            for name, inner in node.items() if isinstance(node, dict) else enumerate(node):
                yield from places(inner, (*path, name))
        elif isinstance(node, str) and node.startswith(f"{TENANT}#"):
            yield path

    for path in places(request, ()):
        mutant = copy.deepcopy(request)
        node = mutant
        for name in path[:-1]:
            node = node[name]
        node[path[-1]] = node[path[-1]].replace(TENANT, OTHER)
        yield mutant


@pytest.mark.parametrize("operation", REQUESTS)
def test_it_lets_a_tenants_own_keys_through(operation: str) -> None:
    guard.check(TENANT, operation, REQUESTS[operation], TABLE)


@pytest.mark.parametrize("operation", REQUESTS)
def test_it_refuses_one_foreign_key_wherever_it_stands(operation: str) -> None:
    mutants = list(_mutants(REQUESTS[operation]))
    assert mutants
    for mutant in mutants:
        with pytest.raises(ForeignKey):
            guard.check(TENANT, operation, mutant, TABLE)


@pytest.mark.parametrize(
    "prefix", ["", TENANT, TENANT[:-1] + "#", TENANT.upper() + "#", f" {TENANT}#", f"{TENANT}a#"]
)
def test_nearly_the_tenants_prefix_is_not_it(prefix: str) -> None:
    with pytest.raises(ForeignKey):
        guard.check(TENANT, "GetItem", {"TableName": TABLE, "Key": {"pk": _s(prefix + "C")}}, TABLE)


@pytest.mark.parametrize("condition", ["", "#s = :h", "sk = :h", "#h=:h"])
def test_a_query_that_hides_its_hash_key_is_refused(condition: str) -> None:
    with pytest.raises(ForeignKey):
        guard.check(TENANT, "Query", {**QUERY, "KeyConditionExpression": condition}, TABLE)


@pytest.mark.parametrize("operation", sorted(guard.REFUSED_OPERATIONS))
def test_what_has_no_leading_key_is_refused(operation: str) -> None:
    with pytest.raises(ForeignKey):
        guard.check(TENANT, operation, {"TableName": TABLE}, TABLE)


def test_the_store_sends_nothing_that_is_refused(world: object) -> None:
    with pytest.raises(ForeignKey):
        Store(TENANT).get((f"{OTHER}#C#1", "@"))


@pytest.mark.parametrize("operation", ["Scan", "ExecuteStatement"])
def test_the_stores_own_client_refuses_them_too(world: object, operation: str) -> None:
    body = {"TableName": TABLE} if operation == "Scan" else {"Statement": 'SELECT * FROM "crm"'}
    with pytest.raises(ForeignKey):
        connection().dispatch(operation, body)


def _models(base: type[Model]) -> Iterator[type[Model]]:
    for model in base.__subclasses__():
        if hasattr(model, "Meta") and model.__module__.startswith("chalicelib"):
            yield model
        yield from _models(model)


@pytest.mark.parametrize("model", sorted(set(_models(Model)), key=str), ids=lambda model: model.__name__)
def test_no_model_of_ours_scans(world: object, model: type[Model]) -> None:
    assert app.app  # All models are known once the app is there.
    with pytest.raises(ForeignKey):
        next(iter(model.scan()))
    client = model._get_connection().connection.client
    with pytest.raises(ForeignKey):
        client.execute_statement(Statement=f'SELECT * FROM "{model.Meta.table_name}"')
