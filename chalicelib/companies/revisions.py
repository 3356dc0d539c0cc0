"""A company that is there, as a file has it now; and as it was before, should that be undone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from chalicelib.companies import matching
from chalicelib.companies.models import COMPANIES, Company, with_name
from chalicelib.core import records, revisions
from chalicelib.core.fields import restored
from chalicelib.core.work import Caller, Work


def candidates(caller: Caller, about: Mapping[str, Any]) -> list[Company]:
    """The companies, archived ones left out, that have the SIREN or the very name said of one."""
    siren = about.get("siren") or (about.get("siret") or "")[:9]
    found = matching.with_siren(caller, siren) if siren else []
    if name := about.get("name"):
        found += [id_ for id_, _ in with_name(caller.store, name)]
    return read_many(caller, found)


def read_many(caller: Caller, ids: Iterable[str]) -> list[Company]:
    """The companies of these ids as they are now; unknown and invisible ones left out."""
    wanted = {COMPANIES.base_key(caller.store, each): each for each in ids}
    there = caller.store.get_many(list(wanted), consistent=True)
    found = (COMPANIES.read(wanted[key], item) for key, item in there.items())
    return [company for company in found if records.may_see(caller, company)]


def revised(work: Work, before: Company, about: Mapping[str, Any]) -> Company:
    """The company with what is new in `about`, the same if nothing is; `Invalid` names every wrong field."""
    fields = COMPANIES.validate(revisions.merged(before.fields.model_dump(), about))
    if fields == before.fields:
        return before
    return replace(before, fields=fields, version=before.version + 1, updated_at=work.at)


def told(before: Company, after: Company) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the history compares."""
    return before.fields.model_dump(), after.fields.model_dump()


def kept(company: Company) -> dict[str, Any]:
    """What must be known of a company to give it back, as plain values."""
    return {"at": company.updated_at, "fields": company.fields.model_dump(exclude_none=True)}


def given_back(now: Company, former: Mapping[str, Any]) -> Company:
    """The company with its former values (`kept`), under a new version."""
    fields = restored(COMPANIES.fields, former["fields"])
    return replace(now, fields=fields, version=now.version + 1, updated_at=former["at"])
