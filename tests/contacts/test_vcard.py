"""A person leaves as a vCard: read back by two other programs, and by our own import."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chalicelib.companies.service import CompanyFields
from chalicelib.contacts import cards, vcard
from chalicelib.contacts.fields import ContactFields, PositionFields
from chalicelib.core.fields import SocialProfiles
from chalicelib.core.records import Record
from chalicelib.transfer import vcard_reader
from infra.local.children import ROOT
from tests.world import Visitor

NOW = 1_795_851_612_345
ID = "01hqzv8k3m9x2c4d"
ACME = CompanyFields(name="Acme, SA", street="1 rue; 2", city="Lyon", postal_code="69001", country="FR")
ABOUT: dict[str, Any] = {
    "civility": "Mme",
    "first_name": "Zoé",
    "last_name": "Lœuillet",
    "personal_phone": "01 44 27 31 63",
    "personal_mobile": "+33 6 44 27 31 63",
    "personal_email": "zoe@example.fr",
    "personal_street": "12, rue des Lilas; bâtiment \\B",
    "personal_postal_code": "75011",
    "personal_city": "Paris",
    "personal_country": "FR",
    "birthday": "1980-03-31",
    "note": "Une ligne longue ; avec des accents : éèàù, un « guillemet » et 12 500 €.\nUne autre \\n.",
    "social": SocialProfiles(linkedin="https://www.linkedin.com/in/zoe", x="@zoe"),
}
JOB = {
    "title": "Gérante",
    "work_phone": "04 00 00 00 01",
    "work_mobile": "06 00 00 00 02",
    "work_email": "zoe@acme.example",
}


def person(about: dict[str, Any], job: dict[str, Any] | None = None) -> Record[ContactFields]:
    """A contact with these fields and, given a job, a main position at Acme."""
    parts = ()
    if job is not None:
        fields = PositionFields(contact_id=ID, company_id=ID, is_main=True, **job)
        parts = (Record(ID, fields, 1, NOW, extra={"company": "Acme, SA"}),)
    return Record(ID, ContactFields(**about), 1, NOW, parts=parts)


def test_vobject_reads_every_field() -> None:
    card = vobject.readOne(vcard.card(person(ABOUT, JOB), ACME, ["Vin, bière", "Bois"]))

    name = card.n.value
    assert (card.fn.value, name.family, name.given, name.prefix) == ("Zoé Lœuillet", "Lœuillet", "Zoé", "Mme")
    assert (card.org.value, card.title.value) == (["Acme, SA"], "Gérante")
    assert {(*each.params["TYPE"],): each.value for each in card.tel_list} == {
        ("WORK", "CELL"): "06 00 00 00 02",
        ("WORK", "VOICE"): "04 00 00 00 01",
        ("CELL",): "+33 6 44 27 31 63",
        ("HOME", "VOICE"): "01 44 27 31 63",
    }
    assert [each.value for each in card.email_list] == ["zoe@acme.example", "zoe@example.fr"]
    home, work = (each.value for each in card.adr_list)
    assert home.street == ABOUT["personal_street"]
    assert (home.city, home.code, home.country) == ("Paris", "75011", "FR")
    assert (work.street, work.city) == ("1 rue; 2", "Lyon")
    assert card.note.value == ABOUT["note"]
    assert card.bday.value == "1980-03-31"
    assert card.categories.value == ["Vin, bière", "Bois"]
    assert (card.uid.value, card.rev.value) == (ID, "2026-11-28T07:40:12Z")


def test_khard_reads_it_too(tmp_path: Path) -> None:
    (tmp_path / "zoe.vcf").write_text(vcard.card(person(ABOUT, JOB), ACME, ["Bois"]), newline="")
    (tmp_path / "khard.conf").write_text(f"[addressbooks]\n[[book]]\npath = {tmp_path}\n")
    command = [str(Path(sys.executable).parent / "khard"), "-c", str(tmp_path / "khard.conf")]

    told = subprocess.run(
        [*command, "show", "--format", "yaml", f"uid:{ID}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    card = yaml.safe_load(told.stdout)
    assert card["Formatted name"] == "Zoé Lœuillet"
    assert (card["Last name"], card["Prefix"], card["Organisation"]) == ("Lœuillet", "Mme", "Acme, SA")
    assert card["Phone"] == {
        "CELL": "+33 6 44 27 31 63",
        "HOME, VOICE": "01 44 27 31 63",
        "WORK, CELL": "06 00 00 00 02",
        "WORK, VOICE": "04 00 00 00 01",
    }
    assert card["Email"] == {"INTERNET, HOME": "zoe@example.fr", "INTERNET, WORK": "zoe@acme.example"}
    assert card["Address"]["HOME"]["Street"] == ABOUT["personal_street"]
    assert card["Note"] == ABOUT["note"]
    assert card["Categories"] == "Bois"


def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut() -> None:
    text = vcard.card(person({**ABOUT, "note": "é€\U0001f600" * 500}), None, [])

    for line in text.encode().split(b"\r\n"):
        assert len(line) <= vcard.LONGEST_LINE
        line.decode()


def test_what_is_blank_has_no_line() -> None:
    lines = vcard.card(person({"last_name": "Martin"}), None, []).splitlines()

    assert [line.partition(":")[0] for line in lines] == ["BEGIN", "VERSION", "FN", "N", "UID", "REV", "END"]


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=40)
WILD = st.one_of(
    TEXT, st.sampled_from(["=cmd|' /C calc'!A0", "'", '"', "\\", ";", ",", "\\n", "a\\;b", "-", "+"])
)
ADDRESS = st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.fr", fullmatch=True)
PHONE = st.from_regex(r"(0[1-9]|\+33 [1-9])( [0-9]{2}){4}", fullmatch=True)
CONTACTS = st.fixed_dictionaries(
    {"last_name": WILD},
    optional={
        "first_name": WILD,
        "personal_phone": PHONE,
        "personal_mobile": PHONE,
        "personal_email": ADDRESS,
        "personal_city": WILD,
        "note": st.lists(WILD, min_size=1, max_size=5).map("\n".join),
        "birthday": st.dates(date(1850, 1, 1), date(2150, 1, 1)).map(str),
    },
)


@settings(max_examples=60, deadline=None)
@given(
    CONTACTS, st.one_of(st.none(), st.fixed_dictionaries({}, optional={"title": WILD, "work_email": ADDRESS}))
)
def test_our_own_import_reads_back_what_was_written(
    about: dict[str, Any], job: dict[str, Any] | None
) -> None:
    # The same number or address under two names is kept once.
    assume("personal_phone" not in about or about["personal_phone"] != about.get("personal_mobile"))
    assume(job is None or "work_email" not in job or job["work_email"] != about.get("personal_email"))
    contact = person(about, job)

    values = vcard_reader.to_values(vcard.card(contact, None, []))

    expected = {
        name: value for name, value in contact.fields.model_dump(exclude={"interest_ids"}).items() if value
    }
    if job is not None:
        expected |= {"company": "Acme, SA", **job}
    assert values == expected


def test_the_api_gives_the_card_of_a_person_as_a_file(alice: Visitor) -> None:
    company = alice.post("/api/companies", json={"name": "Acme", "city": "Lyon"}).json()["id"]
    interest = alice.post("/api/interests", json={"name": "Vin"}).json()["id"]
    about = {"last_name": "Martin", "interest_ids": [interest], "position": {"company_id": company}}
    contact = alice.post("/api/contacts", json=about).json()["id"]

    answer = alice.get(f"/api/contacts/{contact}/vcard")

    assert answer.headers["content-type"] == "text/vcard; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="martin.vcf"'
    card = vobject.readOne(answer.text)
    assert (card.fn.value, card.org.value, card.adr.value.city) == ("Martin", ["Acme"], "Lyon")
    assert card.categories.value == ["Vin"]


@pytest.mark.parametrize(
    ("names", "file"),
    [
        ({"last_name": "Lœuillet", "first_name": "Zoé"}, "loeuillet-zoe.vcf"),
        ({"last_name": '"; filename="x'}, "filename-x.vcf"),
        ({"last_name": "漢字"}, "contact.vcf"),
        ({"last_name": "../../etc"}, "etc.vcf"),
    ],
)
def test_a_card_is_saved_under_the_persons_name(names: dict[str, str], file: str) -> None:
    assert cards.file_name(person(names)) == file
