"""The frame every figure shares: size, fonts, axes, and the words a screen reader gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from monitoring.charts.ticks import decimals, nice_ticks
from monitoring.texts.words import Words

Figure = dict[str, Any]
"""A plotly figure as a plain dict: {"data": […], "layout": {…}}."""
INK, PAPER, CLEAR = "#16232b", "#ffffff", "rgba(0,0,0,0)"
"""The light colours of text and ground; assets/site_graphs.css puts in those of the dark scheme."""
FONT = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
"""The letters of the page, as in assets/tokens.css."""


def plotly_config(language: str) -> dict[str, Any]:
    """How every interactive chart is set: nothing goes to a third party, no logo, the reader's language."""
    shown = {
        "showSendToCloud": False,
        "displaylogo": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d"],
    }
    return {**shown, "locale": language, "responsive": True}


def figure(
    data: Sequence[dict[str, Any]],
    title: str,
    description: str,
    words: Words,
    notes: Sequence[str] = (),
    **layout: Any,
) -> Figure:
    """A figure of these traces.

    Title and description go to `layout.meta`, for screen readers: the page shows its own sentence.
    `notes` explain marks that belong to no trace; they stand at the end of the drawn legend.
    """
    shared = {
        "meta": {"title": title, "description": description, "notes": list(notes)},
        "separators": words.separators,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": 14, "color": INK},
        "margin": {"l": 64, "r": 16, "t": 24, "b": 48},
        "legend": {"orientation": "h", "y": -0.28, "yanchor": "top"},
        "hovermode": "closest",
        # On the ground of the page: the colour of a trace, which plotly would take, changes with the scheme.
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"color": INK}},
        "modebar": {"bgcolor": CLEAR, "color": "#8895a1", "activecolor": "#6b7883"},
    }
    return {"data": list(data), "layout": {**shared, **layout}}


def value_axis(values: Iterable[float | None], unit: str, words: Words) -> dict[str, Any]:
    """A number axis from zero with round marks, written in the reader's language."""
    ticks = nice_ticks(values)
    places = decimals(ticks)
    return {
        "tickmode": "array",
        "tickvals": ticks,
        "ticktext": [words.number(tick, places) for tick in ticks],
        "range": [ticks[0], ticks[-1]],
        "title": {"text": unit},
        "automargin": True,
        "zeroline": True,
        "gridcolor": "#dfe4e8",
        "fixedrange": True,
    }


def category_axis(names: Iterable[str], **more: Any) -> dict[str, Any]:
    """An axis of names (years are names too, else plotly writes 2.019,5), in the given order."""
    ordered = list(names)
    return {
        "type": "category",
        "showgrid": False,
        "ticklabelstandoff": 6,
        "categoryorder": "array",
        "categoryarray": ordered,
        "fixedrange": True,
        **more,
    }


def years_between(*series: Iterable[int]) -> list[int]:
    """Every year from the first to the last that any of the series names.

    >>> years_between([2010, 2014], [2012])
    [2010, 2011, 2012, 2013, 2014]
    """
    named = sorted(year for years in series for year in years)
    return list(range(named[0], named[-1] + 1)) if named else []


def spread(series: dict[int, float | None] | Any, years: Iterable[int]) -> list[float | None]:
    """The series' value for each year, None where it has none: a gap, never a zero."""
    return [series.get(year) for year in years]
