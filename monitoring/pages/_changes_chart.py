"""What the sectors contributed since the last change of method, as a waterfall."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.charts.sector_changes import Changes, changes_figure, changes_table
from monitoring.components.address import Address
from monitoring.components.chart_with_table import chart_with_table
from monitoring.domain.overview import Overview
from monitoring.domain.sector_changes import SectorChanges, sector_changes
from monitoring.domain.target import TargetQuantity
from monitoring.pages._scale import Scale, scale_of
from monitoring.pages._sources import balance_sources, beneath
from monitoring.pages._stand import latest_total
from monitoring.texts.sector_changes import sector_changes_sentence
from monitoring.texts.words import Words


def changes_chart(overview: Overview, words: Words, address: Address, *, name: str) -> list[Any]:
    """The chart under its heading; nothing where two comparable years or two sectors are missing."""
    found = sector_changes(overview.emissions)
    if found is None:
        return []
    ends = (found.first_year, found.last_year)
    compared = [each for each in overview.emissions if each.year in ends]
    largest = max((each.total or 0.0 for each in overview.emissions), default=0.0)
    shown = _changes(found, scale_of(TargetQuantity.EMISSIONS, largest, words), words)
    chart = chart_with_table(
        changes_figure(shown, words),
        changes_table(shown, words),
        sector_changes_sentence(found, words),
        name=name,
        words=words,
        source=beneath(balance_sources(overview, latest_total(overview.emissions), compared, words)),
        notes=words("note.rating_contains"),
        address=address,
    )
    return [html.H3(words("page.story.changes")), chart]


def _changes(found: SectorChanges, scale: Scale, words: Words) -> Changes:
    sectors = {words.label(sector): values for sector, values in found.by_sector.items()}
    steps = {words.label(sector): scale.value(found.change(sector)) for sector in found.by_sector}
    if found.rest:
        steps[_rest(found, words)] = scale.value(found.rest)
    return Changes(
        found.first_year,
        found.last_year,
        scale.value(found.first),
        scale.value(found.last),
        before={name: scale.value(sectors[name][0]) if name in sectors else None for name in steps},
        after={name: scale.value(sectors[name][1]) if name in sectors else None for name in steps},
        steps=steps,
        unit=scale.unit,
    )


def _rest(found: SectorChanges, words: Words) -> str:
    return words("chart.withheld_sectors" if found.has_withheld else "chart.changes.rest")
