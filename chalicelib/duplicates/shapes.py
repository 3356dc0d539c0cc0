"""Duplicates as the API describes them."""

from typing import Literal

from chalicelib.core.shapes import Id, Shape
from chalicelib.duplicates.likely import TypedCompany, TypedPerson

__all__ = ["LikelyCompanies", "LikelyPeople", "TypedCompany", "TypedPerson"]


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
