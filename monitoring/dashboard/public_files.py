"""Files for everybody around the public pages: the logo of a municipality, the preview picture of a page."""

from __future__ import annotations

from flask import Flask, Response, request

from monitoring.components.address import PUBLICATION, Address, language_prefix
from monitoring.components.story_card import NARROW
from monitoring.dashboard.for_everybody import for_everybody
from monitoring.dashboard.request_address import origin_of_request, request_address
from monitoring.domain.errors import NotFound
from monitoring.forms.downloads import PICTURE_POLICY
from monitoring.login import public_visit
from monitoring.pages._ending import POSTER
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._poster import ASKED, poster_about, sheet_of
from monitoring.pages._preview import preview_of
from monitoring.pages._registration import find_page
from monitoring.pages._sharing import PREVIEWS
from monitoring.reports.poster import Poster, poster_svg
from monitoring.reports.preview_picture import preview_png
from monitoring.reports.qr_code import qr_svg
from monitoring.services.overview import overview
from monitoring.services.public_face import logo
from monitoring.services.stories import picture
from monitoring.texts.words import LANGUAGES
from monitoring.texts.words import words as words_in


def add_to(server: Flask) -> None:
    """Add the routes."""
    server.add_url_rule("/kommune/<slug>/logo", "logo", _logo)
    server.add_url_rule("/kommune/<slug>/bild/<mark>", "picture", _picture)
    server.add_url_rule(f"/kommune/<slug>/bild/<mark>{NARROW}", "narrow picture", _narrow_picture)
    server.add_url_rule(f"{PREVIEWS}/<path:page>.png", "preview", _preview)
    for code in LANGUAGES:
        rule = f"{language_prefix(code)}/kommune/<slug>{POSTER}"
        server.add_url_rule(f"{rule}.svg", f"poster {code}", _poster)
        server.add_url_rule(f"{rule}/qr.svg", f"code {code}", _code)


def _logo(slug: str) -> Response:
    def make() -> Response:
        found = logo(public_visit(), slug)
        response = Response(found.content, mimetype=found.media_type)
        response.headers["Content-Security-Policy"] = PICTURE_POLICY
        return response

    return for_everybody(slug, make)


def _narrow_picture(slug: str, mark: str) -> Response:
    return _picture(slug, mark, is_narrow=True)


def _picture(slug: str, mark: str, *, is_narrow: bool = False) -> Response:
    def make() -> Response:
        found = picture(public_visit(), slug, mark, is_narrow=is_narrow)
        return Response(found.content, mimetype=found.media_type)

    return for_everybody(slug, make)


def _poster(slug: str) -> Response:
    """A poster as a file: the sheet in its real size."""
    address = _address_of_poster(slug)

    def make() -> Response:
        return _drawing(poster_svg(_poster_at(address), sheet_of(address)))

    return for_everybody(slug, make)


def _code(slug: str) -> Response:
    """The code of a poster alone."""
    address = _address_of_poster(slug)

    def make() -> Response:
        told = _poster_at(address)
        return _drawing(qr_svg(told.address, words_in(address.language)("component.end.code")))

    return for_everybody(slug, make)


def _address_of_poster(slug: str) -> Address:
    """Where the poster was asked for. Raises NotFound for a query that no poster has."""
    if set(request.args) - ASKED:
        raise NotFound()
    return request_address(slug, query=request.args.to_dict())


def _poster_at(address: Address) -> Poster:
    seen = overview(public_visit(), address.slug or "", address.publication)
    return poster_about(seen, words_in(address.language), address)


def _drawing(svg: str) -> Response:
    response = Response(svg, mimetype="image/svg+xml")
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    return response


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
