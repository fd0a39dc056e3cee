"""Answers for everybody: kept by us and by browsers, which ask each time whether they still hold."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, current_app, request

from monitoring.dashboard.freshness import Freshness
from monitoring.dashboard.kept_answers import keep_while


def for_everybody(slug: str | None, make: Callable[[], Response]) -> Response:
    """The answer that `make` makes of what the public sees of a municipality, or of the whole installation.

    Raises:
        NotFound: nothing of the municipality is published.
    """
    # Before anything is made of it, so that what changes meanwhile is noticed.
    freshness = Freshness.now(current_app._get_current_object(), slug)  # type: ignore[attr-defined]
    response = make()
    response.headers["Cache-Control"] = "public, no-cache"
    if freshness.is_told:
        keep_while(request.environ, freshness.holds)
        return response
    response.add_etag()
    response.make_conditional(request)
    return response
