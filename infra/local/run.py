"""`make run`: starts the whole product on this machine, keeps it going, and stops it on Ctrl+C.

Reads `PORT` (8000), `DATA_DIR` (`.data`) and `DEMO` (0: no demo tenant); other ports are any free ones.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from infra.local import demo, warden
from infra.local.children import ROOT, STOP_SECONDS, Child, NotReady
from infra.local.lock import Held, Lock
from infra.local.world import World

STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
LINE = "%(asctime)s %(name)s %(levelname)s %(message)s"
logger = logging.getLogger("infra.local.run")


class Refusal(Exception):
    """Why the product cannot start here, in a sentence for the one who typed `make run`."""


def main() -> int:
    """Run until SIGTERM or Ctrl+C; return the exit code."""
    for number in STOPS:
        signal.signal(number, unwind)
    try:
        run(Path(os.environ.get("DATA_DIR") or ROOT / ".data").resolve(), wanted_port())
    except (Refusal, NotReady) as reason:
        print(reason, file=sys.stderr)
        return 1
    except SystemExit:
        pass
    return 0


def unwind(*_: Any) -> None:
    """Leave whatever is under way for the `finally` that stops it."""
    ignore_signals()
    raise SystemExit(0)


def ignore_signals() -> None:
    """Let nothing interrupt the stop that is under way."""
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)


def run(data: Path, port: int) -> None:
    """Start everything, keep it alive, stop everything; raises Refusal and NotReady."""
    (data / "logs").mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=data / "logs" / "run.log", level=logging.INFO, format=LINE)
    owner, children = Lock(data / "run.lock"), Lock(data / "children.lock")
    take_data_folder(owner, children, data)
    check_port(port)
    keeper = warden.start(data / "children.lock")
    world = World(data, port, keeper.pid, children.fileno())
    try:
        world.start()
        welcome(world)
        while True:
            time.sleep(0.5)
            revive(world)
    finally:
        ignore_signals()
        world.stop()
        children.release()
        keeper.communicate()


def wanted_port() -> int:
    """Return the port of the environment; raises Refusal."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Refusal(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def check_port(port: int) -> None:
    """Refuse a port another program listens on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as reason:
            advice = f"Choose another one: make run PORT={port + 1}"
            raise Refusal(f"Port {port} cannot be used ({reason.strerror}). {advice}") from None


def take_data_folder(owner: Lock, children: Lock, data: Path) -> None:
    """Claim the data folder, waiting for processes a killed run has left behind."""
    try:
        owner.take()
    except Held:
        advice = f"Stop it, or choose another folder and port: make run DATA_DIR={data}-2 PORT=8001"
        raise Refusal(f"Simple CRM already runs on {data}. {advice}") from None
    try:
        children.take(STOP_SECONDS + 5)
    except Held:
        raise Refusal(f"Processes of an earlier run still use {data}; try again in a moment.") from None


def revive(world: World) -> None:
    """Start again what ended unasked, as AWS would."""
    for child in world.children:
        if not child.is_alive():
            logger.error("%s ended; starting it again", child.name)
            start_again(world, child)


def start_again(world: World, child: Child) -> None:
    """Start a process that ended; what still fails is tried again at the next round."""
    try:
        world.start_child(child)
    except NotReady:
        logger.exception("cannot start %s again", child.name)


def has_demo(world: World) -> bool:
    """Tell whether the demo tenant is there, entering it on the first run unless `DEMO=0`."""
    done = world.data / "demo-entered"
    if not done.exists() and os.environ.get("DEMO") != "0":
        try:
            demo.seed(world.urls[0])
            done.touch()
        except (demo.NotSeeded, httpx.HTTPError):
            # The product is worth starting without it; the next start tries again.
            logger.exception("the demo tenant could not be entered")
    return done.exists()


def welcome(world: World) -> None:
    """Print where the product is, and last the line that says it is ready."""
    if has_demo(world):
        print(f"Demo: sign in as {demo.EMAIL} with {demo.PASSWORD}")
    print(f"Data in {world.data}, logs in {world.data / 'logs'}")
    print(f"Mails to read in {world.outbox}")
    print(f"Simple CRM: {world.urls[0]}")
    print(f"ready {world.urls[0]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
