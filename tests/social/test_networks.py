"""Profiles as people write them, and where they lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.social import networks
from chalicelib.social.networks import NETWORKS


@pytest.mark.parametrize(
    ("network", "profile", "url"),
    [
        ("linkedin", "marie-boeuf", "https://www.linkedin.com/in/marie-boeuf"),
        ("linkedin", "https://fr.linkedin.com/in/marie", "https://fr.linkedin.com/in/marie"),
        ("linkedin", "www.linkedin.com/in/marie", "https://www.linkedin.com/in/marie"),
        ("x", "@marie", "https://x.com/marie"),
        ("facebook", "marie.boeuf", "https://www.facebook.com/marie.boeuf"),
        ("instagram", "@marie_fleurs", "https://www.instagram.com/marie_fleurs/"),
        ("youtube", "@marie", "https://www.youtube.com/@marie"),
        ("bluesky", "@marie.bsky.social", "https://bsky.app/profile/marie.bsky.social"),
        ("mastodon", "@marie@piaille.fr", "https://piaille.fr/@marie"),
        ("mastodon", "https://piaille.fr/@marie", "https://piaille.fr/@marie"),
        ("mastodon", "marie", None),
        ("viadeo", "Marie Bœuf", None),
        ("linkedin", "Marie Bœuf", None),
    ],
)
def test_a_profile_leads_to_its_page(network: str, profile: str, url: str | None) -> None:
    assert NETWORKS[network].url(profile) == url


@pytest.mark.parametrize("network", [*NETWORKS.values(), networks.SITE], ids=lambda network: network.name)
@given(profile=st.text(max_size=60))
def test_no_profile_leads_anywhere_but_to_the_web(network: networks.Network, profile: str) -> None:
    url = network.url(profile)
    assert url is None or url.lower().startswith(("https://", "http://"))


def test_names_are_searched_for_people_and_companies_apart() -> None:
    linkedin = NETWORKS["linkedin"]
    people = linkedin.search_url("Marie & Cie", is_company=False)
    assert people == "https://www.linkedin.com/search/results/people/?keywords=Marie%20%26%20Cie"
    assert "companies" in (linkedin.search_url("Bœuf", is_company=True) or "")


def test_nothing_is_searched_where_nothing_is_left() -> None:
    assert NETWORKS["viadeo"].search_url("Marie", is_company=False) is None


@pytest.mark.parametrize(
    ("profile", "actor"),
    [
        ("@marie.bsky.social", "marie.bsky.social"),
        ("https://bsky.app/profile/marie.example.fr?x=1", "marie.example.fr"),
        ("did:plc:ewvi7nxzyoun6zhxrhs64oiz", "did:plc:ewvi7nxzyoun6zhxrhs64oiz"),
        ("marie", None),
        ("marie bsky.social", None),
    ],
)
def test_bluesky_is_asked_for_a_handle_or_a_did(profile: str, actor: str | None) -> None:
    assert networks.bluesky_actor(profile) == actor


def test_a_channels_feed_is_known_by_its_id() -> None:
    feed = "https://y/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv"
    for profile in (
        "UCabcdefghijklmnopqrstuv",
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv/videos",
    ):
        assert networks.youtube_feed(profile, "https://y") == feed
    assert networks.youtube_feed("@marie", "https://y") is None
