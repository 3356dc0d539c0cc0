"""Makes address books of real-looking French people: `python -m bench.people 10000 out.csv`."""

import argparse
import csv
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import accumulate
from pathlib import Path

from bench import french_words as words

HEADERS = (
    "Civilité",
    "Prénom",
    "Nom",
    "Tél fixe personnel",
    "Tél mobile personnel",
    "Email personnel",
    "Adresse",
    "Code postal",
    "Ville",
    "Pays",
    "Date de naissance",
    "Note",
    "Société",
    "Fonction",
    "Tél fixe professionnel",
    "Tél mobile professionnel",
    "Email professionnel",
    "Centres d'intérêt",
)
DOMAINS = ("example.fr", "courriel.test", "exemple.test", "boite.test")
PEOPLE_PER_COMPANY = 5
LONG_NOTE = "Compte rendu : l'œuvre est en bon état, la façade à reprendre, coût estimé à 12 500 €. " * 24


@dataclass(slots=True)
class Person:
    """A row of the address book, as its former owner typed it, in the order of HEADERS."""

    civility: str = ""
    first_name: str = ""
    last_name: str = ""
    personal_phone: str = ""
    personal_mobile: str = ""
    personal_email: str = ""
    personal_street: str = ""
    personal_postal_code: str = ""
    personal_city: str = ""
    personal_country: str = ""
    birthday: str = ""
    note: str = ""
    company: str = ""
    title: str = ""
    work_phone: str = ""
    work_mobile: str = ""
    work_email: str = ""
    interests: str = ""


class Bag:
    """Words drawn as they occur in life: the n-th of the list about 1/n as often as the first."""

    def __init__(self, items: list[str]) -> None:
        self.items = items
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(items))))

    def draw(self, rng: random.Random) -> str:
        return rng.choices(self.items, cum_weights=self._weights)[0]


def _split(text: str) -> list[str]:
    return [item for line in text.strip().splitlines() for item in line.split("|")]


MEN, WOMEN = Bag(words.MEN.split()), Bag(words.WOMEN.split())
ROOTS = Bag([name.replace("_", " ") for name in words.SURNAMES.split()])
TOWNS, STREETS = Bag(_split(words.TOWNS)), Bag(_split(words.STREETS))
TRADES, JOBS, REMARKS = _split(words.TRADES), Bag(_split(words.JOBS)), _split(words.REMARKS)
INTERESTS = Bag(_split(words.INTERESTS))
# How many interests a person has: two and a half on average, as many as seven.
HOW_MANY = (0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 7)


def people(count: int, seed: int = 1) -> Iterator[Person]:
    """Yield `count` people, always the same for a count and a seed; every sign is in ISO-8859-15."""
    rng = random.Random(seed)
    for index in range(count):
        person = _person(index, rng)
        if rng.random() < 0.7:
            _employ(person, rng, max(1, count // PEOPLE_PER_COMPANY))
        _plant_oddities(person, index, rng)
        yield person


def _person(index: int, rng: random.Random) -> Person:
    woman = rng.random() < 0.5
    first, last = (WOMEN if woman else MEN).draw(rng), surname(rng)
    town, postal_code, zone = TOWNS.draw(rng).rsplit(" ", 2)
    person = Person(
        "Mme" if woman else "M.",
        first,
        last,
        personal_street=f"{rng.randint(1, 180)} {rng.choice(words.WAYS)} {STREETS.draw(rng)}",
        personal_postal_code=postal_code,
        personal_city=town,
        personal_country="France",
    )
    if rng.random() < 0.8:
        person.personal_mobile = phone(rng, rng.choice(("06", "06", "07")))
    if rng.random() < 0.6:
        person.personal_phone = phone(rng, zone)
    if rng.random() < 0.75:
        person.personal_email = email(first, last, index if rng.random() < 0.8 else 0, rng)
    # Drawn apart, so that nobody else changes when there are more interests.
    own = random.Random(index)
    drawn = dict.fromkeys(INTERESTS.draw(own) for _ in range(own.choice(HOW_MANY)))
    person.interests = ", ".join(drawn)
    if rng.random() < 0.5:
        person.birthday = f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{rng.randint(1940, 2006)}"
    return person


def surname(rng: random.Random) -> str:
    """Draw a surname: most are of the list, others grow from it by an ending or a particle."""
    root, chance = ROOTS.draw(rng), rng.random()
    if chance < 0.15 and root[-1] not in "aeiouyéèœ" and " " not in root:
        return root + rng.choice(words.ENDINGS)
    if chance < 0.2:
        particle = rng.choice(words.PARTICLES)
        return particle + (root if particle != "d'" or root[0] in "AEIOUÉŒ" else f"Ar{root.lower()}")
    return root


def phone(rng: random.Random, zone: str) -> str:
    """Draw a number of the zone ("02", "06"), written in one of the ways the French write them."""
    pairs = [zone, *(f"{rng.randint(0, 99):02d}" for _ in range(4))]
    way = rng.random()
    if way < 0.6:
        return " ".join(pairs)
    if way < 0.75:
        return ".".join(pairs)
    return "".join(pairs) if way < 0.9 else f"+33 {pairs[0][1]} " + " ".join(pairs[1:])


def email(first: str, last: str, index: int, rng: random.Random) -> str:
    """Make an address of the name; `index`, when not 0, keeps namesakes apart."""
    return f"{ascii_word(first)}.{ascii_word(last)}{index or ''}@{rng.choice(DOMAINS)}"


def ascii_word(text: str) -> str:
    """Return the text as it stands in an address: "Bœuf d'Été" gives "boeufdete"."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(sign for sign in plain if sign.isascii() and (sign.isalnum() or sign == "-"))


def company_name(index: int) -> str:
    """Name the company of this number; no two have the same name below ten million."""
    index, trade = divmod(index, len(TRADES))
    index, owner = divmod(index, len(ROOTS.items))
    # The step and the list have no common divisor: neighbours get owners far apart, and none comes twice.
    root = ROOTS.items[(owner * 89 + trade * 7) % len(ROOTS.items)]
    name = f"{TRADES[trade]} {root}{words.ENDINGS_OF_FIRMS[(owner + trade) % len(words.ENDINGS_OF_FIRMS)]}"
    return f"{name} {TOWNS.items[index % len(TOWNS.items)].rsplit(' ', 2)[0]} {index}" if index else name


def _employ(person: Person, rng: random.Random, companies: int) -> None:
    number = rng.randrange(companies)
    person.company, person.title = company_name(number), JOBS.draw(rng)
    domain = f"{ascii_word(person.company)[:30].strip('-')}.example.fr"
    if rng.random() < 0.8:
        person.work_email = f"{ascii_word(person.first_name)[:1]}.{ascii_word(person.last_name)}@{domain}"
    if rng.random() < 0.7:
        person.work_phone = phone(rng, "0" + str(1 + number % 5))
    if rng.random() < 0.3:
        person.work_mobile = phone(rng, "06")


def _plant_oddities(person: Person, index: int, rng: random.Random) -> None:
    """What every old address book has, each at its own fixed rate, so that a count can be foretold."""
    if index % 30 == 11:
        _move_abroad(person, rng)
    if index % 25 == 3:
        person.last_name = f"{person.last_name}-{ROOTS.draw(rng)}"
    if index % 50 == 7:
        person.last_name = rng.choice(words.AFRICAN)
    if index % 8 == 5:
        person.note = rng.choice(REMARKS)
    if index % 200 == 17:
        person.note = LONG_NOTE
    if index % 40 == 9:
        person.last_name, person.personal_city = f"{person.last_name}  ", f" {person.personal_city} "
    if index % 60 == 21:
        person.last_name, person.first_name = person.last_name.upper(), person.first_name.upper()
    if index % 90 == 33:
        person.personal_mobile = str(rng.randint(600_000_000, 799_999_999))
    if index % 100 == 45:
        person.civility = person.first_name = person.personal_street = person.personal_postal_code = ""


def _move_abroad(person: Person, rng: random.Random) -> None:
    country, person.personal_city, person.personal_postal_code, pattern = rng.choice(words.ABROAD)
    person.personal_country = words.COUNTRIES[country] if rng.random() < 0.7 else country
    person.personal_phone = pattern.format(*(f"{rng.randint(10, 99)}" for _ in range(3)))


# Each kind of broken row, and what it does to the cells of a good one.
BROKEN = ("open quote", "too many cells", "nul", "no name", "damaged phone", "no such day", "no such country")


def _break(cells: list[str], kind: str) -> list[str]:
    place, value = {
        "open quote": (0, '"M.'),
        "too many cells": (len(cells), "de trop"),
        "nul": (1, "Je\0an"),
        "no name": (2, ""),
        "damaged phone": (4, "6,12E+08"),
        "no such day": (10, "31/02/1980"),
        "no such country": (9, "Syldavie"),
    }[kind]
    return [*cells[:place], value, *cells[place + 1 :]]


def write_csv(
    path: str | Path, count: int, charset: str = "iso-8859-15", delimiter: str = ";", broken: int = 0
) -> dict[int, str]:
    """Write `count` rows, by default in the FAQ's format; return {row number: kind} of the broken ones."""
    broken = min(broken, count)
    step = count // broken if broken else 0
    planted = {(place + 1) * step: BROKEN[place % len(BROKEN)] for place in range(broken)}
    with Path(path).open("w", encoding=charset, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(HEADERS)
        for number, person in enumerate(people(count), 1):
            if kind := planted.get(number):
                file.write(delimiter.join(_break(list(astuple(person)), kind)) + "\r\n")
            else:
                writer.writerow(astuple(person))
    return planted


def main() -> None:
    """Write the file asked for and print which of its rows are broken."""
    parser = argparse.ArgumentParser(description="Write a CSV address book of made-up French people.")
    parser.add_argument("count", type=int)
    parser.add_argument("path")
    parser.add_argument("--charset", default="iso-8859-15", help="iso-8859-15, cp1252, utf-8, utf-8-sig")
    parser.add_argument("--delimiter", default=";")
    parser.add_argument("--broken", type=int, default=0, help="how many of the rows to break")
    asked = parser.parse_args()
    planted = write_csv(asked.path, asked.count, asked.charset, asked.delimiter, asked.broken)
    for number, kind in planted.items():
        print(f"row {number}: {kind}")


if __name__ == "__main__":
    main()
