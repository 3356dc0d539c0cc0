"""One chunk of an import: some rows of the file made records, and what was refused."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.core import objects
from chalicelib.core.errors import Invalid
from chalicelib.core.texts import Text
from chalicelib.core.work import Work
from chalicelib.transfer import company_list, headers, lease, people, plan
from chalicelib.transfer.csv_file import Row
from chalicelib.transfer.kit import Kit
from chalicelib.transfer.plan import Plan
from chalicelib.transfer.problem import Problem

ROWS = 500
TEXT_SHOWN = 300
READERS: Mapping[str, Any] = {"contacts": people, "companies": company_list}
GONE = Text(
    "La fiche que cette ligne mettait à jour n'existe plus ou a changé entre-temps : importez-la de nouveau.",
    "The record this row would update is gone or has changed meanwhile: import it again.",
)


@dataclass
class Chunk:
    """The rows between two places of the file; what is settled of them is written by `write`."""

    kit: Kit
    number: int
    rows: int = 0
    created: int = 0
    updated: int = 0
    refused: list[dict[str, Any]] = field(default_factory=list)
    unreadable: int = 0
    read: dict[int, tuple[Row, Any]] = field(default_factory=dict)
    made: Any = None
    plan: Plan = field(default_factory=Plan)

    def take(self, rows: Iterable[Row]) -> None:
        """Read what the rows say, refuse those that say nothing good, settle what becomes of others."""
        reader = READERS[self.kit.job.kind]
        for row in rows:
            self.rows += 1
            if row.values is None:
                self._refuse(row, [row.problem] if row.problem else [])
                continue
            said, problems = reader.read(headers.gather(self.kit.job.fields, row.values))
            if problems:
                self._refuse(row, problems)
            else:
                self.read[row.number] = (row, said)
        self.unreadable = len(self.refused)
        self._settle(self._match())

    def _match(self) -> dict[int, Any]:
        """By row, the record it means and that was there before the import."""
        job = self.kit.job
        if job.duplicates == "create":
            return {}
        found: dict[int, Any] = READERS[job.kind].matched(self.kit.holders, self._said)
        return found

    @property
    def _said(self) -> dict[int, Any]:
        return {number: said for number, (_, said) in self.read.items()}

    def _settle(self, known: Mapping[int, Any], gone: Iterable[int] = ()) -> None:
        """Decide row by row; asked again, it forgets what it decided before."""
        del self.refused[self.unreadable :]
        self.kit.work.counts = {}
        self.made = READERS[self.kit.job.kind].begin(self.kit, self.number)
        self.plan = Plan(at=self.kit.work.at)
        self.plan.interests = self.made.prepare(self._said)
        for number, (row, said) in self.read.items():
            if number in gone:
                self._refuse(row, [Problem(None, GONE.fr, GONE.en)])
                continue
            try:
                parts = self.made.take(self.kit.job.record_id(row.number), said, known.get(number))
            except Invalid as refusal:
                self._refuse(
                    row, [Problem(each.field, each.text.fr, each.text.en) for each in refusal.fields]
                )
                continue
            if number in known:
                self.plan.matched[str(number)] = known[number].id
            else:
                self.plan.created[str(number)] = parts
        self.created, self.updated = len(self.plan.created), len(self.plan.matched)

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
        """Write the records by the plan of whoever came first, and refused rows beside the file."""
        if not self.kit.job.dry_run:
            self._follow_plan()
            lease.renew(self.kit.job)
            self.made.write(maybe_there=maybe_there)
            self._refuse_lost(self.made.changes.lost)
        lease.renew(self.kit.job)
        if self.refused:
            self.refused.sort(key=lambda row: int(row["row"]))
            body = json.dumps(self.refused, ensure_ascii=False).encode("utf-8", "replace")
            objects.write(self.kit.job.refused_key(self.number), body, "application/json")

    def _refuse_lost(self, lost: set[str]) -> None:
        """Name the rows whose records somebody archived, merged away or contradicted since they were read."""
        for number, id_ in self.plan.matched.items():
            if id_ in lost:
                self.updated -= 1
                self._refuse(self.read[int(number)][0], [Problem(None, GONE.fr, GONE.en)])

    def _follow_plan(self) -> None:
        """Keep the plan, or settle anew by the one that an earlier or another worker kept."""
        revisions = self.made.changes.revisions
        former = {id_: revisions.kept(each.before) for id_, each in self.made.changes.of.items()}
        self.plan.updated, self.plan.companies = former, self.made.new_companies()
        if plan.keep(self.kit.job, self.number, self.plan):
            return
        first = plan.kept(self.kit.job, self.number)
        if first is None:
            raise LookupError(f"no plan of chunk {self.number} of {self.kit.job.sk}")
        rows = {int(number): id_ for number, id_ in first.matched.items()}
        found = READERS[self.kit.job.kind].found(self.kit.holders.caller, rows.values())
        known = {number: found[id_] for number, id_ in rows.items() if id_ in found}
        self.kit.work = Work(self.kit.work.caller, first.at)
        self._settle(known, rows.keys() - known.keys())
