"""What follows later: an event written with its cause in one transaction, delivered at least once.

A consumer does its work again harmlessly. Since indexes lag behind the table, an event is over only when a
pass that began some seconds after it has run; until then it stays in `ops`, where a sweep finds it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pynamodb.attributes import UnicodeAttribute
from pynamodb.exceptions import DoesNotExist

from chalicelib.core import clock, ids, queues
from chalicelib.core.config import settings
from chalicelib.core.logs import failure, logger
from chalicelib.core.tables import Guarded, OpsMeta, UnderWayIndex
from chalicelib.core.work import Caller, Work, put

QUEUE = "outbox"
# Longer than an index of DynamoDB is seen to lag behind its table.
SETTLED_AFTER_MS = 5_000
_SWEPT_AFTER_MS = 30_000


class Event(Guarded):
    """An event not yet over: `d` holds its topic, what it is about and who caused it."""

    class Meta(OpsMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    d = UnicodeAttribute()
    queue = UnicodeAttribute()
    since = UnicodeAttribute()
    under_way: Any = UnderWayIndex()


@dataclass(frozen=True)
class Told:
    """An event as its consumer sees it; `caller` may see everything of the tenant."""

    caller: Caller
    about: dict[str, Any]


Consumers = Mapping[str, Callable[[Told], None]]


def announce(work: Work, topic: str, **about: Any) -> None:
    """Add an event to the work; its message is sent after the commit, or by the sweep if that fails."""
    caller, event_id = work.caller, ids.new_id()
    told = {"topic": topic, "about": about, "user_id": caller.user_id, "user": caller.user_name}
    item = {
        "pk": _partition(caller.tenant),
        "sk": event_id,
        "d": json.dumps(told, ensure_ascii=False),
        "queue": QUEUE,
        "since": f"{work.at}#{caller.tenant}#{event_id}",
    }
    work.writes.append(put(settings().table_ops, {**item}))
    work.afterwards.append(lambda: _wake(caller.tenant, event_id))


def tell(topic: str, **about: Any) -> None:
    """A message to ourselves that no tenant's record causes (a password reset): not kept beyond the queue."""
    queues.send(settings().queue_outbox, {"topic": topic, "about": about})


def _partition(tenant: str) -> str:
    return f"{tenant}#E"


def _wake(tenant: str, event_id: str, delay: int = 0) -> None:
    try:
        queues.send(settings().queue_outbox, {"tenant": tenant, "event_id": event_id}, delay=delay)
    except Exception as error:
        logger.warning("event left to the sweep", extra={"event": event_id, **failure(error)})


def deliver(message: Mapping[str, Any], consumers: Consumers) -> None:
    """Run the consumer of an event; an event that is over, or that nobody knows any more, is forgotten."""
    if "topic" in message:
        consumers[message["topic"]](Told(Caller("", "", "", role="admin"), message["about"]))
        return
    tenant, event_id = str(message["tenant"]), str(message["event_id"])
    try:
        event = Event.get(_partition(tenant), event_id, consistent_read=True)
    except DoesNotExist:
        return
    began = clock.now_ms()
    told = json.loads(event.d)
    consumer = consumers.get(told["topic"])
    if consumer:
        caller = Caller(tenant, told["user_id"], told["user"], role="admin", visibility="all")
        consumer(Told(caller, told["about"]))
    if began - _age_mark(event) >= SETTLED_AFTER_MS or consumer is None:
        event.delete()
    else:
        _wake(tenant, event_id, delay=-(-SETTLED_AFTER_MS // 1000))


def _age_mark(event: Event) -> int:
    return int(str(event.since).partition("#")[0])


def sweep() -> int:
    """Wake the events whose message was lost; how many there were."""
    woken = 0
    oldest = f"{clock.now_ms() - _SWEPT_AFTER_MS}"
    for event in Event.under_way.query(QUEUE, Event.since < oldest):
        _wake(str(event.pk).partition("#")[0], str(event.sk))
        woken += 1
    return woken
