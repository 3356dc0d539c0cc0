"""The gateway tells the app of a request what API Gateway tells it, and the client what the app answers."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import httpx
import pytest
from chalice.app import Chalice
from waitress.server import create_server

from infra.local.gateway import Gateway, answer_of
from tests.infra.local.small_app import small_app


@pytest.fixture
def app() -> Chalice:
    return small_app()


@pytest.fixture
def client(app: Chalice) -> Iterator[httpx.Client]:
    """A client of the gateway behind a real waitress, as `make run` has it."""
    server = create_server(Gateway(app), host="127.0.0.1", port=0, threads=8)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    with httpx.Client(base_url=f"http://127.0.0.1:{server.effective_port}") as client:
        yield client
    server.close()
    server.task_dispatcher.shutdown()


def test_no_request_reads_another_s_data(client: httpx.Client) -> None:
    def ask(number: int) -> tuple[dict[str, str], str]:
        answer = client.get(f"/api/meet/{number}", headers={"X-Name": str(number)})
        return answer.json(), answer.headers["x-amzn-requestid"]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(400)))

    for number, (answer, request_id) in enumerate(answers):
        mine = str(number)
        assert answer == {"name": mine, "route": mine, "header": mine, "context": request_id}


def test_the_event_has_what_api_gateway_sends(client: httpx.Client) -> None:
    event = client.get("/api/echo?a=1&a=2&b=&c=%C3%A9", headers={"X-Thing": "one"}).json()

    assert event["resource"] == event["path"] == "/api/echo"
    assert event["httpMethod"] == event["requestContext"]["httpMethod"] == "GET"
    assert event["queryStringParameters"] == {"a": "2", "b": "", "c": "é"}
    assert event["multiValueQueryStringParameters"] == {"a": ["1", "2"], "b": [""], "c": ["é"]}
    assert event["headers"]["X-Thing"] == "one"
    assert event["multiValueHeaders"]["X-Thing"] == ["one"]
    assert (event["pathParameters"], event["body"], event["isBase64Encoded"]) == (None, None, False)
    context = event["requestContext"]
    assert context["identity"]["sourceIp"] == "127.0.0.1"
    assert context["domainName"] == event["headers"]["Host"]
    assert (context["stage"], context["protocol"]) == ("api", "HTTP/1.1")
    assert context["requestId"]


def test_a_text_body_arrives_as_text_and_broken_utf_8_too(client: httpx.Client) -> None:
    event = client.post("/api/echo", json={"name": "Zoé"}).json()
    broken = client.post("/api/echo", content=b"\xff{", headers={"Content-Type": "text/plain"})

    assert (event["body"], event["isBase64Encoded"]) == ('{"name":"Zoé"}', False)
    assert broken.status_code == 200
    assert broken.json()["body"] == "\N{REPLACEMENT CHARACTER}{"


def test_bytes_go_in_and_come_back_whole(client: httpx.Client) -> None:
    headers = {"Content-Type": "application/octet-stream", "Accept": "application/octet-stream"}

    answer = client.post("/api/bytes", content=bytes(range(256)), headers=headers)

    assert answer.content == bytes(reversed(range(256)))
    assert answer.headers["content-type"] == "application/octet-stream"


def test_path_parameters_are_decoded_after_the_path_is_split(client: httpx.Client) -> None:
    assert client.get("/api/items/a%2Fb%20c/parts/%C3%A9").json() == {"item_id": "a/b c", "part": "é"}


def test_a_literal_route_wins_over_a_template(client: httpx.Client) -> None:
    assert client.get("/api/items/mine/parts/all").json() == {"literal": True}
    assert client.get("/api/items/mine/parts/other").json() == {"item_id": "mine", "part": "other"}


def test_several_cookies_are_several_headers(client: httpx.Client) -> None:
    answer = client.get("/api/cookies")

    assert answer.headers.get_list("set-cookie") == ["a=1; Path=/", "b=2; Path=/"]


def test_head_is_get_without_the_body(client: httpx.Client) -> None:
    answer = client.head("/ical/token.ics")

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "text/calendar"
    assert answer.headers["content-length"] == "14"


def test_an_empty_answer_stays_empty(client: httpx.Client) -> None:
    answer = client.delete("/api/nothing")

    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/unknown", 404),
        ("GET", "/api/items//parts/1", 404),
        ("GET", "/api", 404),
        ("PUT", "/api/echo", 405),
        ("OPTIONS", "/api/echo", 405),
        ("BREW", "/api/echo", 405),
    ],
)
def test_it_refuses_what_no_route_takes(client: httpx.Client, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)

    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert status == 404 or answer.headers["allow"] == "GET, POST"


def test_a_refusal_speaks_the_client_s_language(client: httpx.Client) -> None:
    french = client.get("/api/unknown").json()
    english = client.get("/api/unknown", headers={"Accept-Language": "en-GB,en;q=0.9"}).json()

    assert (french["title"], english["title"]) == ("Introuvable", "Not found")


def test_it_refuses_a_body_of_more_than_ten_megabytes(client: httpx.Client) -> None:
    headers = {"Content-Type": "text/plain"}
    limit = 10 * 1024 * 1024

    assert client.post("/api/echo", content=b"x" * limit, headers=headers).status_code == 200
    answer = client.post("/api/echo", content=b"x" * (limit + 1), headers=headers)

    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


def test_what_nobody_caught_is_a_500_under_the_id_of_its_log_line(
    client: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    answer = client.get("/api/unserialisable")

    request_id = answer.headers["x-amzn-requestid"]
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == request_id
    assert f"request {request_id} to GET /api/unserialisable failed" in caplog.text


def test_base64_answers_are_decoded_whatever_the_client_accepts() -> None:
    encoded = base64.b64encode(b"\x00\xff").decode()

    answer = answer_of({"statusCode": 200, "body": encoded, "isBase64Encoded": True})

    assert answer.body == b"\x00\xff"
