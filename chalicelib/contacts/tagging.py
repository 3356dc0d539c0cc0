"""Interests given to many contacts at once, or taken off them."""

from functools import partial
from typing import Any, Literal

from pydantic import Field

from chalicelib.contacts.fields import ContactFields, Interests
from chalicelib.contacts.models import CONTACTS
from chalicelib.core import mass
from chalicelib.core.errors import Invalid
from chalicelib.core.texts import REQUIRED
from chalicelib.core.work import Caller, Work
from chalicelib.interests import service as interests

# What takes `remove_interests` back: it gives archived interests too.
GIVE_BACK = "give_back_interests"


class ContactAction(mass.Many):
    """What can be done to contacts; `interest_ids` are those to give or to take off."""

    action: Literal[
        "archive",
        "restore",
        "assign",
        "give_back",
        "add_interests",
        "remove_interests",
        "give_back_interests",
    ]
    interest_ids: Interests = Field(default_factory=list)


def verb(caller: Caller, wanted: ContactAction) -> mass.Verb | None:
    """The verb that tags, or None when something else is wanted; `Invalid` without interests in use."""
    if wanted.action not in _VERBS:
        return None
    if not wanted.interest_ids:
        raise Invalid.field("interest_ids", REQUIRED)
    if wanted.action != "remove_interests":
        # What somebody had is given back even if nobody else may get it any more.
        given, had = {"interest_ids": wanted.interest_ids}, wanted.action == GIVE_BACK
        interests.require_live(caller, given, may_be_archived=had)
    return partial(_VERBS[wanted.action], wanted.interest_ids)


def _add(given: list[str], work: Work, contact_id: str) -> mass.Undo:
    def more(fields: ContactFields) -> dict[str, Any]:
        return {"interest_ids": list(dict.fromkeys([*fields.interest_ids, *given]))}

    before, _ = mass.change(work, CONTACTS, contact_id, more)
    new = [id_ for id_ in given if id_ not in before.fields.interest_ids]
    return {"action": "remove_interests", "interest_ids": new}


def _remove(given: list[str], work: Work, contact_id: str) -> mass.Undo:
    def fewer(fields: ContactFields) -> dict[str, Any]:
        return {"interest_ids": [id_ for id_ in fields.interest_ids if id_ not in given]}

    before, _ = mass.change(work, CONTACTS, contact_id, fewer)
    return {"action": GIVE_BACK, "interest_ids": [id_ for id_ in before.fields.interest_ids if id_ in given]}


_VERBS = {"add_interests": _add, "remove_interests": _remove, GIVE_BACK: _add}
