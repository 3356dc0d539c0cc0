"""What AWS will run, run: the packaged Lambdas behind their own API Gateway, bucket, queues and rights."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from tests.infra.aws.cloud import CSV, Cloud, Person
from tests.world import PASSWORD, until

EMAIL = "alice@example.fr"


@pytest.fixture(scope="module")
def alice(cloud: Cloud) -> Person:
    """The administrator of a new account."""
    return cloud.person().sign_up(EMAIL)


@contextmanager
def without(cloud: Cloud, action: str) -> Iterator[None]:
    """Take one right from the role of the API's function, and give it back."""
    iam, functions = cloud.deployment.client("iam"), cloud.deployment.client("lambda")
    function = functions.get_function_configuration(FunctionName=cloud.outputs["APIHandlerName"])
    role = function["Role"].rpartition("/")[2]
    name = iam.list_role_policies(RoleName=role)["PolicyNames"][0]
    whole = iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(stripped(whole, action)))
    yield
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=json.dumps(whole))


def stripped(policy: dict[str, Any], action: str) -> dict[str, Any]:
    """Return a policy without one action."""
    statements = [
        {**each, "Action": [verb for verb in each["Action"] if verb != action]}
        for each in policy["Statement"]
    ]
    return {**policy, "Statement": [each for each in statements if each["Action"]]}


def test_an_account_that_was_opened_can_be_entered_again(cloud: Cloud, alice: Person) -> None:
    session = cloud.person().sign_in(EMAIL).get("/api/session").json()

    assert session["user"]["email"] == EMAIL
    assert session["tenant"]["name"] == "Exemple"


def test_its_cookie_is_for_its_own_host_and_tls_only(cloud: Cloud) -> None:
    answer = cloud.person().delete("/api/session")

    assert answer.status_code == 401
    assert alice_cookie(cloud).startswith("__Host-session=")


def alice_cookie(cloud: Cloud) -> str:
    return str(cloud.person().sign_up("bob@example.fr").headers["Cookie"])


def test_a_contact_that_was_created_is_found(alice: Person) -> None:
    created = alice.post("/api/contacts", json={"last_name": "Lefèvre", "first_name": "Zoé"})
    assert created.status_code == 201, created.text

    found = alice.get("/api/contacts", params={"sort": "first_name"}).json()

    assert created.json()["id"] in [item["id"] for item in found["items"]]


def test_a_file_sent_to_its_bucket_is_imported_through_its_queue(alice: Person) -> None:
    job = alice.import_file(CSV.encode())

    until(lambda: alice.get(f"/api/imports/{job}").json()["state"] == "done")

    done = alice.get(f"/api/imports/{job}").json()
    assert (done["rows"], done["created"], done["refused"]) == (2, 1, 1)
    assert "pas une adresse" in alice.get(f"/api/imports/{job}/refused").text


@pytest.mark.parametrize(
    ("format_", "begins"), [("csv", '\ufeff"Civilité";"Prénom";"Nom"'), ("vcard", "BEGIN:VCARD")]
)
def test_a_list_leaves_through_its_queue_and_is_fetched_from_its_bucket(
    alice: Person, format_: str, begins: str
) -> None:
    alice.post("/api/contacts", json={"last_name": "Zola"})
    asked = alice.post("/api/exports", json={"resource": "contacts", "format": format_})
    path = f"/api/exports/{asked.json()['id']}"

    until(lambda: alice.get(path).json()["state"] == "done")

    file = httpx.get(alice.get(path).json()["url"]).raise_for_status().content.decode()
    assert file.startswith(begins)
    assert "Zola" in file


def test_a_code_is_drawn_by_the_packaged_library(alice: Person) -> None:
    assert alice.get("/api/qr", params={"text": "https://exemple.fr"}).text.startswith("<svg ")


def test_a_new_name_of_a_company_reaches_its_people_through_the_outbox(alice: Person) -> None:
    job = alice.import_file("Nom;Société\nPetit;Garage du Lac\n".encode())
    until(lambda: alice.get(f"/api/imports/{job}").json()["state"] == "done")
    company = next(
        each for each in alice.get("/api/companies").json()["items"] if each["name"] == "Garage du Lac"
    )
    version = alice.get(f"/api/companies/{company['id']}").json()["version"]

    path, fence = f"/api/companies/{company['id']}", {"If-Match": f'"{version}"'}
    assert alice.patch(path, json={"name": "Garage du Port"}, headers=fence).status_code == 200

    until(lambda: "Garage du Port" in alice.get("/api/contacts", params={"sort": "company"}).text)


def test_a_role_that_lacks_a_right_fails_whole(cloud: Cloud, alice: Person) -> None:
    before = cloud.items()

    with without(cloud, "dynamodb:PutItem"):
        refused = alice.post("/api/contacts", json={"last_name": "Jamais"})

    assert refused.status_code == 500
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["status"] == 500
    assert cloud.items() == before
    assert alice.post("/api/contacts", json={"last_name": "Encore"}).status_code == 201


def test_who_goes_round_cloudfront_is_refused(cloud: Cloud) -> None:
    stranger = cloud.person()
    del stranger.headers["X-Edge-Key"]

    assert stranger.post("/api/session", json={"email": EMAIL, "password": PASSWORD}).status_code == 403
