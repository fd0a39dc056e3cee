"""The charts of the balance: emissions or final energy by sector, without a target."""

from __future__ import annotations

from dash import html

from monitoring.charts.emissions import Emissions, emissions_figure, emissions_table
from monitoring.components.address import Address
from monitoring.components.chart_with_table import chart_with_table
from monitoring.domain.overview import Overview
from monitoring.domain.target import TargetQuantity
from monitoring.domain.totals import YearTotal, total_series
from monitoring.pages._balance_series import by_sector, differing, notes_on, together, withheld
from monitoring.pages._scale import scale_of
from monitoring.pages._sources import balance_sources, beneath
from monitoring.pages._stand import latest_total
from monitoring.texts.sentences import emissions_sentence, energy_sentence, sectors_sentence
from monitoring.texts.words import Words


def emissions_chart(overview: Overview, words: Words, address: Address, *, name: str) -> html.Figure | None:
    """Emissions by sector; nothing where there are none."""
    sentence = emissions_sentence(total_series(overview.emissions), words)
    title = words("chart.balance.emissions")
    return _chart(
        overview.emissions, TargetQuantity.EMISSIONS, (title, sentence), overview, words, address, name
    )


def energy_chart(overview: Overview, words: Words, address: Address, *, name: str) -> html.Figure | None:
    """Final energy by sector; nothing where there is none."""
    sentence = energy_sentence(total_series(overview.energy), words)
    title = words("chart.balance.energy")
    return _chart(overview.energy, TargetQuantity.ENERGY, (title, sentence), overview, words, address, name)


def administration_chart(
    overview: Overview, words: Words, address: Address, *, name: str
) -> html.Figure | None:
    """Emissions of the administration; nothing where there are none."""
    sentence = emissions_sentence(total_series(overview.administration), words)
    title = words("chart.balance.administration")
    totals = overview.administration
    return _chart(totals, TargetQuantity.EMISSIONS, (title, sentence), overview, words, address, name)


def _chart(
    totals: tuple[YearTotal, ...],
    quantity: TargetQuantity,
    said: tuple[str, str],
    overview: Overview,
    words: Words,
    address: Address,
    name: str,
) -> html.Figure | None:
    if not totals:
        return None
    title, sentence = said
    emissions = _emissions(totals, quantity, title, words)
    newest = latest_total(totals) or totals[-1]
    return chart_with_table(
        emissions_figure(emissions, words),
        emissions_table(emissions, words),
        f"{sentence} {sectors_sentence(newest, words)}".strip(),
        name=name,
        words=words,
        notes=notes_on(totals, quantity, words),
        source=beneath(balance_sources(overview, newest, totals, words)),
        address=address,
    )


def _emissions(
    totals: tuple[YearTotal, ...], quantity: TargetQuantity, title: str, words: Words
) -> Emissions:
    largest = max((each.total or 0.0 for each in totals), default=0.0)
    scale = scale_of(quantity, largest, words)
    return Emissions(
        totals=scale.values({each.year: each.total for each in totals}),
        unit=scale.unit,
        title=title,
        by_sector=by_sector(totals, scale),
        differing=scale.values(differing(totals)),
        withheld=withheld(totals),
        together=together(totals, scale),
        method_breaks=tuple(each.year for each in totals if each.is_break),
    )
