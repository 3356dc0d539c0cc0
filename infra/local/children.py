"""The processes the local world starts: ready when they say so, logging to a file, stopped by SIGTERM."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from infra.local import environment

START_SECONDS = 30.0
STOP_SECONDS = 10.0
LOG_LIMIT = 20 * 1024 * 1024
ROOT = Path(__file__).resolve().parents[2]


class NotReady(Exception):
    """A child ended or stayed silent instead of becoming ready; the message names it and its log."""


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Child:
    """One process: `command` run with `variables`, its output added to `log`, in process group `group`.

    It inherits the descriptors `inherited`.
    """

    name: str
    command: Sequence[str]
    variables: Mapping[str, str]
    log: Path
    is_ready: Callable[[Child], bool]
    group: int | None = None
    inherited: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = field(default=None, init=False)
    log_start: int = field(default=0, init=False)

    def start(self) -> None:
        """Start the process and return once it is ready; raises NotReady."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self._set_aside_a_long_log()
        with self.log.open("ab") as output:
            self.log_start = output.tell()
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.variables,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                process_group=self.group,
                pass_fds=self.inherited,
            )
        self._await_ready()

    def _set_aside_a_long_log(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".old.log"))

    def _await_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not self.is_ready(self):
            if not self.is_alive() or time.monotonic() > deadline:
                self.stop()
                raise NotReady(f"{self.name} did not start; its log is {self.log}")
            time.sleep(0.02)

    @property
    def pid(self) -> int:
        """Return the id of the process, 0 before it was started."""
        return self.process.pid if self.process else 0

    def is_alive(self) -> bool:
        """Tell whether the process runs."""
        return self.process is not None and self.process.poll() is None

    def said(self, pattern: str) -> re.Match[str] | None:
        """Return the first match of `pattern` in what the process has written since it was started."""
        with self.log.open("rb") as output:
            output.seek(self.log_start)
            return re.search(pattern, output.read().decode(errors="replace"))

    def ask_to_stop(self) -> None:
        """Send SIGTERM, without waiting."""
        if self.process is not None and self.is_alive():
            self.process.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """Send SIGTERM, wait, and kill what has not stopped after ten seconds."""
        self.ask_to_stop()
        if self.process is None:
            return
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def python_environment(values: Mapping[str, str]) -> dict[str, str]:
    """Return our own environment with `values` over it and Python's output unbuffered."""
    return environment.over(os.environ, values) | {"PYTHONUNBUFFERED": "1"}
