"""What people are interested in: ticked on them, shown in their rows, kept when an interest is archived."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import app
from chalicelib.core import outbox, reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store, connection
from chalicelib.core.work import Caller
from chalicelib.interests import service as interests
from tests import faults
from tests.world import Visitor


def _interest(visitor: Visitor, name: str) -> str:
    return str(visitor.post("/api/interests", json={"name": name}).json()["id"])


def _contact(visitor: Visitor, last_name: str, *interest_ids: str, **fields: Any) -> str:
    about = {"last_name": last_name, "interest_ids": interest_ids, **fields}
    answer = visitor.post("/api/contacts", json=about)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def _names(visitor: Visitor, **query: str) -> list[str]:
    answer = visitor.get("/api/contacts", params=query)
    assert answer.status_code == 200, answer.text
    return [row["name"] for row in answer.json()["items"]]


def _no_drift(visitor: Visitor) -> bool:
    return reindex.audit(Store(visitor.tenant["id"]), app.SHELVES) == Drift()


def test_a_row_shows_the_interests_ticked_and_the_list_is_filtered_by_one(alice: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    _contact(alice, "Aubry", wine, bike)
    _contact(alice, "Blin", bike)
    _contact(alice, "Caron")
    shown = {row["name"]: row["interests"] for row in alice.get("/api/contacts").json()["items"]}
    assert shown == {"Aubry": [wine, bike], "Blin": [bike], "Caron": []}
    assert _names(alice, interest_id=bike) == ["Aubry", "Blin"]
    assert _names(alice, interest_id=wine) == ["Aubry"]
    assert _no_drift(alice)


def test_interests_follow_every_change_of_their_person(alice: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    person = _contact(alice, "Blin", wine)
    path = f"/api/contacts/{person}"
    for version, change in enumerate(
        (
            {"interest_ids": [bike, wine]},
            {"last_name": "Zola"},
            {"interest_ids": [bike]},
            {"owner_id": None},
            {"interest_ids": None},
            {"interest_ids": [wine]},
        ),
        start=1,
    ):
        assert alice.change(path, version, **change).status_code == 200
        assert _no_drift(alice)
    assert _names(alice, interest_id=wine) == ["Zola"]
    alice.delete(path)
    assert (_names(alice, interest_id=wine), _no_drift(alice)) == ([], True)
    alice.post(f"{path}/restore")
    assert (_names(alice, interest_id=wine), _no_drift(alice)) == (["Zola"], True)


def test_an_archived_interest_stays_with_its_people_but_is_given_to_nobody(alice: Visitor) -> None:
    wine, bike = _interest(alice, "Vin"), _interest(alice, "Vélo")
    person = _contact(alice, "Blin", wine)
    alice.delete(f"/api/interests/{wine}")
    path = f"/api/contacts/{person}"
    assert alice.change(path, 1, interest_ids=[wine, bike], last_name="Bloch").status_code == 200
    refused = alice.post("/api/contacts", json={"last_name": "Caron", "interest_ids": [wine]})
    assert [each["field"] for each in refused.json()["errors"]] == ["interest_ids"]
    assert alice.change(path, 2, interest_ids=[bike]).status_code == 200
    assert alice.change(path, 3, interest_ids=[bike, wine]).status_code == 422
    alice.post(f"/api/interests/{wine}/restore")
    assert alice.change(path, 3, interest_ids=[bike, wine]).status_code == 200


def test_charlies_people_cannot_have_alices_interests(alice: Visitor, charlie: Visitor) -> None:
    wine = _interest(alice, "Vin")
    refused = charlie.post("/api/contacts", json={"last_name": "C", "interest_ids": [wine]})
    assert [each["field"] for each in refused.json()["errors"]] == ["interest_ids"]
    assert charlie.get("/api/contacts", params={"interest_id": wine}).status_code == 422


def test_a_person_with_very_many_interests_is_renamed_whole(
    alice: Visitor, drain: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too much for one transaction: what leads to the record follows by the outbox, killed or not."""
    monkeypatch.setattr(outbox, "SETTLED_AFTER_MS", 0)
    caller = Caller(alice.tenant["id"], alice.user["id"], "Alice", "admin")
    known = sorted(interests.make_missing(caller, [f"Métier {number}" for number in range(50)]).values())
    person = _contact(alice, " ".join("abcdefghij"), *known, first_name="klm nop")
    path, store = f"/api/contacts/{person}", Store(alice.tenant["id"])
    renamed = alice.change(path, 1, last_name=" ".join("zyxwvutsrq"), owner_id=None)
    assert renamed.status_code == 200, renamed.text
    message = {"tenant": store.tenant, "event_id": _event(store)}
    for injection in faults.at_each_call(faults.crash_after, connection().client):
        with injection:
            outbox.deliver(message, app.CONSUMERS)
    assert drain("outbox") > 0
    assert _no_drift(alice)
    assert _names(alice, interest_id=known[0]) == ["z y x w v u t s r q klm nop"]
    for verb, expected in ((alice.delete, 0), (lambda path: alice.post(f"{path}/restore"), 1)):
        assert verb(path).status_code == 200
        drain("outbox")
        assert _no_drift(alice)
        assert len(_names(alice, interest_id=known[49])) == expected


def _event(store: Store) -> str:
    """The id of the tenant's only event under way."""
    (event,) = outbox.Event.query(f"{store.tenant}#E")
    return str(event.sk)
