"""The positions of two records of one person, made one career: pure."""

from dataclasses import replace
from typing import Any

from chalicelib.contacts.dates import ends_before
from chalicelib.contacts.service import Contact, Position
from chalicelib.core.texts import Text
from chalicelib.duplicates import labels
from chalicelib.duplicates.choices import Lost, Rules, Side, decide, same

RULES = Rules(labels.POSITION, united=(), phones=("work_phone", "work_mobile"), references=())


def united(winner: Contact, loser: Contact, at: int) -> tuple[tuple[Position, ...], list[Lost]]:
    """All positions under the winner, one of the live ones main; what says the same twice is joined.

    A joined position keeps the winner's values and takes the loser's where blank; what differs is lost.
    """
    career, lost = list(winner.parts), list[Lost]()
    has_main = any(_is_live_main(part) for part in career)
    for part in loser.parts:
        place = next((n for n, mine in enumerate(career) if joinable(mine, part)), None)
        if place is None:
            career.append(_moved(part, winner.id, at, may_be_main=not has_main))
            continue
        career[place], left = _joined(career[place], part, at)
        lost += left
        if not has_main and part.fields.is_main:
            main = career[place].fields.model_copy(update={"is_main": True})
            career[place] = replace(career[place], fields=main)
    return tuple(sorted(career, key=lambda part: part.id)), lost


def joinable(mine: Position, theirs: Position) -> bool:
    """The same company at the same time, and not under two titles."""
    one, other = mine.fields, theirs.fields
    if mine.archived or theirs.archived or one.company_id != other.company_id:
        return False
    if one.title and other.title and not same("title", one.title, other.title):
        return False
    return not _is_over(one.end, other.start) and not _is_over(other.end, one.start)


def _is_over(end: str | None, start: str | None) -> bool:
    return bool(end and start and ends_before(end, start))


def _is_live_main(part: Position) -> bool:
    return part.fields.is_main and not part.archived


def _moved(part: Position, contact_id: str, at: int, *, may_be_main: bool) -> Position:
    is_main = may_be_main and part.fields.is_main
    fields = part.fields.model_copy(update={"contact_id": contact_id, "is_main": is_main})
    return replace(part, fields=fields, version=part.version + 1, updated_at=at)


def _joined(mine: Position, theirs: Position, at: int) -> tuple[Position, list[Lost]]:
    one, other = mine.fields.model_dump(), theirs.fields.model_dump()
    decision = decide(RULES, one, other, _the_more_precise(one, other))
    fields = mine.fields.model_copy(update=decision.values)
    company = mine.extra["company"]
    lost = [
        Lost(Text(f"{label.fr} ({company})", f"{label.en} ({company})"), value)
        for label, value in decision.lost
    ]
    if fields == mine.fields:
        return mine, lost
    return replace(mine, fields=fields, version=mine.version + 1, updated_at=at), lost


def _the_more_precise(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Side]:
    """2019-03 says all that 2019 says."""
    return {
        name: "loser"
        for name in ("start", "end")
        if one[name] and other[name] and other[name].startswith(one[name])
    }
