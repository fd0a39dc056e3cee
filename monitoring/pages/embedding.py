"""Embedding: what climate managers hand to whoever keeps the website of the town, as text to copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html

from monitoring.components.address import COLOURS, Address
from monitoring.components.copy_text import copy_text
from monitoring.components.embedded import LIGHT, frame_code, height_code
from monitoring.components.notice import notice
from monitoring.components.sentence import lead
from monitoring.domain.errors import NotFound
from monitoring.domain.overview import Overview
from monitoring.login import public_visit
from monitoring.pages._embedded import EMBEDDING, EMBEDS, Embed, embedded_body, title_of
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.overview import overview as overview_seen
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Who may embed, and the texts to copy for what is published."""
    parts = [_section(embed, words, address) for embed in EMBEDS]
    shown = [part for part in parts if part is not None]
    return [
        html.H1(words("page.embedding.title")),
        lead(words("page.embedding.intro")),
        _allowed(overview, words, address),
        *(shown or [notice(words("page.embedding.unpublished"))]),
        *(_height(words, address) if shown else []),
    ]


def _allowed(overview: Overview, words: Words, address: Address) -> html.P:
    sites = overview.face.embedding_sites
    said = (
        words("page.embedding.allowed", sites=words.list(sites))
        if sites
        else words("page.embedding.none_allowed")
    )
    return html.P([said, " ", html.A(words("page.embedding.change"), href=address.to("/auftritt"))])


def _section(embed: Embed, words: Words, address: Address) -> html.Section | None:
    """The text for one frame; None where the public would see nothing in it."""
    there = replace(address, is_office=False, is_embedded=True, tail=embed.tail, query={COLOURS: LIGHT})
    try:
        seen = overview_seen(public_visit(), address.slug or "")
        embedded_body(embed, seen, words, there)
    except NotFound:
        return None
    code = frame_code(there.origin + there.href, title_of(embed, seen, words), embed.height)
    name = f"code-{embed.name}"
    return html.Section(
        [
            html.H2(words(f"page.embedding.{embed.name}"), id=f"{name}-heading"),
            copy_text(code, name=name, label=words("page.embedding.code"), words=words, rows=4),
            html.P(html.A(words("page.embedding.see"), href=there.href)),
        ],
        **{"aria-labelledby": f"{name}-heading"},
    )


def _height(words: Words, address: Address) -> list[Any]:
    code = height_code(address.origin)
    return [
        html.H2(words("page.embedding.height_heading")),
        html.P(words("page.embedding.height")),
        copy_text(code, name="code-height", label=words("page.embedding.code"), words=words, rows=9),
        html.P(words("page.embedding.colours")),
        html.P(words("page.embedding.fixed")),
    ]


register_pages(__name__, MunicipalityPage(EMBEDDING, "page.embedding.title", layout, audience="manager"))
