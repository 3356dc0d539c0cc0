"""Duplicates as the API describes them."""

from typing import Literal

from pydantic import Field, JsonValue

from chalicelib.companies.shapes import Company, CompanyRow
from chalicelib.contacts.shapes import Contact, ContactRow
from chalicelib.core.shapes import Id, Moment, Shape
from chalicelib.duplicates.dismissals import Pair
from chalicelib.duplicates.likely import TypedCompany, TypedPerson
from chalicelib.duplicates.models import Resource, State
from chalicelib.duplicates.service import MergeFields

__all__ = ["LikelyCompanies", "LikelyPeople", "MergeFields", "Pair", "TypedCompany", "TypedPerson"]


class LikelyPerson(Shape):
    id: Id
    name: str
    company: str | None
    email: str | None
    phone: str | None
    reasons: list[Literal["email", "phone", "name"]]


class LikelyPeople(Shape):
    """At most five, the likeliest first."""

    items: list[LikelyPerson]


class LikelyCompany(Shape):
    id: Id
    name: str
    site_label: str | None
    city: str | None
    phone: str | None
    reasons: list[Literal["siren", "email", "phone", "name"]]


class LikelyCompanies(Shape):
    """At most five, the likeliest first."""

    items: list[LikelyCompany]


class PairsQuery(Shape):
    """Which kind of record, and where to go on."""

    resource: Resource = "contacts"
    cursor: str = ""


class LikelyPair(Shape):
    """Two records that may be one, as their list shows them; `a` is the older one."""

    resource: Resource
    a: ContactRow | CompanyRow
    b: ContactRow | CompanyRow
    reasons: list[Literal["email", "phone", "name"]]


class PreviewQuery(Shape):
    """Whom the record of the path would absorb."""

    loser_id: str


class Choice(Shape):
    """What both say of a field, and what is kept unless `choices` says otherwise."""

    field: str
    winner: JsonValue
    loser: JsonValue
    chosen: Literal["winner", "loser", "both", "same"]


class Named(Shape):
    id: Id
    name: str


class Versions(Shape):
    winner: int
    loser: int


class CareerLine(Shape):
    id: Id
    company_id: Id
    company: str
    title: str | None
    start: str | None
    end: str | None
    is_main: bool
    from_: Literal["winner", "loser", "both"] = Field(alias="from")


class Preview(Shape):
    winner: Named
    loser: Named
    fields: list[Choice]
    positions: list[CareerLine]
    versions: Versions


class ContactPreview(Preview):
    interests: list[Id]


class CompanyPreview(Preview):
    kinds: list[str]


class Merge(Shape):
    """A merge and the record it made; `loser` is the name of the record that was absorbed."""

    id: Id
    resource: Literal["contacts", "companies"]
    winner_id: Id
    loser: str
    at: Moment
    user_id: str
    user: str
    state: State
    contact: Contact | None = None
    company: Company | None = None
