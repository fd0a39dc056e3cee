"""Bars: stacked or side by side, upright or lying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from monitoring.charts.svg_element import element, text, text_width
from monitoring.charts.svg_pattern import fill
from monitoring.charts.svg_scale import Bands, Plot


@dataclass(frozen=True)
class Bar:
    """One bar of one trace: its name on the axis, its values, and which of how many side by side."""

    trace: dict[str, Any]
    number: int
    name: str
    low: float
    high: float
    slot: int
    slots: int


def bars(figure: dict[str, Any]) -> Iterator[Bar]:
    """Every bar of the figure with its place in the stack; a missing value makes no bar."""
    traces = [trace for trace in figure["data"] if trace["type"] == "bar"]
    grouped = figure["layout"].get("barmode", "group") == "group"
    reached: dict[tuple[str, bool], float] = {}
    for slot, trace in enumerate(traces):
        names, values = (
            (trace["y"], trace["x"]) if trace.get("orientation") == "h" else (trace["x"], trace["y"])
        )
        for number, (name, value) in enumerate(zip(names, values, strict=True)):
            if value is None:
                continue
            low = 0.0 if grouped else reached.get((name, value < 0), 0.0)
            reached[name, value < 0] = low + value
            yield Bar(
                trace, number, name, low, low + value, slot if grouped else 0, len(traces) if grouped else 1
            )


def upright_bars(figure: dict[str, Any], plot: Plot) -> str:
    """Bars that stand on the year axis."""
    assert isinstance(plot.x, Bands)
    gap = figure["layout"].get("bargap", 0.25)
    return "".join(_upright(bar, plot, plot.x.step * (1 - gap)) for bar in bars(figure))


def _upright(bar: Bar, plot: Plot, room: float) -> str:
    width = room / bar.slots
    x = plot.x.place(bar.name) - room / 2 + bar.slot * width
    top, foot = plot.y.place(max(bar.low, bar.high)), plot.y.place(min(bar.low, bar.high))
    # A thin gap parts the stacked bars, so that their edges are seen without their colours.
    return _rect(bar, x, top, width, max(0.5, foot - top - 1), plot)


def lying_bars(figure: dict[str, Any], plot: Plot, thickness: float, shift: float) -> str:
    """Bars that lie beside (or, shifted down, beneath) their names, with their values where these fit."""
    drawn = list(bars(figure))
    last = {bar.name: bar for bar in drawn}
    return "".join(_lying(bar, plot, thickness, shift, last[bar.name] is bar) for bar in drawn)


def _lying(bar: Bar, plot: Plot, thickness: float, shift: float, is_last: bool) -> str:
    left, right = sorted((plot.x.place(bar.low), plot.x.place(bar.high)))
    height = thickness / bar.slots
    y = plot.y.place(bar.name) + shift - thickness / 2 + bar.slot * height
    rect = _rect(bar, left, y, max(0.5, right - left - 1), height, plot)
    return rect + _label(bar, left, right, y + height / 2 + plot.size * 0.35, plot, is_last)


def _label(bar: Bar, left: float, right: float, y: float, plot: Plot, is_last: bool) -> str:
    label = str((bar.trace.get("text") or {bar.number: ""})[bar.number])
    width = text_width(label, plot.size) * 1.06 + 6
    if not label:
        return ""
    if width + 4 > right - left:
        # Beside a stack the number of its last part would read as the sum.
        return text(label, right + 6, y) if is_last and not bar.low else ""
    middle = (left + right) / 2
    return plate(middle, y, width, plot) + text(label, middle, y, anchor="middle", css="chart-on-bar")


def plate(middle: float, baseline: float, width: float, plot: Plot) -> str:
    """The pale ground behind a number on a bar, whatever the bar's pattern."""
    top, height = baseline - plot.size * 0.93, plot.size * 1.15
    return element(
        "rect",
        x=middle - width / 2,
        y=top,
        width=width,
        height=height,
        rx=2,
        class_="chart-plate",
        fill="#ffffff",
    )


def _rect(bar: Bar, x: float, y: float, width: float, height: float, plot: Plot) -> str:
    return element("rect", _tooltip(bar), x=x, y=y, width=width, height=height, **fill(bar.trace, plot.name))


def _tooltip(bar: Bar) -> str:
    shown = (bar.trace.get("customdata") or bar.trace.get("text") or {}) or [f"{bar.high - bar.low:g}"] * (
        bar.number + 1
    )
    return element(
        "title", escape(f"{bar.name}, {bar.trace.get('name', '')}: {shown[bar.number]}", quote=False)
    )
