"""The corrections: everything that was public once and is different now, since when and why."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.amendments import amendments_table
from monitoring.components.sentence import lead
from monitoring.domain.news import measure_of
from monitoring.domain.overview import Overview
from monitoring.domain.past import Amendment
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._stand import stand_line, stand_notice
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """First what was amended of the figures, then what of the measures."""
    of_measures = [each for each in overview.amendments if measure_of(each.was)]
    of_figures = [each for each in overview.amendments if not measure_of(each.was)]
    return [
        html.H1(words("amendment.heading")),
        stand_notice(overview, words, address),
        stand_line(overview, words),
        lead(words("amendment.lead", municipality=overview.municipality.name)),
        *_section("figures", of_figures, words),
        *_section("measures", of_measures, words),
    ]


def _section(name: str, amendments: list[Amendment], words: Words) -> list[Any]:
    heading = words(f"nav.{name}")
    caption = f"{words('amendment.heading')}: {heading}"
    return [html.H2(heading), amendments_table(amendments, words, caption=caption)]


register_pages(__name__, MunicipalityPage("/berichtigungen", "amendment.heading", layout))
