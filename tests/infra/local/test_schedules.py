"""A schedule is due when EventBridge would say so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from infra.local.schedules import next_run

NOON = datetime(2026, 11, 24, 12, 0, 30, tzinfo=UTC)  # a Tuesday


@pytest.mark.parametrize(
    ("expression", "due"),
    [
        ("rate(1 minute)", "2026-11-24T12:01:30"),
        ("rate(5 minutes)", "2026-11-24T12:05:30"),
        ("rate(2 hours)", "2026-11-24T14:00:30"),
        ("rate(1 day)", "2026-11-25T12:00:30"),
        ("cron(0 3 * * ? *)", "2026-11-25T03:00:00"),
        ("cron(0/15 * * * ? *)", "2026-11-24T12:15:00"),
        ("cron(*/20 * * * ? *)", "2026-11-24T12:20:00"),
        ("cron(0 8-10,18 * * ? *)", "2026-11-24T18:00:00"),
        ("cron(30 6 ? * MON-FRI *)", "2026-11-25T06:30:00"),
        ("cron(30 6 ? * SUN *)", "2026-11-29T06:30:00"),
        ("cron(0 0 1 JAN ? *)", "2027-01-01T00:00:00"),
        ("cron(0 0 29 2 ? *)", "2028-02-29T00:00:00"),
    ],
)
def test_it_finds_the_next_time(expression: str, due: str) -> None:
    assert next_run(expression, NOON) == datetime.fromisoformat(due).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "expression", ["every day", "rate(soon)", "cron(0 3 * *)", "cron(0 0 30 2 ? *)", "cron(0 0 * * ? 2020)"]
)
def test_it_refuses_what_is_never_due(expression: str) -> None:
    with pytest.raises(ValueError):
        next_run(expression, NOON)
