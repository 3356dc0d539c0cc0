"""Codes are scanned from the screen, from the picture, from the paper; the phone lands where they lead."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
import vobject
from PIL import Image
from playwright.sync_api import Locator, ViewportSize, expect

from tests.e2e.desk import Desk
from tests.qrcodes.reading import texts_in

MILLIMETRE = 8  # pixels of a printed page
SHEET = (63.5, 33.9)  # 3 × 8 labels


def _person(desk: Desk, last_name: str = "Lœuillet", **about: object) -> str:
    return str(desk.send("/contacts", {"last_name": last_name, "first_name": "Zoé", **about})["id"])


def _scan(place: Locator) -> list[str]:
    """What a phone held before this part of the screen reads."""
    expect(place).to_be_visible()
    place.evaluate("image => image.decode?.()")
    return texts_in(Image.open(io.BytesIO(place.screenshot())))


def _dialog(desk: Desk) -> Locator:
    desk.press("QR code")
    return desk.page.get_by_role("dialog")


def test_the_code_on_the_screen_opens_the_page(desk: Desk) -> None:
    contact = _person(desk)
    desk.open(f"/contacts/{contact}", "Zoé")

    assert _scan(_dialog(desk).get_by_role("img")) == [f"{desk.origin}/contacts/{contact}"]


def test_the_code_of_a_company_opens_its_page(desk: Desk) -> None:
    company = desk.send("/companies", {"name": "Bœuf & Fils"})["id"]
    desk.open(f"/companies/{company}", "Bœuf & Fils")

    assert _scan(_dialog(desk).get_by_role("img")) == [f"{desk.origin}/companies/{company}"]


def test_a_business_card_goes_from_the_screen_into_a_phone(desk: Desk) -> None:
    contact = _person(desk, personal_mobile="06 44 27 31 63", note="é" * 2_000)
    desk.open(f"/contacts/{contact}", "Zoé")
    dialog = _dialog(desk)
    dialog.get_by_role("button", name="Carte de visite").click()
    expect(dialog.get_by_role("img")).to_have_attribute("src", f"/api/contacts/{contact}/qr?kind=vcard")

    (card,) = map(vobject.readOne, _scan(dialog.get_by_role("img")))

    assert (card.fn.value, card.tel.value) == ("Zoé Lœuillet", "06 44 27 31 63")


def test_a_code_is_saved_as_a_picture(desk: Desk) -> None:
    contact = _person(desk)
    desk.open(f"/contacts/{contact}", "Zoé")
    dialog = _dialog(desk)

    with desk.page.expect_download() as saving:
        dialog.get_by_role("button", name="Image PNG").click()

    assert saving.value.suggested_filename == "qr-zoe-loeuillet.png"
    picture = Image.open(saving.value.path())
    assert (picture.format, picture.size) == ("PNG", (1000, 1000))
    assert texts_in(picture) == [f"{desk.origin}/contacts/{contact}"]


def test_any_address_becomes_a_code_while_it_is_typed(desk: Desk) -> None:
    desk.open("/contacts", "Contacts")
    desk.page.get_by_role("navigation").get_by_role("link", name="QR codes").click()
    desk.sees_page("Créer un QR code")
    address = "https://exemple.fr/plan?lieu=l'été&n=12"
    desk.fill("Adresse ou texte", address)
    code = desk.page.get_by_role("img", name=f"QR code : {address}")

    assert _scan(code) == [address]


def test_a_text_too_long_is_told_before_it_is_sent(desk: Desk) -> None:
    desk.open("/qr", "Créer un QR code")
    desk.fill("Adresse ou texte", "x" * 1_001)

    expect(desk.field("Adresse ou texte")).to_have_attribute("aria-invalid", "true")
    expect(desk.page.get_by_role("main").get_by_role("img")).to_have_count(0)


def _printed(desk: Desk) -> list[Image.Image]:
    """The pages the printer gets."""
    document = pypdfium2.PdfDocument(desk.page.pdf(prefer_css_page_size=True, print_background=True))
    assert {tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document} == {(210, 297)}
    return [page.render(scale=MILLIMETRE * 25.4 / 72).to_pil() for page in document]


def _labels(page: Image.Image, skipped: int = 0, count: int = 24) -> list[list[str]]:
    """What is read on each label of a sheet of 3 × 8, cut where its maker cut it."""
    width, height = SHEET
    left, top = (210 - 3 * width - 2 * 2.54) / 2, (297 - 8 * height) / 2
    found = []
    for place in range(skipped, skipped + count):
        x, y = left + place % 3 * (width + 2.54), top + place // 3 * height
        box = tuple(round(edge * MILLIMETRE) for edge in (x, y, x + width, y + height))
        found.append(texts_in(page.crop(box)))
    return found


def test_labels_fall_on_their_labels_and_are_scanned_from_the_paper(desk: Desk) -> None:
    people = [_person(desk, f"Nom {number}") for number in range(3)]
    desk.open(f"/qr/etiquettes?resource=contacts&ids={','.join(people)}", "Étiquettes avec QR code")
    desk.fill("Exemplaires", "9")
    desk.fill("Déjà utilisées", "2")
    expect(desk.page.locator("[data-print-alone] [data-label]")).to_have_count(27)
    _wait_for_pictures(desk)

    first, second = _printed(desk)

    codes = [[f"{desk.origin}/contacts/{person}"] for person in people for _ in range(9)]
    assert _labels(first, skipped=2, count=22) == codes[:22]
    assert _labels(first, count=2) == [[], []]
    assert _labels(second, count=5) == codes[22:]


def _wait_for_pictures(desk: Desk) -> None:
    desk.page.evaluate("Promise.all([...document.images].map(image => image.decode()))")


def test_one_code_is_printed_alone(desk: Desk) -> None:
    contact = _person(desk)
    desk.open(f"/contacts/{contact}", "Zoé")
    expect(_dialog(desk)).to_be_visible()
    _wait_for_pictures(desk)

    (page,) = _printed(desk)

    assert texts_in(page) == [f"{desk.origin}/contacts/{contact}"]


def test_selected_rows_become_labels(desk: Desk) -> None:
    for name in ("Martin", "Durand"):
        _person(desk, name)
    desk.open("/contacts", "Contacts")
    desk.rows().first.get_by_role("checkbox").check()
    desk.press("Étiquettes")

    desk.sees_page("Étiquettes avec QR code")
    expect(desk.page.get_by_role("group", name="Aperçu des planches").locator("[data-label]")).to_have_count(
        1
    )
    desk.sees("Durand")


@pytest.mark.parametrize("viewport", [{"width": 360, "height": 740}, {"width": 768, "height": 1024}])
def test_the_pages_fit_a_phone_and_a_tablet(desk: Desk, viewport: ViewportSize) -> None:
    desk.page.set_viewport_size(viewport)
    contact = _person(desk)
    for path, heading in (
        (f"/qr/etiquettes?resource=contacts&ids={contact}", "Étiquettes"),
        ("/qr", "Créer un QR code"),
    ):
        desk.open(path, heading)
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], path


def test_who_scans_without_a_session_signs_in_and_lands_there(visit: Callable[..., Desk], desk: Desk) -> None:
    contact = _person(desk)
    phone = visit()
    phone.page.set_viewport_size({"width": 390, "height": 844})
    phone.open(f"/contacts/{contact}", "Connexion")
    phone.fill("E-mail", desk.email)
    phone.fill("Mot de passe", desk.password)
    phone.press("Se connecter")

    phone.sees_page("Zoé")
    assert phone.page.url == f"{desk.origin}/contacts/{contact}"
