"""Columns are recognised by the headers of our screens, of Google, of Outlook and of Excel."""

import pytest

from chalicelib.transfer.headers import gather, recognise
from chalicelib.transfer.person import to_person
from chalicelib.transfer.problem import Unreadable

OUTLOOK_FR = (
    "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Ville (bureau),"
    "Téléphone (bureau),Téléphone (domicile),Tél. mobile,Téléphone principal,Adresse de messagerie,"
    "Type de messagerie,Nom complet de l'adresse de messagerie,Notes,Page Web"
).split(",")
OUTLOOK_EN = (
    "Title,First Name,Last Name,Company,Job Title,Business Street,Home Postal Code,Business Phone,"
    "Mobile Phone,E-mail Address,E-mail 2 Address,Birthday"
).split(",")


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("last_name", "last_name"),
        ("NOM", "last_name"),
        ("  Nom * ", "last_name"),
        ("Société", "company"),
        ("Nom société", "company"),
        ("Tél fixe personnel", "personal_phone"),
        ("TEL. MOBILE", "personal_mobile"),
        ("Téléphone", "personal_phone"),
        ("E-mail", "personal_email"),
        ("Email professionnel", "work_email"),
        ("Adresse", "personal_street"),
        ("CP", "personal_postal_code"),
        ("Ville", "personal_city"),
        ("Pays", "personal_country"),
        ("Note(s)", "note"),
        ("Centre(s) d’intérêt", "interests"),
        ("Date d'entrée", "start"),
        ("Fonction", "title"),
        ("title", "title"),
        ("Date de naissance", "birthday"),
        ("Couleur préférée", None),
        ("", None),
    ],
)
def test_it_knows_a_column_of_people(header: str, field: str | None) -> None:
    assert recognise([header, "Nom de famille"], "contacts")[0] == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nom", "name"),
        ("Raison sociale", "name"),
        ("site_label", "site_label"),
        ("Site", "site_label"),
        ("Site web", "website"),
        ("N° TVA", "vat_number"),
        ("Adresse", "street"),
        ("CP", "postal_code"),
        ("Pays", "country"),
        ("E-mail", "email"),
        ("Téléphone", "phone"),
        ("Type", "kinds"),
    ],
)
def test_it_knows_a_column_of_companies(header: str, field: str) -> None:
    assert recognise([header, "Société"], "companies")[0] == field


def test_it_tells_the_two_titles_of_outlook_apart() -> None:
    fields = recognise(OUTLOOK_FR, "contacts")
    assert (fields[0], fields[7]) == ("civility", "title")
    assert fields[14:17] == ["personal_email", None, None]
    assert recognise(OUTLOOK_EN, "contacts") == [
        *("civility", "first_name", "last_name", "company", "title", "company_street"),
        *("personal_postal_code", "work_phone", "personal_mobile", "personal_email"),
        *("work_email", "birthday"),
    ]


def test_a_full_name_counts_only_without_a_last_name() -> None:
    assert recognise(["Name", "E-mail"], "contacts") == ["full_name", "personal_email"]
    fields = recognise(["Name", "Given Name", "Family Name"], "contacts")
    assert fields == ["full_name", "first_name", "last_name"]
    assert to_person(gather(fields, ["Anne Roy", "Anne", "Le Roy"])).contact["last_name"] == "Le Roy"
    assert to_person(gather(fields, ["Maman", "Maman", ""])).contact == {"last_name": "Maman"}


def test_without_a_name_it_lists_the_headers_it_found() -> None:
    with pytest.raises(Unreadable) as refusal:
        recognise(["Prénom", "Ville", "x" * 500], "contacts")
    assert "« Prénom », « Ville »" in refusal.value.message_fr
    assert len(refusal.value.message_fr) < 300


def test_nothing_told_twice_is_lost() -> None:
    fields = recognise(OUTLOOK_FR, "contacts")
    cells = dict.fromkeys(range(len(fields)), "")
    cells |= {1: " Anne ", 2: "Marie", 3: "Roy", 11: "0100000001", 13: "0100000002", 17: "Bonne cliente"}
    assert gather(fields, list(cells.values())) == {
        "first_name": "Anne Marie",
        "last_name": "Roy",
        "personal_phone": "0100000001",
        "note": "Bonne cliente\nTél fixe personnel : 0100000002",
    }
