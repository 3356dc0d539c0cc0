"""One box finds people and companies however one types them."""

from __future__ import annotations

import pytest

from tests.search.asking import add, add_company, labels, search
from tests.world import Visitor


@pytest.fixture
def address_book(alice: Visitor) -> Visitor:
    """Alice, with some people and companies."""
    soclinic = add_company(alice, "Soclinic", city="Lyon", phone="04 78 00 11 22", siren="552100554")
    add(
        alice,
        "Dupont",
        "Jean",
        personal_mobile="06 44 27 31 63",
        personal_email="j.dupont@exemple.fr",
        position={"company_id": soclinic["id"], "work_email": "contact@soclinic.example"},
    )
    add(alice, "Bœuf", "Anne-Laure", personal_phone="+33 (0)1 44 00 00 01")
    add(alice, "N'Diaye", "Moussa")
    add(alice, "Le Goff", "Yann")
    add_company(alice, "So Clean")
    add_company(alice, "S.N.C.F.")
    return alice


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("dup", "Dupont Jean"),
        ("jean dup", "Dupont Jean"),
        ("dup jean", "Dupont Jean"),
        ("du je", "Dupont Jean"),
        ("soclinic dupont je", "Dupont Jean"),
        ("so je du", "Dupont Jean"),
        ("0644273163", "Dupont Jean"),
        ("06 44", "Dupont Jean"),
        ("06.44.27", "Dupont Jean"),
        ("+33 6 44", "Dupont Jean"),
        ("j.dup", "Dupont Jean"),
        ("J.Dupont@EXEMPLE.fr", "Dupont Jean"),
        ("contact", "Dupont Jean"),
        ("boeuf", "Bœuf Anne-Laure"),
        ("BŒUF laure", "Bœuf Anne-Laure"),
        ("laure anne b", "Bœuf Anne-Laure"),
        ("01 44 0", "Bœuf Anne-Laure"),
        ("n'diaye", "N'Diaye Moussa"),
        ("ndiaye", "N'Diaye Moussa"),
        ("ndiaye mou", "N'Diaye Moussa"),
        ("moussa ndi", "N'Diaye Moussa"),
        ("le go", "Le Goff Yann"),
        ("le goff", "Le Goff Yann"),
        ("legoff", "Le Goff Yann"),
        ("yann le", "Le Goff Yann"),
        ("so clinic", "Soclinic"),
        ("04 78", "Soclinic"),
        ("552 100 554", "Soclinic"),
        ("soclean", "So Clean"),
        ("sncf", "S.N.C.F."),
        ("  s.n.c.f", "S.N.C.F."),
    ],
)
def test_it_finds(address_book: Visitor, typed: str, label: str) -> None:
    assert label in [item["label"] for item in search(address_book, typed)["items"]]


def test_it_shows_the_kind_and_what_stands_beside_the_name(address_book: Visitor) -> None:
    found = search(address_book, "soclinic")["items"]
    assert [(item["kind"], item["label"], item["detail"]) for item in found] == [
        ("company", "Soclinic", "Lyon"),
        ("contact", "Dupont Jean", "Soclinic"),
    ]


def test_a_company_comes_before_its_people_however_many(alice: Visitor) -> None:
    pomme = add_company(alice, "Pomme")
    for number in range(12):
        add(alice, f"Pépin {number}", position={"company_id": pomme["id"]})
    assert labels(alice, "pom")[0] == "Pomme"


def test_one_kind_alone_can_be_asked_for(address_book: Visitor) -> None:
    found = [search(address_book, "soclinic", kind=kind)["items"] for kind in ("company", "contact")]
    assert [[item["label"] for item in items] for items in found] == [["Soclinic"], ["Dupont Jean"]]
    refused = address_book.get("/api/search", params={"q": "soclinic", "kind": "planet"})
    assert [each["field"] for each in refused.json()["errors"]] == ["kind"]


@pytest.mark.parametrize("typed", ["dupond", "jean martin", "lyon soclinic", "07", "@", "…", " ", "?!"])
def test_it_finds_nothing_where_there_is_nothing(address_book: Visitor, typed: str) -> None:
    assert search(address_book, typed) == {"items": [], "partial": False, "next": None}


def test_the_sites_of_a_company_differ_by_their_labels(alice: Visitor) -> None:
    for site in ("Magasin", "Siège", None):
        add_company(alice, "Pomme", site_label=site)
    assert sorted(labels(alice, "Pomme")) == ["Pomme", "Pomme (Magasin)", "Pomme (Siège)"]
    assert labels(alice, "pomme mag") == labels(alice, "magasin pom") == ["Pomme (Magasin)"]


@pytest.mark.parametrize("typed", ["", "x" * 201])
def test_it_refuses_what_is_no_query(alice: Visitor, typed: str) -> None:
    answer = alice.get("/api/search", params={"q": typed})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == ["q"]


def test_more_than_ten_are_offered_page_by_page_each_once(alice: Visitor) -> None:
    made = {add(alice, "Petit", f"Prénom {number}")["id"] for number in range(25)}
    seen: list[str] = []
    cursor = ""
    while cursor is not None:
        found = search(alice, "petit", cursor=cursor)
        assert len(found["items"]) == 10 or found["next"] is None
        assert not found["partial"]
        seen += [item["id"] for item in found["items"]]
        cursor = found["next"]
    assert len(seen) == len(set(seen)) == 25
    assert set(seen) == made


def test_a_number_finds_ten_phones_before_it_finds_names(alice: Visitor) -> None:
    add_company(alice, "644 Production")
    for number in range(12):
        add(alice, "Petit", f"Prénom {number}", personal_mobile=f"06 44 00 00 {number:02}")
    first = search(alice, "0644")
    assert len(first["items"]) == 10
    rest = search(alice, "0644", cursor=first["next"])
    assert [item["label"][:5] for item in rest["items"]] == ["Petit", "Petit"]
    assert "644 Production" in labels(alice, "644 p")


def test_a_cursor_goes_on_in_its_own_search_only(alice: Visitor, charlie: Visitor) -> None:
    for number in range(11):
        add(alice, "Petit", f"Prénom {number}")
    cursor = search(alice, "petit")["next"]
    for visitor, typed in ((alice, "peti"), (charlie, "petit")):
        answer = visitor.get("/api/search", params={"q": typed, "cursor": cursor})
        assert [each["field"] for each in answer.json()["errors"]] == ["cursor"]
