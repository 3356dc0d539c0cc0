"""HTTP ⇄ contacts and positions."""

from typing import TYPE_CHECKING

from chalicelib.accounts import preferences
from chalicelib.contacts import positions, service
from chalicelib.core import lists, pages
from chalicelib.core.answer import Answer, record_answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.later import Later
from chalicelib.core.request import Request

if TYPE_CHECKING:
    from chalicelib.contacts import cards, colleagues, company_people
else:
    cards = Later("chalicelib.contacts.cards")
    colleagues = Later("chalicelib.contacts.colleagues")
    company_people = Later("chalicelib.contacts.company_people")

contacts = ApiBlueprint(__name__)


def _answer(contact: service.Contact, status: int = 200) -> Answer:
    return record_answer(service.to_json(contact), status)


@contacts.get("/contacts", lists="ContactRow", query=service.CONTACT_LIST)
def list_contacts(request: Request) -> Answer:
    caller, list_ = request.caller, service.CONTACT_LIST
    asked = lists.read_query(
        list_, request.query, preferences.sort_of(caller, "contacts", request.query, "last_name")
    )
    return Answer(pages.envelope(caller, list_, asked, service.page(caller, asked)))


@contacts.get("/contacts/count", answers="Count", query=service.CONTACT_LIST)
def count_contacts(request: Request) -> Answer:
    asked = lists.read_query(service.CONTACT_LIST, request.query, ("last_name", "asc"))
    return Answer(service.count(request.caller, asked))


@contacts.post("/contacts", takes="NewContact", answers="Contact", status=201)
def create_contact(request: Request) -> Answer:
    return request.commit(lambda work: _answer(service.create(work, request.body()), 201))


@contacts.post("/contacts/bulk", takes="ContactAction", answers="ContactsOutcome", once=False)
def act_on_many_contacts(request: Request) -> Answer:
    return Answer(service.act_on_many(request.caller, request.body()))


@contacts.get("/contacts/{contact_id}", answers="Contact")
def show_contact(request: Request, contact_id: str) -> Answer:
    return _answer(service.get(request.caller, contact_id))


@contacts.patch("/contacts/{contact_id}", takes="ContactFields", answers="Contact")
def change_contact(request: Request, contact_id: str) -> Answer:
    expected, changes = request.expected_version(), request.body()
    return request.commit(lambda work: _answer(service.change(work, contact_id, expected, changes)))


@contacts.delete("/contacts/{contact_id}", answers="Contact")
def archive_contact(request: Request, contact_id: str) -> Answer:
    return request.commit(lambda work: _answer(service.archive(work, contact_id)))


@contacts.post("/contacts/{contact_id}/restore", answers="Contact")
def restore_contact(request: Request, contact_id: str) -> Answer:
    return request.commit(lambda work: _answer(service.restore(work, contact_id)))


@contacts.get("/contacts/{contact_id}/vcard", answers="text/vcard")
def download_vcard(request: Request, contact_id: str) -> Answer:
    contact = service.get(request.caller, contact_id)
    card = cards.Cards(request.caller).card(contact)
    disposition = {"Content-Disposition": f'attachment; filename="{cards.file_name(contact)}"'}
    return Answer(card, headers={"Content-Type": f"{cards.MEDIA_TYPE}; charset=utf-8", **disposition})


@contacts.get("/contacts/{contact_id}/history", lists="HistoryRow")
def list_contact_history(request: Request, contact_id: str) -> Answer:
    return Answer(pages.small(service.history_of(request.caller, contact_id)))


def _position_answer(pair: tuple[service.Contact, service.Position], status: int = 200) -> Answer:
    return record_answer(positions.to_json(*pair), status)


@contacts.get("/positions", lists="Position", query="PositionQuery", refuses=(404,))
def list_positions(request: Request) -> Answer:
    query, caller = request.query, request.caller
    archived, limit = lists.archived(query), lists.read_limit(query, default=200)
    if contact_id := query.get("contact_id"):
        return Answer(pages.small(positions.listed(caller, contact_id, archived)))
    return Answer(company_people.page(caller, query.get("company_id", ""), limit, query.get("cursor", "")))


@contacts.get("/companies/{company_id}/interests", lists="CompanyInterest")
def list_company_interests(request: Request, company_id: str) -> Answer:
    return Answer(company_people.interests_of(request.caller, company_id))


@contacts.get("/contacts/{contact_id}/ex-colleagues", lists="ExColleague", query="PageQuery")
def list_ex_colleagues(request: Request, contact_id: str) -> Answer:
    limit, cursor = lists.read_limit(request.query), request.query.get("cursor", "")
    return Answer(colleagues.page(request.caller, contact_id, limit, cursor))


@contacts.post("/positions", takes="PositionFields", answers="Position", status=201)
def create_position(request: Request) -> Answer:
    return request.commit(lambda work: _position_answer(positions.add(work, request.body()), 201))


@contacts.get("/positions/{position_id}", answers="Position")
def show_position(request: Request, position_id: str) -> Answer:
    return _position_answer(positions.find(request.caller, position_id))


@contacts.patch("/positions/{position_id}", takes="PositionFields", answers="Position")
def change_position(request: Request, position_id: str) -> Answer:
    expected, changes = request.expected_version(), request.body()
    return request.commit(
        lambda work: _position_answer(positions.change(work, position_id, expected, changes))
    )


@contacts.delete("/positions/{position_id}", answers="Position")
def archive_position(request: Request, position_id: str) -> Answer:
    return request.commit(lambda work: _position_answer(positions.set_archived(work, position_id, True)))


@contacts.post("/positions/{position_id}/restore", answers="Position")
def restore_position(request: Request, position_id: str) -> Answer:
    return request.commit(lambda work: _position_answer(positions.set_archived(work, position_id, False)))
