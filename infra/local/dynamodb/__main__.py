"""The process: `python -m infra.local.dynamodb --data DIR` says when it is ready and stops on a signal."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import signal
import sqlite3
import sys
from pathlib import Path

from .engine import Engine
from .http import Front

_HOUSEKEEPING_SECONDS = 1.0


def main() -> int:
    """Serve until SIGTERM or SIGINT; 1 when the data folder belongs to another process."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    # The file holds people's names and addresses: it is for its owner alone.
    os.umask(0o077)
    options.data.mkdir(parents=True, exist_ok=True)
    try:
        engine = Engine(options.data / "crm.sqlite", options.index_delay_ms / 1000, options.synchronous)
    except (sqlite3.Error, RuntimeError) as error:
        print(f"The data in {options.data} cannot be opened: {error}", file=sys.stderr)
        return 1
    try:
        asyncio.run(_serve(engine, options.port, os.environ.get("DYNAMODB_ACCESS_KEY", "local")))
    finally:
        engine.close()
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m infra.local.dynamodb", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument("--data", type=Path, required=True, help="the folder of crm.sqlite")
    parser.add_argument(
        "--index-delay-ms", type=int, default=0, help="how long global indexes lag, as AWS's do"
    )
    parser.add_argument("--synchronous", choices=("FULL", "NORMAL"), default="FULL")
    return parser.parse_args()


async def _serve(engine: Engine, port: int, access_key: str) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    server = await loop.create_server(lambda: Front(engine, access_key), "127.0.0.1", port)
    print(f"ready http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    while not stop.is_set():
        await _wait(stop, _HOUSEKEEPING_SECONDS)
        engine.settle_indexes()
        engine.sweep()
    server.close()


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return


if __name__ == "__main__":
    sys.exit(main())
