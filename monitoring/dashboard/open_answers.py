"""Open answers: what any program may fetch from anywhere, kept by us and by browsers while it holds."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response

from monitoring.dashboard.for_everybody import for_everybody

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


def open_to_all(response: Response) -> None:
    """Let pages of any site read an answer, which never depends on who asks."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
