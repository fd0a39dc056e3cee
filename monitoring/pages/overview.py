"""The overview: where do we stand, is it enough, what has to happen next; with at most six figures."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.domain.overview import Overview
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole overview page."""
    return [html.H1(words("page.overview.heading", municipality=overview.municipality.name))]


register_pages(__name__, MunicipalityPage("", "page.overview.title", layout))
