"""Storage and queues are laid out as on AWS, keep what they must, and come back however they ended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import httpx
import pytest
from botocore.config import Config

from infra.local import environment, ministack
from infra.local.children import Child, free_port

ORIGIN = "http://127.0.0.1:8000"
BUCKET = environment.BUCKET


class Storage:
    """One ministack of the test's own, which can be restarted on another port."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.child: Child
        self.start()

    def start(self) -> None:
        port = free_port()
        self.child = ministack.child(port, self.data / "aws", self.data / "ministack.log")
        self.child.start()
        self.url = ministack.url(port)
        ministack.prepare(self.url, [ORIGIN])

    def client(self, service: str) -> Any:
        config = Config(signature_version="s3v4", s3={"addressing_style": "path"})
        return boto3.client(service, endpoint_url=self.url, config=config if service == "s3" else None)

    def messages(self, queue: str, wait: int = 0) -> list[str]:
        """Take what is in a queue."""
        sqs = self.client("sqs")
        url = sqs.get_queue_url(QueueName=queue)["QueueUrl"]
        taken = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=wait)
        return [message["Body"] for message in taken.get("Messages", [])]


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    storage = Storage(tmp_path)
    yield storage
    storage.child.stop()


def uploaded(bodies: list[str]) -> list[str]:
    """Return the keys of the uploads that messages tell of."""
    records = [record for body in bodies for record in json.loads(body).get("Records", [])]
    return [record["s3"]["object"]["key"] for record in records]


def test_an_upload_is_told_to_the_import_queue_and_nothing_else_is(storage: Storage) -> None:
    storage.messages("imports")  # the test event of the notification

    for key in ("documents/1.pdf", "uploads/t1/1.csv"):
        storage.client("s3").put_object(Bucket=BUCKET, Key=key, Body=b"x")

    assert uploaded(storage.messages("imports", wait=10)) == ["uploads/t1/1.csv"]
    assert storage.messages("outbox") == []


def test_a_browser_may_upload_from_our_pages_only(storage: Storage) -> None:
    form = storage.client("s3").generate_presigned_post(BUCKET, "uploads/t1/1.csv")
    asks = {"Access-Control-Request-Method": "POST"}

    ours = httpx.options(form["url"], headers={"Origin": ORIGIN, **asks})
    foreign = httpx.options(form["url"], headers={"Origin": "http://evil.example", **asks})
    sent = httpx.post(
        form["url"], data=form["fields"], files={"file": ("a.csv", b"nom")}, headers={"Origin": ORIGIN}
    )

    assert ours.headers["access-control-allow-origin"] == ORIGIN
    assert (foreign.status_code, sent.status_code) == (403, 204)
    assert "ETag" in sent.headers["access-control-expose-headers"]


def test_nobody_reads_the_bucket_without_a_signature(storage: Storage) -> None:
    storage.client("s3").put_object(Bucket=BUCKET, Key="documents/1.pdf", Body=b"secret")

    assert httpx.get(f"{storage.url}/{BUCKET}/documents/1.pdf").status_code == 403


def test_queues_give_up_after_three_attempts(storage: Storage) -> None:
    sqs = storage.client("sqs")
    for name in ("imports", "outbox"):
        url = sqs.get_queue_url(QueueName=name)["QueueUrl"]
        attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        redrive = json.loads(attributes["RedrivePolicy"])

        assert attributes["VisibilityTimeout"] == "60"
        assert redrive["maxReceiveCount"] == 3
        assert redrive["deadLetterTargetArn"].endswith(f":{name}-dead")


def test_a_clean_stop_keeps_objects_and_messages(storage: Storage) -> None:
    sqs = storage.client("sqs")
    sqs.send_message(QueueUrl=sqs.get_queue_url(QueueName="outbox")["QueueUrl"], MessageBody="kept")
    storage.client("s3").put_object(Bucket=BUCKET, Key="documents/1.pdf", Body=b"kept")

    storage.child.stop()
    storage.start()

    assert storage.messages("outbox") == ["kept"]
    assert storage.client("s3").get_object(Bucket=BUCKET, Key="documents/1.pdf")["Body"].read() == b"kept"


def test_it_starts_again_after_a_kill_with_the_objects_and_all_queues(storage: Storage) -> None:
    storage.client("s3").put_object(Bucket=BUCKET, Key="documents/1.pdf", Body=b"kept")

    assert storage.child.process is not None
    storage.child.process.kill()
    storage.child.process.wait()
    storage.start()
    storage.messages("imports")
    storage.client("s3").put_object(Bucket=BUCKET, Key="uploads/t1/2.csv", Body=b"x")

    assert storage.client("s3").get_object(Bucket=BUCKET, Key="documents/1.pdf")["Body"].read() == b"kept"
    assert uploaded(storage.messages("imports", wait=10)) == ["uploads/t1/2.csv"]
