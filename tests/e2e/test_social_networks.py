"""What is known of somebody on the networks is read on their page; what is not is looked for and watched."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.desk import Desk
from tests.running import Run
from tests.social import fakes
from tests.social.fakes import Outside


@pytest.fixture
def there() -> Iterator[Outside]:
    with fakes.outside() as found:
        yield found


@pytest.fixture
def online(there: Outside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """A product of its own, whose networks are the fakes."""
    for name, value in there.environment().items():
        monkeypatch.setenv(name, value)
    run = Run(tmp_path / "product").until_ready()
    yield run
    run.end(signal.SIGTERM)


def networks(desk: Desk) -> Locator:
    return desk.page.get_by_role("region", name="Réseaux sociaux")


def test_a_profile_found_is_watched_and_read(visit: Callable[..., Desk], online: Run) -> None:
    desk = visit(online).arrive()
    contact = desk.send("/contacts", {"last_name": "Bœuf", "first_name": "Marie"})
    desk.open(f"/contacts/{contact['id']}", "Bœuf")
    search = networks(desk).get_by_role("link", name="Chercher sur LinkedIn")
    expect(search).to_have_attribute(
        "href", "https://www.linkedin.com/search/results/people/?keywords=Marie%20B%C5%93uf"
    )
    expect(search).to_have_attribute("rel", "noopener noreferrer")

    desk.press("Surveiller un profil")
    desk.choose("Réseau", "Bluesky")
    desk.fill("Adresse ou nom du profil", "javascript:alert(1)")
    desk.press("Surveiller")
    desk.sees("Ce profil est mal écrit.")
    desk.fill("Adresse ou nom du profil", "@marie.bsky.social")
    desk.press("Surveiller")

    bluesky = networks(desk).get_by_role("article", name="Bluesky")
    post = bluesky.get_by_role("link", name="Les tulipes sont là !")
    expect(post).to_have_attribute("href", "https://bsky.app/profile/marie.bsky.social/post/3kabc")
    expect(post).to_have_attribute("rel", "noopener noreferrer")
    assert desk.read(f"/contacts/{contact['id']}")["social"]["bluesky"] == "@marie.bsky.social"


def test_the_news_of_a_companys_site_are_words_and_nothing_that_runs(
    visit: Callable[..., Desk], online: Run, there: Outside
) -> None:
    desk = visit(online).arrive()
    company = desk.send("/companies", {"name": "Fleurs", "website": there.url})
    desk.open(f"/companies/{company['id']}", "Fleurs")
    site = networks(desk).get_by_role("article", name="Site web")
    expect(site.get_by_role("link", name="Ouvert le dimanche")).to_be_visible()
    expect(site.get_by_text("alert(1) Noël")).to_be_visible()
    assert site.get_by_role("link", name="alert(1) Noël").count() == 0


def test_a_site_that_leads_into_our_network_is_told_and_the_page_stays_whole(
    visit: Callable[..., Desk], online: Run, there: Outside
) -> None:
    there.pages["/"] = (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b"")
    desk = visit(online).arrive()
    company = desk.send("/companies", {"name": "Fleurs", "website": there.url})
    desk.open(f"/companies/{company['id']}", "Fleurs")
    expect(networks(desk)).to_contain_text("Cette adresse mène à un réseau privé : elle n'est pas lue.")
    expect(desk.page.get_by_role("region", name="Historique")).to_be_visible()
