"""Open answers: what any program may fetch from anywhere, kept by us and by browsers while it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, Response, after_this_request, request

from monitoring.dashboard.for_everybody import for_everybody

View = Callable[..., Response]
READS = frozenset({"GET", "HEAD"})
MIMETYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "txt": "text/plain",
}
"""The media type by the ending of a name."""


def open_answer(slug: str | None, mimetype: str, make: Callable[[], bytes]) -> Response:
    """An answer about a municipality, or about all of them, for programs on any site.

    Raises:
        NotFound: nothing of the municipality is published.
    """
    response = for_everybody(slug, lambda: Response(make(), mimetype=mimetype))
    open_to_all(response)
    return response


def open_to_all(response: Response) -> Response:
    """Let pages of any site read an answer, which never depends on who asks."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def preflight() -> Response:
    """What browsers ask before they let a page of another site read, and may remember for a day."""
    response = open_to_all(Response(status=204))
    response.headers["Allow"] = "GET, HEAD, OPTIONS"
    response.headers["Access-Control-Allow-Methods"] = "GET, HEAD"
    response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
    response.headers["Access-Control-Max-Age"] = "86400"
    return response


def add_open_route(server: Flask, rule: str, name: str, view: View, **more: Any) -> None:
    """Add an address that any site may read: what is answered there, and also that there is nothing."""

    @wraps(view)
    def answer(**variables: str) -> Response:
        if request.method == "OPTIONS":
            return preflight()
        after_this_request(open_to_all)
        return view(**variables)

    methods = [*READS, "OPTIONS"]
    server.add_url_rule(rule, name, answer, methods=methods, provide_automatic_options=False, **more)
