"""Undoing a merge: both records come back as they were, if nobody has changed the winner since."""

from typing import Any

from chalicelib.companies import service as companies
from chalicelib.core import history, objects, records, rewrite
from chalicelib.core.errors import Conflict, NotFound
from chalicelib.core.records import Record
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work
from chalicelib.duplicates import course, labels, models, parents, service, snapshots
from chalicelib.duplicates.kinds import COMPANIES, MERGEABLE

STILL_RUNNING = Text(
    "Cette fusion n'est pas encore terminée : réessayez dans un instant.",
    "This merge is not finished yet: try again in a moment.",
)
TOO_OLD = Text(
    "Cette fusion a plus d'un an : elle ne peut plus être annulée.",
    "This merge is more than a year old: it can no longer be undone.",
)
GONE = Text(
    "La société « {what} » a été fusionnée depuis : annulez d'abord cette autre fusion.",
    "The company “{what}” has been merged since: undo that other merge first.",
)
CHANGED = Text(
    "Cette fusion ne peut plus être annulée : la fiche a été modifiée depuis ({what}).",
    "This merge can no longer be undone: the record has been changed since ({what}).",
)
CHANGED_BACK = Text("puis remise en l'état", "then changed back")
_MORE_LABELS = {
    "note": Text("Note", "Note"),
    "interest_ids": Text("Centres d'intérêt", "Interests"),
    "kinds": Text("Type", "Kind"),
    "owner_id": Text("Responsable", "Owner"),
    "parent_id": Text("Société mère", "Parent company"),
    "social": Text("Réseaux sociaux", "Social networks"),
    "positions": Text("Postes", "Positions"),
    "archived": Text("Archivage", "Archiving"),
}
_LABELS = labels.PERSON | labels.COMPANY | _MORE_LABELS


def undo(work: Work, merge_id: str) -> None:
    """Begin to undo a merge; asked again it changes nothing. `Conflict` says what stands in the way."""
    merge = service.find(work.caller, merge_id)
    if merge.state in ("undoing", "undone"):
        return
    if merge.state == "running":
        raise Conflict(STILL_RUNNING)
    if objects.is_forgotten(merge.at):
        raise Conflict(TOO_OLD)
    what, store = MERGEABLE[merge.resource], work.store
    aside = snapshots.read(store, merge.id)
    winner, merged, loser = aside.records(what.kind)
    if not records.may_see(work.caller, loser):
        raise NotFound
    now = records.get(work.caller, what.kind, merge.winner_id)
    _require_unchanged(work.caller, merged, now)
    _require_companies(work.caller, winner, loser)
    if what is COMPANIES:
        _require_parents(work, merge_id, winner, loser)
    work.writes.append(models.turn(store, merge.id, "done", "undoing"))
    rewrite.begin(work, what.kind, winner.id, now, snapshots.returning(winner, now))
    rewrite.begin(work, what.kind, loser.id, None, snapshots.returning(loser, now))
    course.announce(work, merge.id)


def _require_unchanged(caller: Caller, merged: Record[Any], now: Record[Any]) -> None:
    """What users see of the record must be what the merge made of it; companies' names may have followed."""
    changes = history.differences(_seen(merged), _seen(now))
    if changes:
        raise _said(CHANGED, ", ".join(_LABELS[each["field"]].in_(caller.locale) for each in changes))
    # The version tells nothing: it also rose when a later merge was undone, which sets the moment back.
    if now.updated_at != merged.updated_at:
        raise _said(CHANGED, CHANGED_BACK.in_(caller.locale))


def _require_parents(work: Work, merge_id: str, winner: Record[Any], loser: Record[Any]) -> None:
    """Neither may come back below what depends on it."""
    if not winner.fields.parent_id and not loser.fields.parent_id:
        return
    followed = snapshots.followers(work.store, merge_id).keys()
    if not parents.may_return(work, winner, loser, set(followed)):
        raise _said(CHANGED, _MORE_LABELS["parent_id"].in_(work.caller.locale))


def _said(text: Text, what: str) -> Conflict:
    return Conflict(Text(text.fr.replace("{what}", what), text.en.replace("{what}", what)))


def _seen(record: Record[Any]) -> dict[str, Any]:
    parts = [[part.id, part.archived, part.fields.model_dump()] for part in record.parts]
    return {**record.fields.model_dump(), "positions": parts, "archived": record.archived}


def _require_companies(caller: Caller, *back: Record[Any]) -> None:
    """What comes back must name no company that has been merged away meanwhile."""
    ours = {record.id for record in back}
    for record in back:
        named = {part.fields.company_id: str(part.extra["company"]) for part in record.parts}
        parent_id = getattr(record.fields, "parent_id", None)
        if parent_id:
            named[parent_id] = _MORE_LABELS["parent_id"].in_(caller.locale)
        for company_id, name in named.items():
            if company_id not in ours and companies.find(caller, company_id) is None:
                raise _said(GONE, name)
