"""The world one instance of the product lives in: a data folder, its key, and the processes that serve it."""

from __future__ import annotations

import logging
import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

from infra.local import environment, ministack
from infra.local.children import Child, free_port, python_environment

logger = logging.getLogger("infra.local")


@dataclass
class World:
    """The processes on one data folder; browsers find the product on `port` of this machine.

    The processes inherit the descriptor `lock` and join the process group `group`, if given.
    """

    data: Path
    port: int
    group: int | None = None
    lock: int | None = None

    def __post_init__(self) -> None:
        self.urls = [f"http://127.0.0.1:{self.port}", f"http://localhost:{self.port}"]
        self.engine_port, ministack_port, smtp_port = free_port(), free_port(), free_port()
        self.storage_url = ministack.url(ministack_port)
        self.outbox = self.data / "outbox"
        self.engine = self._engine()
        self.postman = self._postman(smtp_port)
        self.ministack = ministack.child(ministack_port, self.data / "aws", self._log("ministack"), smtp_port)
        self.web = self._python("web", [str(self.port)], self.environment())
        self.events = self._python("events", [], self.environment())
        self.children = (self.engine, self.postman, self.ministack, self.web, self.events)
        for child in self.children:
            child.group, child.inherited = self.group, () if self.lock is None else (self.lock,)

    def _log(self, name: str) -> Path:
        return self.data / "logs" / f"{name}.log"

    def _engine(self) -> Child:
        folder = self.data / "dynamodb"
        folder.mkdir(parents=True, exist_ok=True)
        arguments = ["--port", str(self.engine_port), "--data", str(folder)]
        # AWS's indexes lag behind their table; the browser tests run once as if ours did too.
        if "INDEX_DELAY_MS" in os.environ:
            arguments += ["--index-delay-ms", os.environ["INDEX_DELAY_MS"]]
        return self._python("dynamodb", arguments, environment.credentials())

    def _postman(self, port: int) -> Child:
        arguments = ["--port", str(port), "--outbox", str(self.outbox)]
        return self._python("postman", arguments, environment.credentials())

    def _python(self, module: str, arguments: list[str], values: dict[str, str]) -> Child:
        """Return a process of ours, not yet started, that prints `ready` when it is."""
        command = [sys.executable, "-m", f"infra.local.{module}", *arguments]
        return Child(module, command, python_environment(values), self._log(module), says_ready)

    def environment(self) -> dict[str, str]:
        """Return the variables the product needs to live here."""
        database = f"http://127.0.0.1:{self.engine_port}"
        return environment.product(database, self.storage_url, " ".join(self.urls), self._signing_key())

    def _signing_key(self) -> str:
        """Return the key of this data folder, made on first use and readable by its owner only."""
        place = self.data / "signing-key"
        if not place.exists():
            fresh = place.with_suffix(f".{os.getpid()}")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_hex(32))
            fresh.rename(place)
        return place.read_text()

    def start_services(self) -> None:
        """Start what AWS would give: database, storage, queues, mail; raises NotReady."""
        for child in (self.engine, self.postman, self.ministack):
            self.start_child(child)

    def start(self) -> None:
        """Start everything; raises NotReady."""
        for child in self.children:
            self.start_child(child)

    def start_child(self, child: Child) -> None:
        """Start one process; ministack may have forgotten its bucket and queues. Raises NotReady."""
        child.start()
        if child is self.ministack:
            ministack.prepare(self.storage_url, self.urls)
        logger.info("%s is ready as process %d", child.name, child.pid)

    def stop(self) -> None:
        """Stop everything: first what works, then what it works on, whose state is saved."""
        for group in ((self.web, self.events), (self.ministack, self.engine), (self.postman,)):
            for child in group:
                child.ask_to_stop()
            for child in group:
                child.stop()


def says_ready(child: Child) -> bool:
    """Tell whether a process of ours has printed that it is ready."""
    return child.said(r"(?m)^ready\b") is not None
