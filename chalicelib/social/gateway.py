"""The open networks: Bluesky's public API, Mastodon's and YouTube's feeds, the feed of a company's site."""

import json
from typing import Any, NamedTuple
from urllib.parse import urlencode

from chalicelib.core import outside
from chalicelib.core.addresses import Unreachable
from chalicelib.core.config import settings
from chalicelib.core.outside import Fetched
from chalicelib.core.texts import Text
from chalicelib.social import bluesky, feed, networks
from chalicelib.social.feed import MOST, UNREADABLE, Post
from chalicelib.social.markup import feed_of

NO_FEED = Text("Ce site ne publie pas de fil d'actualité.", "This site publishes no feed.")
NO_CHANNEL = Text(
    "Collez l'adresse de la chaîne qui finit par /channel/UC… : son nom seul ne suffit pas toujours.",
    "Paste the channel's address that ends in /channel/UC…: its name alone is not always enough.",
)
NO_PROFILE = Text(
    "Ce profil est mal écrit : attendu @nom.bsky.social, @nom@instance.social ou une adresse web.",
    "This profile is misspelt: @name.bsky.social, @name@instance.social or a web address is expected.",
)
_FEED_KINDS = (
    "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, text/html;q=0.5"
)


class Activity(NamedTuple):
    """What was said lately, and how the profile presents itself."""

    posts: list[Post]
    about: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {"items": [post.to_json() for post in self.posts], "about": self.about}


def activity(network: str, profile: str) -> Activity:
    """The latest of a profile on an open network; `Unreachable` says why there is none."""
    return _READERS[network](profile)


def _bluesky(profile: str) -> Activity:
    actor = networks.bluesky_actor(profile)
    if actor is None:
        raise Unreachable(NO_PROFILE)
    about = bluesky.about(_ask_bluesky("app.bsky.actor.getProfile", actor=actor))
    query = {"actor": actor, "limit": str(MOST), "filter": "posts_no_replies"}
    return Activity(bluesky.posts(_ask_bluesky("app.bsky.feed.getAuthorFeed", **query)), about)


def _ask_bluesky(method: str, **query: str) -> Any:
    url = f"{settings().bluesky_url}/xrpc/{method}?{urlencode(query)}"
    try:
        return json.loads(outside.reader().get(url, "application/json").body)
    except (ValueError, RecursionError):
        raise Unreachable(UNREADABLE) from None
    except Unreachable as error:
        # That is how it says that there is no such profile, or that it was taken down.
        raise Unreachable(outside.GONE) if error.status == 400 else error from None


def _mastodon(profile: str) -> Activity:
    url = networks.NETWORKS["mastodon"].url(profile)
    if url is None:
        raise Unreachable(NO_PROFILE)
    return _feed_at(f"{url.partition('?')[0].rstrip('/')}.rss")


def _youtube(profile: str) -> Activity:
    url = networks.youtube_feed(profile, settings().youtube_url)
    if url is None:
        page = networks.NETWORKS["youtube"].url(profile)
        url = page and _feed_named_by(outside.reader().get(page, "text/html"))
    if url is None:
        raise Unreachable(NO_CHANNEL)
    return _feed_at(url)


def _site(website: str) -> Activity:
    page = outside.reader().get(website, _FEED_KINDS)
    if page.kind.endswith("xml") and not page.kind.endswith("xhtml+xml"):
        return Activity(feed.read(page.body, page.url))
    url = _feed_named_by(page)
    if url is None:
        raise Unreachable(NO_FEED)
    return _feed_at(url)


def _feed_named_by(page: Fetched) -> str | None:
    # Whatever the page is written in, its tags and addresses are ASCII.
    return feed_of(page.body.decode("latin-1"), page.url)


def _feed_at(url: str) -> Activity:
    fetched = outside.reader().get(url, _FEED_KINDS)
    return Activity(feed.read(fetched.body, fetched.url))


_READERS = {"bluesky": _bluesky, "mastodon": _mastodon, "youtube": _youtube, "site": _site}
