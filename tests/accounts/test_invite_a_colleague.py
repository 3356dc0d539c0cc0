"""An admin invites by mail; the link makes a user once, with the rights that were given."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.accounts import brakes, links
from chalicelib.core import clock
from tests.world import PASSWORD, Visitor, mails_to

COLLEAGUE = {"first_name": "Bob", "last_name": "Petit", "password": PASSWORD}


def invite(visitor: Visitor, address: str, **about: Any) -> str:
    """Invite an address; the token in the mail it got."""
    answer = visitor.post("/api/invitations", json={"email": address, **about})
    assert answer.status_code == 201, answer.text
    found = re.search(r"/invitation/([\w-]+)", mails_to(address)[-1])
    assert found
    return found[1]


def test_the_invited_person_comes_in_with_the_rights_given(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    address = f"bob.{alice.address}@example.fr"
    token = invite(alice, address, role="user", visibility="own")
    bob = visitor()
    assert bob.get(f"/api/invitations/{token}").json()["company_name"] == alice.tenant["name"]
    answer = bob.put(f"/api/invitations/{token}", json=COLLEAGUE)
    assert answer.status_code == 201, answer.text
    user = answer.json()["user"]
    assert (user["email"], user["role"], user["visibility"]) == (address, "user", "own")
    assert bob.get("/api/session").json()["tenant"]["id"] == alice.tenant["id"]
    assert alice.get("/api/invitations").json()["items"] == []


def test_an_invitation_serves_once(alice: Visitor, visitor: Callable[[], Visitor]) -> None:
    token = invite(alice, f"bob.{alice.address}@example.fr")
    assert visitor().put(f"/api/invitations/{token}", json=COLLEAGUE).status_code == 201
    second = visitor().put(f"/api/invitations/{token}", json=COLLEAGUE)
    assert second.status_code == 410
    assert "déjà servi" in second.json()["detail"]
    assert alice.get("/api/users").json()["total"] == 2


def test_an_invitation_dies_after_a_week(
    alice: Visitor, visitor: Callable[[], Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    token = invite(alice, f"bob.{alice.address}@example.fr")
    later = clock.now() + links.INVITATION_SECONDS + 1
    monkeypatch.setattr(clock, "now", lambda: later)
    assert visitor().put(f"/api/invitations/{token}", json=COLLEAGUE).status_code == 410


def test_a_withdrawn_or_replaced_invitation_serves_no_more(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    address = f"bob.{alice.address}@example.fr"
    first = invite(alice, address)
    second = invite(alice, address)
    assert visitor().get(f"/api/invitations/{first}").status_code == 410
    pending = alice.get("/api/invitations").json()["items"]
    assert [each["email"] for each in pending] == [address]
    assert alice.delete(f"/api/invitations/{pending[0]['id']}").status_code == 204
    assert visitor().get(f"/api/invitations/{second}").status_code == 410


def test_only_an_admin_invites_and_nobody_twice(alice: Visitor, bob: Visitor) -> None:
    assert bob.post("/api/invitations", json={"email": "x@example.fr"}).status_code == 403
    again = alice.post("/api/invitations", json={"email": bob.user["email"]})
    assert again.json()["errors"][0]["field"] == "email"
    wrong = alice.post("/api/invitations", json={"email": "nobody", "role": "king"})
    assert {each["field"] for each in wrong.json()["errors"]} == {"email", "role"}


def test_charlie_can_neither_see_nor_withdraw_an_invitation(alice: Visitor, charlie: Visitor) -> None:
    invite(alice, f"bob.{alice.address}@example.fr")
    pending = alice.get("/api/invitations").json()["items"][0]
    assert charlie.get("/api/invitations").json()["items"] == []
    assert charlie.delete(f"/api/invitations/{pending['id']}").status_code == 404


def test_a_tenant_mails_a_hundred_invitations_a_day(alice: Visitor) -> None:
    for _ in range(brakes.INVITATIONS_OF_TENANT.tries):
        brakes.count(brakes.INVITATIONS_OF_TENANT, alice.tenant["id"])
    address = f"bob.{alice.address}@example.fr"
    refused = alice.post("/api/invitations", json={"email": address})
    assert (refused.status_code, int(refused.headers["Retry-After"]) > 0) == (429, True)
    assert mails_to(address) == []
