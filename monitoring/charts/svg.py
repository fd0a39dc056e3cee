"""A figure as SVG: the same dict that plotly would draw, as a picture that needs no script.

Understood are bar traces (stacked, grouped, upright, lying, patterned), waterfalls, scatter traces (lines,
gaps, dashes, marks, bands), vertical rules, annotations, and axes with prepared ticks, as the chart functions
make them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from monitoring.charts.svg_axes import names_above, names_below, names_beside, value_grid
from monitoring.charts.svg_bars import lying_bars, upright_bars
from monitoring.charts.svg_element import element, text, text_width, wrapped
from monitoring.charts.svg_legend import legend
from monitoring.charts.svg_lines import lines
from monitoring.charts.svg_notes import break_labels, notes, rules
from monitoring.charts.svg_pattern import definitions
from monitoring.charts.svg_scale import Bands, Numbers, Plot
from monitoring.charts.svg_steps import lying_steps


@dataclass(frozen=True)
class Sheet:
    """The paper a figure is drawn on, in drawing units; `text` is the height of its letters."""

    css: str
    width: float
    plot_height: float
    text: float
    names_above: bool


WIDE = Sheet("chart-wide", 680, 290, 14, names_above=False)
NARROW = Sheet("chart-narrow", 328, 250, 14, names_above=True)


def figure_svg(figure: dict[str, Any], name: str) -> str:
    """The figure twice, for wide and for narrow room; the stylesheet shows the one that fits.

    `name` must be unique on the page: the ids in the drawing begin with it.
    """
    drawings = sheet_svg(figure, name, WIDE) + sheet_svg(figure, f"{name}-narrow", NARROW)
    return f'<div class="chart">{drawings}</div>'


def sheet_svg(figure: dict[str, Any], name: str, sheet: Sheet = WIDE) -> str:
    """The figure as one SVG element with title and description; it also stands alone, without stylesheet."""
    name = re.sub(r"[^\w-]", "-", name)
    lying = "ticktext" in figure["layout"]["xaxis"]
    body, bottom = (_lying if lying else _upright)(figure, name, sheet)
    explained, legend_height = legend(figure, name, sheet.text, sheet.width)
    height = round(bottom + (legend_height + 14 if legend_height else 6))
    below = element("g", explained, transform=f"translate(0,{bottom + 10:.0f})") if explained else ""
    return element(
        "svg",
        _named(figure, name) + definitions(figure["data"], name) + body + below,
        viewBox=f"0 0 {sheet.width:.0f} {height}",
        class_=sheet.css,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_size=sheet.text,
        xmlns="http://www.w3.org/2000/svg",
    )


def _named(figure: dict[str, Any], name: str) -> str:
    """Title and description, which are read out as one: the title ends with a stop."""
    meta = figure["layout"].get("meta", {})
    said = f"{escape(meta['title'])}." if meta.get("title") else " "
    title = element("title", said, id=f"{name}-title")
    return title + element("desc", escape(meta.get("description", "")) or " ", id=f"{name}-desc")


def _upright(figure: dict[str, Any], name: str, sheet: Sheet) -> tuple[str, float]:
    """Axes, bars and lines over years; and where the drawing ends."""
    layout, axis = figure["layout"], figure["layout"]["yaxis"]
    left = max(text_width(label, sheet.text) for label in axis["ticktext"]) + 10
    top = sheet.text * (1.9 + 1.35 * len(break_labels(layout)))
    names = layout["xaxis"]["categoryarray"]
    width = sheet.width - left - _room_at_the_edge(names, sheet.width - left, sheet.text)
    x = Bands(names, left, width)
    y = Numbers(axis["range"][0], axis["range"][1], top + sheet.plot_height, -sheet.plot_height)
    plot = Plot(name, left, top, width, sheet.plot_height, sheet.text, x, y)
    unit = text(axis.get("title", {}).get("text", ""), 0, sheet.text, css="chart-tick")
    below = [unit, value_grid(axis, plot, upright=True), rules(layout, plot)]
    above = [upright_bars(figure, plot), lines(figure, plot), names_below(x, plot), notes(layout, plot)]
    return "".join([*below, *above]), plot.bottom + sheet.text * 1.9


def _room_at_the_edge(names: list[str], width: float, size: float) -> float:
    """What the last name under the axis needs right of its narrow band, so that nothing cuts it off.

    >>> _room_at_the_edge(["2010", "2020"], 600, 14), round(_room_at_the_edge(["2040"] * 60, 600, 14), 1)
    (4.0, 11.8)
    """
    if not names:
        return 4.0
    return max(4.0, (text_width(names[-1], size) - width / len(names)) / 2)


def _lying(figure: dict[str, Any], name: str, sheet: Sheet) -> tuple[str, float]:
    """Lying bars, one row for each name; and where the drawing ends."""
    axis, names = figure["layout"]["xaxis"], figure["layout"]["yaxis"]["categoryarray"]
    room = _room_for_names(names, sheet)
    most = max((len(wrapped(one, room, sheet.text)) for one in names), default=1)
    row = sheet.text * (2.2 + 1.2 * most if sheet.names_above else max(2.4, 1.2 * most + 0.8))
    # The first number stands in the middle under its line.
    left = max(4 if sheet.names_above else room + 10, text_width(axis["ticktext"][0], sheet.text) / 2)
    # The last number under the axis and a value right of the longest bar need room at the edge.
    width, height = sheet.width - left - 40, row * len(names)
    x, y = Numbers(axis["range"][0], axis["range"][1], left, width), Bands(names, 6, height)
    plot = Plot(name, left, 6, width, height, sheet.text, x, y)
    labels = names_above(y, plot, room, most) if sheet.names_above else names_beside(y, plot, room)
    shift = sheet.text * 0.6 * most if sheet.names_above else 0
    drawn = "".join(draw(figure, plot, sheet.text * 1.5, shift) for draw in (lying_bars, lying_steps))
    title = axis.get("title", {}).get("text", "")
    unit = text(title, plot.left, plot.bottom + sheet.text * 2.7, css="chart-tick") if title else ""
    return value_grid(axis, plot, upright=False) + labels + drawn + unit, plot.bottom + sheet.text * (
        3.2 if title else 1.7
    )


def _room_for_names(names: list[str], sheet: Sheet) -> float:
    """How wide a line of a name may be: nearly the whole width above the bars, a third beside them."""
    if sheet.names_above:
        return sheet.width - 10
    return min(sheet.width * 0.3, max((text_width(one, sheet.text) for one in names), default=0) + 4)
