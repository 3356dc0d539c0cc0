"""The story this product begins with: the address book of the old software falls on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from bench.people import Person, people, write_csv
from chalicelib.core.words import sort_value
from tests.e2e.desk import Desk

ROWS = 10_000
SHOWN = 50
SIGNS = "€œÉç"
IMPORT_MS = 150_000


class Head(NamedTuple):
    """A head of the list: what it says, the column it stands on, what it sorts by, what the column shows.

    The first column is that of the boxes.
    """

    text: str
    column: int
    sorts_by: Callable[[Person], tuple[str, ...]]
    shows: Callable[[Person], str]


def full_name(person: Person) -> str:
    return f"{person.last_name.strip()} {person.first_name.strip()}"


def email(person: Person) -> str:
    return person.work_email or person.personal_email


HEADS = [
    Head("Prénom", 2, lambda person: (person.first_name, person.last_name), full_name),
    Head("Société", 3, lambda person: (person.company,), lambda person: person.company),
    Head("Ville", 5, lambda person: (person.personal_city,), lambda person: person.personal_city),
    Head("E-mail", 6, lambda person: (email(person),), email),
    Head("Nom", 2, lambda person: (person.last_name, person.first_name), full_name),
]


@pytest.fixture(scope="session")
def address_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 10,000 people as the old software wrote it: ISO-8859-15, `;`."""
    file = tmp_path_factory.mktemp("files") / "carnet d'adresses.csv"
    write_csv(file, ROWS)
    text = file.read_text("iso-8859-15")
    assert all(sign in text for sign in SIGNS)
    return file


def test_ten_thousand_people_are_dropped_listed_sorted_and_corrected(
    visit: Callable[..., Desk], address_book: Path
) -> None:
    desk = visit().sign_up()

    bring_in(desk, address_book)
    desk.follow("Voir les contacts")
    desk.sees(f"{ROWS:,} contacts".replace(",", "\u202f"))
    for head in HEADS:
        for down in (False, True):
            is_sorted(desk, head, down=down)
    correct_the_first(desk)
    is_the_last_one_changed(desk)


def bring_in(desk: Desk, file: Path) -> None:
    """Drop a file on the list and watch its import to the end."""
    desk.drop(file)
    desk.sees_page("Importer un fichier")
    desk.press("Importer")
    desk.sees_page(file.name)
    page = desk.page
    expect(page.get_by_role("progressbar", name="Import en cours…")).to_have_attribute(
        "aria-valuenow", re.compile(r"[1-9]"), timeout=IMPORT_MS
    )
    expect(page.get_by_role("heading", name="Import terminé")).to_be_visible(timeout=IMPORT_MS)
    assert desk.numbers() == {"Lignes lues": ROWS, "Créées": ROWS, "Mises à jour": 0, "Refusées": 0}


def is_sorted(desk: Desk, head: Head, *, down: bool) -> None:
    """Click on a head of the list, and compare the page that comes with the whole file."""
    desk.page.get_by_role("columnheader").get_by_text(head.text, exact=True).click()
    written = spellings(head)
    keys = sorted((sort_value("", *head.sorts_by(person)) for person in everybody()), reverse=down)
    cells = desk.page.locator(f"tbody td:nth-of-type({head.column})")
    expect(cells).to_have_text([written[key] for key in keys[:SHOWN]])


@cache
def everybody() -> list[Person]:
    return list(people(ROWS))


def spellings(head: Head) -> dict[str, re.Pattern[str]]:
    """Match, for each sort key, whatever the file writes for it: accents and capitals as they are there."""
    written: dict[str, set[str]] = {}
    for person in everybody():
        key = sort_value("", *head.sorts_by(person))
        written.setdefault(key, set()).add(re.escape(head.shows(person).strip()))
    return {key: re.compile(rf"^\s*({'|'.join(texts)})\s*$") for key, texts in written.items()}


def correct_the_first(desk: Desk) -> None:
    """Open the first person of the list, correct their town, and find the correction in their history."""
    desk.rows().first.get_by_role("link").first.click()
    desk.follow("Modifier")
    before = desk.field("Ville").input_value()
    desk.fill("Ville", "L'Haÿ-les-Œillets")
    desk.press("Enregistrer")
    desk.sees("Contact enregistré.")
    history = desk.page.get_by_role("region", name="Historique")
    expect(history).to_contain_text(f"Ville : {before} → L'Haÿ-les-Œillets")
    expect(history).to_contain_text("Hélène Garçon a modifié")
    expect(history).to_contain_text("Hélène Garçon a importé la fiche")


def is_the_last_one_changed(desk: Desk) -> None:
    """Sort the list by the moment of the last change: who was corrected stands first."""
    desk.open("/contacts", "Contacts")
    desk.choose("Trier par", "Modifié le")
    desk.page.get_by_role("button", name="Inverser l’ordre (décroissant)").wait_for()
    expect(desk.rows().first).to_contain_text("L'Haÿ-les-Œillets")
