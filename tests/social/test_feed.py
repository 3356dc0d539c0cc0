"""Feeds as others write them, well or badly, become a few plain items."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.core.addresses import Unreachable
from chalicelib.social import feed, markup
from chalicelib.social.feed import Post
from tests.social import fakes

HERE = "https://fleurs.example/feed/"
RDF = """<?xml version="1.0" encoding="iso-8859-15"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel rdf:about="x"><title>Vieux</title></channel>
 <item><title>Bœuf à 5 €</title><link>/ancien</link><dc:date>2005-03-01T10:00:00+01:00</dc:date></item>
</rdf:RDF>"""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
DECLARED = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(LETTERS))
BOMB = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{DECLARED}]>
<rss><channel><item><title>&z;</title></item></channel></rss>"""
THIEF = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss><channel><item><title>&x;</title></item></channel></rss>"""


def read(document: str, encoding: str = "utf-8") -> list[Post]:
    return feed.read(document.encode(encoding), HERE)


def test_it_reads_what_mastodon_writes() -> None:
    at, url = "2026-11-23T08:15:00.000Z", "https://piaille.fr/@marie/113"
    assert read(fakes.MASTODON) == [Post(at, "Nouvel atelier #lyon Venez !", url)]


def test_it_reads_what_youtube_writes() -> None:
    url = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert read(fakes.YOUTUBE) == [Post("2026-11-22T17:00:11.000Z", "Bouquet d’hiver & rubans", url)]


def test_it_reads_what_wordpress_writes_newest_first_and_nothing_that_runs() -> None:
    assert read(fakes.BLOG) == [
        Post("2026-11-22T06:00:00.000Z", "alert(1) Noël", None),
        Post("2026-11-10T06:00:00.000Z", "Ouvert le dimanche", "https://fleurs.example/ouvert"),
    ]


def test_it_reads_what_was_written_twenty_years_ago() -> None:
    [post] = read(RDF, "iso-8859-15")
    assert post == Post("2005-03-01T09:00:00.000Z", "Bœuf à 5 €", "https://fleurs.example/ancien")


def test_a_post_without_a_date_or_a_link_is_still_one() -> None:
    nothing = "<item><title>Seul</title><pubDate>hier</pubDate></item>"
    assert read(f"<rss><channel>{nothing}</channel></rss>") == [Post(None, "Seul", None)]


def test_a_link_that_is_no_address_and_a_number_without_end_hide_no_post() -> None:
    odd = f"<item><title>&amp;#{'1' * 5_000};</title><link>http://[</link></item>"
    told = read(f"<rss><channel>{odd}<item><title>Bien</title></item></channel></rss>")
    assert [(post.url, post.text[:4]) for post in told] == [(None, "\ufffd"), (None, "Bien")]


def test_it_shows_five_however_many_there_are_and_cuts_long_ones() -> None:
    item = f"<item><title>{'mot ' * 200}</title></item>"
    posts = read(f"<rss><channel>{item * 30}</channel></rss>")
    assert len(posts) == feed.MOST
    assert len(posts[0].text) <= feed.LONGEST
    assert posts[0].text.endswith("…")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("document", [BOMB, THIEF], ids=["bomb", "thief"])
def test_entities_are_refused_in_every_encoding(document: str, encoding: str) -> None:
    with pytest.raises(Unreachable):
        read(document, encoding)


@pytest.mark.parametrize(
    "document",
    [
        "",
        "no feed",
        "<rss>",
        "<html><body/></html>",
        "<?xml version='1.0' encoding='no-such'?><rss/>",
        "<a/>" * 9,
    ],
)
def test_what_is_no_feed_is_told_so(document: str) -> None:
    with pytest.raises(Unreachable) as refused:
        read(document)
    assert refused.value.text == feed.UNREADABLE


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"<rss><item>{text}".encode()))
def test_whatever_comes_is_read_or_refused(document: bytes) -> None:
    try:
        posts = feed.read(document, HERE)
    except Unreachable:
        return
    assert len(posts) <= feed.MOST


@pytest.mark.parametrize(
    "date",
    ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "20261"],
)
def test_a_date_at_the_end_of_time_is_none(date: str) -> None:
    assert feed.moment(date) is None


@given(st.text(max_size=80), st.text(max_size=300))
def test_a_date_or_a_text_of_any_kind_is_read(date: str, text: str) -> None:
    moment = feed.moment(date)
    assert moment is None or moment.endswith("Z")
    shown = markup.as_text(text, 50)
    assert len(shown) <= 50
    assert shown == shown.strip()


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (fakes.SITE, "https://fleurs.example/feed/?a=1&b=2"),
        ('<LINK REL="Alternate" TYPE=application/atom+xml HREF=atom.xml>', "https://fleurs.example/atom.xml"),
        ('<link rel="alternate" type="text/html" hreflang="en" href="/en">', None),
        ('<link type="application/rss+xml" href="/feed">', None),
        ('<link rel="alternate" type="application/rss+xml">', None),
        ("", None),
        ('<link rel="alternate" type="application/rss+xml" href="http://[">', None),
        (
            f"<link rel=alternate type=application/rss+xml href=&#{'1' * 5_000};>",
            "https://fleurs.example/\ufffd",
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_page_names_its_feed(page: str, found: str | None) -> None:
    assert markup.feed_of(page, "https://fleurs.example/") == found
