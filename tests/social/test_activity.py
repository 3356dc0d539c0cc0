"""What somebody's networks show, over real HTTP to services that judge what they are asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from chalicelib.core import addresses, clock, config, outside
from chalicelib.social import feed, gateway, service
from tests.social import fakes
from tests.social.fakes import Outside
from tests.world import Visitor


@pytest.fixture
def there(world: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    """The networks, as the product's environment names them."""
    with fakes.outside() as found:
        for name, value in found.environment().items():
            monkeypatch.setenv(name, value)
        config.settings.cache_clear()
        yield found
    monkeypatch.undo()
    config.settings.cache_clear()


def person(visitor: Visitor, **social: str) -> str:
    body = {"first_name": "Marie", "last_name": "Bœuf", "social": social}
    return f"/api/contacts/{visitor.post('/api/contacts', json=body).json()['id']}"


def company(visitor: Visitor, **fields: Any) -> str:
    made = visitor.post("/api/companies", json={"name": "Fleurs", "city": "Lyon", **fields})
    return f"/api/companies/{made.json()['id']}"


def shown(visitor: Visitor, path: str) -> dict[str, dict[str, Any]]:
    answer = visitor.get(f"{path}/social-activity")
    assert answer.status_code == 200, answer.text
    return {each["network"]: each for each in answer.json()["networks"]}


def test_who_is_unknown_is_searched_for_and_nobody_outside_is_asked(alice: Visitor, there: Outside) -> None:
    body = {
        "first_name": "Marie",
        "last_name": "Bœuf",
        "position": {"company_id": company(alice).rpartition("/")[2]},
    }
    made = alice.post("/api/contacts", json=body).json()
    networks = shown(alice, f"/api/contacts/{made['id']}")
    assert list(networks) == "linkedin x facebook instagram youtube bluesky mastodon viadeo".split()
    assert networks["linkedin"]["search_url"].endswith("keywords=Marie%20B%C5%93uf%20Fleurs")
    assert {each["profile"] for each in networks.values()} == {None}
    assert there.asked == []


def test_closed_networks_are_linked_and_not_read(alice: Visitor, there: Outside) -> None:
    networks = shown(alice, person(alice, linkedin="marie", viadeo="Marie B."))
    linkedin, viadeo = networks["linkedin"], networks["viadeo"]
    assert (linkedin["url"], linkedin["live"], linkedin["items"]) == (
        "https://www.linkedin.com/in/marie",
        False,
        [],
    )
    assert (viadeo["profile"], viadeo["url"], viadeo["search_url"]) == ("Marie B.", None, None)
    assert there.asked == []


def test_bluesky_tells_what_was_said_there(alice: Visitor, there: Outside) -> None:
    bluesky = shown(alice, person(alice, bluesky="@marie.bsky.social"))["bluesky"]
    assert bluesky["error"] is None
    assert bluesky["about"] == "Fleuriste à Lyon 🌷 Commandes en privé"
    assert bluesky["items"] == [
        {
            "at": "2026-11-23T09:30:00.000Z",
            "text": "Les tulipes sont là !",
            "url": "https://bsky.app/profile/marie.bsky.social/post/3kabc",
        },
        {
            "at": "2026-11-20T09:30:00.000Z",
            "text": "↻ @marie.bsky.social : À relire",
            "url": "https://bsky.app/profile/marie.bsky.social/post/3kabd",
        },
    ]


def test_mastodon_and_youtube_tell_by_their_feeds(alice: Visitor, there: Outside) -> None:
    channel = f"https://www.youtube.com/channel/{fakes.CHANNEL}"
    networks = shown(alice, person(alice, mastodon=f"{there.url}/@marie", youtube=channel))
    assert networks["mastodon"]["items"][0]["text"] == "Nouvel atelier #lyon Venez !"
    assert networks["youtube"]["items"][0]["text"] == "Bouquet d’hiver & rubans"


def test_a_channels_name_leads_to_its_feed_by_its_page(alice: Visitor, there: Outside) -> None:
    feed_path = f"/feeds/videos.xml?channel_id={fakes.CHANNEL}"
    page = f'<link rel="alternate" type="application/rss+xml" href="{feed_path}">'
    there.pages["/@marie"] = (200, {"Content-Type": "text/html"}, page.encode())
    path = person(alice, youtube=f"{there.url}/@marie")
    assert shown(alice, path)["youtube"]["items"][0]["text"] == "Bouquet d’hiver & rubans"
    there.pages["/@nobody"] = (200, {"Content-Type": "text/html"}, b"<html>")
    other = person(alice, youtube=f"{there.url}/@nobody")
    assert shown(alice, other)["youtube"]["error"] == gateway.NO_CHANNEL.fr


def test_a_companys_site_tells_its_news(alice: Visitor, there: Outside) -> None:
    site = shown(alice, company(alice, website=there.url))["site"]
    assert [each["text"] for each in site["items"]] == ["alert(1) Noël", "Ouvert le dimanche"]
    assert site["items"][0]["url"] is None
    straight = shown(alice, company(alice, website=f"{there.url}/feed/"))["site"]
    assert straight["items"] == site["items"]


def test_a_site_without_news_says_so(alice: Visitor, there: Outside) -> None:
    there.pages["/"] = (200, {"Content-Type": "text/html"}, b"<html><head></head></html>")
    assert shown(alice, company(alice, website=there.url))["site"]["error"] == gateway.NO_FEED.fr


def test_what_was_asked_is_kept_for_a_quarter_of_an_hour(
    alice: Visitor, there: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = person(alice, bluesky="marie.bsky.social")
    first = shown(alice, path)
    assert shown(alice, path) == first
    assert len(there.asked) == 2
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + service.KEPT_SECONDS + 1)
    shown(alice, path)
    assert len(there.asked) == 4


def test_what_failed_is_tried_again_soon(
    alice: Visitor, there: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = person(alice, bluesky="nobody.bsky.social")
    assert shown(alice, path)["bluesky"]["error"] == outside.GONE.fr
    asked = len(there.asked)
    assert shown(alice, path)["bluesky"]["error"]
    assert len(there.asked) == asked
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + service.KEPT_FAILED_SECONDS + 1)
    shown(alice, path)
    assert len(there.asked) > asked


def test_one_that_fails_spoils_nothing_of_the_others(alice: Visitor, there: Outside) -> None:
    metadata = "http://169.254.169.254/latest/meta-data/"
    there.pages["/"] = (301, {"Location": metadata}, b"")
    social = {"bluesky": "marie.bsky.social", "mastodon": f"{there.url}/@gone"}
    networks = shown(alice, company(alice, website=there.url, social=social))
    assert networks["site"]["error"] == addresses.PRIVATE.fr
    assert networks["mastodon"]["error"] == outside.GONE.fr
    assert networks["bluesky"]["items"]


ODD_POST = {"post": {"record": {"text": 5}, "author": {"handle": 7}, "uri": 8, "indexedAt": []}}


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"null",
        b'{"feed": 1}',
        b'{"feed": [1, {"post": []}]}',
        b"[" * 100_000,
        b"\xff\xfe",
        json.dumps({"feed": [ODD_POST]}).encode(),
    ],
    ids=lambda answer: str(answer[:20]),
)
def test_whatever_bluesky_answers_breaks_nothing(alice: Visitor, there: Outside, answer: bytes) -> None:
    told = (200, {"Content-Type": "application/json"}, answer)
    there.bluesky = lambda method, query: told  # type: ignore[method-assign]
    bluesky = shown(alice, person(alice, bluesky="marie.bsky.social"))["bluesky"]
    assert bluesky["error"] in (None, feed.UNREADABLE.fr)
    assert all(each["url"] is None for each in bluesky["items"])


def test_a_profile_nobody_can_read_says_how_it_is_written(alice: Visitor, there: Outside) -> None:
    networks = shown(alice, person(alice, bluesky="marie", mastodon="marie", youtube="une chaîne"))
    assert networks["bluesky"]["error"] == networks["mastodon"]["error"] == gateway.NO_PROFILE.fr
    assert networks["youtube"]["error"] == gateway.NO_CHANNEL.fr
    assert there.asked == []


def test_bob_and_charlie_see_nothing_of_alices(
    alice: Visitor, bob: Visitor, charlie: Visitor, there: Outside
) -> None:
    for path in (person(alice, bluesky="marie.bsky.social"), company(alice, website=there.url)):
        for other in (bob, charlie):
            assert other.get(f"{path}/social-activity").status_code == 404
            watched = other.post(f"{path}/watch", json={"network": "x", "profile": "@a"})
            assert watched.status_code == 404
    assert there.asked == []
