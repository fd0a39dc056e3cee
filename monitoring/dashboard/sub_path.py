"""Serving below a path: the installation answers only there, and knows the path for its links."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class SubPath:
    """A WSGI application below `prefix` (between slashes; "/" changes nothing)."""

    def __init__(self, application: Application, prefix: str) -> None:
        self.application = application
        self.root = prefix.rstrip("/")

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer one request; outside the path there is nothing."""
        path = environ.get("PATH_INFO", "")
        if not self.root:
            return self.application(environ, start_response)
        if path != self.root and not path.startswith(self.root + "/"):
            start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
            return [b""]
        below = {
            "SCRIPT_NAME": environ.get("SCRIPT_NAME", "") + self.root,
            "PATH_INFO": path[len(self.root) :] or "/",
        }
        return self.application(environ | below, start_response)
