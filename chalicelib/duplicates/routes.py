"""HTTP ⇄ duplicates: who is likely already there, the pairs of a tenant, merges and their undo."""

from typing import TYPE_CHECKING

from chalicelib.core.answer import Answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.later import Later
from chalicelib.core.request import Request
from chalicelib.core.work import Work

if TYPE_CHECKING:
    from chalicelib.duplicates import dismissals, likely, pairs, service, undoing
    from chalicelib.duplicates.models import Resource
else:
    dismissals = Later("chalicelib.duplicates.dismissals")
    likely = Later("chalicelib.duplicates.likely")
    pairs = Later("chalicelib.duplicates.pairs")
    service = Later("chalicelib.duplicates.service")
    undoing = Later("chalicelib.duplicates.undoing")

duplicates = ApiBlueprint(__name__)


@duplicates.get("/contacts/likely", answers="LikelyPeople", query="TypedPerson")
def list_likely_contacts(request: Request) -> Answer:
    return Answer({"items": likely.people(request.caller, dict(request.query))})


@duplicates.get("/companies/likely", answers="LikelyCompanies", query="TypedCompany")
def list_likely_companies(request: Request) -> Answer:
    return Answer({"items": likely.companies(request.caller, dict(request.query))})


@duplicates.get("/duplicates", lists="LikelyPair", query="PairsQuery")
def list_duplicates(request: Request) -> Answer:
    query = request.query
    return Answer(pairs.page(request.caller, query.get("resource", "contacts"), query.get("cursor", "")))


@duplicates.post("/duplicates/dismiss", takes="Pair", answers="Pair")
def dismiss_pair(request: Request) -> Answer:
    return request.commit(lambda work: Answer(dismissals.dismiss(work, request.body()).model_dump()))


@duplicates.post("/duplicates/recall", takes="Pair", answers="Pair")
def recall_pair(request: Request) -> Answer:
    return request.commit(lambda work: Answer(dismissals.recall(work, request.body()).model_dump()))


@duplicates.get(
    "/contacts/{contact_id}/merge", answers="ContactPreview", query="PreviewQuery", refuses=(409, 422)
)
def preview_merge_of_contacts(request: Request, contact_id: str) -> Answer:
    return _preview(request, "contacts", contact_id)


@duplicates.get(
    "/companies/{company_id}/merge", answers="CompanyPreview", query="PreviewQuery", refuses=(409, 422)
)
def preview_merge_of_companies(request: Request, company_id: str) -> Answer:
    return _preview(request, "companies", company_id)


def _preview(request: Request, resource: "Resource", winner_id: str) -> Answer:
    loser_id = request.query.get("loser_id", "")
    return Answer(service.preview(request.caller, resource, winner_id, loser_id))


@duplicates.post("/contacts/{contact_id}/merge", takes="MergeFields", answers="Merge", refuses=(409, 412))
def merge_contacts(request: Request, contact_id: str) -> Answer:
    return _merge(request, "contacts", contact_id)


@duplicates.post("/companies/{company_id}/merge", takes="MergeFields", answers="Merge", refuses=(409, 412))
def merge_companies(request: Request, company_id: str) -> Answer:
    return _merge(request, "companies", company_id)


def _merge(request: Request, resource: "Resource", winner_id: str) -> Answer:
    """The merge as it is once all that a moment suffices for is done, also when it is asked again."""
    begun = request.commit(
        lambda work: Answer({"id": service.merge(work, resource, winner_id, request.body())})
    )
    return Answer(service.show(request.caller, begun.body["id"]), begun.status, begun.headers)


@duplicates.get("/merges/{merge_id}", answers="Merge")
def show_merge(request: Request, merge_id: str) -> Answer:
    return Answer(service.show(request.caller, merge_id))


@duplicates.post("/merges/{merge_id}/undo", answers="Merge", refuses=(409,))
def undo_merge(request: Request, merge_id: str) -> Answer:
    def begin(work: Work) -> Answer:
        undoing.undo(work, merge_id)
        return Answer({"id": merge_id})

    begun = request.commit(begin)
    return Answer(service.show(request.caller, merge_id), begun.status, begun.headers)
