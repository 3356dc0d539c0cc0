"""The postman of one machine: what SES would send is kept as a readable file, one a message.

Usage: `python -m infra.local.postman --port PORT --outbox FOLDER`; ministack hands it all it sends, by SMTP.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import re
import signal
import threading
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

RECIPIENT_LENGTH = 100


class Outbox:
    """The folder mails go to, its owner's only: whoever reads an invitation may use its link."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        """Keep a message; the name is aiosmtpd's."""
        content = envelope.content
        assert isinstance(content, bytes)
        self.keep(envelope.rcpt_tos[0], content)
        return "250 Kept"

    def keep(self, recipient: str, content: bytes) -> Path:
        """Write a message to a file named by its moment (UTC) and its recipient, and return where."""
        now = datetime.now(UTC).strftime("%Y-%m-%d_%H-%M-%S.%f")
        whom = re.sub(r"[^\w.+@-]", "_", recipient)[:RECIPIENT_LENGTH]
        place = self.folder / f"{now}_{whom}.eml"
        # Whoever watches the folder must not find half a message.
        unfinished = place.with_suffix(".part")
        unfinished.write_bytes(readable(content))
        return unfinished.rename(place)


def readable(content: bytes) -> bytes:
    """Return the same message with its texts as they read, not as encoded to survive the way."""
    message = email.message_from_bytes(content, _class=EmailMessage, policy=email.policy.SMTP)
    for part in message.walk():
        if part.get_content_maintype() == "text" and not part.is_attachment():
            part.set_content(part.get_content(), subtype=part.get_content_subtype(), cte="8bit")
    return message.as_bytes()


def main() -> None:
    """Take in messages until SIGTERM."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--outbox", type=Path, required=True)
    arguments = parser.parse_args()
    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    controller = Controller(Outbox(arguments.outbox), hostname="127.0.0.1", port=arguments.port)
    controller.start()
    print("ready", flush=True)
    stopping.wait()
    controller.stop()


if __name__ == "__main__":
    main()
