"""The deployed product as its users and its operator meet it."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import Any, Self

import httpx

from infra.aws.deploy import Deployment
from infra.aws.stack import Stack
from infra.local import environment, ministack
from infra.local.children import Child
from tests.world import PASSWORD

CSV = (
    "Nom;Prénom;Société;E-mail\nMartin;Anne;Boulangerie Martin;anne@example.fr\nDurand;Luc;;pas une adresse\n"
)


def account_of(emulator: Child) -> Deployment:
    """Return a deployment, not yet run, into the account ministack plays."""
    endpoint = ministack.url(int(emulator.variables["GATEWAY_PORT"]))
    return Deployment(environment.REGION, endpoint=endpoint, poll_seconds=0.1)


class Cloud:
    """One deployment, its outputs, and what `make deploy` said."""

    def __init__(self, deployment: Deployment, package: Path, site: Path) -> None:
        self.deployment = deployment
        self.package = package
        self.site = site
        self.said = self.deploy()
        self.outputs = Stack(deployment.client("cloudformation"), deployment.name).outputs()

    def deploy(self) -> str:
        """Deploy, and return what was said meanwhile."""
        with contextlib.redirect_stdout(io.StringIO()) as said:
            self.deployment.run(self.package, self.site)
        return said.getvalue()

    def items(self) -> list[dict[str, Any]]:
        """Return everything in the crm table, which only an operator may."""
        answer = self.deployment.client("dynamodb").scan(TableName=self.outputs["CrmTableName"])
        return list(answer["Items"])

    def person(self) -> Person:
        """Return a browser in front of the API Gateway."""
        api = f"{self.deployment.endpoint}/restapis/{self.outputs['RestAPIId']}/api/_user_request_"
        secrets = self.deployment.client("secretsmanager")
        key = secrets.get_secret_value(SecretId=self.outputs["EdgeKeyArn"])["SecretString"]
        return Person(api, self.outputs["Address"], key)


class Person(httpx.Client):
    """A browser that came through CloudFront, so with its key; its cookie is `Secure` and sent by hand."""

    def __init__(self, api: str, origin: str, edge_key: str) -> None:
        edge = {"X-Edge-Key": edge_key, "X-Viewer-Address": "203.0.113.7"}
        super().__init__(base_url=api, headers={"Origin": origin, **edge}, timeout=30)

    def sign_up(self, email: str) -> Self:
        """Open an account."""
        names = {"company_name": "Exemple", "first_name": "Alice", "last_name": "Martin"}
        return self._enter(self.post("/api/tenants", json={**names, "email": email, "password": PASSWORD}))

    def sign_in(self, email: str) -> Self:
        """Open a session."""
        return self._enter(self.post("/api/session", json={"email": email, "password": PASSWORD}))

    def _enter(self, answer: httpx.Response) -> Self:
        assert answer.status_code == 201, answer.text
        self.headers["Cookie"] = answer.headers["set-cookie"].partition(";")[0]
        self.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        return self

    def import_file(self, content: bytes) -> str:
        """Ask for an import, send its file to the bucket, start it; its id."""
        wanted = {"file_name": "adresses.csv", "size": len(content), "resource": "contacts"}
        job = self.post("/api/imports", json=wanted).json()
        form = job["upload"]
        sent = httpx.post(form["url"], data=form["fields"], files={"file": ("adresses.csv", content)})
        assert sent.status_code == 204, sent.text
        assert self.post(f"/api/imports/{job['id']}/run", json={}).status_code == 202
        return str(job["id"])
