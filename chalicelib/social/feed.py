"""RSS and Atom feeds as a few plain items: when, what, where."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException

from chalicelib.core import clock
from chalicelib.core.addresses import Unreachable
from chalicelib.core.texts import Text
from chalicelib.social.markup import as_text, led_to

MOST = 5
# The newest stand first, as a rule; nobody's feed need be read to its end.
MOST_READ = 100
LONGEST = 300
_DATES = ("published", "pubDate", "date", "updated")
_TEXTS = ("title", "description", "summary", "content", "encoded")

UNREADABLE = Text("Ce fil d'actualité est illisible.", "This feed cannot be read.")


class Post(NamedTuple):
    """One thing somebody published: `at` in RFC 3339 or None, `url` of the web or None."""

    at: str | None
    text: str
    url: str | None

    def to_json(self) -> dict[str, Any]:
        return self._asdict()


def read(document: bytes, url: str) -> list[Post]:
    """The newest items of a feed that came from `url`; `Unreachable` when it is none."""
    from defusedxml.ElementTree import fromstring  # Only who has feeds to read waits for it.

    try:
        # A feed needs no entities of its own: with them, a short one could grow without end.
        root = fromstring(document, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        raise Unreachable(UNREADABLE) from None
    if _name(root) not in ("rss", "RDF", "feed"):
        raise Unreachable(UNREADABLE)
    posts = [_post(each, url) for each in islice(_items(root), MOST_READ)]
    posts.sort(key=lambda post: post.at or "", reverse=True)
    return posts[:MOST]


def _items(root: Element) -> Iterator[Element]:
    return (each for each in root.iter() if _name(each) in ("item", "entry"))


def _name(element: Element) -> str:
    """A tag without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _post(item: Element, url: str) -> Post:
    values = {
        name: text for child in item if (name := _name(child)) and (text := "".join(child.itertext()).strip())
    }
    text = next((shown for name in _TEXTS if (shown := as_text(values.get(name, ""), LONGEST))), "")
    at = next((found for name in _DATES if (found := moment(values.get(name, "")))), None)
    return Post(at, text, _link(item, values, url))


def _link(item: Element, values: dict[str, str], url: str) -> str | None:
    """Atom says it in an attribute, RSS in the text; only addresses of the web are links."""
    links = [child for child in item if _name(child) == "link"]
    said = [link.get("href") for link in links if link.get("rel", "alternate") == "alternate"]
    found = led_to(url, next(filter(None, said), None) or values.get("link") or "") or url
    return found if found != url and re.match(r"https?://", found, re.IGNORECASE) else None


def moment(text: str) -> str | None:
    """A date of RSS (RFC 822) or of Atom (RFC 3339), in ours."""
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(text)
            if found.tzinfo is None:
                found = found.replace(tzinfo=UTC)
            return clock.rfc3339(int(found.timestamp() * 1000))
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None
