"""HTTP ⇄ companies."""

from chalicelib.accounts import preferences
from chalicelib.companies import service
from chalicelib.core import lists, pages
from chalicelib.core.answer import Answer, record_answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.request import Request

companies = ApiBlueprint(__name__)


def _answer(company: service.Company, status: int = 200) -> Answer:
    return record_answer(company.to_json(), status)


@companies.get("/companies", lists="CompanyRow", query=service.COMPANY_LIST)
def list_companies(request: Request) -> Answer:
    caller, list_ = request.caller, service.COMPANY_LIST
    asked = lists.read_query(
        list_, request.query, preferences.sort_of(caller, "companies", request.query, "name")
    )
    return Answer(pages.envelope(caller, list_, asked, service.page(caller, asked)))


@companies.post("/companies", takes="CompanyFields", answers="Company", status=201)
def create_company(request: Request) -> Answer:
    return request.commit(lambda work: _answer(service.create(work, request.body()), 201))


@companies.post("/companies/bulk", takes="Action", answers="CompaniesOutcome", once=False)
def act_on_many_companies(request: Request) -> Answer:
    return Answer(service.act_on_many(request.caller, request.body()))


@companies.get("/companies/{company_id}", answers="Company")
def show_company(request: Request, company_id: str) -> Answer:
    return _answer(service.get(request.caller, company_id))


@companies.patch("/companies/{company_id}", takes="CompanyFields", answers="Company")
def change_company(request: Request, company_id: str) -> Answer:
    expected, changes = request.expected_version(), request.body()
    return request.commit(lambda work: _answer(service.change(work, company_id, expected, changes)))


@companies.delete("/companies/{company_id}", answers="Company")
def archive_company(request: Request, company_id: str) -> Answer:
    return request.commit(lambda work: _answer(service.archive(work, company_id)))


@companies.post("/companies/{company_id}/restore", answers="Company")
def restore_company(request: Request, company_id: str) -> Answer:
    return request.commit(lambda work: _answer(service.restore(work, company_id)))


@companies.get("/companies/{company_id}/history", lists="HistoryRow")
def list_company_history(request: Request, company_id: str) -> Answer:
    return Answer(pages.small(service.history_of(request.caller, company_id)))
