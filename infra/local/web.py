"""The web server of one machine: pages and API on one port, as a process of its own.

Usage: `python -m infra.local.web PORT`, in the environment `infra/local/environment.py` describes.
"""

from __future__ import annotations

import importlib
import logging
import os
import signal
import sys
from typing import Any

from waitress.server import create_server

from infra.local.children import ROOT
from infra.local.gateway import Gateway
from infra.local.site import Site

THREADS = 8
# Larger than the gateway's own limit, so that it is the gateway which refuses, in its words.
BODY_LIMIT = 64 * 1024 * 1024


def main() -> None:
    """Serve until SIGTERM."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, unwind)
    importlib.import_module("chalicelib.core.tables").create_missing()
    site = Site(
        Gateway(importlib.import_module("app").app), ROOT / "web" / "dist", os.environ["AWS_ENDPOINT_URL"]
    )
    server = create_server(
        site,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        threads=THREADS,
        ident=None,
        max_request_body_size=BODY_LIMIT,
    )
    print("ready", flush=True)
    server.run()


def unwind(*_: Any) -> None:
    """Leave whatever is under way; waitress lets requests at work finish on this exception."""
    raise SystemExit(0)


if __name__ == "__main__":
    main()
