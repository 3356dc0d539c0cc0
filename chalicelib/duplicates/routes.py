"""HTTP ⇄ duplicates: who is likely already there, the pairs of a tenant, merges and their undo."""

from chalicelib.core.answer import Answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.request import Request
from chalicelib.duplicates import likely

duplicates = ApiBlueprint(__name__)


@duplicates.get("/contacts/likely", answers="LikelyPeople", query="TypedPerson")
def list_likely_contacts(request: Request) -> Answer:
    return Answer({"items": likely.people(request.caller, dict(request.query))})


@duplicates.get("/companies/likely", answers="LikelyCompanies", query="TypedCompany")
def list_likely_companies(request: Request) -> Answer:
    return Answer({"items": likely.companies(request.caller, dict(request.query))})
