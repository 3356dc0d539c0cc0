"""Transactions: up to a hundred writes, all of them or none, once per client token."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import orjson

from .capacity import Meter, read_units
from .changes import Change, make, table_units
from .database import Database
from .errors import DynamoError, Misfit, validation
from .writes import Intent, check_intent, delete_intent, intended, put_intent, update_intent

_TOKEN_LIFE = 600.0
_LONGEST_TOKEN = 36
_LARGEST_TRANSACTION = 4 * 1024 * 1024
_ACTIONS: dict[str, Callable[[Database, dict[str, Any]], Intent]] = {
    "Put": put_intent,
    "Update": update_intent,
    "Delete": delete_intent,
    "ConditionCheck": check_intent,
}


def transact_write_items(database: Database, request: dict[str, Any]) -> dict[str, Any]:
    """Carry out every action, or none and say why for each."""
    actions = [_action(entry) for entry in request["TransactItems"]]
    meter = Meter(request, transactional=True)
    token = request.get("ClientRequestToken")
    digest = _digest(request)
    intents = _intents(database, actions)
    if token is not None and _is_replay(database, token, digest):
        _meter_replay(database, intents, meter)
        return meter.many()
    with database.store.transaction():
        changes = _changes(database, intents)
        for (verb, _), change in zip(actions, changes, strict=True):
            _carry_out(database, verb, change, meter)
        if token is not None:
            now = database.now()
            database.store.remember_digest(token, digest, now, now - _TOKEN_LIFE)
    return meter.many()


def _action(entry: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    given = [(verb, entry[verb]) for verb in _ACTIONS if entry.get(verb) is not None]
    if len(given) != 1:
        raise validation("TransactItems can only contain one of Check, Put, Update or Delete")
    return given[0]


def _intents(database: Database, actions: list[tuple[str, dict[str, Any]]]) -> list[Intent | DynamoError]:
    """What each action means, or why it cannot be; refuses two actions on one item."""
    intents = [_intent(database, verb, action) for verb, action in actions]
    keys = [(intent.table.name, intent.key) for intent in intents if isinstance(intent, Intent)]
    if len(set(keys)) < len(keys):
        raise validation("Transaction request cannot include multiple operations on one item")
    return intents


def _intent(database: Database, verb: str, action: dict[str, Any]) -> Intent | DynamoError:
    try:
        return _ACTIONS[verb](database, action)
    except Misfit as error:
        # AWS finds out where the item lives that it does not fit: that is a reason, not a refusal.
        return error


def _changes(database: Database, intents: list[Intent | DynamoError]) -> list[Change]:
    """The changes, if every one of them can be made."""
    outcomes = [_outcome(database, intent) for intent in intents]
    changes = [outcome for outcome in outcomes if isinstance(outcome, Change)]
    if len(changes) < len(outcomes):
        raise _cancelled(outcomes)
    total = sum(change.after.size for change in changes if change.after)
    if total > _LARGEST_TRANSACTION:
        raise validation(
            "Collection size of items in the transaction exceeded the maximum allowed size of 4 MB"
        )
    return changes


def _outcome(database: Database, intent: Intent | DynamoError) -> Change | DynamoError:
    if isinstance(intent, DynamoError):
        return intent
    try:
        return intended(database, intent)
    except DynamoError as error:
        return error


def _carry_out(database: Database, verb: str, change: Change, meter: Meter) -> None:
    if verb == "ConditionCheck":
        meter.write(change.table.name, 2 * table_units(change), {})
        return
    cost = make(database, change)
    meter.write(change.table.name, 2 * cost.table, cost.indexes)


def _cancelled(outcomes: list[Change | DynamoError]) -> DynamoError:
    reasons = [_reason(outcome) for outcome in outcomes]
    codes = ", ".join(reason["Code"] for reason in reasons)
    return DynamoError(
        "TransactionCanceledException",
        f"Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]",
        CancellationReasons=reasons,
    )


def _reason(outcome: Change | DynamoError) -> dict[str, Any]:
    if isinstance(outcome, Change):
        return {"Code": "None"}
    if outcome.code == "ConditionalCheckFailedException":
        return {"Code": "ConditionalCheckFailed", "Message": outcome.message, **outcome.members}
    return {"Code": "ValidationError", "Message": outcome.message}


def _digest(request: dict[str, Any]) -> bytes:
    return hashlib.sha256(orjson.dumps(request["TransactItems"], option=orjson.OPT_SORT_KEYS)).digest()


def _is_replay(database: Database, token: str, digest: bytes) -> bool:
    """Whether this very transaction was carried out before; refuses another one under its token."""
    if not 1 <= len(token) <= _LONGEST_TOKEN:
        raise validation(
            f"1 validation error detected: Value '{token}' at 'clientRequestToken' failed to satisfy "
            f"constraint: Member must have length less than or equal to {_LONGEST_TOKEN}"
        )
    known = database.store.remembered_digest(token, database.now() - _TOKEN_LIFE)
    if known is not None and known != digest:
        raise DynamoError(
            "IdempotentParameterMismatchException",
            "The request uses the same client token as a previous, but non-identical request. "
            "Do not reuse a client token with different requests, unless the requests are identical",
        )
    return known is not None


def _meter_replay(database: Database, intents: list[Intent | DynamoError], meter: Meter) -> None:
    """A replay is charged as transactional reads of its items."""
    for intent in intents:
        if isinstance(intent, Intent):
            row = database.store.get(intent.table, intent.key)
            meter.read(intent.table.name, 2 * read_units(row[1] if row else 0, consistent=True))
