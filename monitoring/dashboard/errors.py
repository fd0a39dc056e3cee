"""What is answered when something is refused or goes wrong: a page in plain words, with the right status."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from monitoring.components.document import document
from monitoring.components.gist import gist_of
from monitoring.dashboard.gate import CALLBACKS, address_of_request
from monitoring.dashboard.public_pages import FORM_SCRIPTS, page_html
from monitoring.domain.errors import (
    Cancelled,
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refusal,
    Throttled,
)
from monitoring.forms import NotTaken
from monitoring.login import current_visit
from monitoring.pages._refusal import bug_page, refusal_page
from monitoring.pages._registration import find_page
from monitoring.pages._showing import shown
from monitoring.texts.words import words as words_in

STATUS: dict[type[Refusal], int] = {
    NotFound: 404,
    NotAllowed: 403,
    NotSignedIn: 401,
    Conflict: 409,
    Cancelled: 409,
    Invalid: 400,
    Throttled: 429,
}
FIRST_ERROR = 400
_log = logging.getLogger("monitoring")


def add_to(server: Flask) -> None:
    """Answer for refusals, for faults of the request, and for bugs."""
    server.register_error_handler(Refusal, _refused)
    server.register_error_handler(HTTPException, _http_error)
    server.register_error_handler(NotTaken, _asked_again)
    server.register_error_handler(Exception, _bug)


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal, by the nearest of its classes."""
    return next((STATUS[each] for each in type(refusal).__mro__ if each in STATUS), 400)


def _refused(refusal: Refusal) -> Response:
    address = address_of_request()
    page = refusal_page(refusal, words_in(address.language), address)
    return _response(page, status_of(refusal), refusal.code)


def _asked_again(error: NotTaken) -> Response:
    """The page of a form once more, with what was typed and what is wrong with it."""
    found = find_page(request.path, request.args.to_dict(), request.root_path)
    if found is None:
        return _refused(NotFound())
    g.address = found.address
    try:
        page = shown(found.page, current_visit(), found.address)
    except Refusal as refusal:
        return _refused(refusal)
    response = Response(page_html(page, found.address, FORM_SCRIPTS), error.status, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response


def _http_error(error: HTTPException) -> Any:
    code = error.code or 500
    if code < FIRST_ERROR:  # a redirect
        return error
    if code in (404, 405):
        return _refused(NotFound())
    refusal = Invalid("too_large" if isinstance(error, RequestEntityTooLarge) else "invalid")
    address = address_of_request()
    return _response(refusal_page(refusal, words_in(address.language), address), code, refusal.code)


def _bug(error: Exception) -> Response:
    number = secrets.token_hex(4)
    _log.error("bug %s at %s %s", number, request.method, request.path, exc_info=error)
    address = address_of_request()
    return _response(bug_page(number, words_in(address.language), address), 500, "bug")


def _response(page: Any, status: int, code: str) -> Response:
    """The page; for Dash's own requests only the code, as nobody would see a page there."""
    if request.endpoint == CALLBACKS:
        response = Response(f'{{"error": "{code}"}}\n', status, mimetype="application/json")
    else:
        address = address_of_request()
        words = words_in(address.language)
        title = words("frame.title_short", page=gist_of(page).heading)
        text = document(title, page, lang=address.language, prefix=f"{address.root}/", robots="noindex")
        response = Response(text, status, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response
