"""The world one instance of the product lives in: its data folder, key, database, storage and queues."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from infra.local import environment, ministack
from infra.local.children import Child, free_port, python_environment


@dataclass
class World:
    """One data folder and the processes that serve it.

    `urls` are the addresses browsers may use, the one we print first. The processes inherit the descriptor
    `lock` and join the process group `group`.
    """

    data: Path
    urls: Sequence[str]
    group: int | None = None
    lock: int | None = None

    def __post_init__(self) -> None:
        self.ports = {"engine": free_port(), "ministack": free_port()}
        self.engine = self._engine()
        self.ministack = ministack.child(self.ports["ministack"], self.data / "aws", self.log("ministack"))
        for child in (self.engine, self.ministack):
            self._adopt(child)

    def log(self, name: str) -> Path:
        """Return the log file of a process."""
        return self.data / "logs" / f"{name}.log"

    def _engine(self) -> Child:
        folder = self.data / "dynamodb"
        folder.mkdir(parents=True, exist_ok=True)
        port = str(self.ports["engine"])
        command = [sys.executable, "-m", "infra.local.dynamodb", "--port", port, "--data", str(folder)]
        if "INDEX_DELAY_MS" in os.environ:
            command += ["--index-delay-ms", os.environ["INDEX_DELAY_MS"]]
        return self.python("engine", command, environment.credentials())

    def python(self, name: str, command: Sequence[str], values: Mapping[str, str]) -> Child:
        """Return a process of ours, not yet started, that prints `ready` when it is."""
        child = Child(name, command, python_environment(values), self.log(name), says_ready)
        self._adopt(child)
        return child

    def _adopt(self, child: Child) -> None:
        child.group, child.inherited = self.group, () if self.lock is None else (self.lock,)

    def environment(self) -> dict[str, str]:
        """Return the variables the product needs to live here."""
        database = f"http://127.0.0.1:{self.ports['engine']}"
        return environment.product(database, self.storage_url, " ".join(self.urls), self._signing_key())

    @property
    def storage_url(self) -> str:
        """Return the origin browsers upload to."""
        return ministack.url(self.ports["ministack"])

    def _signing_key(self) -> str:
        """Return the key of this data folder, made on first use and readable by its owner only."""
        place = self.data / "signing-key"
        if not place.exists():
            fresh = place.with_suffix(f".{os.getpid()}")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_hex(32))
            fresh.rename(place)
        return place.read_text()

    def start(self) -> None:
        """Start the database, storage and queues; raises NotReady."""
        self.engine.start()
        self.ministack.start()
        self.lay_out()

    def lay_out(self) -> None:
        """Make the bucket and queues that are missing."""
        ministack.prepare(self.storage_url, self.urls)

    def stop(self) -> None:
        """Stop what `start` started, ministack's state saved."""
        for child in (self.ministack, self.engine):
            child.ask_to_stop()
        for child in (self.ministack, self.engine):
            child.stop()


def says_ready(child: Child) -> bool:
    """Tell whether a process of ours has printed that it is ready."""
    return child.said(r"(?m)^ready\b") is not None
