"""Signing up makes a tenant, its administrator and a session: all of it, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.accounts import brakes
from chalicelib.accounts.models import Brake, Session
from chalicelib.core import reindex
from chalicelib.core.store import connection
from tests import faults
from tests.world import PASSWORD, Visitor

Visit = Callable[[], Visitor]


def _form(visitor: Visitor, **changed: Any) -> dict[str, Any]:
    form = {
        "company_name": "Bœuf & Fils",
        "first_name": "Hélène",
        "last_name": "Lefèvre",
        "email": f"helene.{visitor.address}@example.fr",
        "password": PASSWORD,
    }
    return {**form, **changed}


def _refused(visitor: Visitor, **changed: Any) -> dict[str, str]:
    """The reasons for a form with these fields changed, by field."""
    answer = visitor.post("/api/tenants", json=_form(visitor, **changed))
    assert answer.status_code == 422, answer.text
    assert "set-cookie" not in answer.headers
    return {each["field"]: each["message"] for each in answer.json()["errors"]}


def test_it_opens_an_empty_tenant_with_its_administrator_signed_in(visitor: Visit) -> None:
    browser = visitor()
    answer = browser.post("/api/tenants", json=_form(browser))
    assert answer.status_code == 201
    opened = answer.json()
    assert opened["tenant"]["name"] == "Bœuf & Fils"
    user = opened["user"]
    assert (user["first_name"], user["last_name"], user["role"]) == ("Hélène", "Lefèvre", "admin")
    assert (user["visibility"], user["locale"], user["time_zone"]) == ("all", "fr", "Europe/Paris")
    assert user["version"] == 1
    assert "password" not in answer.text.replace(PASSWORD, "password")
    assert browser.get("/api/session").json() == opened
    for resource in ("contacts", "companies"):
        assert browser.get(f"/api/{resource}").json()["total"] == 0
    assert [each["id"] for each in browser.get("/api/users").json()["items"]] == [user["id"]]


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(visitor: Visit) -> None:
    browser = visitor()
    cookie = browser.post("/api/tenants", json=_form(browser)).headers["set-cookie"]
    name, _, value = cookie.partition(";")[0].partition("=")
    assert name == "session"
    assert len(value) >= 43
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Max-Age" not in cookie


def test_the_language_is_the_browsers(visitor: Visit) -> None:
    browser = visitor()
    english = browser.post("/api/tenants", json=_form(browser), headers={"Accept-Language": "en-GB"})
    assert english.json()["user"]["locale"] == "en"


@pytest.mark.parametrize("field", ["company_name", "first_name", "last_name", "email", "password"])
@pytest.mark.parametrize("value", [None, "", "   ", 12, ["x"], {}])
def test_each_missing_or_senseless_field_is_named(visitor: Visit, field: str, value: object) -> None:
    assert list(_refused(visitor(), **{field: value})) == [field]


def test_everything_wrong_is_told_at_once(visitor: Visit) -> None:
    answer = visitor().post("/api/tenants", json={"surname": "x", "email": "nobody"})
    wrong = [each["field"] for each in answer.json()["errors"]]
    assert sorted(wrong) == ["company_name", "email", "first_name", "last_name", "password", "surname"]


@pytest.mark.parametrize(
    "email",
    ["nobody", "a@b", "a b@example.fr", "@example.fr", "a@example..fr", "a@-example.fr", "é@example.fr",
     "a" * 65 + "@example.fr", "a@" + "b." * 130 + "fr"],
)  # fmt: skip
def test_an_address_nobody_can_have_is_refused(visitor: Visit, email: str) -> None:
    assert list(_refused(visitor(), email=email)) == ["email"]


@pytest.mark.parametrize(
    "password",
    ["short 7", "x" * 201, "motdepasse", "PASSWORD1", "12345678", "aaaaaaaaaaaa", "abababababab",
     "Bœuf & Fils", "boeuf fils"],
)  # fmt: skip
def test_a_password_too_short_too_long_or_worn_out_is_refused(visitor: Visit, password: str) -> None:
    assert list(_refused(visitor(), password=password)) == ["password"]


def test_ones_own_address_is_no_password(visitor: Visit) -> None:
    browser = visitor()
    assert list(_refused(browser, password=_form(browser)["email"])) == ["password"]


@pytest.mark.parametrize(
    "password", ["  blanks at both ends  ", "é" * 4 + "œßñ漢字", "\u0000\u0001\u0002abcdef"]
)
def test_whatever_was_chosen_opens_the_account_again(visitor: Visit, password: str) -> None:
    browser = visitor()
    form = _form(browser, password=password)
    assert browser.post("/api/tenants", json=form).status_code == 201
    visitor().sign_in(form["email"], password)


def test_an_address_opens_one_account_however_it_is_written(visitor: Visit) -> None:
    browser, other = visitor(), visitor()
    form = _form(browser)
    assert browser.post("/api/tenants", json=form).status_code == 201
    for email in (form["email"], form["email"].upper(), f" {form['email']} "):
        assert list(_refused(other, email=email)) == ["email"]
    assert visitor().sign_in(form["email"].upper()).user["email"] == form["email"]


def test_one_network_may_sign_up_many_times_an_hour_and_no_more(
    visitor: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A school may open an account for each pupil; a test need not open them all.
    assert 20 <= brakes.SIGN_UPS_OF_NETWORK.tries <= 300
    monkeypatch.setattr(brakes, "SIGN_UPS_OF_NETWORK", brakes.Limit("sign-up", 25, 60 * 60))
    office = visitor()
    signed_up = 0
    for number in range(30):
        answer = office.post(
            "/api/tenants", json=_form(office, email=f"n{number}.{office.address}@example.fr")
        )
        if answer.status_code != 201:
            break
        signed_up += 1
    assert signed_up == 25
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 3600
    assert visitor().post("/api/tenants", json=_form(visitor())).status_code == 201


def test_what_is_refused_does_not_use_up_the_sign_ups_of_an_address(visitor: Visit) -> None:
    office = visitor()
    for _ in range(70):
        _refused(office, password="short")
    assert office.post("/api/tenants", json=_form(office)).status_code == 201


def test_a_crash_at_any_call_leaves_nothing_or_a_whole_account(visitor: Visit) -> None:
    clients = [
        connection().client,
        *(model._get_connection().connection.client for model in (Brake, Session)),
    ]
    outcomes = []
    for injection in faults.at_each_call(faults.crash_after, *clients):
        browser = visitor()
        form, tenants = _form(browser), set(reindex.tenants())
        with injection:
            browser.post("/api/tenants", json=form)
        made = set(reindex.tenants()) - tenants
        entered = visitor().post("/api/session", json={"email": form["email"], "password": PASSWORD})
        outcomes.append(entered.status_code == 201)
        if entered.status_code == 201:
            assert made == {entered.json()["tenant"]["id"]}
            assert entered.json()["user"]["role"] == "admin"
        else:
            assert entered.status_code == 401
            assert made == set()
            assert browser.post("/api/tenants", json=form).status_code == 201
    # Up to the commit there is nothing, from the commit on everything.
    assert outcomes == sorted(outcomes)
    assert len(outcomes) >= 4
    assert {False, True} == set(outcomes)


def test_a_lost_answer_at_any_call_opens_one_account(visitor: Visit, impatient: None) -> None:
    clients = [
        connection().client,
        *(model._get_connection().connection.client for model in (Brake, Session)),
    ]
    for injection in faults.at_each_call(faults.lost_answer, *clients):
        browser, tenants = visitor(), set(reindex.tenants())
        with injection:
            assert browser.post("/api/tenants", json=_form(browser)).status_code == 201
        assert len(set(reindex.tenants()) - tenants) == 1
        assert browser.get("/api/session").status_code == 200
