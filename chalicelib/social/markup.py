"""Pages of others as plain text, and the feeds they name; nothing of them is ever shown as they wrote it.

Patterns and no parser: what others write may be made to keep a parser busy, and these read it once.
"""

import re
from html import unescape
from urllib.parse import urljoin

_TAG = re.compile(r"<[^<>]*>")
# Blanks, control characters, halves of characters, and marks that turn the direction of what follows.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]+")
_LINK = re.compile(r"<link\b([^<>]*)>", re.IGNORECASE)
# A name is tried from its first letter only: from each of them, a long one would be read over and over.
_ATTRIBUTE = re.compile(r"""(?<![a-z-])([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_FEEDS = ("application/rss+xml", "application/atom+xml")
# So much of a text decides how it begins, and so much of a link where it leads. `unescape` raises an error
# on a number of more than 4,300 digits.
_BEGINNING = 4_000


def as_text(markup: str, longest: int) -> str:
    """The words of some HTML on one line, cut at `longest` characters."""
    return plain(unescape(_TAG.sub(" ", markup[:_BEGINNING])), longest)


def plain(text: str, longest: int) -> str:
    """A text on one line that disturbs nothing around it, cut at `longest` characters."""
    line = _BLANKS.sub(" ", text[:_BEGINNING]).strip()
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def feed_of(page: str, url: str) -> str | None:
    """The address of the first feed a page names (RSS autodiscovery)."""
    for link in _LINK.finditer(page):
        said = {
            name.lower(): unescape(one or other or bare)
            for name, one, other, bare in _ATTRIBUTE.findall(link[1][:_BEGINNING])
        }
        is_alternate = "alternate" in said.get("rel", "").lower().split()
        if is_alternate and said.get("type", "").lower() in _FEEDS and said.get("href"):
            return led_to(url, said["href"].strip())
    return None


def led_to(url: str, link: str) -> str | None:
    """The address a link on the page at `url` leads to; None when it is misspelt."""
    try:
        return urljoin(url, link)
    except ValueError:
        return None
