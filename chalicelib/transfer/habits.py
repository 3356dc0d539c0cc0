"""What the columns of a file became last time: the next one of the same headers needs no touching."""

import hashlib
from collections.abc import Sequence
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute
from pynamodb.exceptions import DoesNotExist

from chalicelib.core.tables import Guarded, OpsMeta
from chalicelib.transfer.models import Import


class Habit(Guarded):
    """The fields of the columns of these headers, in an account."""

    class Meta(OpsMeta):
        pass

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    fields: Any = JSONAttribute()


def _habit(tenant: str, resource: str, headers: Sequence[str]) -> tuple[str, str]:
    digest = hashlib.sha256("\x1f".join([resource, *headers]).encode()).hexdigest()
    return f"{tenant}#H", digest[:32]


def remember(job: Import, headers: Sequence[str], fields: Sequence[str | None]) -> None:
    """Keep what the columns of these headers become."""
    Habit(*_habit(job.tenant, job.kind, headers), fields=list(fields)).save()


def remembered(job: Import, headers: Sequence[str]) -> list[str | None] | None:
    """What columns of these headers became last time, if there was one."""
    try:
        habit = Habit.get(*_habit(job.tenant, job.kind, headers), consistent_read=True)
    except DoesNotExist:
        return None
    fields: list[str | None] = habit.fields
    return fields
