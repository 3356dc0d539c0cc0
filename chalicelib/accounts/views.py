"""Saved views: how a user likes to look at a list, kept under a name for oneself or for the whole team."""

import json
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, StringConstraints

from chalicelib.core import lists, records
from chalicelib.core.errors import Conflict, Forbidden, Invalid, NotFound
from chalicelib.core.fields import Fields, Name
from chalicelib.core.records import BASE, Derived, Kind, Record
from chalicelib.core.store import Item, Store
from chalicelib.core.texts import NOT_CHOICE, Text
from chalicelib.core.words import sort_value
from chalicelib.core.work import Caller, Work

LETTER = "V"
MOST = 100
TOO_MANY = Text(
    "Vous avez déjà 100 vues : supprimez-en une d'abord.", "You already have 100 views: delete one first."
)
NOT_YOURS = Text(
    "Seuls la personne qui a enregistré cette vue et les administrateurs la changent.",
    "Only the person who saved this view and admins change it.",
)

Resource = Literal["contacts", "companies"]
# A crossing of interests may name fifty of them: the longest parameter a list has.
Parameter = Annotated[str, StringConstraints(max_length=1_000)]
ParameterName = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z_]+$")]


class ViewFields(Fields):
    """The wire's names of a view: `filters` are the list's query parameters, without sort and page."""

    resource: Resource
    name: Name = Field(min_length=1)
    filters: Annotated[dict[ParameterName, Parameter], Field(max_length=20)] = Field(default_factory=dict)
    sort: Annotated[str, StringConstraints(max_length=40)] | None = None
    order: Literal["asc", "desc"] = "asc"
    shared: bool = False


View = Record[ViewFields]


def derive_view(store: Store, view: View) -> Derived:
    """A view stands in the tenant's one list of views, by name; there are few of them."""
    item = VIEWS.base_item(store, view)
    item["lp"] = VIEW_LIST.hash(store, view.archived)
    item["s1"] = sort_value(view.id, view.fields.name)
    item["r"] = json.dumps({"resource": view.fields.resource}, ensure_ascii=False)
    derived = Derived()
    derived.add(item)
    return derived


VIEWS: Kind[ViewFields] = Kind(LETTER, ViewFields, derive=derive_view)
VIEW_LIST = lists.List(LETTER, ("name",))


def to_json(caller: Caller, view: View) -> dict[str, Any]:
    """A view as the wire shows it to this caller."""
    return view.to_json() | {"mine": _is_mine(caller, view)}


def _is_mine(caller: Caller, view: View) -> bool:
    # Not a field `owner_id`, which would hide shared views from who sees only what is theirs.
    return bool(view.extra["owner_id"] == caller.user_id)


def listed(caller: Caller, resource: str = "", archived: bool = False) -> list[View]:
    """One's own views and those shared with all, by name; of one resource, or of all."""
    if resource not in ("", *get_args(Resource)):
        raise Invalid.field("resource", NOT_CHOICE)
    store = caller.store
    rows = store.query_all("lp", VIEW_LIST.hash(store, archived), index="list1", range_key="s1")
    keys = [(str(row["pk"]), BASE) for row in rows if resource in ("", json.loads(str(row["r"]))["resource"])]
    found: dict[tuple[str, str], Item] = store.get_many(keys, consistent=True)
    views = [VIEWS.read(key[0].rpartition("#")[2], found[key]) for key in keys if key in found]
    return [view for view in views if _may_see(caller, view)]


def _may_see(caller: Caller, view: View) -> bool:
    return view.fields.shared or _is_mine(caller, view)


def get(caller: Caller, view_id: str) -> View:
    """The view; another's private one looks like none, even to an admin."""
    view = records.get(caller, VIEWS, view_id)
    if not _may_see(caller, view):
        raise NotFound
    return view


def create(work: Work, values: dict[str, Any]) -> View:
    view = records.new(work, VIEWS, values, owner_id=work.caller.user_id)
    if sum(_is_mine(work.caller, each) for each in listed(work.caller)) >= MOST:
        raise Conflict(TOO_MANY)
    records.save(work, VIEWS, None, view, "create")
    return view


def change(work: Work, view_id: str, expected: int, changes: dict[str, Any]) -> View:
    _require_right(work.caller, view_id)
    return records.change(
        work,
        VIEWS,
        view_id,
        expected,
        changes,
        show=lambda view: to_json(work.caller, view),
        # Its filters may name a record that is merged away one day, and no history may then name it still.
        tell=lambda view: view.fields.model_dump(exclude={"filters"}),
    )


def archive(work: Work, view_id: str) -> View:
    _require_right(work.caller, view_id)
    return records.set_archived(work, VIEWS, view_id, True)


def restore(work: Work, view_id: str) -> View:
    _require_right(work.caller, view_id)
    return records.set_archived(work, VIEWS, view_id, False)


def _require_right(caller: Caller, view_id: str) -> None:
    view = get(caller, view_id)
    if not _is_mine(caller, view) and caller.role != "admin":
        raise Forbidden(NOT_YOURS)
