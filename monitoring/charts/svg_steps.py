"""Waterfalls: lying steps, each beginning where the one before ended, and the sum they lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from monitoring.charts.svg_bars import plate
from monitoring.charts.svg_element import element, text, text_width
from monitoring.charts.svg_scale import Plot


@dataclass(frozen=True)
class Step:
    """One step: from where to where it leads, and whether it rises, falls or sums up, as plotly calls it."""

    name: str
    begin: float
    end: float
    kind: str
    label: str


def steps(trace: dict[str, Any]) -> Iterator[Step]:
    """The steps of a waterfall; the one measured as total leads from nothing to all that was reached.

    >>> trace = {"y": ["a", "b", "all"], "x": [-3.0, 1.0, 9.0], "text": ["−3", "+1", "−2"],
    ...          "measure": ["relative", "relative", "total"]}
    >>> [(step.begin, step.end, step.kind) for step in steps(trace)]
    [(0.0, -3.0, 'decreasing'), (-3.0, -2.0, 'increasing'), (0.0, -2.0, 'totals')]
    """
    reached = 0.0
    for name, value, measure, label in zip(
        trace["y"], trace["x"], trace["measure"], trace["text"], strict=True
    ):
        if measure == "total":
            yield Step(name, 0.0, reached, "totals", label)
        else:
            yield Step(name, reached, reached + value, "increasing" if value > 0 else "decreasing", label)
            reached += value


def lying_steps(figure: dict[str, Any], plot: Plot, thickness: float, shift: float) -> str:
    """Every waterfall of the figure, its steps joined by fine lines."""
    return "".join(
        _trace(trace, plot, thickness, shift) for trace in figure["data"] if trace["type"] == "waterfall"
    )


def _trace(trace: dict[str, Any], plot: Plot, thickness: float, shift: float) -> str:
    drawn = list(steps(trace))
    middles = [plot.y.place(step.name) + shift for step in drawn]
    joints = [
        _joint(step.end, above + thickness / 2, below - thickness / 2, plot)
        for step, above, below in zip(drawn, middles, middles[1:], strict=False)
    ]
    bars = [_step(step, trace, middle, thickness, plot) for step, middle in zip(drawn, middles, strict=True)]
    return "".join([*joints, *bars])


def _joint(value: float, top: float, bottom: float, plot: Plot) -> str:
    x = plot.x.place(value)
    return element("line", x1=x, x2=x, y1=top, y2=bottom, class_="chart-rule", stroke="#52616d")


def _step(step: Step, trace: dict[str, Any], middle: float, thickness: float, plot: Plot) -> str:
    left, right = sorted((plot.x.place(step.begin), plot.x.place(step.end)))
    told = element("title", escape(f"{step.name}: {step.label}", quote=False))
    rect = element(
        "rect",
        told,
        x=left,
        y=middle - thickness / 2,
        width=max(1.0, right - left),
        height=thickness,
        class_=trace["meta"]["css"][step.kind],
        fill=trace[step.kind]["marker"]["color"],
    )
    return rect + _label(step.label, left, right, middle + plot.size * 0.35, plot)


def _label(label: str, left: float, right: float, baseline: float, plot: Plot) -> str:
    """On its step where it fits; else on the side with more room."""
    width = text_width(label, plot.size) * 1.06 + 6
    if width + 4 <= right - left:
        middle = (left + right) / 2
        on_it = text(label, middle, baseline, anchor="middle", css="chart-on-bar")
        return plate(middle, baseline, width, plot) + on_it
    if left - plot.left >= width + 6:
        return text(label, left - 6, baseline, anchor="end")
    return text(label, right + 6, baseline)
