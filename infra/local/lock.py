"""Locks on files: one `make run` a data folder, and none before the processes of the last one are gone."""

from __future__ import annotations

import fcntl
import time
from pathlib import Path


class Held(Exception):
    """Another process holds the lock."""


class Lock:
    """An exclusive lock on a file; whoever inherits its descriptor holds it too, and the kernel frees it."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("ab")

    def take(self, seconds: float = 0) -> None:
        """Take the lock, waiting for it at most `seconds`; raises Held."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                return fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise Held from None
                time.sleep(0.05)

    def release(self) -> None:
        """Let go; the lock stays with those who inherited it."""
        self.file.close()

    def fileno(self) -> int:
        """Return the descriptor to pass to a process that shall hold the lock as well."""
        return self.file.fileno()
