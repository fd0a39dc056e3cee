"""Asking again: what a form could not take is answered with its own page, everything typed still in it."""

from __future__ import annotations

from flask import Flask, Response, g, request

from monitoring.dashboard.public_pages import SCRIPTS, page_html
from monitoring.domain.errors import NotFound
from monitoring.forms import NotTaken
from monitoring.login import current_visit
from monitoring.pages._registration import find_page
from monitoring.pages._showing import shown

FORM_SCRIPTS = (*SCRIPTS, "upload.js", "busy.js", "underway.js", "steps.js", "focus.js", "photo.js")


def add_to(server: Flask) -> None:
    """Answer for forms that were not taken."""
    server.register_error_handler(NotTaken, _asked_again)


def _asked_again(refused: NotTaken) -> Response:
    found = find_page(request.path, request.args.to_dict(), request.root_path)
    if found is None:
        raise NotFound()
    g.address = found.address
    page = shown(found.page, current_visit(), found.address)
    response = Response(page_html(page, found.address, FORM_SCRIPTS), refused.status, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response
