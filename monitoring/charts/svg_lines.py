"""Lines with gaps, bands between lines, and the marks on them."""

from __future__ import annotations

from typing import Any

from monitoring.charts.svg_element import element
from monitoring.charts.svg_pattern import css_of
from monitoring.charts.svg_scale import Plot

Point = tuple[float, float]
_DASHES = {"dash": "8 5", "dot": "2 4", "dashdot": "8 4 2 4"}


def lines(figure: dict[str, Any], plot: Plot) -> str:
    """Every scatter trace of the figure: its band, its line, its marks."""
    traces = [trace for trace in figure["data"] if trace["type"] == "scatter"]
    before = [None, *traces]
    drawn = [_trace(trace, previous, plot) for previous, trace in zip(before, traces, strict=False)]
    return "".join(
        [_seam(part) for trace in traces for part in segments(trace, plot) if _has_line(trace)] + drawn
    )


def _has_line(trace: dict[str, Any]) -> bool:
    return "lines" in trace.get("mode", "lines")


def _seam(points: list[Point]) -> str:
    """A pale ground under a line, so that it is seen in front of bars of any colour."""
    return element(
        "path", d=_path(points), class_="chart-seam", fill="none", stroke="#ffffff", stroke_width=5
    )


def _trace(trace: dict[str, Any], previous: dict[str, Any] | None, plot: Plot) -> str:
    parts = segments(trace, plot)
    mode = trace.get("mode", "lines")
    band = (
        _band(parts, segments(previous, plot), trace) if previous and trace.get("fill") == "tonexty" else ""
    )
    line = "".join(_line(part, trace) for part in parts) if _has_line(trace) else ""
    alone = [part[0] for part in parts if len(part) == 1] if mode == "lines" else []
    marked = [point for part in parts for point in part] if "markers" in mode else alone
    return band + line + "".join(mark(point, trace) for point in marked)


def segments(trace: dict[str, Any], plot: Plot) -> list[list[Point]]:
    """The runs of neighbouring points; a missing value ends a run and is never bridged."""
    runs: list[list[Point]] = [[]]
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if y is None:
            runs.append([])
        else:
            runs[-1].append((plot.x.place(x), plot.y.place(y)))
    return [run for run in runs if run]


def _line(points: list[Point], trace: dict[str, Any]) -> str:
    look = trace.get("line", {})
    return element(
        "path",
        d=_path(points),
        class_=f"chart-line {css_of(trace)}",
        fill="none",
        stroke=look.get("color", "#0b5563"),
        stroke_width=look.get("width", 2.5),
        stroke_dasharray=_DASHES.get(look.get("dash", "solid")),
    )


def _band(upper: list[list[Point]], lower: list[list[Point]], trace: dict[str, Any]) -> str:
    edge = [point for run in upper for point in run] + [
        point for run in reversed(lower) for point in reversed(run)
    ]
    color = trace.get("fillcolor", "#8895a1")
    return element("path", d=_path(edge) + "Z", class_="chart-band", fill=color, fill_opacity="0.3")


def mark(point: Point, trace: dict[str, Any]) -> str:
    """A circle or a diamond at a point."""
    look = trace.get("marker", {})
    half = look.get("size", 8) / 2
    x, y = point
    paint = {"class_": f"chart-mark {css_of(trace)}", "fill": str(look.get("color", "#0b5563"))}
    if look.get("symbol") == "diamond":
        corners = [(x, y - half * 1.3), (x + half * 1.3, y), (x, y + half * 1.3), (x - half * 1.3, y)]
        return element("path", d=_path(corners) + "Z", **paint)
    return element("circle", cx=float(x), cy=float(y), r=float(half), **paint)


def _path(points: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points)
