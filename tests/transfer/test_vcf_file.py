"""Cards of every address book become rows; a broken card costs itself only, and reading restarts anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.transfer import vcf_file
from chalicelib.transfer.csv_file import MAX_ROW_BYTES, Row, lines_of
from chalicelib.transfer.person import to_person
from chalicelib.transfer.problem import Unreadable
from chalicelib.transfer.vcard_reader import HEADERS

CARDS = Path(__file__).parent / "cards"
GOOD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Martin;Jean;;;\r\nEND:VCARD\r\n"


def rows_of(content: bytes) -> list[Row]:
    dialect = vcf_file.sniff(content)
    return list(vcf_file.read_rows(lines_of([content], dialect.newline), dialect))


def said(row: Row) -> dict[str, str]:
    """What a row says, blanks left out."""
    assert row.values is not None, row.problem
    return {name: value for name, value in zip(HEADERS, row.values, strict=True) if value}


def card(*lines: str) -> dict[str, str]:
    (row,) = rows_of("\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""]).encode())
    return said(row)


def people(name: str) -> list[dict[str, Any]]:
    return [said(row) for row in rows_of((CARDS / name).read_bytes()) if row.values]


def test_google_writes_labels_beside_and_groups_as_categories() -> None:
    helene, taxi, nameless = people("google.vcf")

    assert (helene["civility"], helene["first_name"], helene["last_name"]) == (
        "Mme",
        "Hélène Marie",
        "Garçon",
    )
    assert (helene["personal_mobile"], helene["work_phone"]) == ("+33 6 44 27 31 63", "01 44 27 31 64")
    assert (helene["personal_email"], helene["work_email"]) == (
        "helene.garcon@example.fr",
        "h.garcon@boulangerie.example",
    )
    assert (helene["company"], helene["title"]) == ("Boulangerie Bœuf & Fils", "Gérante")
    assert (helene["personal_street"], helene["birthday"]) == ("12, rue des Lilas", "1980-03-31")
    assert helene["note"].splitlines() == [
        "Service : Ventes",
        "Rappeler jeudi; devis de 12 500 €",
        "Aime le pain de seigle",
        "Téléphone : 01 44 27 31 66",
    ]
    assert (helene["interests"], helene["linkedin"]) == (
        "Clients",
        "https://www.linkedin.com/in/helene-garcon",
    )
    assert taxi == {"last_name": "Taxi", "personal_mobile": "0611223344"}
    assert nameless == {"personal_email": "sans.nom@example.fr"}


def test_icloud_writes_groups_of_lines_and_companies_as_people() -> None:
    ann_sophie, darty = people("icloud.vcf")

    assert (ann_sophie["civility"], ann_sophie["last_name"]) == ("Dr", "Lévy")
    assert ann_sophie["company"] == "Clinique Saint-Éloi, Nîmes"
    assert ann_sophie["personal_street"] == "3 place aux Herbes, Bâtiment B"
    assert (ann_sophie["company_street"], ann_sophie["company_city"]) == ("1 avenue Kennedy", "Nîmes")
    assert ann_sophie["work_phone"] == "+33 4 66 00 00 00"
    assert ann_sophie["x"] == "http://twitter.com/annsolevy"
    assert to_person(ann_sophie).contact["note"].endswith("Anniversaire : 31/03")  # type: ignore[attr-defined]
    assert to_person(darty).contact["last_name"] == "Darty"


def test_outlook_writes_windows_letters_and_quoted_printable() -> None:
    (noel,) = people("outlook-fr.vcf")

    assert (noel["civility"], noel["first_name"], noel["last_name"]) == ("M.", "Noël", "Bœuf")
    assert (noel["company"], noel["title"]) == ("Établissements Bœuf", "Chef comptable")
    assert noel["note"].splitlines()[1:3] == [
        "Première ligne, avec une adresse très longue qui dépasse la largeur d'une ligne",
        "Deuxième ligne",
    ]
    assert (noel["work_phone"], noel["personal_phone"]) == ("01 44 27 31 63", "01 44 27 31 64")
    assert (noel["company_street"], noel["company_city"]) == ("12, rue de l'Été", "Orléans")


def test_android_writes_utf_8_in_quoted_printable_and_no_full_name() -> None:
    zoe, papa = people("android.vcf")

    assert (zoe["first_name"], zoe["last_name"]) == ("Zoé", "Müller")
    assert (zoe["company"], zoe["title"]) == ("Café de l’Été", "Cuisinière")
    assert zoe["note"] == "Préfère être appelée le matin\nAllergique aux noix"
    assert papa == {"last_name": "Papa", "personal_mobile": "06 11 22 33 44"}


def test_version_4_writes_addresses_of_phones() -> None:
    (ines,) = people("nextcloud.vcf")

    assert (ines["work_phone"], ines["personal_mobile"]) == ("+33-1-44-27-31-63", "+33-6-44-27-31-64")
    assert (ines["title"], ines["work_email"]) == ("Menuisière", "ines@atelier.example")
    assert (ines["mastodon"], ines["interests"]) == ("https://piaille.example/@ines", "Fournisseurs, Bois")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"BEGIN:VCARD\r\nN:Cut;Jean\r\n", "pas de fin"),
        (b"BEGIN:VCARD\r\nN:Nul\0;Jean\r\nEND:VCARD\r\n", "caractère nul"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "ne dit rien"),
        (b"BEGIN:VCARD\r\nKIND:group\r\nFN:Amis\r\nEND:VCARD\r\n", "groupe"),
        (b"BEGIN:VCARD\r\n" + b"TEL:1\r\n" * 100_000 + b"END:VCARD\r\n", "500 lignes"),
        (b"BEGIN:VCARD\r\nNOTE:" + b"x" * (MAX_ROW_BYTES + 1) + b"\r\nEND:VCARD\r\n", "1 Mo"),
    ],
)
def test_a_bad_card_is_refused_with_its_reason_and_stops_no_other(bad: bytes, reason: str) -> None:
    first, refused, last = rows_of(GOOD + bad + GOOD)

    assert said(first) == said(last) == {"first_name": "Jean", "last_name": "Martin"}
    assert refused.values is None
    assert refused.problem
    assert reason in refused.problem.fr
    assert refused.raw.startswith("BEGIN:VCARD")


def test_a_broken_photo_costs_nothing_however_large_it_is() -> None:
    photo = b"PHOTO;ENCODING=b:" + b"%" * 3_000_000 + b"\r\n /9j/#\r\n"

    (row,) = rows_of(GOOD.replace(b"VERSION", photo + b"VERSION"))

    assert said(row)["last_name"] == "Martin"
    assert len(row.raw) < 200


@pytest.mark.parametrize(
    "line",
    [
        "TEL;A=a" + ",a" * 5_000,  # vobject's own reader would not come back from this one
        "TEL" + ";A" * 100_000 + ":1",
        "TEL;" + '"' * 100_001,
        "QUOTED-PRINTABLE" * 50_000 + "=",
        "NOTE;QUOTED-PRINTABLE:" + "=\n" * 100_000,
        "NOTE:" + "\\" * 500_001,
        "CATEGORIES:" + "," * 500_000,
    ],
)
def test_a_line_made_to_keep_us_busy_does_not(line: str) -> None:
    assert card("N:Martin;;;;", line)["last_name"] == "Martin"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ('TEL;TYPE="work,cell":06 11 22 33 44', "work_mobile", "06 11 22 33 44"),
        ("tel;type=Work:01 11 22 33 44", "work_phone", "01 11 22 33 44"),
        ("item1.URL:https\\://www.facebook.com/martin", "facebook", "https://www.facebook.com/martin"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=none:d=E9j=E0", "note", "déjà"),
        ("NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:d=E9j=E0", "note", "déjà"),
        ("NOTE:finit par \\", "note", "finit par"),
        ("BDAY;VALUE=date:1980-03-31T00:00:00Z", "birthday", "1980-03-31T00:00:00Z"),
        ("TITLE:Chef\n  de cuisine", "title", "Chef de cuisine"),
    ],
)
def test_odd_lines_are_understood(line: str, field: str, value: str) -> None:
    assert card("N:Martin;;;;", "ORG:Acme", line)[field] == value


def test_a_label_in_a_line_of_its_own_says_what_the_line_is() -> None:
    for label in ("_$!<Work>!$_", "Work", " work "):
        said = card("N:Martin;;;;", f"item1.X-ABLabel:{label}", "item1.EMAIL:a@b.fr", "ORG:Acme")
        assert said["work_email"] == "a@b.fr"


def test_the_categories_of_all_lines_are_kept_each_in_quotes_if_it_needs_them() -> None:
    said = card("N:Martin;;;;", "CATEGORIES:Vin\\, rouge,Golf", "CATEGORIES:", 'CATEGORIES:Chef "étoilé"')
    assert said["interests"] == '"Vin, rouge", Golf, "Chef ""étoilé"""'


def test_what_has_no_field_of_its_own_goes_to_the_note() -> None:
    lines = [f"TEL;TYPE=CELL:06 11 22 33 {number}" for number in range(10, 22)]

    note = card("N:Martin;;;;Jr", *lines)["note"]

    assert "Suffixe : Jr" in note
    assert all(f"06 11 22 33 {number}" in note for number in range(12, 22))


def test_reading_goes_on_after_any_card() -> None:
    content = b"".join((CARDS / name).read_bytes() for name in ("google.vcf", "icloud.vcf", "android.vcf"))
    dialect, rows = vcf_file.sniff(content), rows_of(content)

    for row in rows:
        rest = lines_of([content[row.end :]], dialect.newline)
        assert list(vcf_file.read_rows(rest, dialect, row.place)) == rows[row.number :]
    assert content[rows[1].end :].startswith(b"BEGIN:VCARD")
    assert content.splitlines()[rows[3].line - 1] == b"BEGIN:VCARD"


@pytest.mark.parametrize(
    ("name", "head", "answer"),
    [
        ("contacts.vcf", b"", True),
        ("contacts.VCF", b"whatever", True),
        ("contacts.csv", b"\xef\xbb\xbf\r\nbegin:vcard\r\n", True),
        ("export", b"BEGIN:VCARD\nVERSION:4.0\n", True),
        ("contacts.csv", b"Nom;Note\nMartin;BEGIN:VCARD\n", False),
        ("contacts.csv", b"", False),
    ],
)
def test_a_file_of_cards_is_known_by_its_name_or_its_beginning(name: str, head: bytes, answer: bool) -> None:
    assert vcf_file.is_vcf(name, head) is answer


def test_what_is_no_text_is_refused_whole() -> None:
    with pytest.raises(Unreadable):
        vcf_file.sniff(b"PK\x03\x04")


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=60), st.sampled_from(GOOD.splitlines())), max_size=30))
def test_no_bytes_break_it(lines: list[bytes]) -> None:
    content = GOOD + b"\r\n".join(lines)

    rows = rows_of(content)

    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all((row.values is None) is (row.problem is not None) for row in rows)
    assert all(row.end <= len(content) for row in rows)
