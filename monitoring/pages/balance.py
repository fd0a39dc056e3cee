"""The balance: emissions and final energy by sector, per inhabitant, and every reported value."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.charts.rows import fitting_digits
from monitoring.components.address import Address
from monitoring.components.table import data_table
from monitoring.domain.inhabitants import Inhabitants
from monitoring.domain.overview import Overview
from monitoring.domain.totals import per_capita, total_series
from monitoring.pages._balance_editions import edition_tables
from monitoring.pages._balance_values import YEAR, balance_values, quality_sentence
from monitoring.pages._opening import opening
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.pages._sources import balance_sources, beneath
from monitoring.pages._stand import latest_total
from monitoring.pages._totals_chart import administration_chart, emissions_chart, energy_chart
from monitoring.texts.sentences import data_gap_sentence
from monitoring.texts.words import Words

CHARTS = (
    ("emissions_by_sector", emissions_chart),
    ("energy_by_sector", energy_chart),
    ("administration", administration_chart),
)


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The whole page; sections without data are left out."""
    heading = opening("balance", overview, words, address)
    if not overview.has_balance:
        return [*heading, html.P(words("page.balance.empty"), className="empty")]
    gap = data_gap_sentence(overview.balance_year, overview.today, words) if overview.balance_year else ""
    return [
        *heading,
        html.P(gap),
        *_charts(overview, words, address),
        *_per_capita(overview, words),
        *_quality(overview, words),
        *balance_values(overview, words, address),
        *edition_tables(overview, words),
    ]


def _charts(overview: Overview, words: Words, address: Address) -> list[Any]:
    parts: list[Any] = []
    for name, chart in CHARTS:
        drawn = chart(overview, words, address, name=name.replace("_", "-"))
        if drawn is not None:
            parts += [html.H2(words(f"page.balance.{name}")), drawn]
    return parts


def _per_capita(overview: Overview, words: Words) -> list[Any]:
    """Emissions and final energy per inhabitant of the same year."""
    emissions = dict(per_capita(total_series(overview.emissions), overview.inhabitants).points)
    energy = dict(per_capita(total_series(overview.energy), overview.inhabitants).points)
    years = sorted({*emissions, *energy})
    if not years:
        return []
    columns = [
        words("chart.year"),
        words("page.balance.inhabitants"),
        words("page.balance.emissions_per_capita"),
        words("page.balance.energy_per_capita"),
    ]
    rows = [
        [
            str(year),
            words.number(overview.inhabitants[year]),
            words.number(emissions.get(year), fitting_digits([*emissions.values()])),
            words.number(energy.get(year), fitting_digits([*energy.values()])),
        ]
        for year in years
    ]
    heading = words("page.balance.per_capita")
    table = data_table(columns, rows, caption=heading, words=words, numeric=(1, 2, 3), hidden_caption=True)
    return [html.H2(heading), table, beneath(_per_capita_sources(years[-1], overview, words))]


def _per_capita_sources(newest: int, overview: Overview, words: Words) -> list[str]:
    """Where both parts of the division come from."""
    totals = overview.emissions or overview.energy
    people = next((each.source for each in overview.of(Inhabitants) if each.year == newest), None)
    named = words("note.population", source=people) if people else words("note.population_not_stated")
    balance = balance_sources(overview, latest_total(totals), totals, words)
    return [f"{words('note.per_capita_same_year')} {named}", *balance[:1]]


def _quality(overview: Overview, words: Words) -> list[Any]:
    return [html.H2(words("page.balance.quality")), html.P(quality_sentence(overview, words))]


register_pages(__name__, MunicipalityPage("/bilanz", "page.balance.title", layout, asks=frozenset({YEAR})))
