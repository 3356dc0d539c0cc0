"""What a browser complains about while a story is told: errors, broken rules of the CSP, foreign hosts."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Request, Response, WebError

OUR_HOST = "127.0.0.1"
INLINE = ("data", "blob", "about")
# Chromium writes every answer of 400 and more on the console; those of our API are part of the stories.
REFUSAL = re.compile(r"^Failed to load resource: the server responded with a status of 4\d\d ")


class Watch:
    """Collects the complaints of all pages of one browser context."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self.allowed: tuple[str, ...] = ()
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)

    def allow(self, *texts: str) -> None:
        """Expect complaints with one of these texts from now on: they are part of the story."""
        self.allowed = texts

    def _complain(self, complaint: str) -> None:
        if not any(text in complaint for text in self.allowed):
            self.complaints.append(complaint)

    def _console(self, message: ConsoleMessage) -> None:
        is_refusal = REFUSAL.match(message.text) and "/api/" in message.location["url"]
        if message.type in ("error", "warning") and not is_refusal:
            self._complain(f"console: {message.text} ({message.location['url']})")

    def _error(self, error: WebError) -> None:
        assert isinstance(error.error, Error)
        self._complain(f"uncaught: {error.error.stack or error.error.message}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in INLINE and address.hostname != OUR_HOST:
            self._complain(f"foreign host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self._complain(f"{response.status}: {response.request.method} {response.url}")
