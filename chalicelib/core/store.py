"""A tenant's items in the `crm` table: read, queried, written, always behind the leading-key guard.

Items are plain dicts of text and whole numbers; PynamoDB's low-level connection carries them, since a list
page splices its rows and an import writes thousands of items, where its models cost 20 to 80 times more.
"""

import random
import time
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from pynamodb.connection import Connection
from pynamodb.exceptions import PynamoDBException, VerboseClientError

from chalicelib.core import guard
from chalicelib.core.config import settings
from chalicelib.core.errors import Busy, Refusal
from chalicelib.core.tables import TIMEOUTS

Value = str | int
Item = dict[str, Value]
Key = tuple[str, str]

MOST_ACTIONS = 100
_BATCH = 25
_TRIES = 6


@cache
def connection() -> Connection:
    """One client a process, kept alive between invocations."""
    made = Connection(region=settings().region, **TIMEOUTS)
    # Left to itself, botocore puts its own name together anew for every call: 0.06 ms.
    made.session.set_default_client_config(Config(user_agent="simple-crm"))
    guard.watch(made.client)
    # It would also look at every action of a transaction, 1.2 ms at 100, to tell where the table might be.
    # An endpoint is known from the start; should botocore forget this name, it is as slow as before.
    made.client._ruleset_resolver = None
    return made


def to_wire(item: Item) -> dict[str, dict[str, str]]:
    return {
        name: {"S": value} if isinstance(value, str) else {"N": str(value)} for name, value in item.items()
    }


def from_wire(item: dict[str, dict[str, str]]) -> Item:
    return {name: value["S"] if "S" in value else int(value["N"]) for name, value in item.items()}


@dataclass
class Write:
    """One action of a transaction; `refusal` is raised when its condition fails."""

    verb: str  # Put, Update, Delete or ConditionCheck
    request: dict[str, Any]
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Page:
    items: list[Item]
    last: Item | None = None
    count: int = 0


@dataclass(frozen=True)
class Range:
    """Which sort keys a query wants: `prefix`, or from `low` to `high`, both included."""

    prefix: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class Store:
    """The items of one tenant; every call is checked against its id."""

    tenant: str
    table: str = field(default_factory=lambda: settings().table_crm)

    def call(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        guard.check(self.tenant, operation, request, self.table)
        return dispatch(operation, request)

    def key(self, *parts: str) -> str:
        """A hash key of this tenant: `key("C", id)` → `<tenant>#C#<id>`."""
        return "#".join((self.tenant, *parts))

    def get(self, key: Key, *, consistent: bool = True) -> Item | None:
        request = {"TableName": self.table, "Key": _wire_key(key), "ConsistentRead": consistent}
        found = self.call("GetItem", request).get("Item")
        return from_wire(found) if found else None

    def get_many(self, keys: Sequence[Key], *, consistent: bool = False) -> dict[Key, Item]:
        """The items found among `keys`, by key; missing ones are left out."""
        found: dict[Key, Item] = {}
        wanted = [_wire_key(key) for key in dict.fromkeys(keys)]
        for start in range(0, len(wanted), 100):
            pending: dict[str, Any] = {
                self.table: {"Keys": wanted[start : start + 100], "ConsistentRead": consistent}
            }
            for attempt in range(_TRIES):
                answer = self.call("BatchGetItem", {"RequestItems": pending})
                for raw in answer["Responses"].get(self.table, []):
                    item = from_wire(raw)
                    found[(str(item["pk"]), str(item["sk"]))] = item
                pending = answer.get("UnprocessedKeys") or {}
                if not pending:
                    break
                pause(attempt)
            else:
                raise Busy
        return found

    def query(
        self,
        hash_key: str,
        hash_value: str,
        *,
        index: str | None = None,
        range_key: str = "sk",
        wanted: Range = Range(),
        forward: bool = True,
        limit: int | None = None,
        start: Item | None = None,
        count_only: bool = False,
        consistent: bool = False,
    ) -> Page:
        """One page of a Query, as DynamoDB gives it (at most 1 MB); `last` is where the next one starts."""
        request: dict[str, Any] = {
            "TableName": self.table,
            "ScanIndexForward": forward,
            **_key_condition(hash_key, hash_value, range_key, wanted),
        }
        if index:
            request["IndexName"] = index
        else:
            request["ConsistentRead"] = consistent
        if limit:
            request["Limit"] = limit
        if start:
            request["ExclusiveStartKey"] = to_wire(start)
        if count_only:
            request["Select"] = "COUNT"
        answer = self.call("Query", request)
        last = answer.get("LastEvaluatedKey")
        items = [from_wire(raw) for raw in answer.get("Items", ())]
        return Page(items, from_wire(last) if last else None, answer["Count"])

    def query_all(self, hash_key: str, hash_value: str, **how: Any) -> Iterable[Item]:
        """Every item of a Query, page after page; for sets that are known to be small, or for jobs."""
        start: Item | None = None
        while True:
            page = self.query(hash_key, hash_value, start=start, **how)
            yield from page.items
            start = page.last
            if start is None:
                return

    def update(self, key: Key, expression: str, names: dict[str, str], values: Item) -> Item:
        """An UpdateItem outside any transaction; the item's new attributes."""
        request = {
            "TableName": self.table,
            "Key": _wire_key(key),
            "UpdateExpression": expression,
            "ExpressionAttributeNames": names,
            "ExpressionAttributeValues": to_wire(values),
            "ReturnValues": "ALL_NEW",
        }
        return from_wire(self.call("UpdateItem", request)["Attributes"])

    def commit(self, writes: Sequence[Write]) -> None:
        """All of `writes` or none (at most 100); raises the refusal of the first failed condition."""
        if len(writes) > MOST_ACTIONS:
            raise ValueError(f"{len(writes)} actions do not fit one transaction")
        # The token lets botocore try again after a lost answer without doing the work twice.
        request = {
            "TransactItems": [{write.verb: write.request} for write in writes],
            "ClientRequestToken": str(uuid.uuid4()),
        }
        for attempt in range(_TRIES):
            try:
                self.call("TransactWriteItems", request)
                return
            except VerboseClientError as error:
                # While the first try is still at it, its token must stay, or the work would be done twice.
                if code_of(error) != "TransactionInProgressException":
                    _explain(error, writes)
                    request["ClientRequestToken"] = str(uuid.uuid4())
                pause(attempt)
        raise Busy

    def write_many(self, puts: Iterable[Item], deletes: Iterable[Key] = ()) -> None:
        """Batches of 25 without conditions.

        Not one transaction: callers use deterministic ids and write their claim last.
        """
        wanted: list[dict[str, Any]] = [{"PutRequest": {"Item": to_wire(item)}} for item in puts]
        wanted += [{"DeleteRequest": {"Key": _wire_key(key)}} for key in deletes]
        for start in range(0, len(wanted), _BATCH):
            self._write_batch(wanted[start : start + _BATCH])

    def _write_batch(self, pending: list[dict[str, Any]]) -> None:
        """One batch, backing off when DynamoDB leaves some of it unprocessed."""
        for attempt in range(_TRIES * 2):
            answer = self.call("BatchWriteItem", {"RequestItems": {self.table: pending}})
            pending = answer.get("UnprocessedItems", {}).get(self.table, [])
            if not pending:
                return
            pause(attempt)
        raise Busy


def dispatch(operation: str, request: dict[str, Any]) -> dict[str, Any]:
    """A call of the low-level connection; what throttles or does not answer is `Busy`."""
    try:
        answer: dict[str, Any] = connection().dispatch(operation, request)
        return answer
    except (BotoCoreError, VerboseClientError) as error:
        if is_busy(error):
            raise Busy from error
        raise


def is_busy(error: BaseException | None) -> bool:
    """Whether AWS throttled or did not answer; PynamoDB's models wrap what botocore says."""
    if isinstance(error, PynamoDBException):
        error = error.cause or error
    if isinstance(error, ClientError):
        status = int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
        return status >= 500 or error.response["Error"].get("Code") in _BUSY_CODES
    return isinstance(error, BotoCoreError)


def code_of(error: VerboseClientError) -> str:
    return str(error.response["Error"].get("Code", ""))


_BUSY_CODES = frozenset(
    {
        "ThrottlingException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "InternalServerError",
        "SlowDown",
        # An item written alone while a transaction holds it.
        "TransactionConflictException",
    }
)


def _explain(error: VerboseClientError, writes: Sequence[Write]) -> None:
    """Raise what a cancelled transaction means; return when it may simply be tried again."""
    if code_of(error) != "TransactionCanceledException":
        raise error
    reasons = list(error.cancellation_reasons)
    for write, reason in zip(writes, reasons, strict=True):
        if reason and reason.code == "ConditionalCheckFailed":
            raise write.refusal or error
    # Retrying a mix of conflicts and throttles would hammer a table that asks for rest (research §2.5).
    if not all(reason is None or reason.code == "TransactionConflict" for reason in reasons):
        raise Busy from error


def pause(attempt: int) -> None:
    """Full jitter: somewhere between nothing and 20 ms × 2^attempt, a second at most.

    Twelve tries of a batch must end before the lease of the import that writes it (15 s).
    """
    time.sleep(random.uniform(0, min(0.02 * 2**attempt, 1)))


def _wire_key(key: Key) -> dict[str, dict[str, str]]:
    return {"pk": {"S": key[0]}, "sk": {"S": key[1]}}


def _key_condition(hash_key: str, hash_value: str, range_key: str, wanted: Range) -> dict[str, Any]:
    condition, names = "#h = :h", {"#h": hash_key}
    values: Item = {":h": hash_value}
    if wanted.prefix:
        condition += " AND begins_with(#s, :p)"
        values[":p"] = wanted.prefix
    elif wanted.low and wanted.high:
        condition += " AND #s BETWEEN :l AND :u"
        values |= {":l": wanted.low, ":u": wanted.high}
    elif wanted.low or wanted.high:
        condition += " AND #s >= :l" if wanted.low else " AND #s <= :l"
        values[":l"] = wanted.low or wanted.high
    if len(values) > 1:
        names["#s"] = range_key
    return {
        "KeyConditionExpression": condition,
        "ExpressionAttributeNames": names,
        "ExpressionAttributeValues": to_wire(values),
    }
