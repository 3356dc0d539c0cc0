"""What every route does before and after its feature: who may ask, what is readable, how a refusal looks."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.core.store import connection
from tests import faults
from tests.world import PASSWORD, Visitor

JSON = {"Content-Type": "application/json"}


def _problem(answer: httpx.Response, status: int) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, object] = answer.json()
    assert body["status"] == status
    assert body["title"]
    assert isinstance(body["errors"], list)
    return body


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"nonsense",
        b"\xff\xfe",
        b'{"last_name": NaN}',
        b'{"last_name": "\\ud800"}',
        b'{"\\udfff": 1}',
        b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"a":' + b"9" * 5000 + b"}",
        b"{} {}",
    ],
    ids=str,
)
def test_a_body_that_is_no_json_is_a_400_on_every_route_that_reads_one(alice: Visitor, body: bytes) -> None:
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()
    version = {"If-Match": '"1"'}
    for method, path, headers in [
        ("POST", "/api/contacts", {}),
        ("PATCH", f"/api/contacts/{contact['id']}", version),
        ("POST", "/api/companies", {}),
        ("POST", "/api/imports", {}),
        ("POST", "/api/tenants", {}),
        ("POST", "/api/session", {}),
        ("PATCH", f"/api/users/{alice.user['id']}", {"If-Match": f'"{alice.user["version"]}"'}),
        ("PUT", "/api/preferences/theme", {}),
    ]:
        _problem(alice.request(method, path, content=body, headers={**JSON, **headers}), 400)


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"12", b"null", b"true"])
def test_json_that_is_no_object_is_a_400(alice: Visitor, body: bytes) -> None:
    _problem(alice.post("/api/contacts", content=body, headers=JSON), 400)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_another_content_type_is_a_415_and_does_nothing(alice: Visitor, kind: str) -> None:
    answer = alice.post("/api/contacts", content=b'{"last_name":"Martin"}', headers={"Content-Type": kind})
    assert answer.status_code == 415
    assert alice.get("/api/contacts").json()["total"] == 0


def test_a_public_post_needs_our_origin(visitor: Callable[[], Visitor]) -> None:
    stranger = visitor()
    body = {"email": "nobody@example.fr", "password": PASSWORD}
    assert _problem(stranger.post("/api/session", json=body), 401)
    del stranger.headers["Origin"]
    for path in ("/api/session", "/api/tenants"):
        _problem(stranger.post(path, json=body), 403)
        for origin in ("https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1.evil.example"):
            _problem(stranger.post(path, json=body, headers={"Origin": origin}), 403)


def test_a_foreign_origin_is_refused_even_with_session_and_token(alice: Visitor) -> None:
    refused = alice.post("/api/contacts", json={"last_name": "X"}, headers={"Origin": "https://evil.example"})
    _problem(refused, 403)
    del alice.headers["Origin"]
    assert alice.post("/api/contacts", json={"last_name": "X"}).status_code == 201


def test_both_addresses_of_the_local_world_are_ours(alice: Visitor) -> None:
    port = alice.headers["Origin"].rpartition(":")[2]
    answer = alice.post(
        "/api/contacts", json={"last_name": "X"}, headers={"Origin": f"http://localhost:{port}"}
    )
    assert answer.status_code == 201


def test_a_change_needs_the_csrf_token_of_its_own_session(alice: Visitor, charlie: Visitor) -> None:
    right = alice.headers.pop("X-CSRF-Token")
    for wrong in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": right[:-1]}):
        answer = alice.post("/api/contacts", json={"last_name": "X"}, headers=wrong)
        _problem(answer, 403)
    foreign = {"X-CSRF-Token": charlie.headers["X-CSRF-Token"]}
    _problem(alice.post("/api/contacts", json={"last_name": "X"}, headers=foreign), 403)
    assert alice.get("/api/contacts").json()["total"] == 0
    given_token = alice.get("/api/session").json()["csrf_token"]
    assert given_token == right


def test_nobody_gets_in_without_a_session(visitor: Callable[[], Visitor]) -> None:
    stranger = visitor()
    for path in ("/api/session", "/api/contacts", "/api/imports", "/api/users", "/api/preferences"):
        _problem(stranger.get(path), 401)
        _problem(stranger.get(path, headers={"Cookie": "session=forged"}), 401)
        _problem(stranger.get(path, headers={"Cookie": "session="}), 401)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en-GB,en;q=0.9", "Sign-in needed"),
        ("EN", "Sign-in needed"),
        ("fr-FR", "Connexion nécessaire"),
        ("de", "Connexion nécessaire"),
        ("", "Connexion nécessaire"),
    ],
)
def test_a_stranger_is_answered_in_the_language_of_the_browser(
    visitor: Callable[[], Visitor], language: str, title: str
) -> None:
    answer = visitor().get("/api/contacts", headers={"Accept-Language": language})
    assert _problem(answer, 401)["title"] == title


def test_a_user_is_answered_in_the_language_they_chose(alice: Visitor) -> None:
    english = {"Accept-Language": "en"}
    before = alice.post("/api/contacts", json={}, headers=english).json()
    assert before["errors"] == [{"field": "last_name", "message": "Ce champ est obligatoire."}]
    alice.change(f"/api/users/{alice.user['id']}", alice.user["version"], locale="en")
    after = alice.post("/api/contacts", json={}).json()
    assert after["errors"] == [{"field": "last_name", "message": "This field is required."}]


def test_an_unknown_parameter_of_a_list_is_refused_by_name(alice: Visitor) -> None:
    for resource in ("contacts", "companies"):
        body = _problem(alice.get(f"/api/{resource}", params={"nmae": "x"}), 422)
        assert body["errors"] == [{"field": "nmae", "message": "Ce paramètre est inconnu."}]


def test_a_500_tells_nothing_of_what_went_wrong(alice: Visitor) -> None:
    def refuse(call: faults.Call) -> object:
        return call.refuse(400, "ValidationException")

    with faults.inject(refuse, connection().client, times=9):
        answer = alice.get("/api/contacts")
    body = _problem(answer, 500)
    assert body == {
        "type": "about:blank",
        "title": "Une erreur est survenue",
        "status": 500,
        "errors": [],
    }
    assert alice.get("/api/contacts").status_code == 200


def test_head_answers_as_get_does_without_a_body(alice: Visitor) -> None:
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()
    path = f"/api/contacts/{contact['id']}"
    answer = alice.head(path)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["etag"] == alice.get(path).headers["etag"] == '"1"'


def test_no_answer_is_kept_by_a_cache(alice: Visitor) -> None:
    for path in ("/api/session", "/api/contacts", "/api/contacts/unknown"):
        assert alice.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("given", ["*", "abc", '"1', '"-1"', '"1", "2"', '"99999999999"'])
def test_an_if_match_of_nobodys_is_a_412(alice: Visitor, given: str) -> None:
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()
    answer = alice.patch(
        f"/api/contacts/{contact['id']}", json={"last_name": "X"}, headers={"If-Match": given}
    )
    if given == '"1':  # A missing quote is no reason to lose somebody's work.
        assert answer.status_code == 200
    else:
        _problem(answer, 412)


def test_a_thousand_unknown_fields_are_named_up_to_a_hundred(alice: Visitor) -> None:
    answer = alice.post("/api/contacts", json={f"x{n}": 1 for n in range(1000)})
    assert len(_problem(answer, 422)["errors"]) == 100  # type: ignore[arg-type]


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)
CONTACT_FIELDS = st.sampled_from(
    "civility first_name last_name personal_phone personal_mobile personal_email personal_street "
    "personal_postal_code personal_city personal_country birthday note interest_ids social owner_id".split()
)
COMPANY_FIELDS = st.sampled_from(
    "name site_label kinds parent_id siren siret vat_number street postal_code city country phone mobile "
    "email website social note owner_id".split()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_value_in_any_field_makes_a_500(alice: Visitor, data: st.DataObject) -> None:
    for path, names, required in (
        ("/api/contacts", CONTACT_FIELDS, {"last_name": "Martin"}),
        ("/api/companies", COMPANY_FIELDS, {"name": "Martin SA"}),
    ):
        body = {**required, **data.draw(st.dictionaries(names, WILD, max_size=4))}
        answer = alice.post(path, content=json.dumps(body), headers=JSON)
        assert answer.status_code in (201, 400, 422), (body, answer.text)
        if answer.status_code == 201:
            made = answer.json()
            assert alice.get(f"{path}/{made['id']}").json() == made


QUERY_NAMES = st.sampled_from(
    "sort order limit cursor from ids archived owner_id company_id kind unknown".split()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(QUERY_NAMES, st.text(max_size=50) | st.text("0123456789", max_size=9), max_size=4))
def test_no_query_makes_a_500(alice: Visitor, query: dict[str, str]) -> None:
    for resource in ("contacts", "companies"):
        assert alice.get(f"/api/{resource}", params=query).status_code in (200, 422), query


@pytest.mark.parametrize("name", "sort order limit cursor from ids archived owner_id company_id".split())
def test_no_length_of_a_parameter_makes_a_500(alice: Visitor, name: str) -> None:
    alice.post("/api/contacts", json={"last_name": "Martin"})
    for text in ("x" * 5000, "9" * 5000, "é" * 2000, "000000001" + "0" * 4500):
        for archived in ({}, {"archived": "true"}):
            answer = alice.get("/api/contacts", params={**archived, name: text})
            assert answer.status_code in (200, 422), (name, text[:10])


@pytest.mark.parametrize(
    "path",
    [
        "/api/contacts/{}",
        "/api/contacts/{}/history",
        "/api/companies/{}",
        "/api/users/{}",
        "/api/imports/{}",
        "/api/imports/{}/refused",
        "/api/preferences/{}",
    ],
)
def test_no_id_makes_a_500(alice: Visitor, path: str) -> None:
    for text in ("x" * 3000, "%00", "é" * 16, "%ED%A0%80", "..", "a%2Fb", "%23", "%", "0" * 16):
        assert alice.get(path.format(text)).status_code in (200, 404, 422), text
