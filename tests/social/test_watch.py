"""A profile that was found is watched from then on, and takes nobody else's choice away."""

from __future__ import annotations

from typing import Any

import pytest

from tests.world import Visitor


def made(visitor: Visitor, resource: str, **fields: Any) -> str:
    name = {"contacts": "last_name", "companies": "name"}[resource]
    answer = visitor.post(f"/api/{resource}", json={name: "Bœuf", **fields})
    return f"/api/{resource}/{answer.json()['id']}"


def watch(visitor: Visitor, path: str, network: str, profile: str) -> Any:
    return visitor.post(f"{path}/watch", json={"network": network, "profile": profile})


@pytest.mark.parametrize("resource", ["contacts", "companies"])
def test_a_profile_is_kept_beside_the_others(alice: Visitor, resource: str) -> None:
    path = made(alice, resource, social={"x": "@marie"})
    answer = watch(alice, path, "linkedin", "https://www.linkedin.com/in/marie")
    assert answer.status_code == 200, answer.text
    assert answer.headers["etag"] == '"2"'
    social = alice.get(path).json()["social"]
    assert (social["x"], social["linkedin"]) == ("@marie", "https://www.linkedin.com/in/marie")
    assert alice.get(f"{path}/history").json()["items"][0]["action"] == "change"


def test_watching_again_changes_nothing(alice: Visitor) -> None:
    path = made(alice, "contacts")
    for _ in range(2):
        assert watch(alice, path, "bluesky", "@marie.bsky.social").json()["version"] == 2


@pytest.mark.parametrize("resource", ["contacts", "companies"])
def test_a_profile_somebody_chose_is_not_replaced(alice: Visitor, resource: str) -> None:
    path = made(alice, resource, social={"x": "@marie"})
    assert watch(alice, path, "x", "@other").status_code == 409
    assert alice.get(path).json()["social"]["x"] == "@marie"


def test_a_companys_site_is_watched_as_its_website(alice: Visitor) -> None:
    path = made(alice, "companies")
    assert watch(alice, path, "site", "fleurs.example").json()["website"] == "https://fleurs.example"
    assert watch(alice, path, "site", "https://other.example").status_code == 409
    wrong = watch(alice, made(alice, "companies"), "site", "no address")
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "profile")


@pytest.mark.parametrize(
    ("network", "profile", "field"),
    [
        ("myspace", "marie", "network"),
        ("site", "https://a.example", "network"),
        ("x", "", "profile"),
        ("x", "javascript:alert(1)", "profile"),
        ("x", "a" * 251, "profile"),
    ],
)
def test_what_cannot_be_watched_is_refused(alice: Visitor, network: str, profile: str, field: str) -> None:
    answer = watch(alice, made(alice, "contacts"), network, profile)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


def test_who_may_only_read_watches_nothing(alice: Visitor, visitor: Any) -> None:
    path = made(alice, "contacts")
    reader = visitor().accept_invitation_of(alice, "Rita", role="read_only")
    assert watch(reader, path, "x", "@marie").status_code == 403
