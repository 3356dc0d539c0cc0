"""HTTP ⇄ interests."""

from chalicelib.core import lists, pages
from chalicelib.core.answer import Answer, record_answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.request import Request
from chalicelib.interests import service

interests = ApiBlueprint(__name__)


def _answer(interest: service.Interest, status: int = 200) -> Answer:
    return record_answer(interest.to_json(), status)


@interests.get("/interests", lists="InterestRow", query="InterestQuery")
def list_interests(request: Request) -> Answer:
    found = service.listed(request.caller, lists.archived(request.query))
    return Answer(pages.small(each.to_json() for each in found))


@interests.post("/interests", takes="InterestFields", answers="Interest", status=201)
def create_interest(request: Request) -> Answer:
    return request.commit(lambda work: _answer(service.create(work, request.body()), 201))


@interests.get("/interests/{interest_id}", answers="Interest")
def show_interest(request: Request, interest_id: str) -> Answer:
    return _answer(service.get(request.caller, interest_id))


@interests.patch("/interests/{interest_id}", takes="InterestFields", answers="Interest")
def change_interest(request: Request, interest_id: str) -> Answer:
    expected, changes = request.expected_version(), request.body()
    return request.commit(lambda work: _answer(service.change(work, interest_id, expected, changes)))


@interests.delete("/interests/{interest_id}", answers="Interest")
def archive_interest(request: Request, interest_id: str) -> Answer:
    return request.commit(lambda work: _answer(service.archive(work, interest_id)))


@interests.post("/interests/{interest_id}/restore", answers="Interest", refuses=(422,))
def restore_interest(request: Request, interest_id: str) -> Answer:
    return request.commit(lambda work: _answer(service.restore(work, interest_id)))


@interests.get("/interests/{interest_id}/history", lists="HistoryRow")
def list_interest_history(request: Request, interest_id: str) -> Answer:
    return Answer(pages.small(service.history_of(request.caller, interest_id)))
