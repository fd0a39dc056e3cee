"""The indicators: what is counted besides tonnes and megawatt hours."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.sentence import lead
from monitoring.domain.overview import Overview
from monitoring.pages._indicator_chart import indicator_section
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole page."""
    heading = [
        html.H1(words("page.indicators.heading")),
        stand_notice(overview, words, address),
        stand_line(overview, words),
        lead(words("page.indicators.intro")),
    ]
    if not overview.indicators:
        return [*heading, html.P(words("page.indicators.empty"), className="empty")]
    sections = [
        indicator_section(view, overview, words, address, name=f"indicator-{number}", heading=html.H2)
        for number, view in enumerate(overview.indicators, start=1)
    ]
    return [*heading, *sections]


register_pages(__name__, MunicipalityPage("/indikatoren", "page.indicators.title", layout))
