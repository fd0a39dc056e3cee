"""The indicators: what is counted besides tonnes and megawatt hours."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.domain.overview import Overview
from monitoring.pages._indicator_chart import indicator_section
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """Each indicator under a heading of its own, with its values and its target."""
    heading = opening("indicators", overview, words, address)
    if not overview.indicators:
        return [*heading, html.P(words("page.indicators.empty"), className="empty")]
    sections = [
        indicator_section(view, overview, words, address, name=f"indicator-{number}", heading=html.H2)
        for number, view in enumerate(overview.indicators, start=1)
    ]
    return [*heading, *sections]


register_pages(__name__, MunicipalityPage("/indikatoren", "page.indicators.title", layout))
