"""What Bluesky's API answers, as plain posts; whatever it answers, nothing of it is trusted to be there."""

import re
from typing import Any

from chalicelib.social import feed, networks
from chalicelib.social.feed import LONGEST, MOST, Post
from chalicelib.social.markup import plain

_REPOST = "app.bsky.feed.defs#reasonRepost"
_POST = re.compile(r"/app\.bsky\.feed\.post/([\w.~-]+)$", re.ASCII)


def about(profile: Any) -> str | None:
    """How a profile presents itself (`app.bsky.actor.getProfile`)."""
    return plain(_text(_dict(profile).get("description")), LONGEST) or None


def posts(answer: Any) -> list[Post]:
    """The posts of `app.bsky.feed.getAuthorFeed`, in their order."""
    entries = _dict(answer).get("feed")
    return [_post(_dict(entry)) for entry in entries[:MOST]] if isinstance(entries, list) else []


def _post(entry: dict[str, Any]) -> Post:
    post = _dict(entry.get("post"))
    record, author = _dict(post.get("record")), _dict(post.get("author"))
    handle = networks.bluesky_actor(_text(author.get("handle")))
    text = _text(record.get("text"))
    if _dict(entry.get("reason")).get("$type") == _REPOST:
        text = f"↻ @{handle} : {text}"
    key = _POST.search(_text(post.get("uri")))
    url = f"https://bsky.app/profile/{handle}/post/{key[1]}" if key and handle else None
    return Post(feed.moment(_text(post.get("indexedAt"))), plain(text, LONGEST), url)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
