"""Reading the outside world: over real sockets, from a server that means us no good."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from itertools import count

import pytest

from chalicelib.core import addresses, outside
from chalicelib.core.addresses import Unreachable
from chalicelib.core.outside import Fetched, Reader
from tests.social.fakes import Outside
from tests.social.fakes import outside as fakes

PUBLIC = "93.184.216.34"
MOMENT = 0.5


@pytest.fixture
def there() -> Iterator[Outside]:
    with fakes() as found:
        yield found


def reader(there: Outside, **more: object) -> Reader:
    return Reader(allowed=frozenset({there.place}), **more)  # type: ignore[arg-type]


def why_not(reader: Reader, url: str) -> addresses.Text:
    with pytest.raises(Unreachable) as refused:
        reader.get(url)
    return refused.value.text


def test_it_reads_what_is_there_and_brings_nothing_of_ours(there: Outside) -> None:
    there.pages["/é a"] = (200, {"Content-Type": "Text/Plain; charset=x"}, b"hello")
    there.pages["/%C3%A9%20a"] = there.pages["/é a"]
    found = reader(there).get(f"{there.url}/é a?q=œ", "text/plain")
    assert found == Fetched(f"{there.url}/é a?q=œ", "text/plain", b"hello")
    told = there.headers[-1]
    assert (told["host"], told["accept"], told["accept-encoding"]) == (there.place, "text/plain", "identity")
    assert not {"cookie", "authorization", "referer"} & told.keys()


def test_a_page_that_is_gone_and_one_that_fails_are_told_apart(there: Outside) -> None:
    for status, text in ((404, outside.GONE), (410, outside.GONE), (429, outside.WAIT), (503, outside.WAIT)):
        there.pages["/x"] = (status, {}, b"")
        assert why_not(reader(there), f"{there.url}/x") == text
    there.pages["/x"] = (500, {}, b"")
    assert "500" in why_not(reader(there), f"{there.url}/x").fr


def test_it_follows_three_redirects_and_no_more(there: Outside) -> None:
    for step in range(1, 6):
        there.pages[f"/{step}"] = (302, {"Location": f"/{step - 1}"}, b"")
    there.pages["/0"] = (200, {}, b"here")
    assert reader(there).get(f"{there.url}/3").url == f"{there.url}/0"
    assert why_not(reader(there), f"{there.url}/4") == outside.ASTRAY


def test_a_redirect_to_what_is_no_address_is_told_so(there: Outside) -> None:
    there.pages["/astray"] = (302, {"Location": "http://["}, b"")
    assert why_not(reader(there), f"{there.url}/astray") == outside.NO_ANSWER


@pytest.mark.parametrize(
    "where",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://2852039166/",
        "http://0xa9fea9fe/",
        "http://10.0.0.1/",
        "//127.0.0.1/",
        "http://127.0.0.1:9/",
        "http://localhost/",
        "file:///etc/passwd",
    ],
)
def test_a_redirect_into_our_own_network_is_not_followed(there: Outside, where: str) -> None:
    there.pages["/feed.xml"] = (301, {"Location": where}, b"")
    assert why_not(reader(there), f"{there.url}/feed.xml") in (
        addresses.PRIVATE,
        addresses.NOT_WEB,
        addresses.UNKNOWN,
    )
    assert there.asked == ["/feed.xml"]


def test_a_name_that_answers_differently_the_second_time_is_asked_once(there: Outside) -> None:
    asked, reached = count(), []

    def rebinding(host: str, port: int) -> list[str]:
        return [PUBLIC] if next(asked) == 0 else ["127.0.0.1"]

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        reached.append((address, port))
        return socket.create_connection(("127.0.0.1", there.server.server_port), timeout=seconds)

    assert Reader(resolve=rebinding, connect=connect).get("http://rebind.example/feed/").body
    assert reached == [(PUBLIC, 80)]
    assert next(asked) == 1
    assert there.headers[-1]["host"] == "rebind.example"


def test_every_hop_is_resolved_and_judged_anew(there: Outside) -> None:
    there.pages["/a"] = (302, {"Location": "http://inside.example/"}, b"")
    known = {"outside.example": PUBLIC, "inside.example": "192.168.1.1"}

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", there.server.server_port), timeout=seconds)

    either = Reader(resolve=lambda host, port: [known[host]], connect=connect)
    assert why_not(either, "http://outside.example/a") == addresses.PRIVATE


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Announce two gigabytes, and send until nobody listens."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(2 * 1024**3))
    handler.end_headers()
    write_until_closed(handler, lambda: b"<item/>" * 10_000)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """Send a header that never ends, one letter at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    write_until_closed(handler, lambda: _later(b"x"))


def _later(letter: bytes) -> bytes:
    # Slower than a patient reader would mind, faster than its patience with each single letter.
    threading.Event().wait(MOMENT / 10)
    return letter


def write_until_closed(handler: BaseHTTPRequestHandler, more: Callable[[], bytes]) -> None:
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(more())
    except OSError:
        return


def test_two_gigabytes_are_cut_at_the_first_megabyte(there: Outside) -> None:
    there.pages["/big"] = endless
    assert why_not(reader(there), f"{there.url}/big") == outside.TOO_LARGE


def test_a_server_that_drips_is_cut_however_patient_each_read_is(there: Outside) -> None:
    there.pages["/slow"] = dripping
    assert why_not(reader(there, seconds=MOMENT), f"{there.url}/slow") == outside.TOO_SLOW


def test_a_server_that_never_answers_is_cut(there: Outside) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"127.0.0.1:{silent.getsockname()[1]}"
        mute = Reader(allowed=frozenset({place}), seconds=MOMENT)
        assert why_not(mute, f"http://{place}/") == outside.TOO_SLOW


def test_a_tls_handshake_that_never_ends_is_cut(there: Outside) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"127.0.0.1:{silent.getsockname()[1]}"
        mute = Reader(allowed=frozenset({place}), seconds=MOMENT)
        assert why_not(mute, f"https://{place}/") == outside.TOO_SLOW


def test_a_certificate_of_nobodys_is_refused(there: Outside) -> None:
    assert why_not(reader(there), f"https://{there.place}/") == outside.NO_ANSWER


def test_what_is_packed_is_not_unpacked(there: Outside) -> None:
    bomb = gzip.compress(b"0" * 100_000_000, compresslevel=1)
    there.pages["/bomb"] = (200, {"Content-Encoding": "gzip"}, bomb[:500_000])
    assert why_not(reader(there), f"{there.url}/bomb") == outside.PACKED


@pytest.mark.parametrize(
    "said",
    [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", b"HTTP/1.1 two OK\r\n\r\n"],
)
def test_what_is_no_answer_is_told_so(there: Outside, said: bytes) -> None:
    def odd(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(said)
        handler.close_connection = True

    there.pages["/odd"] = odd
    assert why_not(reader(there), f"{there.url}/odd") == outside.NO_ANSWER


def test_nobody_listening_is_told_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = f"127.0.0.1:{taken.getsockname()[1]}"
    assert why_not(Reader(allowed=frozenset({place})), f"http://{place}/") == outside.NO_ANSWER
