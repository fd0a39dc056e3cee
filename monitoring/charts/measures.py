"""How many measures of each field of action are in which status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monitoring.charts.figure import Figure, category_axis, figure, value_axis
from monitoring.charts.looks import STATUSES, marker
from monitoring.charts.rows import ChartTable
from monitoring.domain.measure import MeasureStatus
from monitoring.texts.words import Words

Counts = Mapping[str, Mapping[str, int]]
"""Name of a field of action → status code → number of measures, in the order of the programme."""


def measures_figure(counts: Counts, words: Words) -> Figure:
    """Horizontal bars, one for each field of action, stacked by status."""
    fields = list(counts)
    totals: list[float | None] = [float(sum(by_status.values())) for by_status in counts.values()]
    axis = value_axis(totals, words("chart.measures.count"), words)
    return figure(
        [_status_bar(counts, status, words) for status in _statuses(counts)],
        words("chart.measures.title"),
        words(
            "chart.measures.description",
            fields=len(fields),
            measures=int(sum(total or 0 for total in totals)),
        ),
        words,
        barmode="stack",
        bargap=0.4,
        xaxis=axis | _whole_numbers(axis, words),
        yaxis=category_axis(fields, autorange="reversed", automargin=True),
    )


def measures_table(counts: Counts, words: Words) -> ChartTable:
    """The chart's numbers: fields of action down, statuses across, with sums."""
    statuses = _statuses(counts)
    columns = (
        words("chart.field_of_action"),
        *[words.label(MeasureStatus(code)) for code in statuses],
        words("chart.sum"),
    )
    rows = [
        (name, *[str(by_status.get(code, 0)) for code in statuses], str(sum(by_status.values())))
        for name, by_status in counts.items()
    ]
    sums = [sum(by_status.get(code, 0) for by_status in counts.values()) for code in statuses]
    last = (words("chart.sum"), *[str(number) for number in sums], str(sum(sums)))
    return ChartTable(words("chart.measures.title"), columns, (*rows, last))


def _statuses(counts: Counts) -> list[str]:
    """The statuses that occur, in the order of stacking."""
    return [code for code in STATUSES if any(by_status.get(code) for by_status in counts.values())]


def _status_bar(counts: Counts, status: str, words: Words) -> dict[str, Any]:
    look = STATUSES[status]
    numbers = [by_status.get(status) or None for by_status in counts.values()]
    return {
        "type": "bar",
        "orientation": "h",
        "name": words.label(MeasureStatus(status)),
        "y": list(counts),
        "x": numbers,
        "text": ["" if number is None else str(number) for number in numbers],
        "textposition": "none",
        "marker": marker(look),
        "meta": {"css": look.css},
        "hovertemplate": "%{y}: %{x}<extra>%{fullData.name}</extra>",
    }


def _whole_numbers(axis: dict[str, Any], words: Words) -> dict[str, Any]:
    """Nobody has half a measure: only whole marks."""
    ticks = [tick for tick in axis["tickvals"] if float(tick).is_integer()]
    return {"tickvals": ticks, "ticktext": [words.number(tick, 0) for tick in ticks]}
