"""Any text as a code that a real decoder reads back."""

from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.qrcodes import drawing
from infra.local.children import ROOT
from tests.qrcodes.reading import read

PRINTABLE = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=300)


@settings(max_examples=25, deadline=None)
@given(PRINTABLE)
def test_a_decoder_reads_what_was_written(text: str) -> None:
    assert read(drawing.svg(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "https://crm.example.fr/contacts/01hqzv8k3m9x2c4d",
        "Bœuf & Fils, 12 €, « Élève »",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé\r\nEND:VCARD\r\n",
        "x" * drawing.MOST_BYTES,
        "0" * 1_000,
    ],
)
def test_what_people_print_is_read(text: str) -> None:
    assert read(drawing.svg(text)) == text


def test_the_picture_is_well_formed_and_has_its_quiet_zone() -> None:
    svg = drawing.svg("Martin")
    root = ElementTree.fromstring(svg)

    assert root.attrib["viewBox"] == "0 0 29 29"  # 21 modules, and four of white on each side
    assert "M4 4h7v1h-7z" in svg  # the upper edge of the first eye


def test_it_needs_no_library_of_pictures() -> None:
    """Pillow would be built for the wrong machine (docs/decisions.md): the product must do without."""
    code = (
        "import sys; sys.modules['PIL'] = None\n"
        "from chalicelib.qrcodes import drawing\n"
        "print(drawing.svg('x')[:4])\n"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.stdout.strip() == "<svg", told.stderr
