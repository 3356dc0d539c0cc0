"""Address books as other programs write them, with every header they have, come in without being touched."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from chalicelib.transfer.header_names import COMPANIES, CONTACTS, LABELS, by_header
from chalicelib.transfer.headers import fields_of
from tests.transfer.imports import import_file
from tests.transfer.test_preview import fields, look
from tests.world import Visitor

Drain = Callable[..., int]

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,"
    "Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,"
    "Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,"
    "Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value,"
    "Custom Field 1 - Label,Custom Field 1 - Value"
).split(",")
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,"
    "Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,"
    "Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,"
    "Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title,"
    "Organization 1 - Department,Website 1 - Type,Website 1 - Value"
).split(",")
OUTLOOK_FR = (
    "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Titre,Rue (bureau),Rue (bureau) 2,"
    "Rue (bureau) 3,Ville (bureau),Dép/Région (bureau),Code postal (bureau),Pays/Région (bureau),"
    "Rue (domicile),Rue (domicile) 2,Rue (domicile) 3,Ville (domicile),Dép/Région (domicile),"
    "Code postal (domicile),Pays/Région (domicile),Rue (autre),Ville (autre),Code postal (autre),"
    "Pays/Région (autre),Téléphone de l'assistant(e),Télécopie (bureau),Téléphone (bureau),"
    "Téléphone 2 (bureau),Rappel,Téléphone (voiture),Téléphone société,Télécopie (domicile),"
    "Téléphone (domicile),Téléphone 2 (domicile),RNIS,Tél. mobile,Télécopie (autre),Téléphone (autre),"
    "Récepteur de radiomessagerie,Téléphone principal,Radio téléphone,Téléphone TDD/TTY,Télex,"
    "Adresse de messagerie,Type de messagerie,Nom complet de l'adresse de messagerie,"
    "Adresse de messagerie 2,Type de messagerie 2,Nom complet de l'adresse de messagerie 2,"
    "Anniversaire,Anniversaire de mariage ou fête,Catégories,Conjoint(e),Enfants,Langue,Mots clés,"
    "Notes,Page Web,Priorité,Privé,Profession,Responsable,Sexe"
).split(",")
OUTLOOK_WEB = (
    "First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,E-mail 2 Address,Home Phone,"
    "Business Phone,Mobile Phone,Job Title,Department,Company,Business Street,Business City,"
    "Business Postal Code,Business Country/Region,Home Street,Home City,Home Postal Code,"
    "Home Country/Region,Hobby,Web Page,Birthday,Notes"
).split(",")
EXCEL_FR = "Civilité;Nom;Prénom;Société;Fonction;Tél;Portable;Mail;Adresse;CP;Ville;Né(e) le;Remarques".split(
    ";"
)
THUNDERBIRD_FR = (
    "Prénom,Nom de famille,Nom à afficher,Surnom,Adresse électronique principale,"
    "Adresse électronique secondaire,Tél. professionnel,Tél. personnel,Fax,Portable,Adresse privée,Ville,"
    "Code postal,Pays/État,Adresse professionnelle,Ville,Code postal,Pays/État,Profession,Société,Notes"
).split(",")


def written(headers: Sequence[str], *rows: dict[str | int, str], delimiter: str = ",") -> str:
    """The file, each row given by header, or by place where two columns have one name."""
    page = io.StringIO()
    lines = csv.writer(page, delimiter=delimiter, lineterminator="\r\n")
    lines.writerow(headers)
    for row in rows:
        lines.writerow([row.get(place, row.get(header, "")) for place, header in enumerate(headers)])
    return page.getvalue()


def arrived(visitor: Visitor, drain: Drain, content: bytes, refused: int = 0) -> list[dict[str, Any]]:
    """The contacts of a file that is imported as it is, by name, each with its first position."""
    done = import_file(visitor, drain, content)
    assert (done["state"], done["refused"]) == ("done", refused), done
    found = []
    for row in visitor.get("/api/contacts").json()["items"]:
        contact = visitor.get(f"/api/contacts/{row['id']}").json()
        jobs = visitor.get("/api/positions", params={"contact_id": row["id"]}).json()["items"]
        found.append({**contact, **({"job": jobs[0]} if jobs else {})})
    return found


def test_google_contacts(alice: Visitor, drain: Drain) -> None:
    zoe: dict[str | int, str] = {
        "First Name": "Zoé",
        "Middle Name": "Anne",
        "Last Name": "Lefèvre",
        "Name Prefix": "Mme",
        "Organization Name": "Bœuf & Fils",
        "Organization Title": "Gérante",
        "Birthday": "1980-02-29",
        "Notes": "Deux lignes,\nà relancer",
        "Labels": "* myContacts ::: Voile ::: Vin",
        "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "zoe@boeuf.example ::: z.lefevre@boeuf.example",
        "E-mail 2 - Label": "Home",
        "E-mail 2 - Value": "zoe@example.fr",
        "Phone 1 - Label": "Mobile",
        "Phone 1 - Value": "+33 6 44 27 31 63 ::: 02 40 11 22 33",
        "Address 1 - Label": "Home",
        "Address 1 - Street": "1 rue de l'Œuvre",
        "Address 1 - City": "Nantes",
        "Address 1 - Postal Code": "44000",
        "Address 1 - Country": "France",
    }
    (person,) = arrived(alice, drain, written(GOOGLE, zoe).encode())
    assert (person["civility"], person["first_name"], person["last_name"]) == ("Mme", "Zoé Anne", "Lefèvre")
    assert (person["personal_email"], person["job"]["work_email"]) == ("zoe@example.fr", "zoe@boeuf.example")
    assert person["personal_mobile"] == "+33 6 44 27 31 63"
    assert person["personal_phone"] == "02 40 11 22 33"
    assert (person["personal_postal_code"], person["personal_country"]) == ("44000", "FR")
    assert (person["job"]["company"], person["job"]["title"]) == ("Bœuf & Fils", "Gérante")
    assert person["note"] == "Deux lignes,\nà relancer\nEmail : z.lefevre@boeuf.example"
    names = {row["id"]: row["name"] for row in alice.get("/api/interests").json()["items"]}
    assert sorted(names[each] for each in person["interest_ids"]) == ["Vin", "Voile"]


def test_google_contacts_as_they_were_written_before(alice: Visitor, drain: Drain) -> None:
    rows: list[dict[str | int, str]] = [
        {
            "Name": "Jean Dupont",
            "Given Name": "Jean",
            "Family Name": "Dupont",
            "Birthday": " --12-31",
            "Group Membership": "* myContacts",
            "E-mail 1 - Type": "* Home",
            "E-mail 1 - Value": "jean@example.fr",
            "Phone 1 - Type": "Work",
            "Phone 1 - Value": "01 40 00 00 00",
            "Organization 1 - Name": "Acme",
            "Organization 1 - Title": "Chef",
        },
        {"Name": "Maman", "Given Name": "Maman", "Phone 1 - Type": "Mobile", "Phone 1 - Value": "0611223344"},
    ]
    jean, maman = arrived(alice, drain, written(GOOGLE_OLD, *rows).encode())
    assert (jean["last_name"], jean["first_name"], jean["note"]) == ("Dupont", "Jean", "Anniversaire : 31/12")
    assert (jean["job"]["company"], jean["job"]["work_phone"]) == ("Acme", "01 40 00 00 00")
    assert (maman["last_name"], maman["first_name"], maman["personal_mobile"]) == (
        "Maman",
        None,
        "0611223344",
    )
    assert jean["interest_ids"] == []


def test_outlook_in_french(alice: Visitor, drain: Drain) -> None:
    row: dict[str | int, str] = {
        0: "Mme",
        7: "Directrice",
        "Prénom": "Anne",
        "Nom": "Roy",
        "Société": "Été SA",
        "Rue (bureau)": "1 place du Marché",
        "Ville (bureau)": "Lyon",
        "Code postal (bureau)": "69002",
        "Pays/Région (bureau)": "France",
        "Rue (domicile)": "2 rue Haute",
        "Ville (domicile)": "Nîmes",
        "Code postal (domicile)": "30000",
        "Téléphone (bureau)": "04 78 00 00 00",
        "Téléphone (domicile)": "04 66 00 00 00",
        "Tél. mobile": "06 12 34 56 78",
        "Adresse de messagerie": "anne@example.fr",
        "Type de messagerie": "SMTP",
        "Nom complet de l'adresse de messagerie": "Anne Roy (anne@example.fr)",
        "Adresse de messagerie 2": "a.roy@ete.example",
        "Anniversaire": "31/12/1975",
        "Anniversaire de mariage ou fête": "0/0/00",
        "Catégories": "Voile;Vin",
        "Notes": "Bonne cliente",
        "Priorité": "Normale",
        "Sexe": "Non précisé",
    }
    (person,) = arrived(alice, drain, written(OUTLOOK_FR, row).encode("cp1252"))
    assert (person["civility"], person["first_name"], person["last_name"]) == ("Mme", "Anne", "Roy")
    assert (person["job"]["title"], person["job"]["company"]) == ("Directrice", "Été SA")
    assert (person["job"]["work_phone"], person["job"]["work_email"]) == (
        "04 78 00 00 00",
        "a.roy@ete.example",
    )
    assert (person["personal_phone"], person["personal_mobile"]) == ("04 66 00 00 00", "06 12 34 56 78")
    assert (person["personal_city"], person["birthday"]) == ("Nîmes", "1975-12-31")
    assert person["note"] == "Bonne cliente"
    assert len(person["interest_ids"]) == 2
    company = alice.get(f"/api/companies/{person['job']['company_id']}").json()
    assert (company["street"], company["postal_code"], company["city"], company["country"]) == (
        *("1 place du Marché", "69002", "Lyon"),
        "FR",
    )


def test_outlook_on_the_web_and_thunderbird(alice: Visitor) -> None:
    shown = fields(look(alice, written(OUTLOOK_WEB).encode()))
    assert [shown[place] for place in (3, 11, 6, 7)] == ["civility", "title", "personal_email", "work_email"]
    shown = fields_of(THUNDERBIRD_FR, "contacts")
    assert shown[11:18] == [
        *("personal_city", "personal_postal_code", "personal_country", "company_street"),
        *("company_city", "company_postal_code", "company_country"),
    ]


def test_excel_in_french_with_the_damage_it_does(alice: Visitor, drain: Drain) -> None:
    rows: list[dict[str | int, str]] = [
        {
            **{
                "Civilité": "Mme",
                "Nom": "Lefèvre",
                "Prénom": "Zoé",
                "Société": "Bœuf & Fils",
                "Fonction": "Gérante",
            },
            **{"Tél": "240112233", "Portable": "644273163", "Mail": "zoe@example.fr", "CP": "44000"},
            **{"Ville": "Nantes", "Né(e) le": "29/02/1980", "Remarques": "payé 12,50 €; à revoir"},
        },
        {"Nom": "Abîmé", "Portable": "6,12E+08"},
        {"Nom": "Faux", "Né(e) le": "31/02/1980"},
    ]
    (person,) = arrived(alice, drain, written(EXCEL_FR, *rows, delimiter=";").encode("cp1252"), refused=2)
    assert (person["personal_phone"], person["personal_mobile"]) == ("0240112233", "0644273163")
    assert (person["birthday"], person["note"]) == ("1980-02-29", "payé 12,50 €; à revoir")
    report = alice.get(f"/api/imports/{alice.get('/api/imports').json()['items'][0]['id']}").json()["report"]
    assert "abîmé par le tableur" in report[0]["reasons"][0]["message"]
    assert "n'est pas une date" in report[1]["reasons"][0]["message"]


@pytest.mark.parametrize(("resource", "table"), [("contacts", CONTACTS), ("companies", COMPANIES)])
def test_what_the_screen_calls_a_field_is_recognised_in_both_languages(resource: Any, table: str) -> None:
    for field in set(by_header(table).values()):
        for label in LABELS[field]:
            headers = [label] if field in ("last_name", "name", "full_name") else [label, "Nom"]
            known = fields_of(["Nom", *headers], resource)[1]
            assert known == field or {known, field} <= {"site_label", "website", "last_name", "name"}, label
