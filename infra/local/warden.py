"""The last one out: leads the process group of one `make run` and ends it when its owner dies.

The owner keeps the other end of our standard input open. However the owner ends, even by `kill -9`, that end
closes: then the group gets SIGTERM, and SIGKILL if it still holds the lock of the data folder ten seconds on.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from infra.local.children import ROOT, STOP_SECONDS
from infra.local.lock import Held, Lock


def start(lock: Path) -> subprocess.Popen[bytes]:
    """Start the warden of the processes that hold `lock`; its pid is the process group they are to join."""
    command = [sys.executable, "-m", "infra.local.warden", str(lock)]
    warden = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
    )
    assert warden.stdout is not None
    # A warden that were told to stop before it ignores SIGTERM would leave its group alone.
    warden.stdout.readline()
    return warden


def main() -> None:
    """Wait for the owner's end, then end the group."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    print("ready", flush=True)
    sys.stdin.buffer.read()
    os.killpg(os.getpgrp(), signal.SIGTERM)
    try:
        Lock(Path(sys.argv[1])).take(STOP_SECONDS)
    except Held:
        os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    main()
