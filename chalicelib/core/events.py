"""AWS event envelopes to plain values."""

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote_plus


def messages(event: Any) -> Iterator[dict[str, Any]]:
    """The JSON bodies of an SQS event; what is no JSON object ends in the dead-letter queue."""
    for record in event:
        body = json.loads(record.body)
        if not isinstance(body, dict):
            raise ValueError("an SQS message of ours is a JSON object")
        yield body


def uploaded_keys(message: dict[str, Any]) -> list[str]:
    """The S3 keys an S3 notification names (URL-encoded there); none for S3's test event."""
    return [unquote_plus(record["s3"]["object"]["key"]) for record in message.get("Records", ())]


def time_left(event: Any) -> Callable[[], int]:
    """How many milliseconds the Lambda that handles an event still has."""
    left: Callable[[], int] = event.context.get_remaining_time_in_millis
    return left
