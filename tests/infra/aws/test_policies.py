"""Least privilege, held to: each function may do what it is seen to do, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from chalicelib.contacts import service as contacts
from chalicelib.core import mailer, objects, outbox, queues, store, tables
from chalicelib.duplicates import models as merges
from infra.aws.package import ROOT
from infra.local.events import queue_sources, schedules
from tests.infra.aws.recorder import Need, Recorder
from tests.world import Visitor, upload

POLICIES = sorted((ROOT / ".chalice").glob("policy-*.json"))
FILE = "Nom;Société;Loisirs\nMartin;Boulangerie Martin;Voile\nDurand;\n;Personne\n".encode()
# What Lambda itself needs to feed and to log a function, and what a browser does in its name.
UNSEEN = {
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "s3:ListBucket",
}
QUEUES = ("Imports", "Outbox")
# What happens too seldom to be seen here: what a browser uploads and downloads is signed by the function and
# asked by itself, a job is handed over when its function's time ends, a company is hardly ever renamed while
# an import runs.
RARE = {
    "api": {("s3:PutObject", "DocumentsBucket/uploads/*"), ("s3:GetObject", "DocumentsBucket/exports/*")},
    "work_imports": {
        ("dynamodb:PutItem", "OpsTable"),
        *((f"sqs:{right}", f"{queue}Queue") for right in ("SendMessage", "GetQueueUrl") for queue in QUEUES),
    },
    "work_exports": {
        ("dynamodb:DeleteItem", "OpsTable"),
        ("s3:AbortMultipartUpload", "DocumentsBucket/exports/*"),
        *((f"sqs:{right}", "ExportsQueue") for right in ("SendMessage", "GetQueueUrl")),
    },
    # An event is told again while it is young: not when the machine was slow to come to it.
    # A request ends its merges by itself, but for those of thousands of people.
    "work_outbox": {
        ("sqs:SendMessage", "OutboxQueue"),
        ("sqs:GetQueueUrl", "OutboxQueue"),
        ("s3:PutObject", "DocumentsBucket/merges/*"),
        ("dynamodb:DeleteItem", "CrmTable"),
        ("dynamodb:ConditionCheckItem", "CrmTable"),
    },
}


def granted(policy: Path) -> set[Need]:
    """Return what a policy file allows: actions, each on a resource by its name in the template."""
    return {
        (action, _name(resource))
        for statement in json.loads(policy.read_text())["Statement"]
        for action in statement["Action"]
        for resource in _list(statement["Resource"])
    }


def _list(one_or_more: Any) -> list[Any]:
    return one_or_more if isinstance(one_or_more, list) else [one_or_more]


def _name(resource: dict[str, Any]) -> str:
    if "Fn::GetAtt" in resource:
        return str(resource["Fn::GetAtt"][0])
    return str(resource["Fn::Sub"]).replace("${", "").replace(".Arn}", "").rpartition(":")[2]


def covers(right: Need, need: Need) -> bool:
    """Tell whether a right is enough for a need."""
    return right[0] == need[0] and fnmatchcase(need[1], right[1])


def models(base: Any) -> Iterator[Any]:
    """Yield every model that has a table."""
    for model in base.__subclasses__():
        if hasattr(model, "Meta"):
            yield model
        yield from models(model)


def clients() -> list[Any]:
    """Return every client the product has made or will make."""
    # A room is imported when a request first enters it: its jobs' client would not be watched before.
    for room in ("models", "export_job"):
        import_module(f"chalicelib.transfer.{room}")
    connections = [model._get_connection().connection for model in models(tables.Guarded)]
    database = [each.client for each in (*connections, store.connection())]
    return [*database, objects.client(), queues._client(), mailer._client()]


@pytest.fixture(scope="module")
def needs(world: Any) -> dict[str, set[Need]]:
    """What each function was seen to need while two people used all of the product."""
    alice, recorder = Visitor(world.urls[0]), Recorder()
    with recorder.watching(clients()):
        alice.sign_up("Alice")
        use(alice)
        job = ask_for_import(alice)
        recorder.function = "nobody"
        age(alice)
        work(recorder)
        recorder.function = "api"
        assert alice.get(f"/api/imports/{job}/refused").status_code == 200
        assert alice.post(f"/api/imports/{job}/undo", json={}).status_code == 202
        work(recorder)
        recorder.function = "api"
        assert alice.get(f"/api/imports/{job}/kept").status_code == 200
    alice.close()
    return recorder.needs


def use(alice: Visitor) -> None:
    """Do what the screens can do, refusals among it."""
    contact = alice.post("/api/contacts", json={"last_name": "Martin"}).json()["id"]
    company = alice.post("/api/companies", json={"name": "Boulangerie"}).json()["id"]
    wanted = {"contact_id": contact, "company_id": company, "title": "Gérante"}
    position = alice.post("/api/positions", json=wanted).json()
    alice.change(f"/api/positions/{position['id']}", position["version"], title="Patronne")
    for kind, id_ in (("contacts", contact), ("companies", company)):
        for path in ("", "/history"):
            assert alice.get(f"/api/{kind}/{id_}{path}").status_code == 200
        for sort in VOCABULARY[kind]:
            alice.get(f"/api/{kind}", params={"sort": sort})
        alice.get(f"/api/{kind}", params={"owner_id": alice.user["id"]})
        alice.get(f"/api/{kind}", params={"ids": id_})
    alice.get("/api/contacts", params={"company_id": company})
    alice.get("/api/positions", params={"company_id": company})
    alice.get("/api/positions", params={"contact_id": contact})
    rename(alice, "Pâtisserie")
    ask_for_files(alice, contact, company)
    put_away(alice, contact, company)
    tell_duplicates(alice, contact, company)
    keep_an_account(alice)


def ask_for_files(alice: Visitor, contact: str, company: str) -> None:
    """Let every list out, in each of its orders and by each kind of filter; ask for a card and for codes."""
    for kind, id_ in (("contacts", contact), ("companies", company)):
        wishes: list[dict[str, Any]] = [{"sort": sort} for sort in VOCABULARY[kind]]
        wishes += [{"filters": {"owner_id": alice.user["id"]}}, {"filters": {"ids": id_}}]
        wishes += [{"filters": {"company_id": company}}] if kind == "contacts" else []
        for wish in wishes:
            asked = alice.post("/api/exports", json={"resource": kind, **wish})
            assert asked.status_code == 201, asked.text
        assert alice.get(f"/api/{kind}/{id_}/qr").status_code == 200
    alice.post("/api/exports", json={"resource": "contacts", "format": "vcard"})
    alice.get(f"/api/exports/{asked.json()['id']}")
    alice.get("/api/exports")
    alice.get(f"/api/contacts/{contact}/vcard")


VOCABULARY = {
    "contacts": ("last_name", "first_name", "company", "city", "email", "updated_at"),
    "companies": ("name", "site_label", "city", "postal_code", "last_activity", "updated_at"),
}


def rename(alice: Visitor, name: str) -> None:
    """Change the name people of a company show, and are found by."""
    path = f"/api/companies/{alice.get('/api/companies').json()['items'][0]['id']}"
    assert alice.change(path, alice.get(path).json()["version"], name=name).status_code == 200


def put_away(alice: Visitor, contact: str, company: str) -> None:
    """Archive and restore."""
    for path in (f"/api/contacts/{contact}", f"/api/companies/{company}"):
        assert alice.delete(path).status_code == 200
        assert alice.post(f"{path}/restore").status_code == 200


def tell_duplicates(alice: Visitor, contact: str, company: str) -> None:
    """Look for pairs, dismiss one, merge one and undo it."""
    alice.get("/api/duplicates")
    for path, winner, about in (
        ("contacts", contact, {"last_name": "Martin"}),
        ("companies", company, {"name": "Boulangerie"}),
    ):
        alice.get(f"/api/{path}/likely", params={**about, "email": "a@example.fr", "company_id": company})
        loser = alice.post(f"/api/{path}", json=about).json()["id"]
        pair = {"resource": path, "a_id": winner, "b_id": loser}
        assert alice.post("/api/duplicates/dismiss", json=pair).status_code == 200
        merge = alice.post(f"/api/{path}/{winner}/merge", json={"loser_id": loser}).json()
        assert alice.post(f"/api/merges/{merge['id']}/undo", json={}).json()["state"] == "undone"
        assert alice.post(f"/api/{path}/{winner}/merge", json={"loser_id": loser}).status_code == 200


def keep_an_account(alice: Visitor) -> None:
    """Enter again, be refused, invite, let a program in, forget a password, choose a preference."""
    alice.sign_in(alice.user["email"])
    alice.post("/api/session", json={"email": alice.user["email"], "password": "faux"})
    alice.put("/api/preferences/sort.contacts", json={"value": "city"})
    alice.put("/api/preferences/sort.contacts", json={"value": None})
    alice.get("/api/preferences")
    alice.get("/api/sessions")
    alice.get("/api/users")
    alice.get("/api/imports")
    user = alice.get(f"/api/users/{alice.user['id']}").json()
    assert alice.change(f"/api/users/{user['id']}", user["version"], locale="en").status_code == 200
    invited = alice.post("/api/invitations", json={"email": "bob@example.fr"})
    assert invited.status_code == 201, invited.text
    alice.delete(f"/api/invitations/{invited.json()['id']}")
    token = alice.post("/api/tokens", json={"name": "Tableur"}).json()
    bearer = {"Authorization": f"Bearer {token['token']}", "Idempotency-Key": "1"}
    for _ in range(2):
        assert alice.post("/api/contacts", json={"last_name": "Petit"}, headers=bearer).status_code == 201
    alice.get("/api/tokens")
    alice.delete(f"/api/tokens/{token['id']}")
    assert alice.post("/api/password-resets", json={"email": alice.user["email"]}).status_code == 202


def ask_for_import(alice: Visitor) -> str:
    """Import a file in which a row is refused; its id."""
    wanted = {"file_name": "a.csv", "size": len(FILE), "resource": "contacts"}
    job = alice.post("/api/imports", json=wanted).json()
    upload(job["upload"], FILE)
    assert alice.get(f"/api/imports/{job['id']}/preview").status_code == 200
    assert alice.post(f"/api/imports/{job['id']}/run", json={}).status_code == 202
    return str(job["id"])


def age(alice: Visitor) -> None:
    """Make events look settled but for one, a merge not done, a record older, and a counter wrong."""
    tenant = store.Store(alice.tenant["id"])
    (row, *_) = alice.get("/api/contacts").json()["items"]
    base = tenant.get(contacts.CONTACTS.base_key(tenant, row["id"]))
    assert base
    cell = next(each for each in tenant.query("pk", tenant.key("K")).items if "total" in each)
    for event in list(outbox.Event.under_way.query(outbox.QUEUE)):
        event.update(actions=[outbox.Event.since.set(f"0#{event.pk}#{event.sk}")])
    rename(alice, "Cordonnerie")
    company = alice.get("/api/companies").json()["items"][0]["id"]
    (merge, *_) = (
        row
        for row in alice.get(f"/api/companies/{company}/history").json()["items"]
        if row["action"] == "merge"
    )
    tenant.update(merges.merge_key(tenant, merge["id"]), "SET #s = :s", {"#s": "st"}, {":s": "running"})
    tenant.write_many([{**base, "n": 0}, {**cell, "total": int(cell["total"]) + 1}])


def work(recorder: Recorder) -> None:
    """Run what works behind the screens, each function under its name."""
    app = import_module("app")
    recorder.function = "reindex_tenants"
    app.reindex_tenants({}, None)
    for schedule in schedules(app.app):
        recorder.function = schedule.name
        schedule.fire()
    for source in queue_sources(app.app):
        recorder.function = source.name
        while source.deliver(1):
            pass


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.stem)
def test_a_function_may_do_what_it_does(policy: Path, needs: dict[str, set[Need]]) -> None:
    rights, function = granted(policy), policy.stem.removeprefix("policy-")

    refused = {need for need in needs[function] if not any(covers(right, need) for right in rights)}

    assert refused == set()


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.stem)
def test_a_function_may_do_nothing_it_does_not(policy: Path, needs: dict[str, set[Need]]) -> None:
    function = policy.stem.removeprefix("policy-")

    unused = {right for right in granted(policy) if not any(covers(right, need) for need in needs[function])}

    assert {right for right in unused if right[0] not in UNSEEN} - RARE.get(function, set()) == set()


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.stem)
def test_no_right_is_for_everything(policy: Path) -> None:
    for action, resource in granted(policy):
        assert "*" not in action
        assert "Scan" not in action
        assert resource.partition("*")[0], f"{action} is allowed on everything"


def test_each_function_has_a_policy_of_its_own() -> None:
    stage = json.loads((ROOT / ".chalice" / "config.json").read_text())["stages"]["prod"]
    functions = {"api": stage} | stage["lambda_functions"]
    app = import_module("app").app

    assert set(functions) == {"api"} | {function.name for function in app.pure_lambda_functions} | {
        source.name for source in app.event_sources
    }
    for name, configured in functions.items():
        assert configured["iam_policy_file"] == f"policy-{name}.json"
