"""Asking two databases the same and comparing what they say and what they then hold."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from .oracles import Oracle, ask
from .strategies import Step

_READS = ("get_item", "query", "batch_get_item")
_SHOWN = ("Item", "Items", "Attributes", "Count", "ScannedCount", "LastEvaluatedKey")


@dataclass(frozen=True)
class Answer:
    """An error code (or OK), AWS's text, what was answered, what is stored now, and what it cost."""

    code: str
    text: str
    shown: Any
    stored: Any
    cost: Any

    @property
    def comparable(self) -> tuple[Any, ...]:
        """Everything two databases must agree on; texts are their own."""
        return self.code, self.shown, self.stored, self.cost


def answer(client: Any, step: Step, meter: str) -> Answer:
    """Ask one database; `meter` names the oracle whose part of the costs is compared."""
    operation, request = step
    try:
        code, body = ask(client, operation, request | {"ReturnConsumedCapacity": "INDEXES"})
    except Exception as error:
        # moto runs in this process, and what would be its HTTP 500 is an exception here.
        code, body = "CRASH", {"Error": {"Message": str(error)}}
    text = body.get("Error", {}).get("Message", "")
    shown = _shown(step, body)
    stored = [plain(client.get_item(TableName="people", Key=key).get("Item")) for key in touched(step)]
    return Answer(code, text, shown, stored, _COSTS[meter](operation, body) if code == "OK" else None)


def _shown(step: Step, body: dict[str, Any]) -> dict[str, Any]:
    """What an answer says; nothing updated may be said as `{}` or not at all."""
    shown = {name: plain(body[name]) for name in _SHOWN if body.get(name) or name == "Items" in body}
    if "Responses" in body:
        # A batch answers in any order.
        shown["Responses"] = sorted(plain(body["Responses"]["people"]), key=lambda item: str(item["sk"]))
    if "CancellationReasons" in body:
        shown["reasons"] = [reason["Code"] for reason in body["CancellationReasons"]]
    if "IndexName" in step[1] and "Items" in shown:
        # Rows with one index key have no order among them, so which of them a page holds is nobody's promise.
        shown["Items"] = sorted(shown["Items"], key=lambda item: str(item["sk"]))
        if "Limit" in step[1]:
            return {"ScannedCount": shown.get("ScannedCount"), "more": "LastEvaluatedKey" in shown}
    return shown


def plain(value: Any) -> Any:
    """A value without the liberties databases take: sets in any order, numbers in any spelling."""
    if isinstance(value, list):
        return [plain(element) for element in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        ((tag, content),) = value.items()
        if tag == "N":
            return {tag: Decimal(content)}
        if tag in ("SS", "BS"):
            return {tag: sorted(content)}
        if tag == "NS":
            return {tag: sorted(map(Decimal, content))}
    return {name: plain(content) for name, content in value.items()}


def touched(step: Step) -> list[dict[str, Any]]:
    """The keys of the items a step writes."""
    operation, request = step
    if operation in _READS:
        return []
    if operation == "batch_write_item":
        entries = [body for entry in request["RequestItems"]["people"] for body in entry.values()]
        return [_key(entry.get("Key") or entry["Item"]) for entry in entries]
    if operation == "transact_write_items":
        actions = [body for action in request["TransactItems"] for body in action.values()]
    else:
        actions = [request]
    return [_key(action.get("Key") or action["Item"]) for action in actions]


def _key(item: dict[str, Any]) -> dict[str, Any]:
    return {"pk": item["pk"], "sk": item["sk"]}


def align(own: Any, oracle: Oracle, step: Step) -> None:
    """After a known gap, give the oracle what the engine holds, so that the next step starts even."""
    for key in touched(step):
        item = own.get_item(TableName="people", Key=key).get("Item")
        if item is None:
            oracle.client.delete_item(TableName="people", Key=key)
        else:
            oracle.client.put_item(TableName="people", Item=item)


def _base_arms(operation: str, body: dict[str, Any]) -> Any:
    """dynalite meters reads, and writes of the table alone."""
    reports = body["ConsumedCapacity"]
    report = reports[0] if isinstance(reports, list) else reports
    return report["CapacityUnits"] if operation in _READS else report["Table"]["CapacityUnits"]


def _write_arms(operation: str, body: dict[str, Any]) -> Any:
    """ministack meters writes with their index arms."""
    if operation in _READS:
        return None
    reports = body["ConsumedCapacity"]
    return [_arms(report) for report in (reports if isinstance(reports, list) else [reports])]


def _arms(report: dict[str, Any]) -> tuple[Any, ...]:
    arms = report.get("GlobalSecondaryIndexes", {})
    units = {name: arm["CapacityUnits"] for name, arm in arms.items() if arm["CapacityUnits"]}
    return report["CapacityUnits"], units


def _nothing(_operation: str, _body: dict[str, Any]) -> Any:
    """moto's figures are one unit a write, whatever its size."""
    return None


_COSTS = {"dynalite": _base_arms, "ministack": _write_arms, "moto": _nothing}
