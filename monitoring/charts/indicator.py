"""An indicator over the years, with the value that is aimed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from monitoring.charts.figure import Figure, category_axis, figure, spread, value_axis, years_between
from monitoring.charts.looks import ACTUAL, TARGET_PATH
from monitoring.charts.rows import ChartTable, fitting_digits, written
from monitoring.texts.words import Words


@dataclass(frozen=True)
class IndicatorSeries:
    """An indicator's values and target values by year, in one unit; absent or None is not known."""

    name: str
    unit: str
    values: Mapping[int, float | None]
    targets: Mapping[int, float | None] = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        """Every year on the axis, the missing ones between them too."""
        return years_between(self.values, self.targets)


def indicator_figure(series: IndicatorSeries, words: Words) -> Figure:
    """A line of the values with gaps where a year is missing, and the targets as diamonds."""
    actual = _trace(series, series.values, words("chart.value"), words) | {
        "mode": "lines+markers",
        "line": {"color": ACTUAL.color, "width": 2.5, "dash": "solid"},
        "marker": {"symbol": "circle", "size": 8, "color": ACTUAL.color},
        "meta": {"css": ACTUAL.css},
    }
    target = _trace(series, series.targets, words("chart.target_value"), words) | {
        "mode": "markers",
        "cliponaxis": False,
        "marker": {"symbol": "diamond", "size": 11, "color": TARGET_PATH.color},
        "meta": {"css": TARGET_PATH.css},
    }
    return figure(
        [actual, target] if series.targets else [actual],
        series.name,
        _description(series, words),
        words,
        xaxis=category_axis([str(year) for year in series.years]),
        yaxis=value_axis([*series.values.values(), *series.targets.values()], series.unit, words),
    )


def indicator_table(series: IndicatorSeries, words: Words) -> ChartTable:
    """The chart's numbers: year, value, and target where there is one."""
    digits = fitting_digits([*series.values.values(), *series.targets.values()])
    columns = [
        words("chart.year"),
        words("chart.value"),
        *([words("chart.target_value")] if series.targets else []),
    ]
    rows = [_row(series, year, words, digits) for year in series.years]
    return ChartTable(f"{series.name} ({series.unit})", tuple(columns), tuple(rows))


def _description(series: IndicatorSeries, words: Words) -> str:
    """What is drawn how, for those who only hear of it."""
    known = sorted(year for year, value in series.values.items() if value is not None)
    drawn = {"unit": series.unit, "first": known[0], "last": known[-1]} if known else {}
    parts = [words("chart.indicator.description", **drawn)] if drawn else []
    parts += [words("chart.indicator.description_targets")] if series.targets else []
    return " ".join(parts)


def _row(series: IndicatorSeries, year: int, words: Words, digits: int) -> tuple[str, ...]:
    last = max((known for known, value in series.values.items() if value is not None), default=year)
    value = series.values.get(year)
    shown = "–" if value is None and year > last else written(value, words, digits)
    target = series.targets.get(year)
    return (
        str(year),
        shown,
        *(["–" if target is None else words.number(target, digits)] if series.targets else []),
    )


def _trace(
    series: IndicatorSeries, values: Mapping[int, float | None], name: str, words: Words
) -> dict[str, Any]:
    points = spread(values, series.years)
    return {
        "type": "scatter",
        "name": name,
        "x": [str(year) for year in series.years],
        "y": points,
        "connectgaps": False,
        "customdata": [written(value, words, fitting_digits(points)) for value in points],
        "hovertemplate": f"%{{x}}: %{{customdata}} {series.unit}<extra>%{{fullData.name}}</extra>",
    }
