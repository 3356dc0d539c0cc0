"""The one logger: JSON lines with ids, never names, addresses or tokens."""

import traceback

from aws_lambda_powertools import Logger

logger = Logger(service="simple-crm", log_uncaught_exceptions=False)


def failure(error: BaseException) -> dict[str, object]:
    """What a log says of an unforeseen error: its kind and where; its message may quote somebody's data."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    return {
        "error": type(error).__name__,
        "at": [
            f"{frame.filename.rpartition('chalicelib/')[2]}:{frame.lineno} {frame.name}" for frame in frames
        ],
    }
