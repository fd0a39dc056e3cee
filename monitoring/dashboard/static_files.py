"""Static files: compressed once and kept, by us and by browsers, where their address names their content."""

from __future__ import annotations

from flask import Flask, Response, request

from monitoring.components.assets import STYLESHEET, asset_url, stylesheet, stylesheet_url
from monitoring.dashboard.kept_answers import keep_for_ever

_YEAR = 31_536_000
_ASSETS = "/assets/"
_COMPONENTS = "/_dash-component-suites/"


def add_to(server: Flask) -> None:
    """Answer for the stylesheet of all pages, and say of every file how long it may be kept."""
    server.add_url_rule(f"/{STYLESHEET}", "stylesheet", _stylesheet)
    server.after_request(_keep)


def _stylesheet() -> Response:
    return Response(stylesheet(), mimetype="text/css")


def _keep(response: Response) -> Response:
    """Files with a mark of their content are kept for ever; plotly's bundle, sent without, for a day."""
    if response.status_code not in (200, 304):
        return response
    if request.path.startswith(_ASSETS) and "m" in request.args:
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        if request.args["m"] == _mark_of(request.path):
            keep_for_ever(request.environ)
    elif request.path.startswith(_COMPONENTS):
        if not response.cache_control.max_age:
            response.headers["Cache-Control"] = "public, max-age=86400"
        if not request.query_string:
            keep_for_ever(request.environ)
    return response


def _mark_of(path: str) -> str:
    """The mark in the address of a file as it is now; one with another mark is not kept here."""
    name = path.removeprefix(_ASSETS)
    url = stylesheet_url() if path == f"/{STYLESHEET}" else asset_url(name)
    return url.partition("?m=")[2]
