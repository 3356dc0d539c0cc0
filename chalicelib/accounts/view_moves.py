"""Views whose filters name a record merged into another: they follow, and go back when that is undone."""

from dataclasses import replace
from typing import Any

from chalicelib.accounts.views import VIEW_LIST, VIEWS, View
from chalicelib.core.records import BASE, Record
from chalicelib.core.store import Store

__all__ = ["VIEWS", "holders", "moved", "moved_back", "naming"]


def naming(store: Store, record_id: str) -> list[str]:
    """Ids of all views, archived ones included, that filter by a record; a tenant has few."""
    keys = [
        (str(row["pk"]), BASE)
        for archived in (False, True)
        for row in store.query_all("lp", VIEW_LIST.hash(store, archived), index="list1", range_key="s1")
    ]
    found = store.get_many(keys, consistent=True)
    return [key[0].rpartition("#")[2] for key, item in found.items() if record_id in str(item["d"])]


def moved(view: View, record_id: str, into: Record[Any]) -> View:
    """The view with a record's id in its filters replaced by another's."""
    filters = {name: value.replace(record_id, into.id) for name, value in view.fields.filters.items()}
    return _with(view, filters)


def moved_back(view: View, original: View, left: str, into: Record[Any]) -> View:
    """The view, changed meanwhile, with those filters as before that named `into` and still name `left`."""
    before = original.fields.filters
    filters = {
        name: before[name] if name in before and before[name].replace(into.id, left) == value else value
        for name, value in view.fields.filters.items()
    }
    return _with(view, filters)


def _with(view: View, filters: dict[str, str]) -> View:
    if filters == view.fields.filters:
        return view
    fields = view.fields.model_copy(update={"filters": filters})
    return replace(view, fields=fields, version=view.version + 1)


def holders(_: Store, original: View) -> list[str]:
    return [original.id]
