"""Pages, assets and the API come from one port, each with the headers it has behind CloudFront."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from infra.local.gateway import Gateway
from infra.local.site import Site
from tests.infra.local.small_app import small_app

SCRIPT = "console.log('bonjour');" * 100


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A built front end."""
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<!doctype html><title>Simple CRM</title>")
    (dist / "assets" / "index-Bc3dE_9z.js").write_text(SCRIPT)
    (dist / "logo.svg").write_text("<svg/>")
    (tmp_path / "secret.txt").write_text("outside")
    return dist


@pytest.fixture
def client(dist: Path) -> httpx.Client:
    site = Site(Gateway(small_app()), dist, "http://127.0.0.1:4566")
    return httpx.Client(transport=httpx.WSGITransport(site), base_url="http://127.0.0.1:8000")


def test_a_page_address_is_the_application_s_page(client: httpx.Client) -> None:
    for path in ("/", "/contacts", "/contacts/01H8", "/users", "/contacts/dupont.jean"):
        answer = client.get(path)

        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache"), path
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_hashed_asset_never_changes(client: httpx.Client) -> None:
    answer = client.get("/assets/index-Bc3dE_9z.js")

    assert answer.text == SCRIPT
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_long_text_is_sent_zipped_to_who_can_read_it(client: httpx.Client) -> None:
    zipped = client.get("/assets/index-Bc3dE_9z.js", headers={"Accept-Encoding": "br, gzip"})
    plain = client.get("/assets/index-Bc3dE_9z.js", headers={"Accept-Encoding": "identity"})

    assert zipped.text == plain.text == SCRIPT
    assert zipped.headers["content-encoding"] == "gzip"
    assert int(zipped.headers["content-length"]) < int(plain.headers["content-length"])
    assert zipped.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


def test_a_page_the_browser_has_is_not_sent_again(client: httpx.Client, dist: Path) -> None:
    etag = client.get("/").headers["etag"]

    again = client.get("/", headers={"If-None-Match": etag})
    (dist / "index.html").write_text("<!doctype html><title>Version 2</title>")
    changed = client.get("/", headers={"If-None-Match": etag})

    assert (again.status_code, again.content) == (304, b"")
    assert (changed.status_code, "Version 2" in changed.text) == (200, True)


def test_a_missing_file_is_not_found(client: httpx.Client) -> None:
    for path in ("/assets/old-12345678.js", "/favicon.ico"):
        assert client.get(path).status_code == 404, path


def test_no_address_climbs_out_of_the_front_end(client: httpx.Client) -> None:
    for path in ("/..%2Fsecret.txt", "/assets/..%2F..%2Fsecret.txt", "//etc/passwd", "/%00"):
        answer = client.get(path)

        assert answer.status_code in (200, 404), path
        assert "outside" not in answer.text
        assert "root:" not in answer.text


def test_a_page_only_takes_reading(client: httpx.Client) -> None:
    answer = client.post("/contacts")

    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_head_of_a_page_has_its_size_and_no_body(client: httpx.Client) -> None:
    answer = client.head("/")

    assert (answer.content, answer.headers["content-length"]) == (b"", "40")


@pytest.mark.parametrize("path", ["/", "/api/echo", "/api/unknown", "/ical/a.ics", "/missing.js"])
def test_every_answer_carries_the_security_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "microphone=(self)" in headers["permissions-policy"]
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self' http://127.0.0.1:4566;" in policy
    assert "unsafe-inline" not in policy


def test_what_is_dynamic_goes_to_the_app(client: httpx.Client) -> None:
    assert client.get("/api/echo").json()["path"] == "/api/echo"
    assert client.get("/ical/a.ics").text == "feed a.ics"
    for path in ("/u/unknown", "/hooks/unknown", "/api"):
        assert client.get(path).headers["content-type"] == "application/problem+json"


def test_an_unbuilt_front_end_says_how_to_build_it(tmp_path: Path) -> None:
    site = Site(Gateway(small_app()), tmp_path / "missing", "http://127.0.0.1:4566")
    client = httpx.Client(transport=httpx.WSGITransport(site), base_url="http://127.0.0.1:8000")

    answer = client.get("/contacts")

    assert answer.status_code == 404
    assert "make web" in answer.text
