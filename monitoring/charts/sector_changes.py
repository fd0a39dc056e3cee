"""The waterfall: from nothing, step by step through the sectors, to the change of the total."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from monitoring.charts.figure import Figure, category_axis, figure, value_axis
from monitoring.charts.looks import FALL, RISE, TOTAL_CHANGE, Look
from monitoring.charts.rows import ChartTable, fitting_digits
from monitoring.texts.words import Words


@dataclass(frozen=True)
class Changes:
    """Steps in one unit, by their names: values before and after (None where not known), and the change.

    `total` is the sum of all steps, from `first` to `last`.
    """

    first_year: int
    last_year: int
    first: float
    last: float
    before: Mapping[str, float | None]
    after: Mapping[str, float | None]
    steps: Mapping[str, float]
    unit: str

    @property
    def total(self) -> float:
        """Where the steps lead."""
        return sum(self.steps.values())


def changes_figure(changes: Changes, words: Words) -> Figure:
    """One lying step for each sector, each beginning where the one before ended, and beneath it their sum."""
    names = [*changes.steps, words("chart.changes.total")]
    reached = [0.0, *accumulate(changes.steps.values())]
    axis = value_axis(reached, changes.unit, words)
    return figure(
        [_steps(changes, names, words)],
        words("chart.changes.title", first=changes.first_year, last=changes.last_year),
        words("chart.changes.description", first=changes.first_year, last=changes.last_year),
        words,
        bargap=0.4,
        xaxis=axis,
        yaxis=category_axis(names, autorange="reversed", automargin=True),
    )


def changes_table(changes: Changes, words: Words) -> ChartTable:
    """The chart's numbers: each sector in both years and its change, and the total."""
    digits = fitting_digits([changes.first, changes.last])
    finer = fitting_digits([*changes.steps.values(), changes.total])

    def cell(value: float | None) -> str:
        return words("missing") if value is None else words.number(value, digits)

    rows = [
        (name, cell(changes.before[name]), cell(changes.after[name]), words.signed(step, finer))
        for name, step in changes.steps.items()
    ]
    last = (
        words("chart.changes.total"),
        cell(changes.first),
        cell(changes.last),
        words.signed(changes.total, finer),
    )
    years = (str(changes.first_year), str(changes.last_year))
    caption = words("chart.changes.title", first=changes.first_year, last=changes.last_year)
    columns = (words("chart.changes.sector"), *years, words("chart.changes.change"))
    return ChartTable(f"{caption} ({changes.unit})", columns, (*rows, last))


def _steps(changes: Changes, names: list[str], words: Words) -> dict[str, Any]:
    values = [*changes.steps.values(), changes.total]
    digits = fitting_digits(values)
    return {
        "type": "waterfall",
        "orientation": "h",
        "name": words("chart.changes.change"),
        "measure": [*["relative"] * len(changes.steps), "total"],
        "y": names,
        "x": values,
        "text": [words.signed(value, digits) for value in values],
        "textposition": "none",
        "increasing": _look(RISE),
        "decreasing": _look(FALL),
        "totals": _look(TOTAL_CHANGE),
        "connector": {"mode": "between", "line": {"color": "#52616d", "width": 1}},
        "meta": {"css": {"increasing": RISE.css, "decreasing": FALL.css, "totals": TOTAL_CHANGE.css}},
        "hovertemplate": f"%{{y}}: %{{text}} {changes.unit}<extra></extra>",
        "showlegend": False,
    }


def _look(look: Look) -> dict[str, Any]:
    return {"marker": {"color": look.color}}
