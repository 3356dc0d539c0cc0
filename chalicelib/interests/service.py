"""The front door of interests: admins write them, everybody reads them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain, count
from typing import Any

from chalicelib.core import history, ids, records, removal
from chalicelib.core.errors import FieldError, Invalid, Moved
from chalicelib.core.texts import Text
from chalicelib.core.work import Caller, Work, committed
from chalicelib.interests.models import (
    INTEREST_LIST,
    INTERESTS,
    Interest,
    Named,
    code,
    folded,
    shelf,
    shelf_key,
)

NAME_TAKEN = Text("Un centre d'intérêt porte déjà ce nom.", "An interest already has this name.")
UNKNOWN = Text(
    "Ce centre d'intérêt n'existe pas ou est archivé.", "There is no such interest, or it is archived."
)
MOST = 1_000
TOO_MANY = Text(
    "Il y a déjà 1 000 centres d'intérêt, archivés compris.",
    "There are 1,000 interests already, archived ones included.",
)
_AT_ONCE = 20
_IDS = 8

__all__ = ["INTERESTS", "INTEREST_LIST", "Interest", "Named", "code", "folded"]


def create(work: Work, values: dict[str, Any]) -> Interest:
    """A new interest; `Invalid` names each wrong field."""
    work.caller.require_admin()
    known = _alone_with_the_shelf(work)
    interest = records.new(work, INTERESTS, values, record_id=_new_id(work, known))
    if len(known) >= MOST:
        raise Invalid.field("name", TOO_MANY)
    _require_free_name(known, interest)
    records.save(work, INTERESTS, None, interest, "create")
    return interest


def _alone_with_the_shelf(work: Work) -> list[Named]:
    """All interests, none of which changes before we commit: two at once would get one name or one code."""
    store = work.store
    key = shelf_key(store)
    seen = store.get(key)
    changes = int(seen["n"]) if seen else 0
    work.put(
        {"pk": key[0], "sk": key[1], "n": changes + 1},
        condition="n = :n" if seen else "attribute_not_exists(pk)",
        values={":n": changes} if seen else None,
        refusal=Moved(),
    )
    return shelf(store)


def _new_id(work: Work, known: Sequence[Named], wanted: Iterable[str] = ()) -> str:
    """An id whose code no other interest has, one of those that are `wanted` if it can be."""
    codes = {code(each.id) for each in known}
    chance = (ids.new_id(work.at) for _ in count())
    return next(id_ for id_ in chain(wanted, chance) if code(id_) not in codes)


def _ids_of(source: str, name: str, at: int) -> list[str]:
    """The ids an interest that an import makes may get; a thousand codes of 32,768 are taken at most."""
    return [ids.derived_id(at, source, "interest", name, str(number)) for number in range(_IDS)]


def is_made_of(source: str, name: str, interest_id: str) -> bool:
    """Whether an import (`make_missing`) made the interest of this folded name."""
    return interest_id in _ids_of(source, name, ids.made_at(interest_id))


def _require_free_name(known: Sequence[Named], interest: Interest) -> None:
    name = folded(interest.fields.name)
    if any(folded(each.name) == name and each.id != interest.id for each in known if not each.archived):
        raise Invalid.field("name", NAME_TAKEN)


def change(work: Work, interest_id: str, expected: int, changes: dict[str, Any]) -> Interest:
    """Another name or group; people keep the interest, whatever it is called."""
    work.caller.require_admin()
    known = _alone_with_the_shelf(work)
    interest = records.change(work, INTERESTS, interest_id, expected, changes)
    if not interest.archived:
        _require_free_name(known, interest)
    return interest


def archive(work: Work, interest_id: str) -> Interest:
    """Take an interest off forms and crossings; people keep it, should it come back."""
    work.caller.require_admin()
    _alone_with_the_shelf(work)
    return records.set_archived(work, INTERESTS, interest_id, True)


def restore(work: Work, interest_id: str) -> Interest:
    work.caller.require_admin()
    known = _alone_with_the_shelf(work)
    interest = records.set_archived(work, INTERESTS, interest_id, False)
    _require_free_name(known, interest)
    return interest


def get(caller: Caller, interest_id: str) -> Interest:
    return records.get(caller, INTERESTS, interest_id)


def listed(caller: Caller, archived: bool = False) -> list[Named]:
    """The interests of the tenant, by group and name; those without a group last."""
    return [each for each in shelf(caller.store) if each.archived == archived]


def history_of(caller: Caller, interest_id: str) -> list[dict[str, Any]]:
    """Who changed what, newest first."""
    get(caller, interest_id)
    return history.of_record(caller.store, INTERESTS.base_key(caller.store, interest_id)[0])


def require_live(
    caller: Caller, given: Mapping[str, Iterable[str]], *, may_be_archived: bool = False
) -> None:
    """`Invalid` on each field unless all the ids given for it are interests in use, or were."""
    wanted = {field: set(ids_) for field, ids_ in given.items() if ids_}
    known = shelf(caller.store) if any(wanted.values()) else []
    live = {each.id for each in known if may_be_archived or not each.archived}
    wrong = [FieldError(field, UNKNOWN) for field, ids_ in wanted.items() if not ids_ <= live]
    if wrong:
        raise Invalid(fields=wrong)


def named(caller: Caller, names: Iterable[str]) -> dict[str, str]:
    """The ids of the interests in use among these names, by folded name (`folded`)."""
    wanted = {folded(name) for name in names}
    return {name: each.id for each in listed(caller) if (name := folded(each.name)) in wanted}


def make_missing(caller: Caller, names: Iterable[str], source: str = "") -> dict[str, str]:
    """Like `named`, after making those an import knows and the tenant does not; asked again, it makes none.

    Their ids tell of which `source`, an import's id, they are (`is_made_of`).

    A caller who is no admin makes none, and a name that no interest may have is left out, like what goes
    beyond 1,000: the import keeps such names elsewhere.
    """
    wanted = {folded(name): name.strip() for name in names}
    if caller.role == "admin":
        missing = sorted(wanted.keys() - named(caller, wanted.values()).keys())[:MOST]
        for start in range(0, len(missing), _AT_ONCE):
            some = [wanted[name] for name in missing[start : start + _AT_ONCE]]
            committed(caller, partial(_make, names=some, source=source))
    return named(caller, wanted.values())


def remove_unused(caller: Caller, interest_id: str) -> None:
    """Take out an interest that nobody needs and that is still as it was made."""
    committed(caller, partial(_remove, interest_id=interest_id))


def _remove(work: Work, interest_id: str) -> None:
    _alone_with_the_shelf(work)
    interest = records.find(work.caller, INTERESTS, interest_id)
    if interest and interest.fence == 1:
        pk, _ = INTERESTS.base_key(work.store, interest_id)
        removal.remove(work, INTERESTS, interest, history.keys(work.store, pk))


def _make(work: Work, names: Sequence[str], source: str) -> None:
    known = _alone_with_the_shelf(work)
    taken = {folded(each.name) for each in known if not each.archived}
    for name in names:
        if folded(name) in taken or len(known) >= MOST:
            continue
        try:
            made = _new_id(work, known, _ids_of(source, folded(name), work.at))
            interest = records.new(work, INTERESTS, {"name": name}, record_id=made)
        except Invalid:
            continue
        known.append(Named(interest.id, name, None, False))
        records.save(work, INTERESTS, None, interest, "import")
