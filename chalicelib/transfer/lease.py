"""Who has a job to himself for a while; a worker that dies leaves it to the next when that while is over."""

from chalicelib.core import clock, queues
from chalicelib.core.config import settings
from chalicelib.transfer import models
from chalicelib.transfer.models import Import

# What a Lambda must have left to begin another chunk rather than hand over to the next invocation.
ENOUGH_MS = 20_000


def take(tenant: str, import_id: str) -> Import | None:
    """The job, ours for a while; None when nobody has to work on it or somebody else does."""
    job = Import(models.partition(tenant), import_id)
    now = clock.now_ms()
    ours = job.change_if(
        Import.queue.exists() & (Import.lease < now),
        Import.lease.set(now + models.LEASE_MS),
        Import.attempts.add(1),
        Import.run.add(0),  # jobs of before there were runs have none
    )
    return job if ours else None


def hand_over(job: Import) -> None:
    """Let the next invocation go on, at once."""
    if job.become({"lease": 0, "attempts": 0}, Import.run == int(job.run)):
        queues.send(settings().queue_imports, job.word)
