"""The jobs of a person: several, one main, shown on both records, following their company's name."""

from collections.abc import Callable
from typing import Any

import pytest

import app
from chalicelib.core import outbox, reindex
from chalicelib.core.reindex import Drift
from chalicelib.core.store import Store
from tests.world import Visitor


def _company(visitor: Visitor, name: str = "Bœuf & Fils") -> dict[str, Any]:
    made: dict[str, Any] = visitor.post("/api/companies", json={"name": name}).json()
    return made


def _contact(visitor: Visitor, last_name: str = "Lefèvre", **fields: Any) -> dict[str, Any]:
    answer = visitor.post("/api/contacts", json={"last_name": last_name, **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def _position(visitor: Visitor, contact: str, company: str, **fields: Any) -> dict[str, Any]:
    answer = visitor.post("/api/positions", json={"contact_id": contact, "company_id": company, **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def _no_drift(visitor: Visitor) -> bool:
    d = reindex.audit(Store(visitor.tenant["id"]), app.SHELVES)
    assert d == Drift()
    return True


def test_the_first_position_is_the_main_one_and_shows_in_the_list(alice: Visitor) -> None:
    contact, company = _contact(alice), _company(alice)
    made = _position(alice, contact["id"], company["id"], title="Gérante", work_email="h@boeuf.example")
    assert (made["is_main"], made["company"], made["contact"]) == (True, "Bœuf & Fils", "Lefèvre")
    row = alice.get("/api/contacts").json()["items"][0]
    assert (row["company"], row["title"], row["email"]) == ("Bœuf & Fils", "Gérante", "h@boeuf.example")
    shown = alice.get(f"/api/contacts/{contact['id']}").json()
    assert shown["main_position"]["id"] == made["id"]
    assert shown["version"] == 1
    people = alice.get("/api/positions", params={"company_id": company["id"]}).json()
    assert [each["id"] for each in people["items"]] == [made["id"]]
    assert _no_drift(alice)


def test_a_contact_is_created_with_its_position_at_once(alice: Visitor) -> None:
    company = _company(alice)
    contact = _contact(alice, position={"company_id": company["id"], "title": "Gérante", "start": "2019-03"})
    assert contact["main_position"]["title"] == "Gérante"
    job = {"company_id": company["id"], "end": "x"}
    refused = alice.post("/api/contacts", json={"last_name": "X", "position": job})
    assert {each["field"] for each in refused.json()["errors"]} == {"position.end"}
    assert alice.get("/api/contacts").json()["total"] == 1
    assert _no_drift(alice)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"start": "2020", "end": "2019-12-31"}, "end"),
        ({"start": "2020-13"}, "start"),
        ({"start": "20"}, "start"),
        ({"work_email": "nobody"}, "work_email"),
        ({"is_main": True}, "is_main"),
        ({"company_id": "0" * 16}, "company_id"),
        ({"contact_id": "0" * 16}, "contact_id"),
        ({"salary": "1"}, "salary"),
    ],
)
def test_it_refuses_a_wrong_position_and_says_where(
    alice: Visitor, fields: dict[str, Any], wrong: str
) -> None:
    contact, company = _contact(alice), _company(alice)
    _position(alice, contact["id"], company["id"])
    about = {"contact_id": contact["id"], "company_id": company["id"], **fields}
    answer = alice.post("/api/positions", json=about)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == [wrong]
    assert alice.get("/api/positions", params={"contact_id": contact["id"]}).json()["total"] == 1


def test_making_another_position_the_main_one_unmakes_the_first(alice: Visitor) -> None:
    contact = _contact(alice)
    first = _position(alice, contact["id"], _company(alice, "A")["id"])
    second = _position(alice, contact["id"], _company(alice, "B")["id"])
    changed = alice.change(f"/api/positions/{second['id']}", second["version"], is_main=True)
    assert changed.status_code == 200, changed.text
    assert alice.get(f"/api/positions/{first['id']}").json()["is_main"] is False
    assert alice.get("/api/contacts").json()["items"][0]["company"] == "B"
    refused = alice.change(f"/api/positions/{second['id']}", changed.json()["version"], is_main=False)
    assert refused.json()["errors"][0]["field"] == "is_main"
    assert _no_drift(alice)


def test_a_position_taken_away_leaves_its_place_and_can_come_back(alice: Visitor) -> None:
    contact = _contact(alice)
    first = _position(alice, contact["id"], _company(alice, "A")["id"], title="Une")
    second = _position(alice, contact["id"], _company(alice, "B")["id"], title="Deux")
    assert alice.delete(f"/api/positions/{first['id']}").status_code == 200
    assert alice.get("/api/contacts").json()["items"][0]["company"] == "B"
    assert alice.get("/api/positions", params={"contact_id": contact["id"]}).json()["total"] == 1
    assert _no_drift(alice)
    assert alice.post(f"/api/positions/{first['id']}/restore").json()["is_main"] is False
    found = alice.get("/api/positions", params={"contact_id": contact["id"]}).json()["items"]
    assert [each["id"] for each in found] == [second["id"], first["id"]]
    assert _no_drift(alice)


def test_a_position_taken_away_is_no_main_one_even_if_asked(alice: Visitor) -> None:
    contact = _contact(alice)
    main = _position(alice, contact["id"], _company(alice, "A")["id"])
    gone = _position(alice, contact["id"], _company(alice, "B")["id"])
    version = alice.delete(f"/api/positions/{gone['id']}").json()["version"]
    asked = alice.change(f"/api/positions/{gone['id']}", version, is_main=True, title="Une")
    assert (asked.status_code, asked.json()["is_main"], asked.json()["title"]) == (200, False, "Une")
    assert alice.get(f"/api/contacts/{contact['id']}").json()["main_position"]["id"] == main["id"]
    assert _no_drift(alice)


def test_a_position_that_comes_back_bears_the_name_of_today(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    contact, company = _contact(alice), _company(alice)
    made = _position(alice, contact["id"], company["id"])
    alice.delete(f"/api/positions/{made['id']}")
    alice.change(f"/api/companies/{company['id']}", 1, name="Pomme")
    drain("outbox")
    assert alice.post(f"/api/positions/{made['id']}/restore").json()["company"] == "Pomme"
    assert alice.get("/api/contacts").json()["items"][0]["company"] == "Pomme"
    assert _no_drift(alice)


def test_a_person_of_very_many_positions_can_still_be_changed(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    contact = _contact(alice, " ".join("abcdefghijklmnopqrstuvwx"))
    places = [_company(alice, f"Lieu {number}")["id"] for number in range(31)]
    for place in places[:-1]:
        _position(alice, contact["id"], place, work_email=f"{place}@example.fr")
    refused = alice.post("/api/positions", json={"contact_id": contact["id"], "company_id": places[-1]})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "contact_id")
    path = f"/api/contacts/{contact['id']}"
    renamed = alice.change(path, 1, last_name=" ".join("zyxwvutsrqponmlkjihgfedc"), owner_id=None)
    assert renamed.status_code == 200, renamed.text
    assert alice.delete(path).status_code == 200
    assert alice.post(f"{path}/restore").status_code == 200
    drain("outbox")
    assert _no_drift(alice)


def test_a_stale_position_is_refused_with_the_one_of_now(alice: Visitor) -> None:
    contact = _contact(alice)
    made = _position(alice, contact["id"], _company(alice)["id"])
    assert alice.change(f"/api/positions/{made['id']}", 1, title="Une").status_code == 200
    stale = alice.change(f"/api/positions/{made['id']}", 1, title="Deux")
    assert stale.status_code == 412
    assert stale.json()["current"]["title"] == "Une"


def test_a_renamed_company_is_renamed_in_every_list(
    alice: Visitor, drain: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox, "SETTLED_AFTER_MS", 0)
    company = _company(alice)
    for number in range(5):
        _contact(alice, f"Nom{number}", position={"company_id": company["id"]})
    assert alice.change(f"/api/companies/{company['id']}", 1, name="Pomme").status_code == 200
    drain("outbox")
    by_company = alice.get("/api/contacts", params={"sort": "company"}).json()["items"]
    assert {row["company"] for row in by_company} == {"Pomme"}
    assert [row["name"] for row in by_company] == [f"Nom{number}" for number in range(5)]
    assert _no_drift(alice)


def test_charlie_sees_no_position(alice: Visitor, charlie: Visitor) -> None:
    contact, company = _contact(alice), _company(alice)
    made = _position(alice, contact["id"], company["id"])
    path = f"/api/positions/{made['id']}"
    answers = [
        charlie.get(path),
        charlie.change(path, 1, title="x"),
        charlie.delete(path),
        charlie.post(f"{path}/restore"),
        charlie.get("/api/positions", params={"contact_id": contact["id"]}),
        charlie.get("/api/positions", params={"company_id": company["id"]}),
    ]
    assert [answer.status_code for answer in answers] == [404] * 6
    theirs = _contact(charlie)
    about = {"contact_id": theirs["id"], "company_id": company["id"]}
    refused = charlie.post("/api/positions", json=about)
    assert refused.json()["errors"][0]["field"] == "company_id"


def test_nobody_new_works_for_an_archived_company(alice: Visitor) -> None:
    contact, first, second = _contact(alice), _company(alice), _company(alice, "Pomme")
    position = _position(alice, contact["id"], first["id"])
    for company in (first, second):
        alice.delete(f"/api/companies/{company['id']}")
    about = {"contact_id": contact["id"], "company_id": second["id"]}
    refused = alice.post("/api/positions", json=about)
    problem = {"field": "company_id", "message": "Cette société est archivée."}
    assert (refused.status_code, refused.json()["errors"]) == (422, [problem])
    path = f"/api/positions/{position['id']}"
    assert alice.change(path, 1, company_id=second["id"]).status_code == 422
    # What stood there before stays, and the rest of it may change.
    assert alice.change(path, 1, title="Gérante").status_code == 200
