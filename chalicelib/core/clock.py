"""What time it is, in one place, so that tests can hold it."""

import time
from datetime import UTC, datetime


def now_ms() -> int:
    """Milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def now() -> int:
    """Seconds since 1970, UTC."""
    return now_ms() // 1000


def rfc3339(ms: int) -> str:
    """`1795851612345` → `2026-11-28T07:40:12.345Z` (RFC 3339)."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_rfc3339(text: str) -> int:
    """The milliseconds of `rfc3339`'s text; `ValueError` when it is none."""
    moment = datetime.fromisoformat(text)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)
