"""SQS: a message that says what to look at, never the data itself."""

import json
from functools import cache
from typing import Any

from chalicelib.core.config import settings


@cache
def _client() -> Any:
    import boto3
    from botocore.config import Config

    config = Config(connect_timeout=1, read_timeout=5, retries={"total_max_attempts": 3, "mode": "standard"})
    return boto3.client("sqs", region_name=settings().region, config=config)


@cache
def _url(name: str) -> str:
    url: str = _client().get_queue_url(QueueName=name)["QueueUrl"]
    return url


def send(queue: str, message: dict[str, Any], delay: int = 0) -> None:
    """Send a JSON object to a queue; it may arrive more than once, and late."""
    _client().send_message(QueueUrl=_url(queue), MessageBody=json.dumps(message), DelaySeconds=delay)
