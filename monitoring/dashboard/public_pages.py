"""Public pages: complete HTML from the same layouts as in the office, without cookie, script or session."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, current_app, g, request

from monitoring.components.address import Address
from monitoring.components.document import document
from monitoring.dashboard.gate import PAGES
from monitoring.dashboard.kept_pages import KeptPage, KeptPages
from monitoring.login import current_visit, public_visit
from monitoring.pages._registration import Found
from monitoring.pages._showing import Shown, shown
from monitoring.services.overview import public_state
from monitoring.texts.words import LANGUAGES

_KEPT = "monitoring pages"

SCRIPTS = ("copy.js",)
"""Small scripts of our own; the pages are complete without them."""
FORM_SCRIPTS = (*SCRIPTS, "upload.js")


def add_to(server: Flask) -> None:
    """Answer for public pages before Dash does."""
    server.extensions[_KEPT] = KeptPages()
    server.before_request(_answer)


def _answer() -> Response | None:
    found: Found | None = g.get("found") if request.endpoint in PAGES else None
    if found is None or found.address.is_office:
        return None
    if found.audience != "public":
        html = page_html(shown(found.page, current_visit(), found.address), found.address)
        return _kept_by_nobody(Response(html, mimetype="text/html"))
    return _with_mark(_page(found))


def _page(found: Found) -> KeptPage:
    """The page, rendered only where something it is made of has changed."""
    visit, address = public_visit(), found.address

    def render() -> str:
        return page_html(shown(found.page, visit, address), address)

    if address.slug is None:
        return KeptPage.of(render())
    key = (str(visit.database.url), public_state(visit, address.slug), address.root, address.href)
    kept: KeptPages = current_app.extensions[_KEPT]
    return kept.get(key, render)


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


def _with_mark(page: KeptPage) -> Any:
    """Kept by browsers and proxies, which ask each time whether it still holds."""
    response = Response(page.content, mimetype="text/html")
    response.headers["Cache-Control"] = "public, no-cache"
    response.set_etag(page.mark)
    return response.make_conditional(request)


def _kept_by_nobody(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
