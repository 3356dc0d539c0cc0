"""A contact and its positions: their fields, the items made of them, and the list they stand in."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from chalicelib.contacts.fields import ContactFields, PositionFields
from chalicelib.core import entries, ids, lists, words
from chalicelib.core.records import BASE, PART, Derived, Kind, Record, Stored
from chalicelib.core.store import Item, Store
from chalicelib.core.work import Work
from chalicelib.interests import service as interests

LETTER = "C"
NO_END = "9999"
INTEREST = "i"
AWAY = "O!"


Contact = Record[ContactFields]
Position = Record[PositionFields]


def full_name(contact: Contact) -> str:
    """Last name first, as the list sorts: `Dupont Jean`."""
    return " ".join(part for part in (contact.fields.last_name, contact.fields.first_name) if part)


def main_position(contact: Contact) -> Position | None:
    """The one that stands for the person in lists; positions taken away do not count."""
    return next((part for part in contact.parts if part.fields.is_main and not part.archived), None)


def to_json(contact: Contact) -> dict[str, Any]:
    """A contact as the wire shows it, with its main position."""
    main = main_position(contact)
    shown = contact.to_json()
    shown["main_position"] = main and {
        "id": main.id,
        "company_id": main.fields.company_id,
        "company": main.extra["company"],
        "title": main.fields.title,
        "phone": main.fields.work_phone or main.fields.work_mobile,
        "email": main.fields.work_email,
        "start": main.fields.start,
        "end": main.fields.end,
    }
    return shown


def derived_keys(store: Store, contact: Contact) -> Derived:
    """Every item of a contact: itself in its six lists, its positions, and its search words."""
    fields, derived = contact.fields, Derived()
    base = CONTACTS.base_item(store, contact)
    facets = {
        "owner_id": [fields.owner_id] if fields.owner_id else [],
        "company_id": list(
            dict.fromkeys(position.fields.company_id for position in contact.parts if not position.archived)
        ),
        "interest_id": fields.interest_ids,
    }
    lists.place(store, CONTACT_LIST, contact, derived, base, row(contact), _sort_values(contact), facets)
    derived.add(base)
    marks = lists.tokens(CONTACT_LIST, {name: facets[name] for name in ("owner_id", "interest_id")})
    for position in contact.parts:
        derived.add(_position_item(store, contact, position, marks))
        derived.add(_pointer(store, contact, position))
    if contact.archived:
        return derived
    if fields.owner_id:
        base["fp"] = lists.owner_hash(store, LETTER, fields.owner_id)
    for interest_id in fields.interest_ids:
        derived.add(lists.thin_posting(_interest_hash(store, interest_id), base, marks))
    for item in _search_items(store, contact):
        derived.add(item)
    return derived


def row(contact: Contact) -> dict[str, Any]:
    """What the list shows (VOCABULARY): the main position's e-mail and phone, else the personal ones."""
    fields, main = contact.fields, main_position(contact)
    job = main.fields if main else None
    return {
        "id": contact.id,
        "name": full_name(contact),
        "company": main.extra["company"] if main else None,
        "title": job.title if job else None,
        "city": fields.personal_city,
        "email": (job and job.work_email) or fields.personal_email,
        "phone": (job and (job.work_mobile or job.work_phone))
        or fields.personal_mobile
        or fields.personal_phone,
        "interests": fields.interest_ids,
    }


def _sort_values(contact: Contact) -> list[str]:
    fields, id_, shown = contact.fields, contact.id, row(contact)
    return [
        words.sort_value(id_, fields.last_name, fields.first_name),
        words.sort_value(id_, fields.first_name, fields.last_name),
        words.sort_value(id_, shown["company"], fields.last_name),
        words.sort_value(id_, shown["city"]),
        words.sort_value(id_, shown["email"]),
        lists.moment_value(contact.updated_at, id_),
    ]


def _position_item(store: Store, contact: Contact, position: Position, marks: str) -> Item:
    """A position in its contact's partition, and in the index of its company's people by end and name.

    There it bears the marks of its person and its start (`s2019-03`): questions about the people of a
    company are answered without reading each of them.
    """
    fields = position.fields
    item = POSITIONS.item(position, position_key(store, contact.id, position.id))
    # Who is no longer shown still names the company, and must be found when it is merged into another.
    is_away = contact.archived or position.archived
    item["ro"] = store.key(AWAY if is_away else "O", fields.company_id)
    item["rs"] = f"A#{fields.end or NO_END}#{words.sort_value(contact.id, full_name(contact))}"
    item["r"] = f"{marks}s{fields.start or ''}|"
    return item


def whose(item: Item) -> str:
    """The id of the contact an item of theirs belongs to."""
    return str(item["pk"])[-ids.LENGTH :]


def _pointer(store: Store, contact: Contact, position: Position) -> Item:
    """Where a position is found by its own id: with which contact it stands."""
    pk, sk = pointer_key(store, position.id)
    return {"pk": pk, "sk": sk, "l": contact.id}


def pointer_key(store: Store, position_id: str) -> tuple[str, str]:
    return (store.key("P", position_id), BASE)


def position_key(store: Store, contact_id: str, position_id: str) -> tuple[str, str]:
    return (CONTACTS.base_key(store, contact_id)[0], PART + position_id)


def _search_items(store: Store, contact: Contact) -> Iterable[Item]:
    fields, main = contact.fields, main_position(contact)
    company = main.extra["company"] if main else ""
    first, last = fields.first_name or "", fields.last_name
    jobs = [position.fields for position in contact.parts if not position.archived]
    phones = [
        fields.personal_mobile,
        fields.personal_phone,
        *(number for job in jobs for number in (job.work_mobile, job.work_phone)),
    ]
    # Whatever is shown beside the name is in every entry, and written anew in each when it changes.
    return entries.items(
        store,
        LETTER,
        contact.id,
        names=[last, first, company],
        exact=entries.reached([fields.personal_email, *(job.work_email for job in jobs)], phones),
        shown=[full_name(contact), company] if company else [full_name(contact)],
        owner_id=fields.owner_id,
        rank=1,
    )


POSITIONS: Stored[PositionFields] = Stored("P", PositionFields)
CONTACTS: Kind[ContactFields] = Kind(LETTER, ContactFields, schema=3, derive=derived_keys, part=POSITIONS)


def _gather_company(store: Store, company_id: str) -> Iterable[Item]:
    """The list rows of a company's people, each once: few enough to be read by their ids."""
    found = store.query_all("ro", store.key("O", company_id), index="by_company", range_key="rs")
    keys = [CONTACTS.base_key(store, whose(item)) for item in found]
    return [item for item in store.get_many(keys).values() if item["lp"] == CONTACT_LIST.hash(store)]


def interest_mark(interest_id: str) -> str:
    """What stands for an interest among a row's marks, and names its counter."""
    return f"i{interests.code(interest_id)}"


def _interest_hash(store: Store, interest_id: str) -> str:
    return store.key("F", LETTER, INTEREST, interests.code(interest_id))


CONTACT_LIST = lists.List(
    LETTER,
    ("last_name", "first_name", "company", "city", "email", "updated_at"),
    ("name", "company", "title", "city", "email", "phone", "interests"),
    {
        "owner_id": lists.owner_facet(LETTER),
        "interest_id": lists.Facet(token=interest_mark, cell=interest_mark, posted=_interest_hash),
        "company_id": lists.Facet(_gather_company, token=lambda company: f"c{company[-7:]}"),
    },
    crossed=("interests", "interest_id"),
)


def new_position(
    work: Work, contact_id: str, company: tuple[str, str], about: dict[str, Any], place: int = 0
) -> Position:
    """A position of a contact who had none, in a company (id, name); that of place 0 is the main one."""
    company_id, company_name = company
    fields = POSITIONS.validate(
        {**about, "contact_id": contact_id, "company_id": company_id, "is_main": not place}
    )
    which = ("position", contact_id, company_id, *([str(place)] if place else ()))
    position_id = ids.derived_id(ids.made_at(contact_id), *which)
    return Record(
        position_id,
        fields,
        version=1,
        updated_at=work.at,
        extra={"company": company_name, "company_version": 0},
    )


def with_parts(contact: Contact, *positions: Position) -> Contact:
    return replace(contact, parts=positions)


def of_company(store: Store, company_id: str) -> list[tuple[str, str]]:
    """`(contact id, position id)` of all positions in a company."""
    found = store.query_all("ro", store.key("O", company_id), index="by_company", range_key="rs")
    return [(whose(item), str(item["sk"]).removeprefix(PART)) for item in found]
