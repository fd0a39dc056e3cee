"""The text in „Leichte Sprache“, with who checked it; there is none unless the municipality has one."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.link import way_on
from monitoring.components.sentence import remark
from monitoring.components.statement import statement_body
from monitoring.domain.easy_text import EasyText
from monitoring.domain.overview import Overview
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.texts.statements import own_sections
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Every text, German as it was written, and beneath it who checked it and when."""
    texts = overview.of(EasyText)
    edit = html.A(words("easy.edit"), href=address.to("/leichte-sprache/bearbeiten"))
    return [
        html.H1(words("easy.title")),
        stand_notice(overview, words, address),
        *[part for each in texts for part in _text(each, words)],
        html.P(words("easy.none"), className="empty") if not texts else None,
        html.P(edit, className="no-print") if overview.stand.shows_internal else None,
        stand_line(overview, words),
        way_on(words("plain.page.to_overview"), address.to()),
    ]


def _text(text: EasyText, words: Words) -> list[Any]:
    parts = statement_body(own_sections(text.text), heading=html.H3)
    body = html.Div([html.H2(text.title), *parts], className="easy", lang="de")
    checked = words("easy.checked", organisation=text.checked_by, date=text.checked_on)
    return [body, remark(checked)]


register_pages(__name__, MunicipalityPage("/leichte-sprache", "easy.title", layout))
