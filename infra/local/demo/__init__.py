"""The demo tenant: a small French business with its companies and people, entered as a user would."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import httpx

EMAIL = "demo@example.fr"
# Printed at every start; the product listens on this machine only, and anyone here may sign up anyway.
PASSWORD = "essayer-simple-crm"
SECONDS = 60
FILES = (("companies", "companies.csv"), ("contacts", "contacts.csv"))


class NotSeeded(Exception):
    """An answer the demo did not expect; the message quotes it."""


def seed(url: str) -> None:
    """Fill the demo tenant of the product at `url`; what an interrupted seed has left out is made up for.

    Raises NotSeeded and httpx.HTTPError.
    """
    with httpx.Client(base_url=f"{url}/api", headers={"Origin": url}, timeout=30) as client:
        enter(client)
        jobs = expect(client.get("/imports"), 200)["items"]
        # One that still waits was interrupted before it was asked to run, and never will.
        imported = {job["resource"] for job in jobs if job["state"] != "waiting"}
        for resource, name in FILES:
            if resource not in imported:
                bring_in(client, resource, Path(__file__).with_name(name))


def enter(client: httpx.Client) -> None:
    """Sign up, or in if an interrupted seed has signed up before."""
    account = {"company_name": "Démo SARL", "first_name": "Camille", "last_name": "Démo"}
    credentials = {"email": EMAIL, "password": PASSWORD}
    answer = client.post("/session", json=credentials)
    if answer.status_code != 201:
        answer = client.post("/tenants", json=account | credentials)
    client.headers["X-CSRF-Token"] = expect(answer, 201)["csrf_token"]


def bring_in(client: httpx.Client, resource: str, file: Path) -> None:
    """Import a file and wait until it is done."""
    content = file.read_bytes()
    wanted = {"file_name": file.name, "size": len(content), "resource": resource}
    job = expect(client.post("/imports", json=wanted), 201)
    form = job["upload"]
    sent = httpx.post(form["url"], data=form["fields"], files={"file": (file.name, content)})
    sent.raise_for_status()
    expect(client.post(f"/imports/{job['id']}/run", json={}), 202)
    deadline = time.monotonic() + SECONDS
    while job["state"] in ("waiting", "running"):
        if time.monotonic() > deadline:
            raise NotSeeded(f"the import of {file.name} is still {job['state']}")
        time.sleep(0.05)
        job = expect(client.get(f"/imports/{job['id']}"), 200)
    if job["state"] != "done" or job["refused"]:
        raise NotSeeded(f"the import of {file.name} ended {job['state']}: {job}")


def expect(answer: httpx.Response, status: int) -> Any:
    """Return the JSON of an answer that must have `status`."""
    if answer.status_code != status:
        raise NotSeeded(f"{answer.request.url.path} answered {answer.status_code}: {answer.text[:500]}")
    return answer.json()
