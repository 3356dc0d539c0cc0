"""HTTP ⇄ search."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from chalicelib.core.answer import Answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.later import Later
from chalicelib.core.request import Request

if TYPE_CHECKING:
    from chalicelib.search import service
else:
    service = Later("chalicelib.search.service")

search = ApiBlueprint(__name__)


@search.get("/search", answers="Found", query="SearchQuery")
def search_all(request: Request) -> Answer:
    query = request.query
    found = service.search(request.caller, query.get("q", ""), query.get("cursor", ""), query.get("kind", ""))
    return Answer(asdict(found))
