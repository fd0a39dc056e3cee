"""What is written into the emissions chart: method breaks, years without a balance, the final target."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from monitoring.charts.rows import fitting_digits
from monitoring.texts.words import Words

if TYPE_CHECKING:
    from monitoring.charts.emissions import Emissions

LONGEST_LINE = 16
"""Letters in a line of the label at the target."""
LOW = 0.3
"""Up to this share of the highest value there is no room for two lines of text under a point."""


def break_lines(emissions: Emissions) -> list[dict[str, Any]]:
    """A vertical line before the first year after each change of method."""
    return [_break_line(emissions, year) for year in emissions.shown_breaks]


def emissions_notes(emissions: Emissions, words: Words) -> list[dict[str, Any]]:
    """The annotations of the chart."""
    return [
        *[_break_label(emissions, year, words) for year in emissions.shown_breaks],
        *[_missing_mark(emissions, year) for year in emissions.missing_years],
        *_target_labels(emissions, words),
    ]


def _break_line(emissions: Emissions, year: int) -> dict[str, Any]:
    place = emissions.years.index(year) - 0.5
    line = {"color": "#52616d", "width": 1.5, "dash": "dot"}
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": place,
        "x1": place,
        "y0": 0,
        "y1": 1,
        "line": line,
    }


def _break_label(emissions: Emissions, year: int, words: Words) -> dict[str, Any]:
    late = emissions.years.index(year) > len(emissions.years) / 2
    return {
        "x": emissions.years.index(year) - 0.5, "y": 1, "xref": "x", "yref": "paper", "showarrow": False,
        "text": words("chart.method_break", year=year), "xanchor": "right" if late else "left",
        "yanchor": "bottom",
    }  # fmt: skip


def _missing_mark(emissions: Emissions, year: int) -> dict[str, Any]:
    return _note(emissions, year, 0, "–", yanchor="bottom")


def _target_labels(emissions: Emissions, words: Words) -> list[dict[str, Any]]:
    nodes = [(year, value) for year, value in sorted(emissions.target_points.items()) if value is not None]
    digits = fitting_digits([value for _, value in nodes])
    return [
        _note(emissions, year, value, _target_text(emissions, year, words.number(value, digits), words))
        | {"xanchor": "right", **_label_place(emissions, value)}
        for year, value in nodes[-1:]
    ]


def _label_place(emissions: Emissions, value: float) -> dict[str, Any]:
    """Under the point; above it, with a line to it, where the axis would be in the way."""
    lines = (emissions.totals, *emissions.lines)
    highest = max((each or 0.0 for series in lines for each in series.values()), default=0.0)
    if value > LOW * highest:
        return {"yanchor": "top", "yshift": -8}
    arrow = {"arrowhead": 0, "arrowwidth": 1, "arrowcolor": "#52616d", "standoff": 8}
    return {"showarrow": True, "ax": 0, "ay": -80, **arrow}


def _target_text(emissions: Emissions, year: int, value: str, words: Words) -> str:
    # In short lines, as it stands beside the bars where the room is short.
    label = words("chart.target_label", year=year, value=value, unit=emissions.unit)
    return "<br>".join(line for part in label.split(": ", 2) for line in balanced(part))


def _note(emissions: Emissions, year: int, y: float, text: str, **more: Any) -> dict[str, Any]:
    # Plotly takes "2035" in an annotation for the 2035th position: the position itself is meant.
    place = emissions.years.index(year)
    return {"x": place, "y": y, "xref": "x", "yref": "y", "showarrow": False, "text": text, **more}


def balanced(text: str, longest: int = LONGEST_LINE) -> list[str]:
    """A text in as few lines as fit, none of them much shorter than the others.

    >>> balanced("240 Tsd. t CO₂e"), balanced("1,00 t CO₂e pro Kopf")
    (['240 Tsd. t CO₂e'], ['1,00 t CO₂e', 'pro Kopf'])
    """
    fewest = len(wrap(text, longest))
    widths = (
        width for width in range(1, longest) if len(wrap(text, width, break_long_words=False)) <= fewest
    )
    return wrap(text, next(widths, longest), break_long_words=False)
