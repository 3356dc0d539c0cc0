"""An address book of 230 people in their companies, imported once and only read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import people
from tests.transfer.imports import import_file
from tests.world import Visitor, drain

PEOPLE = 230


@dataclass
class Book:
    """Whose book it is, and every record of it as the wire shows it, by id."""

    owner: Visitor
    contacts: dict[str, dict[str, Any]] = field(default_factory=dict)
    companies: dict[str, dict[str, Any]] = field(default_factory=dict)

    def ids(self, path: str, **query: Any) -> list[str]:
        """The ids of a whole list, page after page."""
        found: list[str] = []
        for page in self.pages(path, **query):
            found += [row["id"] for row in page["items"]]
        return found

    def pages(self, path: str, towards: str = "next", **query: Any) -> list[dict[str, Any]]:
        """The pages of a list from the asked one on, in the order they are turned."""
        turned = [self.page(path, **query)]
        while cursor := turned[-1][towards]:
            assert len(turned) < 1000, "the pages go round in circles"
            turned.append(self.page(path, **{**query, "cursor": cursor, "from": ""}))
        return turned

    def page(self, path: str, **query: Any) -> dict[str, Any]:
        answer = self.owner.get(
            f"/api/{path}", params={name: value for name, value in query.items() if value}
        )
        assert answer.status_code == 200, answer.text
        page: dict[str, Any] = answer.json()
        return page


def fill(origin: str, file: Path) -> Book:
    """Every third contact has no owner, kinds of companies differ, some contacts are archived."""
    people.write_csv(file, PEOPLE)
    book = Book(Visitor(origin).sign_up("Alice"))
    done = import_file(book.owner, drain, file.read_bytes())
    assert (done["created"], done["refused"]) == (PEOPLE, 0)
    kinds = [[], ["client"], ["lead", "supplier"], ["client", "supplier"]]
    for place, id_ in enumerate(book.ids("companies", limit=200)):
        book.owner.change(f"/api/companies/{id_}", 1, kinds=kinds[place % 4])
    for place, id_ in enumerate(book.ids("contacts", limit=200)):
        if place % 3 == 0:
            book.owner.change(f"/api/contacts/{id_}", 1, owner_id=None)
        if place % 23 == 5:
            book.owner.delete(f"/api/contacts/{id_}")
    for path, records in (("contacts", book.contacts), ("companies", book.companies)):
        for archived in ("", "true"):
            for id_ in book.ids(path, limit=200, archived=archived):
                records[id_] = book.owner.get(f"/api/{path}/{id_}").json()
    assert len(book.contacts) == PEOPLE
    return book
