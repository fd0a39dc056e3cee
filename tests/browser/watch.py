"""Watching a browser: what it says on the console, what goes wrong, and with whom it talks."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

FIRST_ERROR = 400


class Watch:
    """Collects complaints about every page of a context.

    A page that refuses answers with a status such as 422, which Chromium reports on the console as a resource
    that failed to load: that alone is no complaint.
    """

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.complaints: list[str] = []
        self._host = urlsplit(address).netloc
        self._refusals: set[str] = set()
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("response", self._response)

    def taken(self) -> list[str]:
        """The complaints so far, which are then forgotten."""
        found, self.complaints = self.complaints, []
        return found

    def _console(self, message: ConsoleMessage) -> None:
        is_refusal = message.location["url"] in self._refusals
        if not (is_refusal and message.text.startswith("Failed to load resource")):
            self.complaints.append(f"console {message.type}: {message.text}")

    def _error(self, error: WebError) -> None:
        self.complaints.append(f"page error: {error.error}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self._host:
            self.complaints.append(f"request to a foreign host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status < FIRST_ERROR:
            return
        if response.request.is_navigation_request():
            self._refusals.add(response.url)
        else:
            self.complaints.append(f"{response.status} for {response.url}")
