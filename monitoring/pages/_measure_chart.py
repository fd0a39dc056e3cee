"""The chart of the measures: how many of each field of action are in which status."""

from __future__ import annotations

from dash import html

from monitoring.charts.measures import measures_figure, measures_table
from monitoring.components.address import Address
from monitoring.components.chart_with_table import chart_with_table
from monitoring.domain.overview import Overview
from monitoring.pages._sources import beneath
from monitoring.pages._stand import data_date
from monitoring.texts.words import Words


def measure_chart(
    overview: Overview, message: str, words: Words, address: Address, *, name: str
) -> html.Figure:
    """The chart with its message and table."""
    counts = counts_by_field(overview, words)
    return chart_with_table(
        measures_figure(counts, words),
        measures_table(counts, words),
        message,
        name=name,
        words=words,
        source=beneath([f"{data_date(overview, words)} · {words('note.status_source')}"]),
        address=address,
    )


def counts_by_field(overview: Overview, words: Words) -> dict[str, dict[str, int]]:
    """Field of action → status code → number; fields without measures are left out, „without“ is last."""
    without = words("page.measures.without_field")
    counts: dict[str, dict[str, int]] = {name: {} for name in [*overview.fields_of_action, without]}
    for view in overview.measures:
        of_field = counts[view.measure.field_of_action or without]
        of_field[view.measure.status.value] = of_field.get(view.measure.status.value, 0) + 1
    return {name: by_status for name, by_status in counts.items() if by_status}
