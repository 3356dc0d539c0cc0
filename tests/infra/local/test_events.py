"""Queues and schedules call the handlers of an app with the events Lambda gets, and keep what failed."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from typing import Any

import boto3
import pytest
from chalice.app import Chalice, CloudWatchEvent, Rate, SQSEvent

from infra.local.events import QueueSource, queue_sources, schedules
from infra.local.world import World

Handler = Callable[[SQSEvent], Any]


class Queue:
    """A queue of the test's own and a Chalice app that handles its messages with `handler`."""

    def __init__(self, handler: Handler) -> None:
        self.sqs = boto3.client("sqs")
        self.name = f"test-{uuid.uuid4().hex}"
        self.url = self.sqs.create_queue(QueueName=self.name)["QueueUrl"]
        app = Chalice("queue", configure_logs=False)
        app.on_sqs_message(queue=self.name, batch_size=10, name="handle")(handler)
        (self.source,) = queue_sources(app)

    def send(self, *bodies: str) -> None:
        for body in bodies:
            self.sqs.send_message(QueueUrl=self.url, MessageBody=body)

    def left(self) -> int:
        """Return how many messages the queue still holds, those being worked on included."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        attributes = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=names)["Attributes"]
        return sum(int(attributes[name]) for name in names)


@pytest.fixture
def queue_of(world: World) -> Callable[[Handler], Queue]:
    return Queue


def test_a_handler_gets_the_batch_as_lambda_would(queue_of: Callable[[Handler], Queue]) -> None:
    events: list[dict[str, Any]] = []
    left: list[int] = []

    def handle(event: SQSEvent) -> None:
        events.append(event.to_dict())
        left.append(event.context.get_remaining_time_in_millis())
        assert event.context.aws_request_id

    queue = queue_of(handle)
    queue.send("one", "two")

    assert queue.source.deliver(0) == 2
    assert [record["body"] for record in events[0]["Records"]] == ["one", "two"]
    record = events[0]["Records"][0]
    assert record["eventSource"] == "aws:sqs"
    assert record["eventSourceARN"].endswith(f":{queue.name}")
    assert record["attributes"]["ApproximateReceiveCount"] == "1"
    assert 50_000 < left[0] <= 60_000
    assert (queue.left(), queue.source.deliver(0)) == (0, 0)


def test_nothing_is_deleted_when_the_handler_raises(queue_of: Callable[[Handler], Queue]) -> None:
    def handle(event: SQSEvent) -> None:
        raise LookupError("broken")

    queue = queue_of(handle)
    queue.send("one", "two")

    assert queue.source.deliver(0) == 2
    assert queue.left() == 2


def test_only_the_named_failures_stay(queue_of: Callable[[Handler], Queue]) -> None:
    def handle(event: SQSEvent) -> dict[str, Any]:
        bad = [record for record in event if record.body == "bad"]
        return {"batchItemFailures": [{"itemIdentifier": r.to_dict()["messageId"]} for r in bad]}

    queue = queue_of(handle)
    queue.send("good", "bad", "good")

    queue.source.deliver(0)

    assert queue.left() == 1


@pytest.mark.parametrize("identifier", ["", "unknown", None])
def test_a_failure_of_an_unknown_message_fails_the_batch(
    queue_of: Callable[[Handler], Queue], identifier: str | None
) -> None:
    queue = queue_of(lambda event: {"batchItemFailures": [{"itemIdentifier": identifier}]})
    queue.send("one", "two")

    queue.source.deliver(0)

    assert queue.left() == 2


def test_a_source_runs_until_told_to_stop(queue_of: Callable[[Handler], Queue]) -> None:
    handled = threading.Event()
    stopping = threading.Event()
    queue = queue_of(lambda event: handled.set())
    worker = threading.Thread(target=queue.source.run, args=[stopping], daemon=True)
    worker.start()

    queue.send("one")
    assert handled.wait(10)
    stopping.set()
    worker.join(10)

    assert not worker.is_alive()


def test_a_rate_fires_at_once_and_survives_its_failures() -> None:
    app = Chalice("schedule", configure_logs=False)
    fired = threading.Event()
    stopping = threading.Event()
    events: list[dict[str, Any]] = []

    @app.schedule(Rate(1, Rate.MINUTES))
    def tick(event: CloudWatchEvent) -> None:
        events.append(event.to_dict())
        fired.set()
        raise LookupError("broken")

    (schedule,) = schedules(app)
    worker = threading.Thread(target=schedule.run, args=[stopping], daemon=True)
    worker.start()
    assert fired.wait(10)
    assert worker.is_alive()
    stopping.set()
    worker.join(10)

    assert (schedule.expression, schedule.name) == ("rate(1 minute)", "tick")
    assert (events[0]["source"], events[0]["detail-type"]) == ("aws.events", "Scheduled Event")


def test_a_queue_may_be_named_by_its_arn(queue_of: Callable[[Handler], Queue]) -> None:
    queue = queue_of(lambda event: None)
    app = Chalice("arn", configure_logs=False)
    arn = f"arn:aws:sqs:eu-west-3:000000000000:{queue.name}"
    app.on_sqs_message(queue_arn=arn, name="handle")(lambda event: None)

    (source,) = queue_sources(app)

    assert isinstance(source, QueueSource)
    assert source.queue == queue.name
