"""The summary in plain language: what the overview says, in short sentences made from its numbers."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.link import way_on
from monitoring.components.sentence import remark
from monitoring.domain.overview import Overview
from monitoring.domain.plain_summary import plain_summary
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.texts.plain_summary import plain_summary_text
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Each part of the summary under its question, a line for each sentence."""
    main = overview.main_target
    unit = main.unit if main else None
    parts = plain_summary_text(plain_summary(overview), words, unit)
    return [
        html.H1(words("plain.page.heading", municipality=overview.municipality.name)),
        stand_notice(overview, words, address),
        *[_part(words.label(topic), sentences) for topic, sentences in parts],
        remark(words("plain.page.made")),
        stand_line(overview, words),
        way_on(words("plain.page.to_overview"), address.to()),
    ]


def _part(question: str, sentences: list[str]) -> html.Section:
    # One flat list: Dash draws no list within a list.
    lines = [part for sentence in sentences for part in (sentence, html.Br())]
    return html.Section([html.H2(question), html.P(lines, className="plain about")])


register_pages(__name__, MunicipalityPage("/einfache-sprache", "plain.page.title", layout))
