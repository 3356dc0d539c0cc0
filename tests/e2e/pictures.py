"""Takes the pictures of the README from a product with its demo tenant: `python -m tests.e2e.pictures`."""

from __future__ import annotations

import signal
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from bench.people import write_csv
from infra.local import demo
from infra.local.children import ROOT
from tests.e2e.conftest import CHROMIUM, find_browser
from tests.e2e.desk import Desk
from tests.e2e.watch import Watch
from tests.running import Run

IMAGES = ROOT / "docs" / "images"
SIZES = {"": (1280, 620), "-telephone": (390, 760)}
PERSON = "Bouchard Élodie"


def main() -> None:
    """Start a product, take the pictures, stop it."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        run = Run(Path(folder) / "data", demo=True).until_ready()
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(CHROMIUM))
        try:
            for suffix, (width, height) in SIZES.items():
                take(sit_down(browser, run, width, height), suffix)
            take_import(sit_down(browser, run, *SIZES[""]), Path(folder))
        finally:
            browser.close()
            run.end(signal.SIGTERM)


def sit_down(browser: Browser, run: Run, width: int, height: int) -> Desk:
    size = {"width": width, "height": height}
    context = browser.new_context(base_url=run.url, locale="fr-FR", viewport=size, reduced_motion="reduce")
    desk = Desk(context.new_page(), run.url, Watch(context)).sign_in(demo.EMAIL, demo.PASSWORD)
    desk.sees_page("Contacts")
    return desk


def take(desk: Desk, suffix: str) -> None:
    """Take the list and one person."""
    row = desk.page.get_by_role("link").filter(has_text=PERSON).first
    expect(row).to_be_visible()
    shoot(desk, f"liste{suffix}")
    row.click()
    expect(desk.page.get_by_role("region", name="Historique").get_by_role("listitem")).to_have_count(1)
    shoot(desk, f"fiche{suffix}")


def take_import(desk: Desk, folder: Path) -> None:
    """Take an import that is done, with the rows it refused."""
    file = folder / "carnet d'adresses.csv"
    write_csv(file, 800, broken=4)
    desk.drop(file)
    desk.press("Importer")
    expect(desk.page.get_by_role("heading", name="Import terminé")).to_be_visible(timeout=60_000)
    shoot(desk, "import")


def shoot(desk: Desk, name: str) -> None:
    desk.page.wait_for_load_state("networkidle")
    desk.page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")


if __name__ == "__main__":
    main()
