"""HTTP ⇄ QR codes."""

from typing import TYPE_CHECKING

from chalicelib.core.answer import Answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.later import Later
from chalicelib.core.request import Request

if TYPE_CHECKING:
    from chalicelib.qrcodes import service
else:
    service = Later("chalicelib.qrcodes.service")

SVG = "image/svg+xml"

qrcodes = ApiBlueprint(__name__)


def _answer(svg: str) -> Answer:
    return Answer(svg, headers={"Content-Type": SVG})


@qrcodes.get("/qr", answers=SVG, query="TextQuery")
def show_text_qr(request: Request) -> Answer:
    return _answer(service.of_text(request.query.get("text", "")))


@qrcodes.get("/contacts/{contact_id}/qr", answers=SVG, query="ContactQuery")
def show_contact_qr(request: Request, contact_id: str) -> Answer:
    kind = request.query.get("kind", "record")
    return _answer(service.of_contact(request.caller, contact_id, kind))


@qrcodes.get("/companies/{company_id}/qr", answers=SVG)
def show_company_qr(request: Request, company_id: str) -> Answer:
    return _answer(service.of_company(request.caller, company_id))
