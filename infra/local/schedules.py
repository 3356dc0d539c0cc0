"""When a schedule is due: EventBridge's `rate(...)` and `cron(...)`, decided from plain times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

UNITS = {"minute": 60, "hour": 3600, "day": 86400}
NAMES = {
    name: str(number)
    for names in ("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC", "SUN MON TUE WED THU FRI SAT")
    for number, name in enumerate(names.split(), 1)
}


def next_run(expression: str, after: datetime) -> datetime:
    """Return the first time later than `after` (UTC) at which `expression` is due; raises ValueError."""
    kind, _, rest = expression.partition("(")
    arguments = rest.rstrip(")").split()
    if kind == "rate" and len(arguments) == 2:
        return after + timedelta(seconds=int(arguments[0]) * UNITS[arguments[1].rstrip("s")])
    if kind == "cron" and len(arguments) == 6:
        return _next_minute(_matcher(arguments), after)
    raise ValueError(f"neither rate(...) nor cron(...): {expression}")


def _next_minute(is_due: Callable[[datetime], bool], after: datetime) -> datetime:
    minute = after.astimezone(UTC).replace(second=0, microsecond=0)
    # A schedule that is not due within a leap-year cycle never will be.
    for _ in range(4 * 366 * 24 * 60):
        minute += timedelta(minutes=1)
        if is_due(minute):
            return minute
    raise ValueError("this schedule is never due")


def _matcher(fields: list[str]) -> Callable[[datetime], bool]:
    minute, hour, day, month, weekday, year = (_values(field) for field in fields)

    def is_due(time: datetime) -> bool:
        # EventBridge counts the days of the week from Sunday, 1.
        parts = (time.minute, time.hour, time.day, time.month, time.isoweekday() % 7 + 1, time.year)
        wanted = (minute, hour, day, month, weekday, year)
        return all(choice is None or part in choice for part, choice in zip(parts, wanted, strict=True))

    return is_due


def _values(field: str) -> set[int] | None:
    """Return the numbers one field of a cron expression allows, None for all."""
    if field in ("*", "?"):
        return None
    field = re.sub(r"[A-Z]{3}", lambda name: NAMES[name[0]], field.upper())
    return {number for part in field.split(",") for number in _range(part)}


def _range(part: str) -> range:
    span, _, step = part.partition("/")
    first, _, last = span.partition("-")
    start = 0 if first == "*" else int(first)
    # `5/10` means from 5 on, every 10; no field but the year goes beyond 59.
    stop = int(last) if last else (59 if step else start)
    return range(start, stop + 1, int(step or 1))
