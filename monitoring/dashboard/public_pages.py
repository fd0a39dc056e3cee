"""Public pages: complete HTML from the same layouts as in the office, without cookie, script or session."""

from __future__ import annotations

from flask import Flask, Response, g, request

from monitoring.components.address import Address
from monitoring.components.document import FEED, document
from monitoring.dashboard.for_everybody import for_everybody
from monitoring.dashboard.gate import PAGES
from monitoring.login import current_visit, public_visit
from monitoring.pages._registration import Found
from monitoring.pages._showing import Shown, shown
from monitoring.texts.words import LANGUAGES
from monitoring.texts.words import words as words_in

SCRIPTS = ("copy.js", "interactive.js")
"""Small scripts of our own; the pages are complete without them."""
FORM_SCRIPTS = (*SCRIPTS, "upload.js")


def add_to(server: Flask) -> None:
    """Answer for public pages before Dash does."""
    server.before_request(_answer)


def _answer() -> Response | None:
    found: Found | None = g.get("found") if request.endpoint in PAGES else None
    if found is None or found.address.is_office or request.method == "OPTIONS":
        return None
    if found.audience != "public":
        html = page_html(shown(found.page, current_visit(), found.address), found.address)
        return _kept_by_nobody(Response(html, mimetype="text/html"))
    return _public(found)


def _public(found: Found) -> Response:
    """The page for everybody, kept by us and by browsers, which ask each time whether it still holds."""
    address = found.address

    def make() -> Response:
        html = page_html(shown(found.page, public_visit(), address), address)
        return Response(html, mimetype="text/html")

    return for_everybody(address.slug, make)


def page_html(page: Shown, address: Address, scripts: tuple[str, ...] = SCRIPTS) -> str:
    """A page as a document of its own."""
    return document(
        page.title,
        page.body,
        lang=address.language,
        description=page.description,
        prefix=f"{address.root}/",
        alternates=[(code, address.in_language(code).whole) for code in LANGUAGES],
        scripts=scripts,
        style=page.style,
        sharing=page.sharing,
        feed=_feed(address),
    )


def _feed(address: Address) -> tuple[str, str]:
    """Where the feed about the same stands, and what it is called."""
    words = words_in(address.language)
    if address.slug is None:
        return address.site(FEED), words("feed.title_of_all")
    return address.to(FEED, keep_publication=False), words("feed.of_municipality")


def _kept_by_nobody(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
