"""A row becomes a contact and a position; damage is named by field, and nothing is dropped in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.transfer.headers import gather, recognise
from chalicelib.transfer.person import COMPANY, CONTACT, NETWORKS, POSITION, split_name, to_person


def test_professional_values_go_to_the_position_of_a_person_with_a_company() -> None:
    person = to_person(
        {"last_name": " Roy ", "company": "A", "work_phone": "0240", "title": "Chef", "company_city": "Lyon"}
    )
    assert person.contact == {"last_name": "Roy"}
    assert person.jobs == [("A", {"title": "Chef", "work_phone": "0240"})]
    assert (person.company, person.company_fields) == ("A", {"city": "Lyon"})


def test_without_a_company_they_fill_the_empty_personal_fields_and_then_the_note() -> None:
    person = to_person(
        {
            "last_name": "Roy",
            "personal_phone": "01 11 11 11 11",
            "work_phone": "02 22 22 22 22",
            "work_mobile": "06 33 33 33 33",
            "work_email": "roy@example.fr",
            "title": "Gérant",
            "start": "2019",
            "company_city": "Lyon",
            "company_website": "example.fr",
            "note": "Bonjour",
        }
    )
    assert (person.jobs, person.company, person.company_fields) == ([], None, {})
    assert person.contact == {
        "last_name": "Roy",
        "personal_phone": "01 11 11 11 11",
        "personal_mobile": "06 33 33 33 33",
        "personal_email": "roy@example.fr",
        "personal_city": "Lyon",
        "note": "Bonjour\nFonction : Gérant\nTél fixe professionnel : 02 22 22 22 22\n"
        "Date d'entrée : 2019\nSite web : example.fr",
    }


def test_a_company_alone_makes_an_empty_position() -> None:
    assert to_person({"last_name": "Roy", "company": "ACME"}).jobs == [("ACME", {})]


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("birthday", "31/12/1980", "1980-12-31"),
        ("birthday", "31.12.80", "1980-12-31"),
        ("birthday", "1/2/05", "2005-02-01"),
        ("birthday", "12/31/1980", "1980-12-31"),
        ("birthday", "1980-12-31", "1980-12-31"),
        ("birthday", "31/12/1980 00:00", "1980-12-31"),
        ("birthday", "0/0/00", None),
        ("personal_mobile", "612345678", "0612345678"),
        ("personal_mobile", "6 12 34 56 78", "06 12 34 56 78"),
        ("personal_mobile", "33612345678", "+33612345678"),
        ("personal_phone", "+33 2 40 12 34 56", "+33 2 40 12 34 56"),
        ("personal_phone", "'0240123456", "0240123456"),
        ("personal_country", "france", "FR"),
        ("personal_country", "Belgique", "BE"),
        ("personal_country", "SWITZERLAND", "CH"),
        ("personal_country", "lu", "LU"),
        ("personal_country", "ETATS-UNIS", "US"),
        ("civility", "Monsieur", "M."),
        ("civility", "mme.", "Mme"),
        ("civility", "Docteur", "Dr"),
        ("civility", "Son Excellence", "Son Excellence"),
    ],
)
def test_a_cell_gets_its_canonical_form(field: str, cell: str, value: str | None) -> None:
    person = to_person({"last_name": "Roy", field: cell})
    assert person.problems == []
    assert person.contact.get(field) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("2019", "2019"),
        ("03/2019", "2019-03"),
        ("2019-3", "2019-03"),
        ("01/03/2019", "2019-03-01"),
        ("2019-03-01", "2019-03-01"),
    ],
)
def test_a_position_is_as_precise_as_the_cell(cell: str, value: str) -> None:
    assert to_person({"company": "ACME", "start": cell}).jobs == [("ACME", {"start": value})]


@pytest.mark.parametrize(
    ("field", "cell", "label"),
    [
        ("personal_mobile", "6,12E+08", "Tél mobile personnel"),
        ("work_phone", "3.36E+10", "Tél fixe professionnel"),
        ("birthday", "31/02/1980", "Date de naissance"),
        ("birthday", "hier", "Date de naissance"),
        ("start", "13/2019", "Date d'entrée"),
        ("personal_country", "Syldavie", "Pays"),
    ],
)
def test_what_a_cell_cannot_mean_is_a_problem_that_names_its_field(field: str, cell: str, label: str) -> None:
    person = to_person({"last_name": "Roy", "company": "ACME", field: cell})
    [problem] = person.problems
    assert problem.field == field
    assert problem.fr.startswith(f"{label} : ")
    assert cell in problem.fr
    assert cell in problem.en


def test_phones_of_other_countries_keep_their_digits() -> None:
    assert to_person({"personal_country": "Suisse", "personal_phone": "223334455"}).contact == {
        "personal_country": "CH",
        "personal_phone": "223334455",
    }
    assert to_person({"personal_phone": "223334455"}, "BE").contact == {"personal_phone": "223334455"}


@pytest.mark.parametrize(
    ("full", "first", "last"),
    [
        ("Jean Dupont", "Jean", "Dupont"),
        ("DUPONT Jean", "Jean", "DUPONT"),
        ("Dupont, Jean", "Jean", "Dupont"),
        ("M. Jean de La Tour", "Jean", "de La Tour"),
        ("Jean-Paul LE GOFF", "Jean-Paul", "LE GOFF"),
        ("Colette", None, "Colette"),
        ("Mme Roy", None, "Roy"),
    ],
)
def test_a_full_name_is_split_as_one_would(full: str, first: str | None, last: str) -> None:
    names = split_name(full)
    assert (names.get("first_name"), names["last_name"]) == (first, last)


def test_a_full_name_beside_a_first_name_is_the_last_name() -> None:
    person = to_person({"full_name": "Jean de La Tour", "first_name": "Jean"})
    assert person.contact == {"first_name": "Jean", "last_name": "de La Tour"}


def test_interests_and_networks_are_told_apart() -> None:
    person = to_person({"last_name": "Roy", "interests": "Vin, , Vélo", "linkedin": "in/roy"})
    assert person.interests == ["Vin", "Vélo"]
    assert person.contact["social"] == {"linkedin": "in/roy"}


def test_google_tells_what_a_number_is_in_the_cell_beside_it() -> None:
    row = {
        "First Name": "Zoé",
        "Last Name": "Bœuf",
        "Birthday": " --12-31",
        "Organization Name": "ACME",
        "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "a@example.fr ::: b@example.fr ::: c@example.fr",
        "Phone 1 - Label": "Mobile",
        "Phone 1 - Value": "+33 6 12 34 56 78",
        "Phone 2 - Label": "Work Fax",
        "Phone 2 - Value": "02 40 00 00 00",
        "Phone 3 - Label": "Home",
        "Phone 3 - Value": "02 40 11 11 11",
        "Address 1 - Label": "Work",
        "Address 1 - City": "Lyon",
        "Address 2 - Label": "Home",
        "Address 2 - City": "Nantes",
        "Address 2 - Country": "France",
    }
    person = to_person(gather(recognise(list(row), "contacts"), list(row.values())))
    assert person.contact == {
        "first_name": "Zoé",
        "last_name": "Bœuf",
        "personal_email": "b@example.fr",
        "personal_mobile": "+33 6 12 34 56 78",
        "personal_phone": "02 40 11 11 11",
        "personal_city": "Nantes",
        "personal_country": "FR",
        "note": "Téléphone : 02 40 00 00 00\nEmail : c@example.fr\nAnniversaire : 31/12",
    }
    assert [job for _, job in person.jobs] == [{"work_email": "a@example.fr"}]
    assert person.company_fields == {"city": "Lyon"}


FIELDS = [*CONTACT, *POSITION, *NETWORKS, *(f"company_{part}" for part in COMPANY), "company"]
GOOGLE = ["phone_1", "phone_1_label", "email_2", "email_2_label", "address_1_label", "address_1_city"]


@given(st.dictionaries(st.sampled_from([*FIELDS, *GOOGLE, "full_name"]), st.text(max_size=20)))
def test_any_cells_make_a_person_or_problems(values: dict[str, str]) -> None:
    person = to_person(values)
    assert bool(person.jobs) == (person.company is not None)
    assert all(value for value in person.contact.values())
