"""The outside world on one port: Bluesky, Mastodon, YouTube and sites, which judge what they are asked.

Parameters are held to the schemas the networks publish (AT Protocol's lexicons, the addresses of the feeds of
Mastodon and YouTube); answers have the shape of recorded ones.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from jsonschema_rs import Draft202012Validator

# app.bsky.actor.getProfile and app.bsky.feed.getAuthorFeed: `main.parameters` of the lexicons as JSON schema;
# `at-identifier` is a handle or a DID.
_LABEL = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
HANDLE = {"pattern": rf"^({_LABEL}\.)+[a-zA-Z]([a-zA-Z0-9-]{{0,61}}[a-zA-Z0-9])?$"}
DID = {"pattern": "^did:[a-z]+:[a-zA-Z0-9._:%-]*[a-zA-Z0-9._-]$"}
AT_IDENTIFIER = {"type": "string", "anyOf": [HANDLE, DID]}
LEXICONS: dict[str, dict[str, Any]] = {
    "app.bsky.actor.getProfile": {
        "type": "object",
        "required": ["actor"],
        "properties": {"actor": AT_IDENTIFIER},
        "additionalProperties": False,
    },
    "app.bsky.feed.getAuthorFeed": {
        "type": "object",
        "required": ["actor"],
        "properties": {
            "actor": AT_IDENTIFIER,
            "limit": {"type": "integer", "minimum": 1, "maximum": 100},
            "cursor": {"type": "string"},
            "filter": {
                "enum": [
                    "posts_with_replies",
                    "posts_no_replies",
                    "posts_with_media",
                    "posts_and_author_threads",
                    "posts_with_video",
                ]
            },
            "includePins": {"type": "boolean"},
        },
        "additionalProperties": False,
    },
}
CHANNEL = "UCabcdefghijklmnopqrstuv"
PROFILE = {
    "did": "did:plc:ewvi7nxzyoun6zhxrhs64oiz",
    "handle": "marie.bsky.social",
    "displayName": "Marie Bœuf",
    "description": "Fleuriste à Lyon 🌷\nCommandes en privé",
    "followersCount": 120,
    "followsCount": 80,
    "postsCount": 42,
    "indexedAt": "2026-01-05T08:00:00.000Z",
}
AUTHOR = {"did": PROFILE["did"], "handle": PROFILE["handle"], "displayName": PROFILE["displayName"]}


def bluesky_post(key: str, text: str, at: str, **more: Any) -> dict[str, Any]:
    record = {"$type": "app.bsky.feed.post", "createdAt": at, "langs": ["fr"], "text": text}
    uri = f"at://{PROFILE['did']}/app.bsky.feed.post/{key}"
    post = {"uri": uri, "cid": "bafyrei", "author": AUTHOR, "record": record, "indexedAt": at, "likeCount": 3}
    return {"post": post, **more}


REPOST = {"$type": "app.bsky.feed.defs#reasonRepost", "by": AUTHOR, "indexedAt": "2026-11-21T10:00:00.000Z"}
POSTS = {
    "feed": [
        bluesky_post("3kabc", "Les tulipes sont là !", "2026-11-23T09:30:00.000Z"),
        bluesky_post("3kabd", "À relire", "2026-11-20T09:30:00.000Z", reason=REPOST),
    ],
    "cursor": "2026-11-20T09:30:00Z",
}
# As Mastodon writes it: no titles, HTML in the description.
MASTODON = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:webfeeds="http://webfeeds.org/rss/1.0" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>Marie</title>
    <description>Public posts from @marie@piaille.fr</description>
    <link>https://piaille.fr/@marie</link>
    <item>
      <guid isPermaLink="true">https://piaille.fr/@marie/113</guid>
      <link>https://piaille.fr/@marie/113</link>
      <pubDate>Mon, 23 Nov 2026 08:15:00 +0000</pubDate>
      <description>&lt;p&gt;Nouvel atelier &lt;a href="https://piaille.fr/tags/lyon"&gt;#lyon&lt;/a&gt;
        &lt;br /&gt;Venez !&lt;/p&gt;</description>
      <category>lyon</category>
    </item>
  </channel>
</rss>
"""
# As YouTube writes it: Atom with its own names beside it.
YOUTUBE = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
      xmlns="http://www.w3.org/2005/Atom">
 <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}"/>
 <id>yt:channel:abcdefghijklmnopqrstuv</id>
 <title>Atelier Bœuf</title>
 <entry>
  <id>yt:video:dQw4w9WgXcQ</id>
  <title>Bouquet d’hiver &amp; rubans</title>
  <link rel="alternate" href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"/>
  <published>2026-11-22T17:00:11+00:00</published>
  <updated>2026-11-23T01:12:41+00:00</updated>
  <media:group><media:description>Un pas à pas</media:description></media:group>
 </entry>
</feed>
"""
# As WordPress writes it.
BLOG = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
	<title>Fleurs Bœuf</title>
	<item>
		<title>Ouvert le dimanche</title>
		<link>https://fleurs.example/ouvert</link>
		<dc:creator><![CDATA[Marie]]></dc:creator>
		<pubDate>Tue, 10 Nov 2026 07:00:00 +0100</pubDate>
		<description><![CDATA[<p>Dès décembre…</p>]]></description>
	</item>
	<item>
		<title><![CDATA[<script>alert(1)</script>Noël]]></title>
		<link>javascript:alert(1)</link>
		<pubDate>Sun, 22 Nov 2026 07:00:00 +0100</pubDate>
	</item>
</channel></rss>
"""
SITE = """<!doctype html><html><head><title>Fleurs</title>
<link rel="stylesheet" href="/a.css">
<link rel='alternate' type='application/rss+xml' title='Flux' href='/feed/?a=1&amp;b=2'>
</head><body>…</body></html>"""

Answer = tuple[int, dict[str, str], bytes]


class Outside:
    """The fakes and what they were asked; `pages` answers any other path."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.wrong: list[str] = []
        self.pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {
            "/@marie.rss": (200, {"Content-Type": "application/rss+xml; charset=utf-8"}, MASTODON.encode()),
            "/": (200, {"Content-Type": "text/html; charset=UTF-8"}, SITE.encode()),
            "/feed/": (200, {"Content-Type": "application/rss+xml; charset=UTF-8"}, BLOG.encode()),
        }
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.server.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.place}"

    def environment(self) -> dict[str, str]:
        """The variables that make the product take these for the networks."""
        return {"BLUESKY_URL": self.url, "YOUTUBE_URL": self.url, "OUTSIDE_ALLOWED": self.place}

    def answer(self, target: str) -> Answer | Callable[[BaseHTTPRequestHandler], None]:
        parts = urlsplit(target)
        query = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
        if parts.path.startswith("/xrpc/"):
            return self.bluesky(parts.path.removeprefix("/xrpc/"), query)
        if parts.path == "/feeds/videos.xml":
            return self._youtube(query)
        return self.pages.get(parts.path, (404, {}, b"nothing here"))

    def bluesky(self, method: str, query: dict[str, str]) -> Answer:
        schema = LEXICONS.get(method)
        # What stands in a query is text: numbers and booleans are read as the lexicon types them.
        typed = {name: int(value) if value.isdigit() else value for name, value in query.items()}
        wrong = (
            [str(each) for each in Draft202012Validator(schema).iter_errors(typed)] if schema else [method]
        )
        if wrong:
            self.wrong += wrong
            return _json(400, {"error": "InvalidRequest", "message": "; ".join(wrong)})
        if query["actor"] != PROFILE["handle"]:
            return _json(400, {"error": "InvalidRequest", "message": "Profile not found"})
        return _json(200, PROFILE if method.endswith("getProfile") else POSTS)

    def _youtube(self, query: dict[str, str]) -> Answer:
        if set(query) != {"channel_id"} or not re.fullmatch(r"UC[\w-]{22}", query["channel_id"]):
            self.wrong.append(f"videos.xml {query}")
        if query.get("channel_id") != CHANNEL:
            return (404, {}, b"")
        return (200, {"Content-Type": "text/xml; charset=UTF-8"}, YOUTUBE.encode())

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outside = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outside.asked.append(self.path)
                outside.headers.append({name.lower(): value for name, value in self.headers.items()})
                answer = outside.answer(self.path)
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *said: object) -> None:
                """Say nothing: a failing test tells what was asked."""

        return Handler


def _json(status: int, body: Any) -> Answer:
    return (status, {"Content-Type": "application/json; charset=utf-8"}, json.dumps(body).encode())


@contextmanager
def outside() -> Iterator[Outside]:
    """The fakes, listening; whatever they were asked wrongly fails the test that used them."""
    fakes = Outside()
    thread = threading.Thread(target=fakes.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fakes
    finally:
        fakes.server.shutdown()
        fakes.server.server_close()
    assert fakes.wrong == []
