"""The API told to programs: `GET /api/openapi.json`, made when it is first asked for."""

from collections.abc import Iterable
from functools import cache

from chalicelib.core.answer import Answer
from chalicelib.core.http import ApiBlueprint
from chalicelib.core.request import Request


def described(rooms: Iterable[ApiBlueprint], prefix: str) -> ApiBlueprint:
    """The routes that describe all routes of `rooms`, which stand under `prefix`, and themselves."""
    description = ApiBlueprint(__name__)

    @cache
    def text() -> str:
        from chalicelib.core import openapi

        return openapi.document([each for room in (*rooms, description) for each in room.operations], prefix)

    @description.get("/openapi.json", public=True, answers="OpenApi")
    def describe_api(request: Request) -> Answer:  # noqa: ARG001
        return Answer(text())

    return description
