"""Between us and DynamoDB: what is tried again, what is not, and what is said when nobody answers."""

import io
import json
from typing import Any

import pytest
from botocore.awsrequest import AWSResponse
from pynamodb.exceptions import VerboseClientError
from urllib3.response import HTTPResponse

from chalicelib.accounts.models import Session
from chalicelib.core import ids
from chalicelib.core.errors import Busy, Conflict, Invalid
from chalicelib.core.store import Item, Range, Store, Write, connection
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, put
from chalicelib.transfer.models import Import
from tests import faults
from tests.world import Visitor


@pytest.fixture
def store(world: object, impatient: None, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An empty tenant's store that does not wait between its tries."""
    monkeypatch.setattr("chalicelib.core.store.pause", lambda attempt: None)
    return Store(ids.new_tenant_id())


def _item(store: Store, name: str = "1", **values: str | int) -> Item:
    return {"pk": store.key("X", name), "sk": "@", **values}


def _adding(store: Store, amount: int = 1) -> Write:
    key = {"pk": {"S": store.key("K")}, "sk": {"S": "sum"}}
    values = {":n": {"N": str(amount)}}
    request = {
        "TableName": store.table,
        "Key": key,
        "UpdateExpression": "ADD n :n",
        "ExpressionAttributeValues": values,
    }
    return Write("Update", request)


def _sum(store: Store) -> int:
    item = store.get((store.key("K"), "sum"))
    return int(item["n"]) if item else 0


def _cancelled(*codes: str | None) -> faults.Fault:
    """The answer of a transaction cancelled for these reasons."""

    def answer(call: faults.Call) -> Any:
        text = f"Transaction cancelled, please refer cancellation reasons for specific reasons {codes}"
        reasons = [{"Code": code or "None"} for code in codes]
        body = {"__type": "com.amazonaws#TransactionCanceledException", "message": text}
        return _answered(call, {**body, "CancellationReasons": reasons}, 400)

    return answer


def _answered(call: faults.Call, body: dict[str, Any], status: int = 200) -> Any:
    raw = HTTPResponse(body=io.BytesIO(json.dumps(body).encode()), preload_content=False)
    return AWSResponse(call.request.url, status, {"Content-Type": "application/x-amz-json-1.0"}, raw)


def test_a_commit_is_tried_again_after_a_conflict(store: Store) -> None:
    fault = _cancelled("TransactionConflict", None)
    with faults.inject(fault, connection().client, times=3) as injection:
        store.commit([_adding(store), put(store.table, _item(store))])
    assert injection.calls == ["TransactWriteItems"] * 4
    assert _sum(store) == 1


def test_a_commit_gives_up_when_conflicts_go_on(store: Store) -> None:
    with faults.inject(_cancelled("TransactionConflict"), connection().client, times=99), pytest.raises(Busy):
        store.commit([_adding(store)])
    assert _sum(store) == 0


@pytest.mark.parametrize(
    "codes",
    [("ThrottlingError", None), ("TransactionConflict", "ProvisionedThroughputExceeded")],
)
def test_a_commit_does_not_hammer_a_table_that_asks_for_rest(
    store: Store, codes: tuple[str | None, ...]
) -> None:
    with (
        faults.inject(_cancelled(*codes), connection().client, times=9) as injection,
        pytest.raises(Busy),
    ):
        store.commit([_adding(store), put(store.table, _item(store))])
    assert injection.calls == ["TransactWriteItems"]


def test_a_commit_is_not_tried_again_when_a_condition_fails(store: Store) -> None:
    store.write_many([_item(store)])
    refusal = Conflict(Text("Déjà là", "Already there"))
    claim = put(store.table, _item(store), condition="attribute_not_exists(pk)", refusal=refusal)
    with faults.inject(faults.no_connection, connection().client, at=99) as injection:
        with pytest.raises(Conflict) as raised:
            store.commit([_adding(store), claim])
        assert injection.calls == ["TransactWriteItems"]
    assert raised.value is refusal
    assert _sum(store) == 0


def test_the_first_failed_condition_is_the_one_that_is_told(store: Store) -> None:
    store.write_many([_item(store, "1"), _item(store, "2")])
    first, second = Invalid.field("a", Text("a", "a")), Invalid.field("b", Text("b", "b"))
    claims = [
        put(store.table, _item(store, name), condition="attribute_not_exists(pk)", refusal=refusal)
        for name, refusal in (("1", first), ("2", second))
    ]
    with pytest.raises(Invalid) as raised:
        store.commit(claims)
    assert raised.value is first


def test_a_lost_answer_does_the_work_once(store: Store) -> None:
    with faults.inject(faults.lost_answer, connection().client) as injection:
        store.commit([_adding(store), put(store.table, _item(store))])
    assert injection.calls == ["TransactWriteItems"] * 2
    assert _sum(store) == 1


def test_work_still_in_progress_is_asked_for_under_its_own_token(store: Store) -> None:
    def in_progress(call: faults.Call) -> Any:
        call.send()
        return call.refuse(400, "TransactionInProgressException")

    with faults.inject(in_progress, connection().client) as injection:
        store.commit([_adding(store)])
    assert len(injection.calls) == 2
    assert _sum(store) == 1


@pytest.mark.parametrize("fault", [faults.throttle, faults.exhausted, faults.server_error])
def test_what_throttles_for_good_is_busy_and_writes_nothing(store: Store, fault: faults.Fault) -> None:
    work = Work(Caller(store.tenant, "u", "U"))
    work.put(_item(store))
    for action in (
        work.commit,
        lambda: store.get((store.key("X", "1"), "@")),
        lambda: store.query("pk", store.key("X", "1")),
        lambda: store.write_many([_item(store)]),
    ):
        with faults.inject(fault, connection().client, times=99), pytest.raises(Busy):
            action()
    assert store.get((store.key("X", "1"), "@")) is None


def test_nobody_at_the_other_end_is_busy_too(store: Store) -> None:
    with faults.inject(faults.no_connection, connection().client, times=99), pytest.raises(Busy):
        store.get((store.key("X", "1"), "@"))


def test_an_item_a_transaction_holds_is_busy(store: Store) -> None:
    def held(call: faults.Call) -> Any:
        return _answered(call, {"__type": "com.amazonaws#TransactionConflictException"}, 400)

    key = (store.key("K"), "sum")
    with faults.inject(held, connection().client), pytest.raises(Busy):
        store.update(key, "ADD #n :n", {"#n": "n"}, {":n": 1})


def test_a_mistake_of_ours_is_not_called_busy(store: Store) -> None:
    with pytest.raises(VerboseClientError):
        store.update((store.key("K"), "x"), "nonsense", {"#n": "n"}, {":n": 1})


@pytest.mark.parametrize(
    "path", ["/api/session", "/api/contacts", "/api/imports", "/api/sessions", "/api/preferences"]
)
def test_a_route_answers_503_and_when_to_try_again(alice: Visitor, impatient: None, path: str) -> None:
    models = [model._get_connection().connection.client for model in (Session, Import)]
    for client in (connection().client, *models):
        with faults.inject(faults.exhausted, client, times=99) as injection:
            answer = alice.get(path)
        if injection.struck:
            assert answer.status_code == 503, answer.text
            assert int(answer.headers["retry-after"]) > 0
    assert alice.get(path).status_code == 200


def test_a_batch_waits_for_what_was_left_unprocessed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr("chalicelib.core.store.pause", waited.append)

    def nothing(call: faults.Call) -> Any:
        return _answered(call, {"UnprocessedItems": json.loads(call.request.body)["RequestItems"]})

    with faults.inject(nothing, connection().client, times=4) as injection:
        store.write_many(_item(store, str(n)) for n in range(20))
    assert injection.calls == ["BatchWriteItem"] * 5
    assert waited == [0, 1, 2, 3]
    assert len(store.get_many([(store.key("X", str(n)), "@") for n in range(20)])) == 20


def test_many_batches_are_all_written_whatever_is_left_unprocessed(store: Store) -> None:
    def nothing(call: faults.Call) -> Any:
        return _answered(call, {"UnprocessedItems": json.loads(call.request.body)["RequestItems"]})

    with faults.inject(nothing, connection().client, at=2, times=5):
        store.write_many(_item(store, str(n)) for n in range(210))
    assert len(store.get_many([(store.key("X", str(n)), "@") for n in range(210)])) == 210


def test_a_batch_that_is_never_processed_ends_as_busy(store: Store) -> None:
    def none(call: faults.Call) -> Any:
        return _answered(call, {"UnprocessedItems": json.loads(call.request.body)["RequestItems"]})

    with faults.inject(none, connection().client, times=99), pytest.raises(Busy):
        store.write_many([_item(store)])


def test_many_keys_are_read_a_hundred_at_a_time_each_once(store: Store) -> None:
    store.write_many(_item(store, str(n), n=n) for n in range(150))
    keys = [(store.key("X", str(n % 160)), "@") for n in range(320)]
    with faults.inject(faults.no_connection, connection().client, at=99) as injection:
        found = store.get_many(keys, consistent=True)
    assert injection.calls == ["BatchGetItem"] * 2
    assert {int(item["n"]) for item in found.values()} == set(range(150))


def test_a_transaction_too_large_is_refused_before_it_is_sent(store: Store) -> None:
    with pytest.raises(ValueError, match="101"):
        store.commit([_adding(store)] * 101)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Range(), ["a", "ab", "b", "c"]),
        (Range(prefix="a"), ["a", "ab"]),
        (Range(low="ab"), ["ab", "b", "c"]),
        (Range(high="b"), ["a", "ab", "b"]),
        (Range(low="ab", high="b"), ["ab", "b"]),
    ],
)
def test_a_range_includes_both_of_its_ends(store: Store, wanted: Range, found: list[str]) -> None:
    pk = store.key("R")
    store.write_many({"pk": pk, "sk": each} for each in ("a", "ab", "b", "c"))
    assert [item["sk"] for item in store.query_all("pk", pk, wanted=wanted, limit=1)] == found
