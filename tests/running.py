"""The whole product as `make run` starts it: processes of its own on a data folder, which tests may kill."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

from infra.local.children import ROOT, free_port
from infra.local.lock import Held, Lock
from tests.world import PASSWORD


class Run:
    """One `python -m infra.local.run` on a data folder and a port."""

    def __init__(self, data: Path, port: str = "", demo: bool = False) -> None:
        self.data = data
        self.port = port or str(free_port())
        self.url = f"http://127.0.0.1:{self.port}"
        # A demo tenant would only make the start of most tests slower.
        wanted = {"DATA_DIR": str(data), "PORT": self.port, "DEMO": str(int(demo))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "infra.local.run"],
            cwd=ROOT,
            env={**os.environ, **wanted},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def said(self) -> list[str]:
        """Return what it prints until it is ready or ends."""
        assert self.process.stdout is not None
        lines = []
        for line in self.process.stdout:
            lines.append(line.rstrip())
            if line.startswith("ready"):
                break
        return lines

    def until_ready(self) -> Run:
        self.greeting = self.said()
        assert self.greeting[-1:] == [f"ready {self.url}"], self.greeting
        return self

    def end(self, number: signal.Signals) -> int:
        """Send a signal to the whole process group, as a terminal does, and return the exit code."""
        os.killpg(self.process.pid, number)
        return self.process.wait(30)

    def is_gone(self) -> bool:
        """Tell whether every process it started has ended, waiting for that if need be."""
        try:
            Lock(self.data / "children.lock").take(20)
        except Held:
            return False
        return True

    def processes(self, name: str) -> list[int]:
        """Return the ids of the processes `name` has run as, once each was ready."""
        log = (self.data / "logs" / "run.log").read_text()
        return [int(number) for number in re.findall(rf"{name} is ready as process (\d+)", log)]

    def sign_up(self, email: str) -> httpx.Response:
        body = {
            "company_name": "Été",
            "first_name": "A",
            "last_name": "B",
            "email": email,
            "password": PASSWORD,
        }
        return httpx.post(f"{self.url}/api/tenants", json=body, headers={"Origin": self.url})

    def sign_in(self, email: str, password: str = PASSWORD) -> httpx.Response:
        body = {"email": email, "password": password}
        return httpx.post(f"{self.url}/api/session", json=body, headers={"Origin": self.url})
