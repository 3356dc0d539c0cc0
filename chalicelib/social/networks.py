"""The networks: what the profile of somebody leads to, and where to search when there is none.

LinkedIn, X, Facebook and Instagram show their pages to signed-in people only: we link there and read nothing.
Viadeo closed; what was noted of it is kept as text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

LIVE = frozenset({"youtube", "bluesky", "mastodon", "site"})


@dataclass(frozen=True)
class Network:
    """`page` is where a handle leads to; `people` and `companies` where their names are searched for."""

    name: str
    page: str = ""
    people: str = ""
    companies: str = ""

    def search_url(self, words: str, *, is_company: bool) -> str | None:
        template = self.companies if is_company else self.people
        return template.format(quote(words, safe="")) if template else None

    def url(self, profile: str) -> str | None:
        """The address of a profile, given as such or as a handle; None when it is neither."""
        if re.match(r"https?://\S+$", profile, re.IGNORECASE):
            return profile
        if re.match(r"(?:[\w-]+\.)+[a-z]{2,}/\S+$", profile, re.IGNORECASE):
            return f"https://{profile}"
        return _handle_url(self, profile)


def _handle_url(network: Network, profile: str) -> str | None:
    if network.name == "mastodon":
        return mastodon_url(profile)
    handle = profile.removeprefix("@")
    if not network.page or not re.fullmatch(r"[\w.%-]{1,100}", handle):
        return None
    return network.page.format(quote(handle, safe="%"))


def mastodon_url(profile: str) -> str | None:
    """`@name@instance` → `https://instance/@name`."""
    found = re.fullmatch(r"@?([\w.-]+)@((?:[\w-]+\.)+[a-z]{2,})", profile, re.IGNORECASE)
    return f"https://{found[2]}/@{found[1]}" if found else None


_ALL = (
    Network(
        "linkedin",
        page="https://www.linkedin.com/in/{}",
        people="https://www.linkedin.com/search/results/people/?keywords={}",
        companies="https://www.linkedin.com/search/results/companies/?keywords={}",
    ),
    Network(
        "x",
        page="https://x.com/{}",
        people="https://x.com/search?f=user&q={}",
        companies="https://x.com/search?f=user&q={}",
    ),
    Network(
        "facebook",
        page="https://www.facebook.com/{}",
        people="https://www.facebook.com/search/people/?q={}",
        companies="https://www.facebook.com/search/pages/?q={}",
    ),
    Network(
        "instagram",
        page="https://www.instagram.com/{}/",
        people="https://www.instagram.com/explore/search/keyword/?q={}",
        companies="https://www.instagram.com/explore/search/keyword/?q={}",
    ),
    Network(
        "youtube",
        page="https://www.youtube.com/@{}",
        people="https://www.youtube.com/results?search_query={}",
        companies="https://www.youtube.com/results?search_query={}",
    ),
    Network(
        "bluesky",
        page="https://bsky.app/profile/{}",
        people="https://bsky.app/search?q={}",
        companies="https://bsky.app/search?q={}",
    ),
    Network(
        "mastodon",
        people="https://mastodon.social/search?q={}",
        companies="https://mastodon.social/search?q={}",
    ),
    Network("viadeo"),
)
NETWORKS: Mapping[str, Network] = {network.name: network for network in _ALL}
# A company's own site, whose news its feed tells.
SITE = Network("site", companies="https://duckduckgo.com/?q={}")


def of_company() -> Mapping[str, Network]:
    return {SITE.name: SITE, **NETWORKS}


def bluesky_actor(profile: str) -> str | None:
    """The handle or DID in a profile: `@nom.bsky.social`, or the address of its page."""
    found = re.search(r"bsky\.app/profile/([^/?#\s]+)", profile, re.IGNORECASE)
    actor = found[1] if found else profile.removeprefix("@")
    is_handle = re.fullmatch(r"(?:[a-zA-Z0-9-]{1,63}\.)+[a-zA-Z]{2,}", actor)
    return actor if is_handle or re.fullmatch(r"did:[a-z]+:[\w.:%-]+", actor) else None


def youtube_feed(profile: str, base: str) -> str | None:
    """The feed of a channel whose id is in the profile; a handle does not tell it."""
    found = re.search(r"(?:^|/channel/)(UC[\w-]{22})(?:$|[/?#])", profile)
    return f"{base}/feeds/videos.xml?channel_id={found[1]}" if found else None
