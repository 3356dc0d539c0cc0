"""One chunk of an import: some rows of the file made records, and what was refused."""

import json
from dataclasses import dataclass, field
from typing import Any

from chalicelib.companies import service as companies
from chalicelib.contacts import service as contacts
from chalicelib.core import ids, objects
from chalicelib.core.bulk import Bulk
from chalicelib.core.errors import FieldError, Invalid
from chalicelib.core.words import fold
from chalicelib.core.work import Work
from chalicelib.transfer import headers
from chalicelib.transfer.company_row import to_company
from chalicelib.transfer.csv_file import Row
from chalicelib.transfer.models import Import
from chalicelib.transfer.person import Person, to_person
from chalicelib.transfer.problem import Problem

ROWS = 500
NAMES_AT_MOST = 20_000
TEXT_SHOWN = 300


@dataclass
class Names:
    """Which company a name stands for: one that is there, or one this import makes, once."""

    work: Work
    job: Import
    known: dict[str, companies.Named] | None = None
    loaded: bool = False
    asked: dict[str, companies.Named | None] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)  # id → name

    def company(self, name: str) -> tuple[companies.Named, bool]:
        """The company a name stands for, and whether this import has to make it."""
        # A name of signs alone folds to nothing, and is not every other such name.
        folded = fold(name) or name
        found = self._existing(name, folded)
        if found:
            return found, False
        moment = ids.made_at(self.job.sk)
        return (ids.derived_id(moment, self.job.sk, "company", folded), name), True

    def _existing(self, name: str, folded: str) -> companies.Named | None:
        if not self.loaded:
            self.known, self.loaded = companies.names(self.work.caller, NAMES_AT_MOST), True
        if self.known is not None:
            return self.known.get(folded)
        if folded not in self.asked:
            self.asked[folded] = min(companies.with_name(self.work.store, name), default=None)
        return self.asked[folded]


@dataclass
class Chunk:
    """The rows between two places of the file, on their way into the tenant's records."""

    job: Import
    work: Work
    names: Names
    bulk: Bulk
    number: int
    rows: int = 0
    created: int = 0
    refused: list[dict[str, Any]] = field(default_factory=list)
    employers: dict[str, companies.Company] = field(default_factory=dict)
    listed: list[companies.Company] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)

    def take(self, row: Row) -> None:
        """Make the row's records, or note why not."""
        self.rows += 1
        if row.values is None:
            self._refuse(row, [row.problem] if row.problem else [])
            return
        values = headers.gather(self.job.fields, row.values)
        make = self._person if self.job.resource == "contacts" else self._company
        try:
            problems = make(row, values)
        except Invalid as refusal:
            problems = [Problem(each.field, each.text.fr, each.text.en) for each in refusal.fields]
        if problems:
            self._refuse(row, problems)
        else:
            self.created += 1

    def _record_id(self, row: Row) -> str:
        """The same at every delivery; made a millisecond apart, so that the file's order is kept."""
        return ids.derived_id(ids.made_at(self.job.sk) + row.number, self.job.sk, str(row.number))

    def _person(self, row: Row, values: dict[str, str]) -> list[Problem]:
        person = to_person(values)
        if person.problems:
            return person.problems
        company, employer = self._employer(person)
        contact = contacts.imported(
            self.work, self._record_id(row), _about(person), {**(person.position or {})}, company
        )
        # Not before the person is known to be good: a refused row leaves nothing behind.
        if employer:
            self.employers.setdefault(employer.id, employer)
        if company:
            self.shown.setdefault(*company)
        if not self.job.dry_run:
            self.bulk.add(contacts.CONTACTS, contact, "import")
        return []

    def _employer(self, person: Person) -> tuple[companies.Named | None, companies.Company | None]:
        """A person's company, and its record when this import has to make it."""
        if not person.company:
            return None, None
        (company_id, name), is_new = self.names.company(person.company)
        said = self.shown.get(company_id) or self.names.made.get(company_id)
        if said or not is_new:
            return (company_id, said or name), None
        about = {**person.company_fields, "name": person.company}
        try:
            employer = companies.imported(self.work, company_id, about)
        except Invalid as refusal:
            raise Invalid(fields=[_of_company(each) for each in refusal.fields]) from refusal
        return (company_id, companies.display_name(employer)), employer

    def _company(self, row: Row, values: dict[str, str]) -> list[Problem]:
        read = to_company(values)
        if read.problems:
            return read.problems
        self.listed.append(companies.imported(self.work, self._record_id(row), read.company))
        return []

    def _refuse(self, row: Row, problems: list[Problem]) -> None:
        self.refused.append(
            {
                "row": row.number,
                "line": row.line,
                "reasons": [{"field": each.field, "fr": each.fr, "en": each.en} for each in problems],
                "text": row.raw[:TEXT_SHOWN],
                "cells": row.values if row.values is not None else [row.raw],
            }
        )

    def write(self, *, maybe_there: bool) -> None:
        """Write companies before their people, and refused rows beside the file; a rehearsal these only."""
        if not self.job.dry_run:
            self._write_records(maybe_there=maybe_there)
        if self.refused:
            body = json.dumps(self.refused, ensure_ascii=False).encode("utf-8", "replace")
            objects.write(self.job.refused_key(self.number), body, "application/json")

    def _write_records(self, *, maybe_there: bool) -> None:
        if self.employers:
            companies.make_missing(self.work.caller, self.work.at, list(self.employers.values()))
            self.names.made |= {id_: companies.display_name(each) for id_, each in self.employers.items()}
        for company in companies.numbered(self.work, self.listed):
            self.bulk.add(companies.COMPANIES, company, "import")
        maybe_older = self.bulk.write(maybe_there=maybe_there)
        # Only now: whoever renames a company from here on finds these people.
        companies.tell_names(self.work.caller, self.shown, maybe_older=maybe_older)


def _of_company(error: FieldError) -> FieldError:
    """A company's wrong field under the name it has in a row of people."""
    name = "company" if error.field == "name" else f"company_{error.field}"
    return FieldError(name, error.text)


def _about(person: Person) -> dict[str, Any]:
    """The contact's fields; interests are noted until they can be ticked, so that none is lost."""
    if not person.interests:
        return person.contact
    told = f"Centres d'intérêt : {', '.join(person.interests)}"
    note = person.contact.get("note")
    return {**person.contact, "note": f"{note}\n{told}" if note else told}
