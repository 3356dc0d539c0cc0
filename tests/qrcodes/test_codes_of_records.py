"""The codes the API draws: of a page, of a person's card, of any text."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
import vobject

from tests.qrcodes.reading import read
from tests.world import Visitor


def _svg(visitor: Visitor, path: str, **query: str) -> str:
    answer = visitor.get(path, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/svg+xml"
    return answer.text


def test_a_persons_code_opens_their_page(alice: Visitor) -> None:
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()["id"]

    assert read(_svg(alice, f"/api/contacts/{contact}/qr")) == f"{_origin()}/contacts/{contact}"


def test_a_companys_code_opens_its_page(alice: Visitor) -> None:
    company = alice.post("/api/companies", json={"name": "Martin SA"}).json()["id"]

    assert read(_svg(alice, f"/api/companies/{company}/qr")) == f"{_origin()}/companies/{company}"


def _origin() -> str:
    return os.environ["APP_URL"].split()[0]


def test_a_persons_card_goes_into_a_phone(alice: Visitor) -> None:
    about = {"last_name": "Lœuillet", "first_name": "Zoé", "personal_mobile": "06 44 27 31 63"}
    contact = alice.post("/api/contacts", json=about).json()["id"]

    card = vobject.readOne(read(_svg(alice, f"/api/contacts/{contact}/qr", kind="vcard")))

    assert card.fn.value == "Zoé Lœuillet"
    assert card.tel.value == "06 44 27 31 63"


def test_a_card_that_is_too_long_loses_its_note_then_its_addresses(alice: Visitor) -> None:
    about = {"last_name": "Martin", "personal_city": "Lyon", "note": "é" * 50_000}
    contact = alice.post("/api/contacts", json=about).json()["id"]

    card = read(_svg(alice, f"/api/contacts/{contact}/qr", kind="vcard"))
    assert "NOTE" not in card
    assert ";Lyon;" in card

    long = {"personal_street": "rue " * 60, "personal_city": "Ville " * 20}
    alice.change(f"/api/contacts/{contact}", 1, **long)
    card = read(_svg(alice, f"/api/contacts/{contact}/qr", kind="vcard"))
    assert "NOTE" not in card
    assert vobject.readOne(card).fn.value == "Martin"


def test_the_longest_names_there_are_still_make_a_code(alice: Visitor) -> None:
    names = {"last_name": "\U0001f600" * 120, "first_name": "\U0001f600" * 120}
    company = alice.post("/api/companies", json={"name": "\U0001f600" * 120}).json()["id"]
    position = {"company_id": company, "title": "é" * 120, "work_email": f"{'a' * 60}@{'b' * 60}.fr"}
    contact = alice.post("/api/contacts", json={**names, "position": position}).json()["id"]

    assert names["last_name"] in read(_svg(alice, f"/api/contacts/{contact}/qr", kind="vcard")).replace(
        "\r\n ", ""
    )


def test_any_text_becomes_a_code(alice: Visitor) -> None:
    assert (
        read(_svg(alice, "/api/qr", text="https://exemple.fr/élan?a=1&b=2"))
        == "https://exemple.fr/élan?a=1&b=2"
    )


@pytest.mark.parametrize("text", ["", " ", "x" * 1_001, "\U0001f600" * 900, "\0" * 900])
def test_what_no_code_holds_is_refused_beside_its_field(alice: Visitor, text: str) -> None:
    answer = alice.get("/api/qr", params={"text": text})

    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == ["text"]


def test_an_unknown_kind_of_code_is_refused(alice: Visitor) -> None:
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()["id"]

    answer = alice.get(f"/api/contacts/{contact}/qr", params={"kind": "photo"})

    assert [each["field"] for each in answer.json()["errors"]] == ["kind"]


def test_bob_gets_no_code_of_whom_he_may_not_see(alice: Visitor, visitor: Callable[[], Visitor]) -> None:
    bob = visitor().accept_invitation_of(alice, "Bob", visibility="own")
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()["id"]
    company = alice.post("/api/companies", json={"name": "Martin SA"}).json()["id"]

    for path in (f"contacts/{contact}/qr", f"contacts/{contact}/vcard", f"companies/{company}/qr"):
        assert bob.get(f"/api/{path}").status_code == 404
