"""The world the tests live in: real services on free ports, the real app behind its gateway, and visitors."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, Self

import httpx

from infra.local import environment
from infra.local.children import free_port
from infra.local.events import queue_sources
from infra.local.gateway import Gateway
from infra.local.world import World

PASSWORD = "correct cheval pile agrafe"
ARRIVAL_SECONDS = 10
_addresses = count(1)


def settle() -> World:
    """Choose ports and export the environment, before any test imports the product; starts nothing."""
    world = World(Path(tempfile.mkdtemp(prefix="simple-crm-tests-")), free_port())
    variables = environment.over(os.environ, world.environment())
    # The API's tests run once on a database that somebody else wrote: ours must not be what they test.
    if os.environ.get("TESTS_DATABASE") == "ministack":
        variables["AWS_ENDPOINT_URL_DYNAMODB"] = world.storage_url
    os.environ.clear()
    os.environ.update(variables)
    return world


def populate(world: World) -> None:
    """Start the services and make the tables, the bucket and the queues."""
    world.start_services()
    import_module("chalicelib.core.tables").create_missing()


@cache
def product() -> Gateway:
    """Return the real app behind the local API Gateway."""
    return Gateway(import_module("app").app)


class Visitor(httpx.Client):
    """A browser at an address of its own, which keeps its cookie and sends its Origin and CSRF token.

    Every answer it gets must be as the API describes it (`tests/contract.py`).
    """

    def __init__(self, origin: str) -> None:
        number = next(_addresses)
        # Each in a network of its own, or the brakes would take all visitors for one.
        self.address = f"10.{number >> 8 & 255}.{number & 255}.1"
        transport = httpx.WSGITransport(product(), remote_addr=self.address)
        # Imported late, since the contract asks the product, which this module makes.
        judge = import_module("tests.contract").check
        headers, hooks = {"Origin": origin}, {"response": [judge]}
        super().__init__(transport=transport, base_url=origin, headers=headers, event_hooks=hooks)
        self.user: dict[str, Any] = {}
        self.tenant: dict[str, Any] = {}
        self.password = PASSWORD

    def sign_up(self, first_name: str, company_name: str = "", email: str = "") -> Self:
        """Open an account of its own, whose administrator the visitor is from now on."""
        body = {
            "company_name": company_name or f"Société de {first_name}",
            "first_name": first_name,
            "last_name": "Martin",
            "email": email or f"{first_name.lower()}.{self.address}@example.fr",
            "password": PASSWORD,
        }
        return self._enter(self.post("/api/tenants", json=body))

    def accept_invitation_of(self, admin: Visitor, first_name: str, **rights: str) -> Self:
        """Become a user of the admin's tenant by the link in the mail."""
        address = f"{first_name.lower()}.{self.address}@example.fr"
        invited = admin.post("/api/invitations", json={"email": address, **rights})
        assert invited.status_code == 201, invited.text
        token = mails_to(address)[-1].partition("/invitation/")[2].split()[0]
        told = {"first_name": first_name, "last_name": "Petit", "password": PASSWORD}
        return self._enter(self.put(f"/api/invitations/{token}", json=told))

    def sign_in(self, email: str, password: str = PASSWORD) -> Self:
        """Open a session of an existing user."""
        return self._enter(self.post("/api/session", json={"email": email, "password": password}))

    def _enter(self, answer: httpx.Response) -> Self:
        assert answer.status_code == 201, answer.text
        session = answer.json()
        self.user, self.tenant = session["user"], session["tenant"]
        self.headers["X-CSRF-Token"] = session["csrf_token"]
        return self

    def change(self, path: str, version: int, **fields: Any) -> httpx.Response:
        """Send a PATCH with the version the visitor has seen."""
        return self.patch(path, json=fields, headers={"If-Match": f'"{version}"'})


def until(condition: Callable[[], bool], seconds: float = 20) -> None:
    """Return when `condition` holds; fails when it still does not after `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def mails_to(address: str) -> list[str]:
    """Return the bodies of the messages sent to an address, oldest first."""
    endpoint = os.environ["AWS_ENDPOINT_URL"]
    accounts = httpx.get(f"{endpoint}/_ministack/ses/messages").json()["messages"]
    return [each["BodyText"] for sent in accounts.values() for each in sent if address in each["To"]]


def upload(form: dict[str, Any], content: bytes) -> None:
    """Send a file as a browser does with a presigned form."""
    answer = httpx.post(form["url"], data=form["fields"], files={"file": ("file.csv", content)})
    assert answer.status_code == 204, answer.text


def drain(awaiting: str = "") -> int:
    """Run the queue handlers until the queues are empty; return how many messages they had.

    What another process sends, such as the notice of an upload, may still be under way: `awaiting` is the
    queue it comes to.
    """
    sources = queue_sources(import_module("app").app)
    handled = sum(source.deliver(ARRIVAL_SECONDS) for source in sources if source.queue == awaiting)
    while batch := sum(source.deliver(0) for source in sources):
        handled += batch
    return handled
