"""The legend: a sample of each series with its name, in as many lines as it needs."""

from __future__ import annotations

from typing import Any

from monitoring.charts.svg_element import element, text, text_width
from monitoring.charts.svg_lines import mark
from monitoring.charts.svg_pattern import css_of, fill

_SAMPLE = 24
_DASHES = {"dash": "6 4", "dot": "2 3"}


def legend(figure: dict[str, Any], name: str, size: float, width: float) -> tuple[str, float]:
    """The legend as markup that begins at (0, 0), and its height (0 where nothing needs explaining)."""
    entries = [(trace, str(trace.get("name", ""))) for trace in figure["data"]]
    shown = figure["layout"].get("showlegend", len(entries) > 1)
    remarks = [(None, note) for note in figure["layout"].get("meta", {}).get("notes", [])]
    places, height = _places([*(entries if shown else []), *remarks], size, width)
    return "".join(_entry(trace, label, x, y, name, size) for (trace, label), x, y in places), height


def _places(entries: list[Any], size: float, width: float) -> tuple[list[tuple[Any, float, float]], float]:
    places, x, y, line = [], 0.0, 0.0, size * 1.75
    for entry in entries:
        room = (_SAMPLE + 8 if entry[0] else 0) + text_width(entry[1], size) + size * 1.4
        if x > 0 and x + room - size > width:
            x, y = 0.0, y + line
        places.append((entry, x, y))
        x += room
    return places, y + line if entries else 0.0


def _entry(trace: dict[str, Any] | None, label: str, x: float, y: float, name: str, size: float) -> str:
    baseline = y + size
    if trace is None:
        return text(label, x, baseline, css="chart-legend")
    return _sample(trace, x, baseline - size * 0.35, name) + text(
        label, x + _SAMPLE + 8, baseline, css="chart-legend"
    )


def _sample(trace: dict[str, Any], x: float, middle: float, name: str) -> str:
    if trace["type"] == "bar":
        return element("rect", x=x + 6, y=middle - 7, width=14, height=14, **fill(trace, name))
    look = trace.get("line", {})
    line = element(
        "line", x1=x, x2=x + _SAMPLE, y1=middle, y2=middle, class_=f"chart-line {css_of(trace)}",
        stroke=look.get("color"), stroke_width=2.5, stroke_dasharray=_DASHES.get(look.get("dash", "solid")),
    )  # fmt: skip
    marks = mark((x + _SAMPLE / 2, middle), trace) if "markers" in trace.get("mode", "") else ""
    return (line if "lines" in trace.get("mode", "lines") else "") + marks
