"""Pairs that somebody has looked at and called two different records: they are not proposed again."""

from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.core import fields, records
from chalicelib.core.errors import Invalid, Moved
from chalicelib.core.fields import Fields
from chalicelib.core.work import Work
from chalicelib.duplicates import models
from chalicelib.duplicates.kinds import MERGEABLE
from chalicelib.duplicates.models import Resource
from chalicelib.duplicates.service import ITSELF

Id = Annotated[str, StringConstraints(max_length=40)]


class Pair(Fields):
    """Two records of a kind."""

    resource: Resource
    a_id: Id
    b_id: Id


def dismiss(work: Work, values: dict[str, Any]) -> Pair:
    """Propose a pair no more; asked again it changes nothing."""
    pair = _read(work, values)
    kind, store = MERGEABLE[pair.resource].kind, work.store
    for id_ in (pair.a_id, pair.b_id):
        # Merged away at this moment, it must not be named any more.
        work.check(kind.base_key(store, id_), "w > :none", {":none": 0}, Moved())
    for pk, sk in models.dismissal_keys(store, pair.a_id, pair.b_id):
        work.put({"pk": pk, "sk": sk})
    return pair


def recall(work: Work, values: dict[str, Any]) -> Pair:
    """Propose a dismissed pair again."""
    pair = _read(work, values)
    for key in models.dismissal_keys(work.store, pair.a_id, pair.b_id):
        work.delete(key)
    return pair


def _read(work: Work, values: dict[str, Any]) -> Pair:
    """Two records the caller may see."""
    pair = fields.read(Pair, values)
    what = MERGEABLE[pair.resource]
    for name, id_ in (("a_id", pair.a_id), ("b_id", pair.b_id)):
        if records.find(work.caller, what.kind, id_) is None:
            raise Invalid.field(name, what.unknown)
    if pair.a_id == pair.b_id:
        raise Invalid.field("b_id", ITSELF)
    return pair
