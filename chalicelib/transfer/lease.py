"""Who has a job to himself for a while; a worker that dies leaves it to the next when that while is over."""

from typing import Any

from chalicelib.core import clock, queues
from chalicelib.core.config import settings
from chalicelib.core.errors import Conflict
from chalicelib.core.store import Item, Write, to_wire
from chalicelib.transfer import models
from chalicelib.transfer.models import Import

# How long a worker has a job to itself from its last claim on.
LEASE_MS = 15_000
# What a Lambda must have left to begin another chunk rather than hand over to the next invocation.
ENOUGH_MS = 20_000


def take(tenant: str, import_id: str) -> Import | None:
    """The job, ours for a while; None when nobody has to work on it or somebody else does."""
    job = Import(models.partition(tenant), import_id)
    now = clock.now_ms()
    ours = job.change_if(
        Import.queue.exists() & (Import.lease < now),
        Import.lease.set(now + LEASE_MS),
        Import.attempts.add(1),
        Import.run.add(0),  # jobs of before there were runs have none
    )
    return job if ours else None


def renew(job: Import) -> None:
    """Have the job for a while more when a third of it is over; `Conflict` when it is no longer ours.

    A report makes the job's item a large one: it is not written before every batch.
    """
    now = clock.now_ms()
    if now < int(job.lease) - LEASE_MS * 2 // 3:
        return
    # Every worker that takes a chunk over is one attempt more.
    ours = (
        (Import.chunk == int(job.chunk))
        & (Import.attempts == int(job.attempts))
        & (Import.run == int(job.run))
        & Import.undo_state.does_not_exist()
    )
    if not job.become({"lease": now + LEASE_MS}, ours):
        raise Conflict


def hand_over(job: Import) -> None:
    """Let the next invocation go on, at once."""
    if job.become({"lease": 0, "attempts": 0}, Import.run == int(job.run)):
        queues.send(settings().queue_imports, job.word)


def claim(job: Import, counter: str, before: int, moved: dict[str, Any]) -> Write:
    """What moves a job on in one transaction with its effects, if `counter` still stands where we began."""
    values = {**moved, "lease": clock.now_ms() + LEASE_MS, "attempts": 0}
    # The run too: a rehearsal's last worker must not count for the import that followed it.
    fence: Item = {":before": before, ":run": int(job.run)}
    request = {
        "TableName": settings().table_ops,
        "Key": {"pk": {"S": job.pk}, "sk": {"S": job.sk}},
        "ConditionExpression": f"#{counter} = :before AND #run = :run",
        "UpdateExpression": "SET " + ", ".join(f"#{name} = :{name}_now" for name in values),
        "ExpressionAttributeNames": {f"#{name}": name for name in (*values, "run")},
        "ExpressionAttributeValues": to_wire({**{f":{name}_now": values[name] for name in values}, **fence}),
    }
    return Write("Update", request, Conflict())
