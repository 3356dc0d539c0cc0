"""Lambda's event sources on one machine: queues and schedules call the handlers they call on AWS."""

from __future__ import annotations

import importlib
import logging
import signal
import threading
import time
import uuid
from datetime import UTC, datetime
from typing import Any

import boto3
from chalice.app import Chalice, ScheduledEventConfig, ScheduleExpression, SQSEventConfig

from infra.local.context import LambdaContext
from infra.local.environment import REGION
from infra.local.ministack import ACCOUNT
from infra.local.schedules import next_run

HANDLER_SECONDS = 60
UPGRADE_SECONDS = 900
# Short: ministack stops only when the last poll has ended.
POLL_SECONDS = 1
PATIENCE_SECONDS = 5
logger = logging.getLogger("infra.local.events")

Event = dict[str, Any]


class QueueSource:
    """One queue and the handler it feeds; who holds `turn` keeps the handler from running."""

    def __init__(self, app: Chalice, source: SQSEventConfig) -> None:
        self.name = source.name
        self.handler = app.handler_map[source.name]
        self.batch_size = min(source.batch_size, 10)
        self.queue = (source.queue or source.queue_arn or "").rsplit(":", 1)[-1]
        self.sqs = boto3.client("sqs")
        self.url = self.sqs.get_queue_url(QueueName=self.queue)["QueueUrl"]
        self.turn = threading.Lock()

    def deliver(self, wait_seconds: int) -> int:
        """Hand one batch to the handler and return how many messages it had.

        As on AWS, only what succeeded leaves the queue: nothing when the handler raises, all but the
        `batchItemFailures` it names otherwise. The rest comes back when its visibility timeout ends.
        """
        messages = self._receive(wait_seconds)
        if messages:
            with self.turn:
                failed = self._invoke(messages)
                self._delete([message for message in messages if message["MessageId"] not in failed])
        return len(messages)

    def _receive(self, wait_seconds: int) -> list[Event]:
        answer = self.sqs.receive_message(
            QueueUrl=self.url,
            MaxNumberOfMessages=self.batch_size,
            WaitTimeSeconds=wait_seconds,
            MessageSystemAttributeNames=["All"],
            MessageAttributeNames=["All"],
        )
        return list(answer.get("Messages", []))

    def _invoke(self, messages: list[Event]) -> set[str]:
        """Call the handler and return the ids of the messages it has not dealt with."""
        ids = {message["MessageId"] for message in messages}
        event = {"Records": [self._record(message) for message in messages]}
        try:
            answer = self.handler(event, LambdaContext(self.name, HANDLER_SECONDS)) or {}
        except Exception:
            logger.exception("%s failed on %s", self.name, ", ".join(sorted(ids)))
            return ids
        failures = {str(item.get("itemIdentifier")) for item in answer.get("batchItemFailures") or ()}
        # AWS takes an answer that names an unknown message as the failure of the whole batch.
        return failures if failures <= ids else ids

    def _record(self, message: Event) -> Event:
        return {
            "messageId": message["MessageId"],
            "receiptHandle": message["ReceiptHandle"],
            "body": message["Body"],
            "attributes": message.get("Attributes", {}),
            "messageAttributes": message.get("MessageAttributes", {}),
            "md5OfBody": message.get("MD5OfBody"),
            "eventSource": "aws:sqs",
            "eventSourceARN": f"arn:aws:sqs:{REGION}:{ACCOUNT}:{self.queue}",
            "awsRegion": REGION,
        }

    def _delete(self, messages: list[Event]) -> None:
        handles = [message["ReceiptHandle"] for message in messages]
        entries = [{"Id": str(place), "ReceiptHandle": handle} for place, handle in enumerate(handles)]
        if entries:
            self.sqs.delete_message_batch(QueueUrl=self.url, Entries=entries)

    def run(self, stopping: threading.Event) -> None:
        """Deliver until told to stop, whatever one batch or a restart of the queues brings."""
        while not stopping.is_set():
            try:
                self.deliver(POLL_SECONDS)
            except Exception:
                logger.exception("queue %s cannot be read", self.queue)
                stopping.wait(1)


class Schedule:
    """One schedule and the handler it fires; who holds `turn` keeps the handler from running."""

    def __init__(self, app: Chalice, source: ScheduledEventConfig) -> None:
        self.name = source.name
        self.handler = app.handler_map[source.name]
        expression = source.schedule_expression
        self.expression = expression.to_string() if isinstance(expression, ScheduleExpression) else expression
        self.turn = threading.Lock()

    def fire(self) -> None:
        """Call the handler once; its failure is logged, as on AWS it would be an alarm."""
        event = {
            "version": "0",
            "id": str(uuid.uuid4()),
            "detail-type": "Scheduled Event",
            "source": "aws.events",
            "account": ACCOUNT,
            "time": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "region": REGION,
            "resources": [f"arn:aws:events:{REGION}:{ACCOUNT}:rule/{self.name}"],
            "detail": {},
        }
        try:
            with self.turn:
                self.handler(event, LambdaContext(self.name, HANDLER_SECONDS))
        except Exception:
            logger.exception("schedule %s failed", self.name)

    def run(self, stopping: threading.Event) -> None:
        """Fire until told to stop; a rate starts at once, as a rule does when it is deployed."""
        if self.expression.startswith("rate"):
            self.fire()
        while not stopping.is_set():
            due = next_run(self.expression, datetime.now(UTC))
            if not stopping.wait((due - datetime.now(UTC)).total_seconds()):
                self.fire()


def queue_sources(app: Chalice) -> list[QueueSource]:
    """Return what `@app.on_sqs_message` declared."""
    return [QueueSource(app, source) for source in app.event_sources if isinstance(source, SQSEventConfig)]


def schedules(app: Chalice) -> list[Schedule]:
    """Return what `@app.schedule` declared."""
    return [Schedule(app, source) for source in app.event_sources if isinstance(source, ScheduledEventConfig)]


class Upgrade:
    """What a deployment calls once on AWS: brings older records up to what this release expects."""

    function = "reindex_tenants"

    def __init__(self, app: Chalice) -> None:
        self.handler = app.handler_map[self.function]
        self.turn = threading.Lock()

    def run(self, _: threading.Event) -> None:
        """Call it; should it fail, the next start tries again."""
        try:
            self.handler({}, LambdaContext(self.function, UPGRADE_SECONDS))
        except Exception:
            logger.exception("%s failed", self.function)


def main() -> None:
    """Run every source in a thread of its own until SIGTERM; handlers at work then get five seconds."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    app = importlib.import_module("app").app
    sources: list[QueueSource | Schedule | Upgrade] = [*queue_sources(app), *schedules(app), Upgrade(app)]
    for source in sources:
        threading.Thread(target=source.run, args=[stopping], daemon=True).start()
    print("ready", flush=True)
    stopping.wait()
    deadline = time.monotonic() + PATIENCE_SECONDS
    for source in sources:
        source.turn.acquire(timeout=max(0, deadline - time.monotonic()))


if __name__ == "__main__":
    main()
