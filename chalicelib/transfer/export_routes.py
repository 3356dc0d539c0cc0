"""HTTP ⇄ exports."""

from typing import TYPE_CHECKING

from chalicelib.core import pages
from chalicelib.core.answer import Answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.later import Later
from chalicelib.core.request import Request

if TYPE_CHECKING:
    from chalicelib.transfer import exports as service
else:
    service = Later("chalicelib.transfer.exports")

exports = ApiBlueprint(__name__)


@exports.get("/exports", lists="Export")
def list_exports(request: Request) -> Answer:
    return Answer(pages.small(service.all_of(request.caller)))


@exports.post("/exports", takes="NewExport", answers="Export", status=201)
def create_export(request: Request) -> Answer:
    values = request.body()
    return request.commit(lambda work: Answer(service.ask(work, values).to_json(request.locale), 201))


@exports.get("/exports/{export_id}", answers="Export")
def show_export(request: Request, export_id: str) -> Answer:
    return Answer(service.show(request.caller, export_id))
