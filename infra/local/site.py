"""CloudFront on one machine: the built front end and the API behind one port, with the security headers."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from infra.local.gateway import Gateway, Headers
from infra.local.proxy_event import Environ

DYNAMIC = ("/api", "/ical", "/hooks", "/u")
IMMUTABLE = "public, max-age=31536000, immutable"
# Vite puts a hash of the content into the names under assets/, so those never change.
HASHED = re.compile(r"^/assets/.+-[\w-]{8,}\.\w+$")
COMPRESSIBLE = ("text/", "application/json", "application/manifest", "image/svg")
MISSING = b"The front end is not built yet: run `make web`.\n"


class File(NamedTuple):
    """A file of the built front end, kept in memory: it is small and read at each page."""

    content: bytes
    zipped: bytes | None
    headers: Headers
    etag: str


class Site:
    """The WSGI application of the product: pages come from `root`, everything dynamic from `gateway`."""

    def __init__(self, gateway: Gateway, root: Path, storage_origin: str) -> None:
        self.gateway = gateway
        self.root = root.resolve()
        self.files: dict[str, tuple[int, File]] = {}
        self.security = security_headers(storage_origin)

    def __call__(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        """Answer one WSGI request."""

        def secured(status: str, headers: Headers, exc_info: Any = None) -> Any:
            return start_response(status, [*headers, *self.security], exc_info)

        first = "/" + environ["PATH_INFO"].split("/", 2)[1] if environ["PATH_INFO"].startswith("/") else ""
        serve = self.gateway if first in DYNAMIC else self._page
        return serve(environ, secured)

    def _page(self, environ: Environ, start_response: Any) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            start_response("405 Method Not Allowed", [("Allow", "GET, HEAD"), ("Content-Length", "0")])
            return []
        path = environ["PATH_INFO"]
        file = self._file(path) or (None if looks_like_a_file(path) else self._file("/index.html"))
        if file is None:
            text = b"" if self._file("/index.html") else MISSING
            headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(text)))]
            start_response("404 Not Found", headers)
            return [text]
        return send(file, environ, start_response)

    def _file(self, path: str) -> File | None:
        place = (self.root / path.lstrip("/")).resolve() if "\0" not in path else self.root
        # The address must not climb out of the front end's folder.
        if not place.is_relative_to(self.root) or not place.is_file():
            return None
        changed = place.stat().st_mtime_ns
        known = self.files.get(path)
        if known is None or known[0] != changed:
            known = self.files[path] = (changed, load(place, path))
        return known[1]


def looks_like_a_file(path: str) -> bool:
    """Tell a missing file from the address of a page, which the front end itself resolves."""
    return path.startswith("/assets/") or bool(mimetypes.guess_type(path)[0])


def load(place: Path, path: str) -> File:
    """Read a file, with its headers, and its gzip form where that is worth having."""
    content = place.read_bytes()
    kind = media_type(place)
    worth_zipping = kind.startswith(COMPRESSIBLE) and len(content) > 1000
    zipped = gzip.compress(content, 6, mtime=0) if worth_zipping else None
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    caching = IMMUTABLE if HASHED.match(path) else "no-cache"
    headers = [("Content-Type", kind), ("Cache-Control", caching), ("ETag", etag)]
    if zipped:
        headers.append(("Vary", "Accept-Encoding"))
    return File(content, zipped, headers, etag)


def media_type(place: Path) -> str:
    """Return the Content-Type of a file by its suffix."""
    known = {".js": "text/javascript", ".mjs": "text/javascript", ".webmanifest": "application/manifest+json"}
    kind = known.get(place.suffix) or mimetypes.guess_type(place.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def send(file: File, environ: Environ, start_response: Any) -> Iterable[bytes]:
    """Answer with a file: 304 if the browser has it, zipped if the browser can read that."""
    if file.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", file.headers)
        return []
    headers, content = file.headers, file.content
    if file.zipped and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        headers, content = [*headers, ("Content-Encoding", "gzip")], file.zipped
    start_response("200 OK", [*headers, ("Content-Length", str(len(content)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]


def security_headers(storage_origin: str) -> Headers:
    """Return the headers of every answer; pages may also talk to `storage_origin`, where uploads go."""
    policy = {
        "default-src": "'self'",
        # Material UI inserts empty style elements; this is the hash of the empty text.
        "style-src": "'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
        "font-src": "'self' data:",
        "img-src": "'self' data: blob:",
        "connect-src": f"'self' {storage_origin}",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return [
        ("Content-Security-Policy", "; ".join(f"{name} {value}" for name, value in policy.items())),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(self)"),
    ]
