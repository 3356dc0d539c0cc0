"""S3, SQS and SES on one machine: starts ministack and lays out the bucket and queues the product expects."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from infra.local import environment
from infra.local.children import ROOT, Child, python_environment

PROGRAM = ROOT / ".venv-ministack" / "bin" / "ministack"
# ministack's account when none is configured; it stands in every ARN.
ACCOUNT = "000000000000"
VISIBILITY_SECONDS = 60
ATTEMPTS = 3


def child(port: int, data: Path, log: Path, smtp_port: int | None = None) -> Child:
    """Return ministack, not yet started, listening on 127.0.0.1:`port` and keeping its state under `data`.

    What SES sends goes on to `smtp_port`, if given.
    """
    state, objects = data / "state", data / "s3"
    for folder in (state, objects):
        folder.mkdir(parents=True, exist_ok=True)
    values = environment.credentials() | {
        "AUTH": "true",
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        # ministack compares the host of a request with this name, and our URLs say 127.0.0.1.
        "MINISTACK_HOST": "127.0.0.1",
        "MINISTACK_REGION": environment.REGION,
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "PERSIST_STATE": "1",
        "STATE_DIR": str(state),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(objects),
        "LOG_LEVEL": "WARNING",
        # Its pid file goes to the temporary folder, where another instance's would be overwritten.
        "TMPDIR": str(state),
    }
    if smtp_port:
        values["SMTP_HOST"] = f"127.0.0.1:{smtp_port}"
    values = python_environment(values)
    return Child("ministack", [str(PROGRAM)], values, log, lambda _: answers(port))


def url(port: int) -> str:
    """Return the address clients use."""
    return f"http://127.0.0.1:{port}"


def answers(port: int) -> bool:
    """Tell whether ministack on `port` is ready for requests."""
    try:
        with urllib.request.urlopen(f"{url(port)}/_ministack/ready", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def prepare(endpoint: str, origins: Sequence[str]) -> None:
    """Make the queues, the bucket, its CORS rule and its notification, or correct those that exist.

    Runs at every start: after a `kill -9` ministack has forgotten all but the objects.
    """
    sqs, s3 = _client("sqs", endpoint), _client("s3", endpoint)
    for name in (environment.QUEUE_IMPORTS, environment.QUEUE_EXPORTS, environment.QUEUE_OUTBOX):
        _make_queue(sqs, name)
    _make_bucket(s3, origins)
    _notify_uploads(s3, sqs)
    # As on AWS, only a verified address may send.
    _client("ses", endpoint).verify_email_identity(EmailAddress=environment.MAIL_FROM)


def _client(service: str, endpoint: str) -> Any:
    return boto3.client(
        service,
        endpoint_url=endpoint,
        region_name=environment.REGION,
        aws_access_key_id=environment.ACCESS_KEY,
        aws_secret_access_key=environment.SECRET_KEY,
        config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
    )


def _arn(queue: str) -> str:
    return f"arn:aws:sqs:{environment.REGION}:{ACCOUNT}:{queue}"


def _make_queue(sqs: Any, name: str) -> None:
    dead = f"{name}-dead"
    _found_or_made(sqs, dead)
    address = _found_or_made(sqs, name)
    redrive = {"deadLetterTargetArn": _arn(dead), "maxReceiveCount": ATTEMPTS}
    attributes = {"VisibilityTimeout": str(VISIBILITY_SECONDS), "RedrivePolicy": json.dumps(redrive)}
    sqs.set_queue_attributes(QueueUrl=address, Attributes=attributes)


def _found_or_made(sqs: Any, name: str) -> str:
    """Return the address of a queue; one saved under another port is found, else its messages were lost."""
    try:
        return str(sqs.get_queue_url(QueueName=name)["QueueUrl"])
    except sqs.exceptions.QueueDoesNotExist:
        return str(sqs.create_queue(QueueName=name)["QueueUrl"])


def _make_bucket(s3: Any, origins: Sequence[str]) -> None:
    if environment.BUCKET not in {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}:
        location = {"LocationConstraint": environment.REGION}
        s3.create_bucket(Bucket=environment.BUCKET, CreateBucketConfiguration=location)
    rule = {
        "AllowedMethods": ["GET", "HEAD", "POST", "PUT"],
        "AllowedOrigins": list(origins),
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
        "MaxAgeSeconds": 3600,
    }
    s3.put_bucket_cors(Bucket=environment.BUCKET, CORSConfiguration={"CORSRules": [rule]})


def _notify_uploads(s3: Any, sqs: Any) -> None:
    queue = _arn(environment.QUEUE_IMPORTS)
    address = sqs.get_queue_url(QueueName=environment.QUEUE_IMPORTS)["QueueUrl"]
    policy = json.dumps(_policy(queue))
    sqs.set_queue_attributes(QueueUrl=address, Attributes={"Policy": policy})
    prefix = {"Key": {"FilterRules": [{"Name": "prefix", "Value": environment.UPLOADS_PREFIX}]}}
    notification = {"Id": "uploads", "QueueArn": queue, "Events": ["s3:ObjectCreated:*"], "Filter": prefix}
    s3.put_bucket_notification_configuration(
        Bucket=environment.BUCKET, NotificationConfiguration={"QueueConfigurations": [notification]}
    )


def _policy(queue: str) -> dict[str, Any]:
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "s3.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": queue,
        "Condition": {"ArnLike": {"aws:SourceArn": f"arn:aws:s3:::{environment.BUCKET}"}},
    }
    return {"Version": "2012-10-17", "Statement": [statement]}
