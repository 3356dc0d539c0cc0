"""The context object Lambda hands to a handler, with the clock and the names a handler may ask for."""

from __future__ import annotations

import time
import uuid


class LambdaContext:
    """What a handler sees of its invocation: who it is, its id, and the time it has left."""

    memory_limit_in_mb = 512
    function_version = "$LATEST"

    def __init__(self, function_name: str, seconds: float, request_id: str | None = None) -> None:
        self.function_name = function_name
        self.aws_request_id = request_id or str(uuid.uuid4())
        self.invoked_function_arn = f"arn:aws:lambda:eu-west-3:000000000000:function:{function_name}"
        self.log_group_name = f"/aws/lambda/{function_name}"
        self.log_stream_name = self.aws_request_id
        self._deadline = time.monotonic() + seconds

    def get_remaining_time_in_millis(self) -> int:
        """Return how long the invocation may still run, in milliseconds."""
        return max(0, int((self._deadline - time.monotonic()) * 1000))
