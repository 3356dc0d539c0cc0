"""A small Chalice app with one route of each kind the gateway must carry."""

from __future__ import annotations

import threading
from typing import Any

from chalice.app import Chalice, Response


def small_app() -> Chalice:
    """Return a new app."""
    app = Chalice("small", configure_logs=False)
    app.api.binary_types = ["application/octet-stream", "image/png"]
    for add_routes in (_asked, _answered, _met):
        add_routes(app)
    return app


def _asked(app: Chalice) -> None:
    """Routes that answer with what they were asked."""

    @app.route("/api/echo", methods=["GET", "POST"], content_types=["application/json", "text/plain"])
    def echo() -> Any:
        return app.current_request.to_original_event()

    @app.route("/api/items/{item_id}/parts/{part}")
    def part(item_id: str, part: str) -> Any:
        return {"item_id": item_id, "part": part}

    @app.route("/api/items/mine/parts/all")
    def literal() -> Any:
        return {"literal": True}


def _answered(app: Chalice) -> None:
    """Routes that answer in every way a route may."""

    @app.route("/api/cookies")
    def cookies() -> Any:
        return Response({}, headers={"Set-Cookie": ["a=1; Path=/", "b=2; Path=/"]})

    @app.route("/api/bytes", methods=["POST"], content_types=["application/octet-stream"])
    def octets() -> Any:
        body = app.current_request.raw_body
        return Response(body[::-1], headers={"Content-Type": "application/octet-stream"})

    @app.route("/ical/{filename}")
    def feed(filename: str) -> Any:
        return Response(f"feed {filename}", headers={"Content-Type": "text/calendar"})

    @app.route("/api/nothing", methods=["DELETE"])
    def nothing() -> Any:
        return Response("", status_code=204)

    @app.route("/api/unserialisable")
    def unserialisable() -> Any:
        return {"set": {1}}


def _met(app: Chalice) -> None:
    """A route in which eight requests meet."""
    meeting = threading.Barrier(8)

    @app.route("/api/meet/{name}")
    def meet(name: str) -> Any:
        # Eight requests are in here at once before any of them reads who it is.
        meeting.wait(timeout=10)
        request = app.current_request
        return {
            "name": name,
            "route": request.uri_params["name"],
            "header": request.headers["x-name"],
            "context": app.lambda_context.aws_request_id,
        }
