"""Public pages: complete HTML from the same layouts as in the office, without cookie, script or session."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from flask import Flask, Response, g, request

from monitoring.components.address import Address
from monitoring.components.document import document
from monitoring.dashboard.gate import PAGES
from monitoring.login import current_visit, public_visit
from monitoring.pages._registration import Found
from monitoring.pages._showing import Shown, shown
from monitoring.texts.words import LANGUAGES

SCRIPTS = ("copy.js",)
"""Small scripts of our own; the pages are complete without them."""
FORM_SCRIPTS = (*SCRIPTS, "upload.js")


def add_to(server: Flask) -> None:
    """Answer for public pages before Dash does."""
    server.before_request(_answer)


def _answer() -> Response | None:
    found: Found | None = g.get("found") if request.endpoint in PAGES else None
    if found is None or found.address.is_office:
        return None
    is_cached = found.audience == "public"
    page = shown(found.page, public_visit() if is_cached else current_visit(), found.address)
    response = Response(page_html(page, found.address), mimetype="text/html")
    return _with_mark(response) if is_cached else _kept_by_nobody(response)


def page_html(page: Shown, address: Address, scripts: tuple[str, ...] = SCRIPTS) -> str:
    """A page as a document of its own."""
    return document(
        page.title,
        page.body,
        lang=address.language,
        description=page.description,
        prefix=f"{address.root}/",
        alternates=[(code, address.in_language(code).href) for code in LANGUAGES],
        scripts=scripts,
    )


def _with_mark(response: Response) -> Any:
    """Kept by browsers and proxies, which ask each time whether it still holds."""
    response.headers["Cache-Control"] = "public, no-cache"
    response.set_etag(sha256(response.get_data()).hexdigest()[:32])
    return response.make_conditional(request)


def _kept_by_nobody(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
