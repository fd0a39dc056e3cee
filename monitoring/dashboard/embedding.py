"""Embedding: frames for the websites that a municipality allows, and for no others."""

from __future__ import annotations

from flask import Flask, Response, request

from monitoring.components.accent import accent_style, light_style
from monitoring.components.address import EMBEDDED, Address, language_prefix
from monitoring.components.document import document
from monitoring.components.embedded import SCRIPT
from monitoring.dashboard.for_everybody import for_everybody
from monitoring.dashboard.headers import NOBODY, content_security_policy
from monitoring.dashboard.request_address import request_address
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.login import public_visit
from monitoring.pages._embedded import EMBEDS, Embed, colours_of, embedded_body, title_of
from monitoring.services.overview import overview
from monitoring.texts.words import LANGUAGES
from monitoring.texts.words import words as words_in


def add_to(server: Flask) -> None:
    """Add the routes, in every language."""
    for code in LANGUAGES:
        prefix = language_prefix(code)
        server.add_url_rule(f"{prefix}{EMBEDDED}/<slug>/<name>", f"embedded {code}", _embedded)


def _embedded(slug: str, name: str) -> Response:
    embed = next((each for each in EMBEDS if each.tail == f"/{name}"), None)
    if embed is None:
        raise NotFound()
    address = request_address(slug, embed.tail, query=request.args.to_dict(), is_embedded=True)

    def make() -> Response:
        seen = overview(public_visit(), slug, address.publication)
        response = Response(_html(embed, seen, address), mimetype="text/html")
        sites = " ".join(seen.face.embedding_sites) or NOBODY
        response.headers["Content-Security-Policy"] = content_security_policy([], sites)
        return response

    return for_everybody(slug, make)


def _html(embed: Embed, seen: Overview, address: Address) -> str:
    words = words_in(address.language)
    style = accent_style(seen.face)
    return document(
        title_of(embed, seen, words),
        embedded_body(embed, seen, words, address),
        lang=address.language,
        prefix=f"{address.root}/",
        scripts=(SCRIPT,),
        robots="noindex",
        style=style + light_style(seen.face) if colours_of(address) else style,
    )
