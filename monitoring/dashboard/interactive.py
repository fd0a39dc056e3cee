"""Interactivity on demand: what loads Dash into a public page that was served as HTML."""

from __future__ import annotations

import gzip

from dash import Dash
from flask import Response, request

from monitoring.components.document import INTERACTIVE_START
from monitoring.dashboard.gate import CALLBACKS
from monitoring.dashboard.kept_answers import keep_for_ever
from monitoring.login import has_session


def add_to(app: Dash) -> None:
    """Answer with Dash's scripts and settings; assets/interactive.js loads them when a reader asks for it."""

    def start() -> Response:
        response = Response(app.index(), mimetype="text/html")
        response.headers["Cache-Control"] = "public, no-cache"
        response.headers["X-Robots-Tag"] = "noindex"
        keep_for_ever(request.environ)
        return response

    app.server.add_url_rule(f"/{INTERACTIVE_START}", "interactive", start)
    app.server.after_request(_compress)


def _compress(response: Response) -> Response:
    """Compress what Dash asks for in public pages: a page as JSON is ten times as large as on the line.

    Never for who is signed in: the length of what is compressed together with a secret can betray it.
    """
    is_asked_by_dash = request.path == CALLBACKS and not has_session()
    if not is_asked_by_dash or "gzip" not in request.headers.get("Accept-Encoding", ""):
        return response
    response.set_data(gzip.compress(response.get_data(), 6, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response
