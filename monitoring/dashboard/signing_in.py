"""Signing in and out: the two forms that begin and end a session."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from flask import Flask, Response, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from monitoring.components.address import Address, language_prefix
from monitoring.dashboard.public_pages import page_html
from monitoring.domain.access import Act
from monitoring.domain.errors import Invalid, NotFound, Refusal
from monitoring.login import (
    CSRF_COOKIE,
    check_form_token,
    current_visit,
    form_token,
    language_of,
    public_visit,
    sign_in_session,
    sign_out_session,
)
from monitoring.pages._registration import find_page
from monitoring.pages._showing import shown
from monitoring.services.accounts import sign_in
from monitoring.services.municipalities import own_municipalities
from monitoring.services.overview import overview
from monitoring.services.visit import Visit
from monitoring.texts.words import LANGUAGES

OWN_ADDRESS = re.compile(r"/(?:[\w%.~-][\w%.~/-]*)?(?:\?[\w%.~+&=-]*)?", re.ASCII)
"""A path of ours with its query: no second slash or backslash at its beginning, no scheme, no blank."""


def add_to(server: Flask) -> None:
    """Add the routes, in every language."""
    for code in LANGUAGES:
        prefix = language_prefix(code)
        server.add_url_rule(f"{prefix}/anmelden", f"sign_in_{code}", _sign_in, methods=["POST"])
        server.add_url_rule(f"{prefix}/abmelden", f"sign_out_{code}", _sign_out, methods=["POST"])


def _sign_in() -> AnyResponse:
    _refuse_foreign_sites()
    address = Address(language_of(request.path), tail="/anmelden", root=request.root_path)
    try:
        signed_in = sign_in(
            public_visit(),
            request.form.get("name", ""),
            request.form.get("password", ""),
            request.remote_addr or "",
        )
    except Refusal as refusal:
        return _asked_again(refusal, address)
    sign_in_session(signed_in)
    response = redirect(_next(request.form.get("weiter", ""), address), code=303)
    _give_token(response)
    return response


def _asked_again(refusal: Refusal, address: Address) -> Response:
    from monitoring.dashboard.errors import status_of

    found = find_page(address.path.removeprefix(address.root), {}, address.root)
    assert found is not None
    g.refusal = refusal
    page = shown(found.page, public_visit(), address)
    status = 401 if refusal.code == "sign_in_failed" else status_of(refusal)
    response = Response(page_html(page, address), status, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response


def _sign_out() -> AnyResponse:
    check_form_token(request)
    sign_out_session()
    address = Address(language_of(request.path), tail="/anmelden", root=request.root_path)
    response = redirect(address.site("/anmelden", abgemeldet="1"), code=303)
    response.delete_cookie(CSRF_COOKIE, path=_cookie_path())
    return response


def _refuse_foreign_sites() -> None:
    """A form on a foreign site could sign a reader into a foreign account; browsers say where it stood."""
    origin = request.headers.get("Origin")
    if origin not in (None, "null") and urlsplit(origin).netloc != request.host:
        raise Invalid("form_expired")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Invalid("form_expired")


def _next(wanted: str, address: Address) -> str:
    """Where the reader wanted to go, if that is ours; else the own municipality; else the account."""
    if OWN_ADDRESS.fullmatch(wanted.removeprefix(address.root)) and wanted.startswith(address.root):
        return wanted
    visit = current_visit()
    own = [each.slug for each, _ in own_municipalities(visit) if _shows_something(visit, each.slug)]
    return address.municipality(own[0], is_office=True) if own else address.site("/konto")


def _shows_something(visit: Visit, slug: str) -> bool:
    """Whether the office of a municipality is open to somebody; to the council once something is shared."""
    try:
        overview(visit, slug)
    except NotFound:
        return False
    return visit.may(Act.SEE_SHARED, slug)


def _give_token(response: AnyResponse) -> None:
    """Dash's script sends the token of this cookie back with each callback; a foreign site cannot read it."""
    response.set_cookie(
        CSRF_COOKIE,
        form_token(),
        path=_cookie_path(),
        secure=request.is_secure,
        samesite="Lax",
    )


def _cookie_path() -> str:
    return f"{request.root_path}/"
