"""The front door of merging: what a merge would do, doing it, undoing it.

A merge and its undo each begin with one transaction that holds the two records, and go on step by step
(`course.py`): at once as far as it takes a moment, else when the outbox comes to it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from chalicelib.core import fields, history, records, rewrite
from chalicelib.core.errors import Conflict, FieldError, Invalid, Stale
from chalicelib.core.fields import Fields
from chalicelib.core.records import Record
from chalicelib.core.texts import UNKNOWN_FIELD, Text
from chalicelib.core.work import Caller, Work
from chalicelib.duplicates import absorbed, careers, course, models, snapshots
from chalicelib.duplicates.choices import Side, default_side, flat
from chalicelib.duplicates.kinds import MERGEABLE, Mergeable
from chalicelib.duplicates.models import Merge, Resource
from chalicelib.duplicates.snapshots import Snapshot

ITSELF = Text("Une fiche ne se fusionne pas avec elle-même.", "A record is not merged with itself.")
ARCHIVED = Text(
    "Cette fiche est archivée : restaurez-la avant de la fusionner.",
    "This record is archived: restore it before merging it.",
)
UNDER_WAY = Text(
    "Une fusion de cette fiche est encore en cours : réessayez dans un instant.",
    "A merge of this record is still under way: try again in a moment.",
)
# Undoing writes each position and what leads to it in one transaction of 100 actions.
MOST_POSITIONS = 24
TOO_MANY_POSITIONS = Text(
    "Ces deux fiches ont ensemble plus de 24 postes : retirez-en avant de les fusionner.",
    "These two records have more than 24 positions together: remove some before merging them.",
)


class Versions(Fields):
    winner: int
    loser: int


class MergeFields(Fields):
    """Which record is absorbed, which values are kept, and which versions the choice was made on."""

    loser_id: Annotated[str, StringConstraints(max_length=40)]
    choices: dict[Annotated[str, StringConstraints(max_length=40)], Side] = Field(
        default_factory=dict, max_length=60
    )
    versions: Versions | None = None


def preview(caller: Caller, resource: Resource, winner_id: str, loser_id: str) -> dict[str, Any]:
    """Field by field what both say and which is kept unless chosen otherwise; the career and lists united."""
    what = MERGEABLE[resource]
    winner, loser = _both(caller, what, winner_id, loser_id)
    mine, theirs = flat(winner.fields.model_dump()), flat(loser.fields.model_dump())
    told = [
        {
            "field": name,
            "winner": mine.get(name),
            "loser": theirs.get(name),
            "chosen": default_side(name, mine, theirs),
        }
        for name in what.rules.choosable
        if mine.get(name) or theirs.get(name)
    ]
    (united,) = what.rules.united
    return {
        "winner": {"id": winner.id, "name": what.name(winner)},
        "loser": {"id": loser.id, "name": what.name(loser)},
        "fields": told,
        "positions": _career(winner, loser),
        what.united: list(dict.fromkeys([*mine[united], *theirs[united]])),
        "versions": {"winner": winner.version, "loser": loser.version},
    }


def _career(winner: Record[Any], loser: Record[Any]) -> list[dict[str, Any]]:
    """The united positions: where each comes from, and whether two were joined in it."""
    before = {part.id: part for part in winner.parts}
    parts, _ = careers.united(winner, loser, winner.updated_at)
    return [
        {
            "id": part.id,
            **{
                name: getattr(part.fields, name)
                for name in ("company_id", "title", "start", "end", "is_main")
            },
            "company": part.extra["company"],
            "from": _origin(part, before, loser),
        }
        for part in parts
        if not part.archived
    ]


def _origin(part: Record[Any], winners: Mapping[str, Record[Any]], loser: Record[Any]) -> str:
    if part.id not in winners:
        return "loser"
    return "both" if any(careers.joinable(winners[part.id], each) for each in loser.parts) else "winner"


def merge(work: Work, resource: Resource, winner_id: str, values: dict[str, Any]) -> str:
    """Begin to merge `loser_id` into the winner; the id of the merge. `Stale` when a version has moved on."""
    asked = fields.read(MergeFields, values)
    what = MERGEABLE[resource]
    winner, loser = _both(work.caller, what, winner_id, asked.loser_id)
    if asked.versions not in (None, Versions(winner=winner.version, loser=loser.version)):
        raise Stale
    _require_choices(what, asked.choices)
    merged = _merged(work, what, winner, loser, asked.choices)
    made = models.begun(work, resource, winner.id, what.name(loser))
    snapshots.keep(work.store, made.id, _snapshot(work, what, winner, merged, loser))
    work.put(made.item(work.store))
    rewrite.begin(work, what.kind, winner.id, winner, merged)
    rewrite.begin(work, what.kind, loser.id, loser, None)
    work.put(_told(work, what, made, winner, merged))
    if resource == "companies":
        absorbed.note(work, loser.id, made.id)
    course.announce(work, made.id)
    return made.id


def _snapshot(
    work: Work, what: Mergeable, winner: Record[Any], merged: Record[Any], loser: Record[Any]
) -> Snapshot:
    """All that undoing will need; refused while an earlier merge of the loser is under way."""
    beside = snapshots.beside(work.store, what.kind, loser.id)
    if any(item.get("st") in ("running", "undoing") for item in beside):
        raise Conflict(UNDER_WAY)
    before, after, absorbed = (
        snapshots.items(work.store, what.kind, each) for each in (winner, merged, loser)
    )
    return Snapshot(winner.id, loser.id, before, after, absorbed, beside)


def _both(caller: Caller, what: Mergeable, winner_id: str, loser_id: str) -> tuple[Record[Any], Record[Any]]:
    """The two live records, or why they cannot be merged."""
    winner = records.get(caller, what.kind, winner_id)
    if loser_id == winner_id:
        raise Invalid.field("loser_id", ITSELF)
    loser = records.find(caller, what.kind, loser_id)
    if loser is None:
        raise Invalid.field("loser_id", what.unknown)
    if winner.archived:
        raise Conflict(ARCHIVED)
    if loser.archived:
        raise Invalid.field("loser_id", ARCHIVED)
    if len(winner.parts) + len(loser.parts) > MOST_POSITIONS:
        raise Invalid.field("loser_id", TOO_MANY_POSITIONS)
    return winner, loser


def _require_choices(what: Mergeable, chosen: Mapping[str, Side]) -> None:
    unknown = chosen.keys() - set(what.rules.choosable)
    if unknown:
        raise Invalid(fields=[FieldError(f"choices.{name}", UNKNOWN_FIELD) for name in sorted(unknown)])


def _merged(
    work: Work, what: Mergeable, winner: Record[Any], loser: Record[Any], chosen: Mapping[str, Side]
) -> Record[Any]:
    try:
        merged = what.merged(work, winner, loser, chosen)
    except Invalid as refusal:
        raise Invalid(
            fields=[FieldError(f"choices.{each.field}", each.text) for each in refusal.fields]
        ) from None
    return replace(merged, fence=winner.fence + 1)


def _told(
    work: Work, what: Mergeable, made: Merge, winner: Record[Any], merged: Record[Any]
) -> dict[str, Any]:
    """The row in the winner's history, with the merge's id: what it absorbed, by name, and what changed."""
    pk, _ = what.kind.base_key(work.store, winner.id)
    # The parent is left out: it may be the very record that is no more.
    before, after = (each.fields.model_dump(exclude={"parent_id"}) for each in (winner, merged))
    return history.row(work, pk, "merge", before, {"merged": made.loser, **after}, id_=made.id)


def find(caller: Caller, merge_id: str) -> Merge:
    """The merge, or `NotFound` for who may not see the record it made."""
    made = models.read(caller.store, merge_id)
    records.get(caller, MERGEABLE[made.resource].kind, made.winner_id)
    return made


def show(caller: Caller, merge_id: str) -> dict[str, Any]:
    """The merge and the record it made, as it is now."""
    made = find(caller, merge_id)
    what = MERGEABLE[made.resource]
    record = records.get(caller, what.kind, made.winner_id)
    return {**made.to_json(), what.singular: what.show(record)}
