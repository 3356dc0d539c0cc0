"""What each function asks of AWS while the product works, in the words of its policy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from chalicelib.core.config import settings

Need = tuple[str, str]  # an action, and the resource by its name in the template
VERBS = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
}


class Recorder:
    """Notes what `function` needs, for every request the clients send."""

    def __init__(self) -> None:
        self.function = "api"
        self.needs: dict[str, set[Need]] = {}

    @contextmanager
    def watching(self, clients: list[Any]) -> Iterator[Recorder]:
        """Watch the clients for a while."""
        for client in clients:
            client.meta.events.register_first("before-send", self._note, "recorder")
        yield self
        for client in clients:
            client.meta.events.unregister("before-send", unique_id="recorder")

    def _note(self, request: Any, event_name: str, **_: Any) -> None:
        _, service, operation = event_name.split(".")
        found = READERS[service](operation, request)
        self.needs.setdefault(self.function, set()).update(found)


def _dynamodb(operation: str, request: Any) -> Iterator[Need]:
    body = json.loads(request.body)
    if operation == "TransactWriteItems":
        for item in body["TransactItems"]:
            for verb, action in item.items():
                yield f"dynamodb:{VERBS[verb]}", _table(action["TableName"])
    elif operation.startswith("Batch"):
        for name in body["RequestItems"]:
            yield f"dynamodb:{operation}", _table(name)
    else:
        index = f"/index/{body['IndexName']}" if "IndexName" in body else ""
        yield f"dynamodb:{operation}", _table(body["TableName"]) + index


def _table(name: str) -> str:
    known = settings()
    return {known.table_crm: "CrmTable", known.table_auth: "AuthTable", known.table_ops: "OpsTable"}[name]


def _s3(operation: str, request: Any) -> Iterator[Need]:
    key = unquote(urlsplit(request.url).path).split("/", 2)[-1]
    if operation == "DeleteObjects":
        for named in re.findall(r"<Key>([^<]*)</Key>", request.body.decode()):
            yield "s3:DeleteObject", f"DocumentsBucket/{named}"
        return
    action = "GetObject" if operation == "HeadObject" else operation
    yield f"s3:{action}", f"DocumentsBucket/{key}"


def _sqs(operation: str, request: Any) -> Iterator[Need]:
    body = json.loads(request.body)
    name = body.get("QueueName") or body["QueueUrl"].rpartition("/")[2]
    queue = f"{name.capitalize()}Queue"
    yield f"sqs:{operation}", queue
    # Asked once a process, perhaps long ago.
    yield "sqs:GetQueueUrl", queue


def _ses(operation: str, request: Any) -> Iterator[Need]:
    asked = parse_qs(request.body) if isinstance(request.body, str) else request.body
    assert asked
    yield f"ses:{operation}", "identity/anybody"


READERS = {"dynamodb": _dynamodb, "s3": _s3, "sqs": _sqs, "ses": _ses}
