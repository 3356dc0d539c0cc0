"""Texts of others, made to keep us busy for hours: each is read by a child that must end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Seconds: many times what any of them takes now, a part of what each took before.
PATIENCE = 60
PAGES = {
    "a name without end": "'<link ' + 'a' * M",
    "a name without end in a tag": "'<link ' + 'a' * M + '>'",
    "many long names": "('<link ' + 'a' * 3_900 + '>') * (M // 3_908)",
    "blanks after a name": "'<link a' + ' ' * M + '>'",
    "names and blanks": "'<link ' + 'a ' * (M // 2) + '>'",
    "quotes that never close": "('<link a=' + chr(34)) * (M // 9)",
    "quotes of both kinds": "'<link ' + ('a=' + chr(34) + 'b=' + chr(39)) * (M // 6) + '>'",
    "tags that never close": "'<link' * (M // 5)",
    "a number without end": "'<link href=&#' + '1' * M + ';>'",
    "ampersands": "'<link href=' + '&' * M + '>'",
}
CARDS = {
    "labels of Apple's for each line": "'i.X-ABLABEL:' + '_$!<' * 20_000 + '\\n' + 'i.TEL:1\\n' * 400",
    "categories in many lines": "('CATEGORIES:' + 'a,' * 1_000 + '\\n') * 450",
    "quotes that never close": "'TEL;TYPE=' + chr(34) + 'a;' * 400_000",
    "backslashes": "'N:' + chr(92) * 800_001",
    "blanks": "'TEL' + ' ' * 800_000 + 'x'",
}
CELLS = {
    "a full name half in capitals": "person.split_name('AA b ' * 200_000)",
    "a long label beside many numbers": (
        "person.to_person({'phone_1': '1 ::: ' * 100_000, 'phone_1_label': 'a' * 120_000,"
        " 'phone_2': '2 ::: ' * 100_000, 'phone_2_label': 'a' * 120_000})"
    ),
    "names in quotes that never close": "more_positions.names((chr(34) + ',') * 300_000)",
    "brackets that never close": "names.without_site(' (' * 300_000 + chr(10) + ')')",
    "bars and backslashes": "list(more_positions.read((chr(92) + '|') * 300_000))",
}


def require_end(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=PATIENCE)


@pytest.mark.parametrize("markup", PAGES.values(), ids=PAGES)
def test_a_page_of_a_megabyte_is_searched_for_its_feed(markup: str) -> None:
    require_end(
        f"from chalicelib.social import markup; M = 1_000_000; markup.feed_of({markup}, 'https://a.example/')"
    )


@pytest.mark.parametrize("lines", CARDS.values(), ids=CARDS)
def test_a_card_of_nearly_a_megabyte_is_read(lines: str) -> None:
    require_end(f"from chalicelib.transfer.vcard_reader import to_values; to_values({lines})")


@pytest.mark.parametrize("reading", CELLS.values(), ids=CELLS)
def test_a_cell_larger_than_any_may_be_is_read(reading: str) -> None:
    require_end(f"from chalicelib.transfer import more_positions, names, person; {reading}")
