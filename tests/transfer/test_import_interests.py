"""Interests in a file: ticked, made if an admin asks, and never lost if somebody else does."""

from __future__ import annotations

from collections.abc import Callable

from tests.transfer.imports import import_file
from tests.transfer.test_run_options import run, uploaded
from tests.transfer.test_updating_imports import jean, read
from tests.world import Visitor

Drain = Callable[..., int]
FILE = "Nom;E-mail;Centres d'intérêt\nDupont;jean@example.fr;Voile, vin\nRoy;;VIN\n".encode()


def interests(visitor: Visitor) -> dict[str, str]:
    return {row["name"]: row["id"] for row in visitor.get("/api/interests").json()["items"]}


def test_an_admin_makes_what_is_missing_and_finds_what_is_there(alice: Visitor, drain: Drain) -> None:
    made = alice.post("/api/interests", json={"name": "Vin"}).json()
    before = jean(alice, interest_ids=[made["id"]])
    assert import_file(alice, drain, FILE)["message"] is None
    known = interests(alice)
    assert known.keys() == {"Vin", "Voile"}
    assert sorted(read(alice, before)["interest_ids"]) == sorted(known.values())
    roy = next(row for row in alice.get("/api/contacts").json()["items"] if row["name"] == "Roy")
    assert (roy["interests"], known["Vin"]) == ([made["id"]], made["id"])
    found = alice.get("/api/contacts", params={"interest_id": made["id"]}).json()
    assert found["total"] == 2


def test_who_is_no_admin_finds_them_in_the_note_and_is_told(
    alice: Visitor, visitor: Callable[[], Visitor], drain: Drain
) -> None:
    alice.post("/api/interests", json={"name": "Vin"})
    user = visitor().accept_invitation_of(alice, "Ugo", role="user")
    done = import_file(user, drain, FILE)
    assert (done["created"], "sont dans la note" in done["message"]) == (2, True)
    assert interests(alice).keys() == {"Vin"}
    rows = {row["name"]: read(user, row) for row in user.get("/api/contacts").json()["items"]}
    assert (rows["Dupont"]["note"], len(rows["Dupont"]["interest_ids"])) == ("Centres d'intérêt : Voile", 1)
    assert (rows["Roy"]["note"], len(rows["Roy"]["interest_ids"])) == (None, 1)


def test_a_refused_row_makes_none(alice: Visitor, drain: Drain) -> None:
    done = import_file(alice, drain, b"Nom;E-mail;Loisirs\nRoy;faux@;Voile\n")
    assert (done["refused"], interests(alice)) == (1, {})


def test_a_rehearsal_makes_none(alice: Visitor, drain: Drain) -> None:
    job = uploaded(alice, FILE)
    assert run(alice, drain, job, dry_run=True)["message"] is None
    assert interests(alice) == {}
    run(alice, drain, job)
    assert interests(alice).keys() == {"Voile", "vin"}
