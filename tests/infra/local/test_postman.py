"""On one machine mails are not sent but kept: as files their reader, and Python's parser, can read."""

from __future__ import annotations

import email
import email.policy
import stat
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import httpx

from infra.local.postman import Outbox
from tests.running import Run
from tests.world import until


def parsed(file: Path) -> EmailMessage:
    return email.message_from_bytes(file.read_bytes(), _class=EmailMessage, policy=email.policy.default)


def test_an_invitation_lands_in_the_outbox_with_its_link(start: Callable[..., Run], tmp_path: Path) -> None:
    run = start(tmp_path).until_ready()
    session = run.sign_up("chloe@example.fr")
    headers = {"Origin": run.url, "X-CSRF-Token": session.json()["csrf_token"]}

    with httpx.Client(base_url=run.url, cookies=session.cookies, headers=headers) as chloe:
        answer = chloe.post("/api/invitations", json={"email": "noel@example.fr"})
        assert answer.status_code == 201, answer.text
    outbox = tmp_path / "outbox"
    until(lambda: any(outbox.glob("*noel@example.fr.eml")))

    (file,) = outbox.iterdir()
    message = parsed(file)
    assert message["To"] == "noel@example.fr"
    assert "vous invite dans Simple CRM" in message["Subject"]
    assert "vous ouvre un accès au compte « Été »" in message.get_content()
    assert f"{run.url}/invitation/" in file.read_text("utf-8")
    assert any(str(outbox) in line for line in run.greeting)
    assert stat.S_IMODE(outbox.stat().st_mode) == 0o700


def test_an_address_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")

    place = outbox.keep("../../a b\0@example.fr", b"Subject: x\r\n\r\nx\r\n")

    assert place.parent == tmp_path / "outbox"
    assert place.read_bytes().endswith(b"x\r\n")


def test_an_attachment_is_kept_as_it_is(tmp_path: Path) -> None:
    message = EmailMessage(policy=email.policy.SMTP.clone(cte_type="7bit"))
    message["Subject"] = "Facture de l'été"
    message.set_content("Ci-joint : 12 500 € de l'œuvre.\n")
    table = "prix;12 €\n".encode("iso-8859-15")
    message.add_attachment(table, maintype="text", subtype="csv", filename="é.csv")

    kept = parsed(Outbox(tmp_path).keep("a@example.fr", message.as_bytes()))

    body, (attachment,) = kept.get_body(), list(kept.iter_attachments())
    assert body is not None
    assert body.get_content().strip() == "Ci-joint : 12 500 € de l'œuvre."
    assert (attachment.get_filename(), attachment.get_payload(decode=True)) == ("é.csv", table)
