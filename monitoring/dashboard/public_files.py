"""Files for everybody around the public pages: the logo of a municipality, the preview picture of a page."""

from __future__ import annotations

from flask import Flask, Response, request

from monitoring.components.address import PUBLICATION
from monitoring.dashboard.for_everybody import for_everybody
from monitoring.dashboard.gate import origin_of_request
from monitoring.domain.errors import NotFound
from monitoring.forms.downloads import PICTURE_POLICY
from monitoring.login import public_visit
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._preview import preview_of
from monitoring.pages._registration import find_page
from monitoring.pages._sharing import PREVIEWS
from monitoring.reports.preview_picture import preview_png
from monitoring.services.public_face import logo


def add_to(server: Flask) -> None:
    """Add the routes."""
    server.add_url_rule("/kommune/<slug>/logo", "logo", _logo)
    server.add_url_rule(f"{PREVIEWS}/<path:page>.png", "preview", _preview)


def _logo(slug: str) -> Response:
    def make() -> Response:
        found = logo(public_visit(), slug)
        response = Response(found.content, mimetype=found.media_type)
        response.headers["Content-Security-Policy"] = PICTURE_POLICY
        return response

    return for_everybody(slug, make)


def _preview(page: str) -> Response:
    """The picture of a public page; a query other than a publication has none."""
    if set(request.args) - {PUBLICATION}:
        raise NotFound()
    found = find_page(f"/{page}", request.args.to_dict(), request.root_path, origin_of_request())
    if found is None or found.audience != "public" or not isinstance(found.page, MunicipalityPage):
        raise NotFound()
    own, address = found.page, found.address

    def make() -> Response:
        return Response(preview_png(preview_of(own, public_visit(), address)), mimetype="image/png")

    return for_everybody(address.slug, make)
