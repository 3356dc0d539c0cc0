"""Jobs in flight are found again: whoever died, or was never told of one, does not leave it lying."""

from chalicelib.core import clock, queues
from chalicelib.transfer.export_job import Export
from chalicelib.transfer.models import Import


def wake_all(kind: type[Import] | type[Export], name: str, queue: str) -> int:
    """Wake every job that is asked for and not done; where there is a worker, when its lease ends."""
    found = 0
    for job in kind.under_way.query(name):
        whole = kind.get(job.pk, job.sk, consistent_read=True)
        if whole.queue:
            wait = max(0, int(whole.lease) - clock.now_ms())
            queues.send(queue, whole.word, delay=-(-wait // 1000))
            found += 1
    return found
