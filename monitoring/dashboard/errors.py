"""What is answered when something is refused or goes wrong: a page in plain words, with the right status."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from monitoring.components.document import document
from monitoring.dashboard.gate import CALLBACKS, address_of_request
from monitoring.domain.errors import (
    Conflict,
    Invalid,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refusal,
    Throttled,
)
from monitoring.pages._refusal import bug_page, refusal_page
from monitoring.texts.words import words

STATUS: dict[type[Refusal], int] = {
    NotFound: 404,
    NotAllowed: 403,
    NotSignedIn: 401,
    Conflict: 409,
    Invalid: 400,
    Throttled: 429,
}
_log = logging.getLogger("monitoring")


def add_to(server: Flask) -> None:
    """Answer for refusals, for faults of the request, and for bugs."""
    server.register_error_handler(Refusal, _refused)
    server.register_error_handler(HTTPException, _http_error)
    server.register_error_handler(Exception, _bug)


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal, by the nearest of its classes."""
    return next((STATUS[each] for each in type(refusal).__mro__ if each in STATUS), 400)


def _refused(refusal: Refusal) -> Response:
    address = address_of_request()
    page = refusal_page(refusal, words(address.language), address)
    return _response(page, status_of(refusal), refusal.code)


def _http_error(error: HTTPException) -> Any:
    code = error.code or 500
    if code < 400:  # noqa: PLR2004  a redirect
        return error
    if code in (404, 405):
        return _refused(NotFound())
    refusal = Invalid("too_large" if isinstance(error, RequestEntityTooLarge) else "invalid")
    address = address_of_request()
    return _response(refusal_page(refusal, words(address.language), address), code, refusal.code)


def _bug(error: Exception) -> Response:
    number = secrets.token_hex(4)
    _log.error("bug %s at %s %s", number, request.method, request.path, exc_info=error)
    address = address_of_request()
    return _response(bug_page(number, words(address.language), address), 500, "bug")


def _response(page: Any, status: int, code: str) -> Response:
    """The page; for Dash's own requests only the code, as nobody would see a page there."""
    if request.endpoint == CALLBACKS:
        response = Response(f'{{"error": "{code}"}}\n', status, mimetype="application/json")
    else:
        address = address_of_request()
        title = words(address.language)("frame.title_short", page=words(address.language)("page.error.title"))
        text = document(title, page, lang=address.language, prefix=f"{address.root}/", robots="noindex")
        response = Response(text, status, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response
