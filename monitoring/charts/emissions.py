"""Emissions (or energy) by year, with the promised target path and the path now required."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from monitoring.charts.emissions_notes import break_lines, emissions_notes
from monitoring.charts.figure import Figure, category_axis, figure, spread, value_axis, years_between
from monitoring.charts.looks import (
    CONTINUED_PATH,
    REQUIRED_PATH,
    TARGET_PATH,
    TOTAL,
    WITHHELD_SECTORS,
    Look,
    marker,
    sector_look,
)
from monitoring.charts.rows import ChartTable, fitting_digits, written
from monitoring.domain.balance import CellState, Sector
from monitoring.texts.words import Words

Series = Mapping[int, float | None]
MANY_YEARS = 16


@dataclass(frozen=True)
class Emissions:
    """What the chart shows: values by year in one unit. A year that is absent or None has no balance.

    `by_sector` maps sector codes to their series; where it is empty the totals are drawn. `target_points`
    are the decided nodes, `method_breaks` the first years after a change of method. `title` names what is
    shown where it is not the emissions, `subject_name` of whom or what the totals are where not of all.
    `differing` are the totals that are not the sum of their sectors: they are marked beside the bars.
    `withheld` maps sector codes to the years in which they are confidential; what these sectors are
    `together` completes the bars.
    """

    totals: Series
    unit: str = "t CO₂e"
    title: str = ""
    subject_name: str = ""
    by_sector: Mapping[str, Series] = field(default_factory=dict)
    differing: Series = field(default_factory=dict)
    withheld: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    together: Series = field(default_factory=dict)
    target_path: Series = field(default_factory=dict)
    required_path: Series = field(default_factory=dict)
    continued_path: Series = field(default_factory=dict)
    target_points: Series = field(default_factory=dict)
    method_breaks: tuple[int, ...] = ()
    subject: Literal["emissions", "energy"] = "emissions"

    @property
    def years(self) -> list[int]:
        """Every year on the axis, the missing ones between them too."""
        return years_between(self.totals, *self.by_sector.values(), *self.lines)

    @property
    def lines(self) -> tuple[Series, ...]:
        """What is drawn beside the bars."""
        return self.target_path, self.required_path, self.continued_path, self.target_points

    @property
    def balance_years(self) -> list[int]:
        """The years that have a balance."""
        series = [self.totals, *self.by_sector.values()]
        return sorted({year for one in series for year, value in one.items() if value is not None})

    @property
    def missing_years(self) -> list[int]:
        """The years between the first and the last balance that have none."""
        known = self.balance_years
        return [year for year in years_between(known) if year not in known]

    @property
    def withheld_years(self) -> list[int]:
        """The missing years of which a value is confidential."""
        return [year for year in self.missing_years if any(year in years for years in self.withheld.values())]

    @property
    def shown_breaks(self) -> list[int]:
        """The method breaks between two years of the axis."""
        return [year for year in self.method_breaks if year in self.years[1:]]


def emissions_figure(emissions: Emissions, words: Words) -> Figure:
    """Bars of the balances (by sector where known), lines of the paths, marks of targets and breaks."""
    years = [str(year) for year in emissions.years]
    data = [*_bars(emissions, words), *_paths(emissions, words)]
    return figure(
        data,
        _title(emissions, words),
        _description(emissions, words),
        words,
        notes=_marks(emissions, words),
        barmode="stack",
        bargap=0.25,
        xaxis=category_axis(years, **_year_marks(emissions.years)),
        yaxis=value_axis(_heights(emissions), emissions.unit, words),
        shapes=break_lines(emissions),
        annotations=emissions_notes(emissions, words),
    )


def emissions_table(emissions: Emissions, words: Words) -> ChartTable:
    """The chart's numbers: one row for every year, in the chart's unit."""
    columns = _columns(emissions, words)
    digits = fitting_digits(_heights(emissions))
    rows = [
        (str(year), *[_cell(column, year, emissions, words, digits) for column in columns])
        for year in emissions.years
    ]
    caption = f"{_title(emissions, words)} ({emissions.unit})"
    return ChartTable(caption, (words("chart.year"), *[column.name for column in columns]), tuple(rows))


def _marks(emissions: Emissions, words: Words) -> list[str]:
    """What the mark of a year without a bar says."""
    if not emissions.missing_years:
        return []
    return [words("chart.withheld_mark" if emissions.withheld_years else "chart.missing_mark")]


def _year_marks(years: list[int]) -> dict[str, Any]:
    """Every fifth year where there are many: plotly would turn the labels aside."""
    if len(years) < MANY_YEARS:
        return {}
    return {"tickmode": "array", "tickvals": [str(year) for year in years if year % 5 == 0], "tickangle": 0}


def _title(emissions: Emissions, words: Words) -> str:
    """What the chart is called: as its page says, else after what it is about."""
    return emissions.title or words(f"chart.{emissions.subject}.title")


def _total_name(emissions: Emissions, words: Words) -> str:
    return emissions.subject_name or words("chart.total")


class Column(NamedTuple):
    """A column of the table; in the `withheld` years its value is confidential."""

    name: str
    series: Series
    withheld: Collection[int] = ()


def _columns(emissions: Emissions, words: Words) -> list[Column]:
    codes = dict.fromkeys([*emissions.by_sector, *emissions.withheld]) if emissions.by_sector else ()
    sectors = [
        Column(words.label(Sector(code)), emissions.by_sector.get(code, {}), emissions.withheld.get(code, ()))
        for code in codes
    ]
    paths = [
        Column(words("chart.withheld_sectors"), emissions.together),
        Column(words("chart.target_path"), emissions.target_path),
        Column(words("chart.required_path"), emissions.required_path),
        Column(words("chart.trend"), emissions.continued_path),
        Column(words("chart.target_point"), emissions.target_points if not emissions.target_path else {}),
    ]
    total = Column(_total_name(emissions, words), emissions.totals, emissions.withheld_years)
    return [total, *sectors, *[each for each in paths if each.series]]


def _cell(column: Column, year: int, emissions: Emissions, words: Words, digits: int) -> str:
    series = column.series
    is_path = any(series is one for one in emissions.lines)
    if year in column.withheld:
        return words.label(CellState.CONFIDENTIAL)
    if series.get(year) is None and (is_path or year not in emissions.missing_years):
        return "–"
    return written(series.get(year), words, digits)


def _heights(emissions: Emissions) -> list[float | None]:
    parts = [*emissions.by_sector.values(), emissions.together]
    stacks = [sum(series.get(year) or 0.0 for series in parts) for year in emissions.years]
    return [*stacks, *[value for series in (emissions.totals, *emissions.lines) for value in series.values()]]


def _bars(emissions: Emissions, words: Words) -> list[dict[str, Any]]:
    if not emissions.balance_years:
        return []
    if not emissions.by_sector:
        return [_bar(emissions, emissions.totals, _total_name(emissions, words), TOTAL, words)]
    sectors = [
        _bar(emissions, series, words.label(Sector(code)), sector_look(code), words)
        for code, series in emissions.by_sector.items()
    ]
    rest = _bar(emissions, emissions.together, words("chart.withheld_sectors"), WITHHELD_SECTORS, words)
    return [*sectors, *([rest] if emissions.together else [])]


def _bar(emissions: Emissions, series: Series, name: str, look: Look, words: Words) -> dict[str, Any]:
    values = spread(series, emissions.years)
    return {
        "type": "bar",
        "name": name,
        "x": [str(year) for year in emissions.years],
        "y": values,
        "marker": marker(look),
        "meta": {"css": look.css},
        "customdata": [written(value, words, fitting_digits(values)) for value in values],
        "hovertemplate": f"%{{x}}: %{{customdata}} {emissions.unit}<extra>%{{fullData.name}}</extra>",
    }


def _paths(emissions: Emissions, words: Words) -> list[dict[str, Any]]:
    target = _line(emissions, emissions.target_path, words("chart.target_path"), TARGET_PATH, "solid", words)
    required = _line(
        emissions, emissions.required_path, words("chart.required_path"), REQUIRED_PATH, "dash", words
    )
    continued = _line(emissions, emissions.continued_path, words("chart.trend"), CONTINUED_PATH, "dot", words)
    points = _line(
        emissions, emissions.target_points, words("chart.target_point"), TARGET_PATH, "solid", words
    )
    points |= {"mode": "markers", "marker": {"symbol": "diamond", "size": 11, "color": TARGET_PATH.color}}
    differing = _line(emissions, emissions.differing, words("chart.differing_total"), TOTAL, "solid", words)
    differing |= {"mode": "markers", "marker": {"symbol": "circle", "size": 9, "color": TARGET_PATH.color}}
    traces = (
        (differing, emissions.differing),
        (target, emissions.target_path),
        (required, emissions.required_path),
        (continued, emissions.continued_path),
        (points, emissions.target_points),
    )
    return [trace for trace, series in traces if series]


def _line(
    emissions: Emissions, series: Series, name: str, look: Look, dash: str, words: Words
) -> dict[str, Any]:
    bar = _bar(emissions, series, name, look, words)
    line = {"color": look.color, "width": 2.5, "dash": dash}
    return {
        **bar,
        "type": "scatter",
        "mode": "lines",
        "line": line,
        "marker": {"color": look.color},
        "connectgaps": False,
    }


def _description(emissions: Emissions, words: Words) -> str:
    """What is drawn how, for those who only hear of it."""
    known = emissions.balance_years
    if not known:
        return words("chart.emissions.description_empty")
    parts = [words("chart.emissions.description", first=known[0], last=known[-1], count=len(known))]
    if names := [each["name"] for each in _paths(emissions, words)]:
        parts.append(words("chart.emissions.description_lines", names="; ".join(dict.fromkeys(names))))
    missing = [str(each) for each in emissions.missing_years if each not in emissions.withheld_years]
    if missing:
        parts.append(words("chart.missing_years", years=", ".join(missing)))
    return " ".join(parts)
