"""Who came through CloudFront, and from where: on one machine everybody, on AWS only those."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from chalicelib.core import config, edge
from chalicelib.core.errors import Forbidden
from tests.world import Visitor

CONTEXT = {"identity": {"sourceIp": "198.51.100.9"}}
KEY = "k" * 48


def stand_behind_cloudfront(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the product the settings of a function on AWS."""
    behind = replace(config.settings(), edge_key=KEY.encode())
    monkeypatch.setattr(edge, "settings", lambda: behind)


@pytest.fixture
def on_aws(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product behind CloudFront."""
    stand_behind_cloudfront(monkeypatch)


def test_on_one_machine_nothing_stands_in_between() -> None:
    edge.require_passage({})

    assert edge.visitor({"x-viewer-address": "203.0.113.7"}, CONTEXT) == "198.51.100.9"


def test_what_bears_the_key_may_pass_and_tells_who_asks(on_aws: None) -> None:
    edge.require_passage({"x-edge-key": KEY})

    assert edge.visitor({"x-viewer-address": "203.0.113.7"}, CONTEXT) == "203.0.113.7"


@pytest.mark.parametrize("headers", [{}, {"x-edge-key": ""}, {"x-edge-key": "j" * 48}, {"x-edge-key": "é"}])
def test_it_refuses_what_went_round(headers: dict[str, str], on_aws: None) -> None:
    with pytest.raises(Forbidden):
        edge.require_passage(headers)


def test_a_public_route_is_refused_too(
    visitor: Callable[[], Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    anybody = visitor()
    assert anybody.get("/api/session").status_code == 401
    stand_behind_cloudfront(monkeypatch)

    answer = anybody.post("/api/session", json={"email": "a@example.fr", "password": "inconnu"})

    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
