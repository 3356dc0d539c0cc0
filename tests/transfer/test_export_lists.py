"""Any list leaves as it is filtered and sorted, and as its reader may see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import vobject

from chalicelib.core import ids
from chalicelib.core.work import Caller
from chalicelib.transfer import export_job, sheet
from chalicelib.transfer.headers import recognise
from tests.transfer.exports import ask, export, fetch, rows, show, work
from tests.world import Visitor


def _people(visitor: Visitor, *names: str, **about: Any) -> list[str]:
    made = [visitor.post("/api/contacts", json={"last_name": name, **about}).json() for name in names]
    return [contact["id"] for contact in made]


def test_a_list_leaves_in_its_order(alice: Visitor) -> None:
    _people(alice, "Martin", "Bœuf", "Élan")

    assert [row["Nom"] for row in rows(export(alice))] == ["Bœuf", "Élan", "Martin"]
    backwards = rows(export(alice, sort="last_name", order="desc"))
    assert [row["Nom"] for row in backwards] == ["Martin", "Élan", "Bœuf"]


def test_a_filter_holds(alice: Visitor) -> None:
    for name, kinds in (("Acme", ["client"]), ("Bric", ["supplier"]), ("Crac", ["client", "lead"])):
        alice.post("/api/companies", json={"name": name, "kinds": kinds})

    found = rows(export(alice, "companies", filters={"kind": "client"}))

    assert [(row["Nom"], row["Type"]) for row in found] == [("Acme", "Client"), ("Crac", "Client, Lead")]


def test_archived_ones_leave_when_asked_for(alice: Visitor) -> None:
    kept, gone = _people(alice, "Martin", "Durand")
    alice.delete(f"/api/contacts/{gone}")

    assert [row["Nom"] for row in rows(export(alice))] == ["Martin"]
    assert [row["Nom"] for row in rows(export(alice, filters={"archived": True}))] == ["Durand"]
    assert kept != gone


def test_chosen_ones_leave_alone(alice: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = _people(alice, *"ABCDE")
    monkeypatch.setattr("chalicelib.transfer.listing.PAGE", 2)

    found = rows(export(alice, filters={"ids": [ids[4], ids[0], ids[2]]}))

    assert [row["Nom"] for row in found] == ["E", "A", "C"]
    assert [row["Nom"] for row in rows(export(alice, filters={"ids": ids[1]}))] == ["B"]


def test_people_with_an_interest_leave(alice: Visitor) -> None:
    wine = alice.post("/api/interests", json={"name": "Vin, bière"}).json()["id"]
    _people(alice, "Martin", interest_ids=[wine])
    _people(alice, "Durand")

    (found,) = rows(export(alice, filters={"interests_all": wine}))

    assert (found["Nom"], found["Centres d'intérêt"]) == ("Martin", '"Vin, bière"')


def test_every_page_of_a_long_list_leaves(alice: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chalicelib.transfer.listing.PAGE", 2)
    monkeypatch.setattr("chalicelib.transfer.exporter.PAGES", 2)
    _people(alice, *(f"Nom {number}" for number in range(9)))

    job = ask(alice)
    work(alice, job)

    assert [row["Nom"] for row in rows(fetch(alice, job).content)] == [f"Nom {number}" for number in range(9)]
    assert show(alice, job)["rows"] == 9


def test_a_person_leaves_with_all_positions(alice: Visitor) -> None:
    acme = alice.post("/api/companies", json={"name": "Acme | Fils"}).json()["id"]
    bric = alice.post("/api/companies", json={"name": "Bric"}).json()["id"]
    main = {"company_id": acme, "title": "Gérante", "work_phone": "+33 1 44 27 31 63", "start": "2019-03"}
    (zoe,) = _people(alice, "Lœuillet", first_name="Zoé", position=main, social={"x": "@zoe"})
    for company, title in ((bric, "Vendeuse"), (acme, "Apprentie")):
        about = {"contact_id": zoe, "company_id": company, "title": title, "end": "2015"}
        assert alice.post("/api/positions", json=about).status_code == 201

    (row,) = rows(export(alice))

    assert (row["Société"], row["Fonction"], row["Date d'entrée"]) == ("Acme | Fils", "Gérante", "2019-03")
    assert row["Tél fixe professionnel"] == "+33 1 44 27 31 63"
    assert row["Autres postes"].splitlines() == [
        "Bric | Vendeuse |  |  |  |  | 2015",
        "Acme \\| Fils | Apprentie |  |  |  |  | 2015",
    ]
    assert row["X (Twitter)"] == "'@zoe"


def test_the_file_opens_in_a_french_excel_and_is_saved_under_a_french_name(alice: Visitor) -> None:
    _people(alice, "Martin")
    job = ask(alice, "companies")
    work(alice, job)
    shown, answer = show(alice, job), fetch(alice, job)

    assert answer.content.startswith(b'\xef\xbb\xbf"Nom";"Site";"Type";"SIREN";')
    assert answer.headers["content-disposition"] == f'attachment; filename="{shown["file_name"]}"'
    assert shown["file_name"] == f"societes-{shown['created_at'][:10]}.csv"


@pytest.mark.parametrize("resource", ["contacts", "companies"])
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_an_import_knows_every_header_without_being_told(resource: Any, locale: str) -> None:
    assert recognise(sheet.header(resource, locale), resource) == [*sheet.COLUMNS[resource]]


def test_english_users_get_english_headers(alice: Visitor) -> None:
    user = alice.get(f"/api/users/{alice.user['id']}").json()
    alice.change(f"/api/users/{user['id']}", user["version"], locale="en")
    alice.post("/api/companies", json={"name": "Acme", "kinds": ["supplier"]})

    (row,) = rows(export(alice, "companies"))

    assert (row["Name"], row["Kinds"]) == ("Acme", "Supplier")


def test_people_leave_as_cards(alice: Visitor) -> None:
    ids = _people(alice, "Martin", "Durand", "Petit")
    job = ask(alice, format="vcard", filters={"ids": ids[:2]})
    work(alice, job)
    answer = fetch(alice, job)

    assert answer.headers["content-type"].startswith("text/vcard")
    assert show(alice, job)["file_name"].endswith(".vcf")
    assert [card.fn.value for card in vobject.readComponents(answer.text)] == ["Martin", "Durand"]


@pytest.mark.parametrize(
    ("wishes", "field"),
    [
        ({"resource": "companies", "format": "vcard"}, "format"),
        ({"resource": "users"}, "resource"),
        ({"resource": "contacts", "charset": "utf-16"}, "charset"),
        ({"resource": "contacts", "sort": "birthday"}, "sort"),
        ({"resource": "contacts", "filters": {"colour": "red"}}, "colour"),
        ({"resource": "contacts", "filters": {"cursor": "x"}}, "cursor"),
        ({"resource": "contacts", "filters": {"ids": ["x"] * 1001}}, "ids"),
        ({"resource": "contacts", "filters": {"ids": "x" * 450_000}}, "ids"),
        ({"resource": "contacts", "filters": {"ids": ["é" * 100] * 1000}}, "ids"),
        ({"resource": "contacts", "filters": {"owner_id": 3}}, "filters"),
    ],
)
def test_what_no_list_takes_is_refused_beside_its_field(
    alice: Visitor, wishes: dict[str, Any], field: str
) -> None:
    answer = alice.post("/api/exports", json=wishes)

    assert answer.status_code == 422
    assert field in answer.json()["errors"][0]["field"]


def test_bobs_export_lacks_alices_people_and_is_his_alone(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    bob = visitor().accept_invitation_of(alice, "Bob", visibility="own")
    (hers,) = _people(alice, "Martin")
    _people(bob, "Durand")

    assert [row["Nom"] for row in rows(export(bob))] == ["Durand"]
    assert rows(export(bob, filters={"ids": [hers]})) == []
    job = ask(alice)
    work(alice, job)
    assert bob.get(f"/api/exports/{job['id']}").status_code == 404
    assert job["id"] not in bob.get("/api/exports").text
    assert job["id"] in alice.get("/api/exports").text


def test_ones_own_exports_are_listed_however_many_others_there_are(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    bob = visitor().accept_invitation_of(alice, "Bob")
    his = ask(bob)
    for _ in range(3):
        ask(alice)

    caller = Caller(alice.tenant["id"], bob.user["id"], "Bob")

    assert [job.sk for job in export_job.of_caller(caller, limit=2)] == [his["id"]]


def test_a_thousand_chosen_ones_are_taken(alice: Visitor) -> None:
    kept = _people(alice, "Martin")
    chosen = [*kept, *(ids.new_id() for _ in range(999))]

    assert [row["Nom"] for row in rows(export(alice, filters={"ids": chosen}))] == ["Martin"]


def test_an_export_shows_no_longer_what_its_user_may_not_see_any_more(
    alice: Visitor, visitor: Callable[[], Visitor]
) -> None:
    bob = visitor().accept_invitation_of(alice, "Bob")
    job = ask(bob)
    work(bob, job)
    fetch(bob, job)
    user = alice.get(f"/api/users/{bob.user['id']}").json()
    alice.change(f"/api/users/{user['id']}", user["version"], visibility="own")

    assert bob.get(f"/api/exports/{job['id']}").status_code == 404


def test_who_only_reads_asks_for_none(alice: Visitor, visitor: Callable[[], Visitor]) -> None:
    reader = visitor().accept_invitation_of(alice, "Remi", role="read_only")

    assert reader.post("/api/exports", json={"resource": "contacts"}).status_code == 403


def test_the_queue_does_the_work_and_a_repeated_wish_has_one_file(
    alice: Visitor, drain: Callable[..., int]
) -> None:
    _people(alice, "Martin")
    key = {"Idempotency-Key": "once"}
    first, second = (alice.post("/api/exports", json={"resource": "contacts"}, headers=key) for _ in range(2))

    drain()

    assert first.json() == second.json()
    assert [row["Nom"] for row in rows(fetch(alice, first.json()).content)] == ["Martin"]
    assert len(alice.get("/api/exports").json()["items"]) == 1
