"""The people of a chunk: each row a new person, or more about one who is there, with their companies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from chalicelib.companies import service as companies
from chalicelib.contacts import matching, revisions
from chalicelib.contacts import service as contacts
from chalicelib.core.bulk import Bulk
from chalicelib.core.errors import FieldError, Invalid
from chalicelib.core.work import Caller, Work
from chalicelib.interests import service as interests
from chalicelib.transfer import lease
from chalicelib.transfer.changes import Changes
from chalicelib.transfer.holders import Holders, same_person
from chalicelib.transfer.kit import Kit
from chalicelib.transfer.person import Person, to_person
from chalicelib.transfer.problem import Problem

KIND = contacts.CONTACTS
Rows = Mapping[int, Person]
Jobs = list[tuple[dict[str, Any], companies.Named]]


def read(values: Mapping[str, str]) -> tuple[Person, list[Problem]]:
    """A row's values by field as a person, and what its cells cannot mean."""
    person = to_person(values)
    return person, person.problems


def matched(holders: Holders, rows: Rows) -> dict[int, contacts.Contact]:
    """By row, the person who was there before the import and whom the row means."""
    wanted = {row: _emails(person) for row, person in rows.items()}
    held = holders.of(email for emails in wanted.values() for email in emails)
    people = found(holders.caller, (id_ for some in held.values() for id_ in some))
    meant = {}
    for row, emails in wanted.items():
        known = {id_ for email in emails for id_ in held.get(email, ()) if id_ in people}
        if person := same_person(rows[row].contact, (people[id_] for id_ in known)):
            meant[row] = person
    return meant


def found(caller: Caller, wanted: Iterable[str]) -> dict[str, contacts.Contact]:
    """The people of these ids that are still there."""
    return {person.id: person for person in matching.read_many(caller, wanted)}


def begin(kit: Kit, chunk: int) -> "People":
    """Nothing yet, of this chunk."""
    return People(kit, Bulk(kit.work), Changes(kit.work, kit.job, chunk, KIND, revisions))


def _emails(person: Person) -> list[str]:
    told = (person.contact.get("personal_email"), *(job.get("work_email") for _, job in person.jobs))
    return [str(email) for email in told if email]


@dataclass
class People:
    """What becomes of the rows of a chunk; nothing is written before `write`."""

    kit: Kit
    bulk: Bulk
    changes: Changes
    interests: dict[str, str] = field(default_factory=dict)
    employers: dict[str, companies.Company] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)
    noted: int = 0

    def prepare(self, rows: Rows) -> list[str]:
        """Find the interests of all rows at once, of those that are there; the names of all."""
        wanted: dict[str, str] = {}
        for person in rows.values():
            for name in person.interests:
                wanted.setdefault(interests.folded(name), name)
        self.interests = self.kit.names.interests(wanted.values())
        return list(wanted.values())

    def take(self, record_id: str, person: Person, known: contacts.Contact | None) -> list[str]:
        """Make a new person of a row, or change the one it means; new positions. Raises `Invalid`."""
        beside: dict[str, companies.Company] = {}
        jobs: Jobs = [({**job}, self._company(person, name, beside)) for name, job in person.jobs]
        parts = self._settle(record_id, person, known, jobs)
        # Not before the person is known to be good: a refused row leaves nothing behind.
        self.employers |= {id_: made for id_, made in beside.items() if id_ not in self.employers}
        for _, company in jobs:
            self.shown.setdefault(*company)
        return parts

    def _settle(
        self, record_id: str, person: Person, known: contacts.Contact | None, jobs: Jobs
    ) -> list[str]:
        """Make a new person, or change the one who is there, with all interests that can be had."""
        about, lost = self._about(person)
        if lost and self.kit.job.makes_interests:
            # A refused row makes none: this raises `Invalid` before they are made.
            self._made(record_id, known, about, jobs)
            self.interests |= self.kit.names.make_interests(lost)
            about, lost = self._about(person)
        if lost and not self.kit.job.will_make_interests:
            self.noted += 1
            told = f"Centres d'intérêt : {', '.join(lost)}"
            about["note"] = f"{about['note']}\n{told}" if about.get("note") else told
        if known:
            self.changes.apply(known, partial(_revised, about=about, jobs=jobs))
            return []
        return self._add(self._made(record_id, None, about, jobs))

    def _made(
        self, record_id: str, known: contacts.Contact | None, about: dict[str, Any], jobs: Jobs
    ) -> contacts.Contact:
        if known:
            return _revised(self.kit.work, self.changes.now(known), about=about, jobs=jobs)
        return contacts.imported(self.kit.work, record_id, about, jobs)

    def _add(self, contact: contacts.Contact) -> list[str]:
        if not self.kit.job.dry_run:
            self.bulk.add(KIND, contact, "import")
        return [part.id for part in contact.parts]

    def _company(self, person: Person, wanted: str, beside: dict[str, companies.Company]) -> companies.Named:
        """The company of a name, as it is shown; one that has to be made goes `beside`."""
        (company_id, name), is_new = self.kit.names.company(wanted)
        said = self.shown.get(company_id) or self.kit.names.made.get(company_id)
        if said or not is_new:
            return company_id, said or name
        about = {**(person.company_fields if wanted == person.company else {}), "name": wanted}
        try:
            employer = companies.imported(self.kit.work, company_id, about)
        except Invalid as refusal:
            raise Invalid(fields=[_of_company(each) for each in refusal.fields]) from refusal
        beside[company_id] = employer
        return company_id, companies.display_name(employer)

    def _about(self, person: Person) -> tuple[dict[str, Any], list[str]]:
        """The contact's fields, and the interests that are not there."""
        found = {name: self.interests.get(interests.folded(name)) for name in person.interests}
        about = dict(person.contact)
        if known := list(dict.fromkeys(id_ for id_ in found.values() if id_)):
            about["interest_ids"] = known
        return about, [name for name, id_ in found.items() if not id_]

    def new_companies(self) -> list[str]:
        """The ids of the companies these people need and that are not there."""
        return list(self.employers)

    def write(self, *, maybe_there: bool) -> None:
        """Write companies before their people."""
        if self.employers:
            companies.make_missing(self.kit.work.caller, self.kit.work.at, list(self.employers.values()))
            self.kit.names.made |= {id_: companies.display_name(each) for id_, each in self.employers.items()}
        self.changes.write()
        maybe_older = self.bulk.write(maybe_there=maybe_there, go_on=partial(lease.renew, self.kit.job))
        # Only now: whoever renames a company from here on finds these people.
        companies.tell_names(self.kit.work.caller, self.shown, maybe_older=maybe_older)


def _revised(
    work: Work,
    contact: contacts.Contact,
    *,
    about: dict[str, Any],
    jobs: Jobs,
) -> contacts.Contact:
    """The contact with all a row says of it, job after job."""
    after = revisions.revised(work, contact, about, *(jobs[0] if jobs else ({}, None)))
    for job, company in jobs[1:]:
        after = revisions.revised(work, after, {}, job, company)
    return after


def _of_company(error: FieldError) -> FieldError:
    """A company's wrong field under the name it has in a row of people."""
    name = "company" if error.field == "name" else f"company_{error.field}"
    return FieldError(name, error.text)
