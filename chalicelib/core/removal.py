"""A record taken out entirely: not archived, gone, as if it had never been made."""

from collections.abc import Iterable
from typing import Any

from chalicelib.core.derived import Derived, write_difference
from chalicelib.core.errors import Moved
from chalicelib.core.records import Kind, Record
from chalicelib.core.store import Key
from chalicelib.core.work import Work


def remove(work: Work, kind: Kind[Any], record: Record[Any], beside: Iterable[Key] = ()) -> None:
    """Add to the work what takes away every item of a record, its counts, and what stands `beside` it.

    `Moved` at commit when somebody wrote the record since it was read.
    """
    derived, base = kind.derive(work.store, record), kind.base_key(work.store, record.id)
    work.delete(base, condition="w = :w", values={":w": record.fence}, refusal=Moved())
    for key in beside:
        work.delete(key)
    del derived.items[base]
    write_difference(work, kind.letter, record.id, derived, Derived(), base)
