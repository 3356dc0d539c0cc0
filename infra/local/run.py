"""`make run`: the whole product on this machine, until Ctrl+C."""

from __future__ import annotations

import importlib
import logging
import os
import signal
import socket
import sys
import threading
from pathlib import Path
from typing import Any

from waitress.server import create_server

from infra.local import environment, warden
from infra.local.children import ROOT, STOP_SECONDS, Child, NotReady
from infra.local.gateway import Gateway
from infra.local.lock import Held, Lock
from infra.local.site import Site
from infra.local.world import World

THREADS = 8
UPLOAD_LIMIT = 64 * 1024 * 1024
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
LINE = "%(asctime)s %(name)s %(levelname)s %(message)s"
logger = logging.getLogger("infra.local.run")


class Refusal(Exception):
    """Why the product cannot start here, in a sentence for the one who typed `make run`."""


def main() -> int:
    """Run until SIGTERM or Ctrl+C; return the exit code."""
    for number in STOPS:
        signal.signal(number, stop_the_server)
    data = Path(os.environ.get("DATA_DIR") or ROOT / ".data").resolve()
    port = int(os.environ.get("PORT") or 8000)
    try:
        run(data, port)
    except (Refusal, NotReady) as reason:
        print(reason, file=sys.stderr)
        return 1
    except SystemExit:
        pass
    return 0


def stop_the_server(*_: Any) -> None:
    """Unwind to whatever must still be stopped; waitress ends its loop on this exception."""
    raise SystemExit(0)


def run(data: Path, port: int) -> None:
    """Start everything, serve, stop everything; raises Refusal and NotReady."""
    (data / "logs").mkdir(parents=True, exist_ok=True)
    logging.basicConfig(filename=data / "logs" / "web.log", level=logging.INFO, format=LINE)
    check_port(port)
    owner, children = Lock(data / "run.lock"), Lock(data / "children.lock")
    take_data_folder(owner, children, data)
    keeper = warden.start(data / "children.lock")
    addresses = [f"http://127.0.0.1:{port}", f"http://localhost:{port}"]
    world = World(data, addresses, keeper.pid, children.fileno())
    try:
        world.start()
        serve(world, port)
    finally:
        ignore_signals()
        world.stop()
        children.release()
        keeper.communicate()


def ignore_signals() -> None:
    """Let nothing interrupt the stop that is under way."""
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)


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
        advice = f"Stop it, or choose another folder: make run DATA_DIR={data}-2 PORT=8001"
        raise Refusal(f"Simple CRM already runs on {data}. {advice}") from None
    try:
        children.take(STOP_SECONDS + 5)
    except Held:
        raise Refusal(f"Processes of an earlier run still use {data}; try again in a moment.") from None


def serve(world: World, port: int) -> None:
    """Answer requests in a started world until told to stop."""
    environment.export(os.environ, world.environment())
    importlib.import_module("chalicelib.core.tables").create_missing()
    server = web_server(world, port)
    events = world.python("events", [sys.executable, "-m", "infra.local.events"], world.environment())
    stopping = threading.Event()
    watch = threading.Thread(target=keep_alive, args=[world, events, stopping], daemon=True)
    try:
        events.start()
        watch.start()
        welcome(world)
        server.run()
    finally:
        ignore_signals()
        stopping.set()
        server.close()
        if watch.is_alive():
            watch.join()
        events.stop()


def web_server(world: World, port: int) -> Any:
    """Return the server of pages and API, listening but not answering yet."""
    site = Site(Gateway(importlib.import_module("app").app), ROOT / "web" / "dist", world.storage_url)
    limit = {"threads": THREADS, "max_request_body_size": UPLOAD_LIMIT}
    return create_server(site, host="127.0.0.1", port=port, ident=None, **limit)


def keep_alive(world: World, events: Child, stopping: threading.Event) -> None:
    """Start again what ends unasked, as AWS would, until `stopping`."""
    while not stopping.wait(0.5):
        for child in (world.engine, world.ministack, events):
            if not child.is_alive():
                logger.error("%s ended; starting it again", child.name)
                revive(world, child)


def revive(world: World, child: Child) -> None:
    """Start a process that ended; ministack has then forgotten its queues."""
    try:
        child.start()
        if child is world.ministack:
            world.lay_out()
    except NotReady:
        logger.exception("cannot start %s again", child.name)


def welcome(world: World) -> None:
    """Print where the product is, and last the line that says it is ready."""
    print(f"Simple CRM: {world.urls[0]}  (data in {world.data}, logs in {world.data / 'logs'})")
    print(f"ready {world.urls[0]}", flush=True)
