"""While somebody types a new record: who may be that person, or that company, already; in a few reads."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from pydantic import StringConstraints

from chalicelib.companies import matching as companies_matching
from chalicelib.companies.service import COMPANY_LIST
from chalicelib.contacts import matching as contacts_matching
from chalicelib.contacts.service import CONTACT_LIST
from chalicelib.core import fields, ids
from chalicelib.core.fields import Fields, Name
from chalicelib.core.store import Range
from chalicelib.core.words import END, SORT_WIDTH, fold
from chalicelib.core.work import Caller
from chalicelib.duplicates import neighbours
from chalicelib.duplicates.likeness import Names, companies_alike, core_of, people_alike, same_person
from chalicelib.duplicates.neighbours import Neighbour, compatible

MOST_SHOWN = 5
# Of each text: a switchboard or a very common name leads to many, of whom the first ones do.
_LOOKED_AT = 10
_READ_ON = 20

# Several are separated by commas: a form has a private and a professional one.
Several = Annotated[str, StringConstraints(max_length=1_000)]
Short = Annotated[str, StringConstraints(max_length=40)]


class TypedPerson(Fields):
    """What is typed of a person so far."""

    last_name: Name | None = None
    first_name: Name | None = None
    email: Several | None = None
    phone: Several | None = None
    company_id: Short | None = None


class TypedCompany(Fields):
    """What is typed of a company so far."""

    name: Name | None = None
    site_label: Name | None = None
    email: Several | None = None
    phone: Several | None = None
    siren: Short | None = None


def people(caller: Caller, query: dict[str, str]) -> list[dict[str, Any]]:
    """At most five people `{id, name, company, email, phone, reasons}`, the likeliest first; none unseen."""
    typed = fields.read(TypedPerson, {**query})
    reasons = _Reasons()
    reasons.add("email", _each(typed.email, caller, contacts_matching.with_email))
    reasons.add("phone", _each(typed.phone, caller, contacts_matching.with_phone))
    reasons.add("name", _people_named(caller, typed))
    found = neighbours.of_ids(caller, CONTACT_LIST, reasons.likeliest())
    return [
        {
            "id": each.id,
            **{name: each.row[name] for name in ("name", "company", "email", "phone")},
            "reasons": reasons.of(each.id),
        }
        for each in found[:MOST_SHOWN]
    ]


def companies(caller: Caller, query: dict[str, str]) -> list[dict[str, Any]]:
    """At most five companies `{id, name, site_label, city, phone, reasons}`, as `people`."""
    typed = fields.read(TypedCompany, {**query})
    reasons = _Reasons()
    reasons.add("siren", _each(typed.siren, caller, companies_matching.with_siren))
    reasons.add("email", _each(typed.email, caller, companies_matching.with_email))
    reasons.add("phone", _each(typed.phone, caller, companies_matching.with_phone))
    reasons.add("name", _companies_named(caller, fold(typed.name or ""), fold(typed.site_label or "")))
    found = neighbours.of_ids(caller, COMPANY_LIST, reasons.likeliest())
    return [
        {
            "id": each.id,
            **{name: each.row[name] for name in ("name", "site_label", "city", "phone")},
            "reasons": reasons.of(each.id),
        }
        for each in found[:MOST_SHOWN]
    ]


class _Reasons:
    """Why each record was found, in the order they were looked for."""

    def __init__(self) -> None:
        self._by_id: dict[str, list[str]] = {}

    def add(self, reason: str, found: Iterable[str]) -> None:
        for id_ in dict.fromkeys(found):
            self._by_id.setdefault(id_, []).append(reason)

    def of(self, id_: str) -> list[str]:
        return self._by_id[id_]

    def likeliest(self) -> list[str]:
        """Those with the most reasons first; more than are shown, since the caller may not see some."""
        return sorted(self._by_id, key=lambda id_: -len(self._by_id[id_]))[: _LOOKED_AT * 2]


def _each(texts: str | None, caller: Caller, look: Callable[[Caller, str, int], list[str]]) -> Iterable[str]:
    for text in (texts or "").split(",")[:4]:
        if text.strip():
            yield from look(caller, text.strip(), _LOOKED_AT)


def _people_named(caller: Caller, typed: TypedPerson) -> Iterable[str]:
    name = Names(fold(typed.last_name or "")[:SORT_WIDTH], fold(typed.first_name or "")[:SORT_WIDTH])
    company = typed.company_id if typed.company_id and ids.is_id(typed.company_id) else None
    marks = frozenset([neighbours.company_mark(company)] if company else [])
    if not name.last:
        return
    for each in (*_around(caller, name), *(_colleagues(caller, company, name) if company else ())):
        theirs = Names(each.names[0], each.names[1])
        # A colleague of that last name, while the first name is not typed yet.
        is_begun = not name.first and name.last == theirs.last and bool(marks & each.companies)
        alike = compatible(marks, each.companies) and people_alike(name, theirs)
        if is_begun or alike or same_person(name, theirs):
            yield each.id


def _around(caller: Caller, name: Names) -> Iterable[Neighbour]:
    """Those of that very name, in either order, and those who share one part and the other's first letter."""
    last, first = name
    yield from _read(caller, 1, f"{last}{END}{first}", _LOOKED_AT)
    if first:
        yield from _read(caller, 1, f"{last}{END}{first[0]}", _READ_ON)
        yield from _read(caller, 1, f"{first}{END}{last}", _LOOKED_AT)
        for each in _read(caller, 2, f"{first}{END}{last[0]}", _READ_ON):
            yield Neighbour(each.id, each.value, each.names[::-1], each.row, each.marks)


def _read(caller: Caller, sort: int, prefix: str, limit: int) -> list[Neighbour]:
    return neighbours.in_order(caller, CONTACT_LIST, sort, Range(prefix=prefix), limit)[0]


def _colleagues(caller: Caller, company_id: str, name: Names) -> list[Neighbour]:
    """People of the company whose whole name may be this one, by their own names."""
    whole = Names(f"{name.last} {name.first}", "")
    words = {word for word in (*name.last.split(), *name.first.split()) if len(word) > 1}
    near = [
        contact_id
        for contact_id, theirs in contacts_matching.names_in(caller, company_id)
        if words & set(theirs.split()) or people_alike(whole, Names(theirs, ""))
    ]
    return neighbours.of_ids(caller, CONTACT_LIST, near[:_LOOKED_AT])


def _companies_named(caller: Caller, name: str, site: str) -> Iterable[str]:
    """Those of that name and site, and those that begin alike and differ by a letter or the legal form."""
    core = core_of(name)[:SORT_WIDTH]
    if len(core) < 2:
        return
    begins = (name[:SORT_WIDTH], core[: max(2, len(core) * 2 // 3)])
    for prefix in begins:
        for each in neighbours.in_order(caller, COMPANY_LIST, 1, Range(prefix=prefix), _READ_ON)[0]:
            if site == fold(each.row["site_label"] or "") and companies_alike(name, fold(each.row["name"])):
                yield each.id
