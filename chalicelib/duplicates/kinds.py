"""What can be merged, contacts and companies, and how two records of a kind become one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from chalicelib.companies import service as companies
from chalicelib.contacts import service as contacts
from chalicelib.core.lists import List
from chalicelib.core.records import Kind, Record
from chalicelib.core.texts import Text
from chalicelib.core.work import Work
from chalicelib.duplicates import careers, choices, labels, parents
from chalicelib.duplicates.choices import Lost, Rules, Side, decide, flat
from chalicelib.duplicates.models import Resource

TAKEN_OVER = Text("Repris de la fiche fusionnée « {name} » :", "Taken over from the merged record “{name}”:")


@dataclass(frozen=True)
class Mergeable:
    """A kind of record: its rules, how it is shown and named; `united` is what a preview calls its list."""

    resource: Resource
    singular: str
    united: str
    kind: Kind[Any]
    list_: List
    rules: Rules
    show: Callable[[Any], dict[str, Any]]
    name: Callable[[Any], str]
    unknown: Text

    def merged(
        self, work: Work, winner: Record[Any], loser: Record[Any], chosen: Mapping[str, Side]
    ) -> Record[Any]:
        """The winner with what it takes over of the loser; `Invalid` when that is no valid record."""
        mine, theirs = flat(winner.fields.model_dump()), flat(loser.fields.model_dump())
        decision = decide(self.rules, mine, theirs, {**self._consistent(mine, theirs), **chosen})
        lost = decision.lost
        parts = winner.parts
        if self.kind.part:
            parts, of_parts = careers.united(winner, loser, work.at)
            lost = [*lost, *of_parts]
        else:
            wanted = decision.values["parent_id"]
            decision.values["parent_id"] = parents.united(work, winner, loser, wanted)
            lost = [*lost, Lost(labels.COMPANY["number"], str(loser.extra["number"]))]
        heading = TAKEN_OVER.in_(work.caller.locale).replace("{name}", self.name(loser))
        lines = [f"{label.in_(work.caller.locale)} : {value}" for label, value in lost]
        note = choices.note(mine["note"], theirs["note"], chosen.get("note"), heading, lines)
        fields = self.kind.validate(choices.nested(decision.values) | {"note": note})
        return replace(winner, fields=fields, parts=parts, version=winner.version + 1, updated_at=work.at)

    def _consistent(self, winner: Mapping[str, Any], loser: Mapping[str, Any]) -> dict[str, Side]:
        """A blank SIREN or SIRET is not filled with one that contradicts the other."""
        for name, beside in (("siret", "siren"), ("siren", "siret")):
            mine, theirs = winner.get(beside), loser.get(name)
            if mine and theirs and not winner.get(name) and mine[:9] != theirs[:9]:
                return {name: "winner"}
        return {}


PEOPLE = Mergeable(
    "contacts",
    "contact",
    "interests",
    contacts.CONTACTS,
    contacts.CONTACT_LIST,
    Rules(labels.PERSON, ("interest_ids",), ("personal_phone", "personal_mobile")),
    contacts.to_json,
    contacts.full_name,
    Text("Ce contact n'existe pas.", "There is no such contact."),
)
COMPANIES = Mergeable(
    "companies",
    "company",
    "kinds",
    companies.COMPANIES,
    companies.COMPANY_LIST,
    Rules(
        {name: label for name, label in labels.COMPANY.items() if name != "number"},
        ("kinds",),
        ("phone", "mobile"),
        references=("owner_id", "parent_id"),
    ),
    Record.to_json,
    companies.display_name,
    companies.UNKNOWN_COMPANY,
)
MERGEABLE: Mapping[str, Mergeable] = {each.resource: each for each in (PEOPLE, COMPANIES)}
