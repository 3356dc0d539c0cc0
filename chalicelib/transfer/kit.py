"""What a worker keeps from chunk to chunk."""

from dataclasses import dataclass

from chalicelib.core.work import Work
from chalicelib.transfer.holders import Holders
from chalicelib.transfer.models import Import
from chalicelib.transfer.names import Names


@dataclass
class Kit:
    """The job, who does it, and what was found out of names and addresses so far."""

    job: Import
    work: Work
    names: Names
    holders: Holders


def of(job: Import) -> Kit:
    """What a worker begins with."""
    work = Work(job.caller())
    return Kit(job, work, Names(work, job), Holders(job, work.caller))
