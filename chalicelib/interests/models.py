"""An interest: its fields, the items made of it, and the shelf that names all of a tenant's interests."""

import json
from typing import Any, NamedTuple

from pydantic import Field

from chalicelib.core import lists, words
from chalicelib.core.fields import Fields, Name
from chalicelib.core.records import BASE, Derived, Kind, Record
from chalicelib.core.store import Item, Key, Store

LETTER = "I"
# The end of an id stands for the interest in what is paid for by the byte: rows, postings and counters.
CODE_LENGTH = 3


class InterestFields(Fields):
    """The wire's names of an interest (VOCABULARY)."""

    name: Name = Field(min_length=1)
    group: Name | None = None


Interest = Record[InterestFields]


class Named(NamedTuple):
    """An interest as the shelf tells it."""

    id: str
    name: str
    group: str | None
    archived: bool

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "group": self.group}


def code(interest_id: str) -> str:
    """Three characters that no other interest of the tenant has; new ids are chosen so (`service`)."""
    return interest_id[-CODE_LENGTH:]


def folded(name: str) -> str:
    """What makes two names the same; a name of signs alone is not every other such name."""
    return words.fold(name) or name.strip()


def derived_keys(store: Store, interest: Interest) -> Derived:
    """Every item of an interest: itself in its list, and its entry on the shelf."""
    derived, fields = Derived(), interest.fields
    base = INTERESTS.base_item(store, interest)
    sort_values = [words.sort_value(interest.id, fields.group, fields.name)]
    row = {"name": fields.name, "group": fields.group}
    lists.place(store, INTEREST_LIST, interest, derived, base, row, sort_values, {})
    derived.add(base)
    told = [fields.name, fields.group, interest.archived]
    entry: Item = {
        "pk": store.key(LETTER),
        "sk": interest.id,
        "l": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
    }
    derived.add(entry)
    return derived


def shelf_key(store: Store) -> Key:
    """The item that every change of the shelf writes, so that only one happens at a time."""
    return (store.key(LETTER), BASE)


def shelf(store: Store) -> list[Named]:
    """All interests, archived ones too, by group and name; strongly consistent, since they are few."""
    found = store.query_all("pk", store.key(LETTER), consistent=True)
    named = [Named(str(item["sk"]), *json.loads(str(item["l"]))) for item in found if item["sk"] != BASE]
    return sorted(named, key=lambda each: words.sort_value(each.id, each.group, each.name))


INTERESTS: Kind[InterestFields] = Kind(LETTER, InterestFields, derive=derived_keys)
INTEREST_LIST = lists.List(LETTER, ("name",), ("name", "group"))
