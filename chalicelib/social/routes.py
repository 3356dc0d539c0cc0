"""HTTP ⇄ social."""

from typing import TYPE_CHECKING

from chalicelib.core.answer import Answer, record_answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.later import Later
from chalicelib.core.request import Request

if TYPE_CHECKING:
    from chalicelib.social import service
else:
    service = Later("chalicelib.social.service")

social = ApiBlueprint(__name__)


@social.get("/contacts/{contact_id}/social-activity", answers="SocialActivity")
def show_contact_activity(request: Request, contact_id: str) -> Answer:
    return Answer({"networks": service.of_contact(request.caller, contact_id)})


@social.post("/contacts/{contact_id}/watch", takes="Watch", answers="Contact")
def watch_contact(request: Request, contact_id: str) -> Answer:
    body = request.body()
    return request.commit(lambda work: record_answer(service.watch_contact(work, contact_id, body)))


@social.get("/companies/{company_id}/social-activity", answers="SocialActivity")
def show_company_activity(request: Request, company_id: str) -> Answer:
    return Answer({"networks": service.of_company(request.caller, company_id)})


@social.post("/companies/{company_id}/watch", takes="Watch", answers="Company")
def watch_company(request: Request, company_id: str) -> Answer:
    body = request.body()
    return request.commit(lambda work: record_answer(service.watch_company(work, company_id, body)))
