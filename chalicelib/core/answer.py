"""What a route answers; `core/http.py` puts it on the wire."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What a route returns; `body` is a JSON value, or text that is already JSON."""

    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def record_answer(record: dict[str, Any], status: int = 200) -> Answer:
    """A record with its ETag."""
    return Answer(record, status, {"ETag": f'"{record["version"]}"'})
