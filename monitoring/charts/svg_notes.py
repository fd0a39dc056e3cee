"""What is written into the drawing area: method breaks, labels of targets, marks of missing years."""

from __future__ import annotations

from typing import Any

from monitoring.charts.svg_element import element, text, text_width
from monitoring.charts.svg_scale import Plot

_LINE = 1.35
_BOLD = 1.06
HIGH = 0.32
"""How far from the top a label stands that has no room under its point; further left there are bars."""


def break_labels(layout: dict[str, Any]) -> list[dict[str, Any]]:
    """The annotations that stand above the drawing area, one line each."""
    return [note for note in layout.get("annotations", []) if note.get("yref") == "paper"]


def rules(layout: dict[str, Any], plot: Plot) -> str:
    """Vertical lines over the whole height (a break in the method)."""
    return "".join(_rule(plot.x.place(shape["x0"]), plot) for shape in layout.get("shapes", []))


def _rule(x: float, plot: Plot) -> str:
    return element(
        "line",
        x1=x,
        x2=x,
        y1=plot.top - 4,
        y2=plot.bottom,
        class_="chart-rule",
        stroke="#52616d",
        stroke_dasharray="3 4",
    )


def notes(layout: dict[str, Any], plot: Plot) -> str:
    """Every annotation: those at the upper edge in lines above each other, the others at their values."""
    above = break_labels(layout)
    at_top = [_above(note, len(above) - number, plot) for number, note in enumerate(above)]
    return "".join(
        [*at_top, *[_inside(note, plot) for note in layout.get("annotations", []) if note not in above]]
    )


def _above(note: dict[str, Any], line: int, plot: Plot) -> str:
    return _within(
        note["text"], plot.x.place(note["x"]), plot.top - 8 - (line - 1) * plot.size * _LINE, note, plot
    )


def _inside(note: dict[str, Any], plot: Plot) -> str:
    x, y = plot.x.place(note["x"]), plot.y.place(note["y"])
    if note.get("xanchor") is None:
        return text(note["text"], x, y - 5, anchor="middle", css="chart-tick")
    lines = str(note["text"]).split("<br>")
    step = plot.size * 1.2
    first = _first_baseline(y, step * len(lines), plot)
    shown = [_within(line, x, first + step * number, note, plot) for number, line in enumerate(lines)]
    return "".join([*shown, _leader(x, first + step * (len(lines) - 1), y, plot)])


def _first_baseline(y: float, height: float, plot: Plot) -> float:
    """Where a text under a point begins; near the axis well above the falling paths."""
    if y + plot.size * 1.8 + height - plot.size <= plot.bottom:
        return y + plot.size * 1.8
    return plot.top + HIGH * (plot.bottom - plot.top)


def _leader(x: float, baseline: float, y: float, plot: Plot) -> str:
    """A fine line from a text that stands far above its point down to it."""
    top, bottom = baseline + plot.size * 0.5, y - plot.size * 0.7
    if bottom - top < plot.size:
        return ""
    return element("line", x1=x, x2=x, y1=top, y2=bottom, class_="chart-rule", stroke="#52616d")


def _within(content: str, x: float, y: float, note: dict[str, Any], plot: Plot) -> str:
    """A text left or right of x, moved so far that nothing of it is cut off."""
    width = text_width(content, plot.size) * _BOLD
    wanted = x - width if note.get("xanchor") == "right" else x
    return text(content, min(max(wanted, plot.left), max(plot.left, plot.right - width)), y, css="chart-note")
