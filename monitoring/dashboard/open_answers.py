"""Open answers: what any program may fetch from anywhere, kept by us and by browsers while it holds."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, current_app, request

from monitoring.dashboard.freshness import Freshness
from monitoring.dashboard.kept_answers import keep_while

MIMETYPES = {
    "csv": "text/csv",
    "json": "application/json",
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
    server: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    # Taken before anything is read, so that what changes meanwhile is noticed.
    freshness = Freshness.now(server, slug)
    response = Response(make(), mimetype=mimetype)
    response.headers["Cache-Control"] = "public, no-cache"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    if freshness.is_told:
        keep_while(request.environ, freshness.holds)
        return response
    response.add_etag()
    return response.make_conditional(request)  # type: ignore[return-value]
