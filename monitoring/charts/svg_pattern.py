"""Fills of bars: plain or patterned, so that no series is told by its colour alone."""

from __future__ import annotations

from typing import Any

from monitoring.charts.svg_element import element

_SHAPES = {
    "/": "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4",
    "\\": "M-2,6 l4,4 M0,0 l8,8 M6,-2 l4,4",
    "-": "M0,4 h8",
    "|": "M2,0 v8 M6,0 v8",
    "+": "M0,4 h8 M4,0 v8",
    ".": "M4,2.4 a1.6,1.6 0 1 1 0,3.2 a1.6,1.6 0 1 1 0,-3.2",
    "x": "M0,0 l8,8 M8,0 l-8,8",
}


def pattern_of(trace: dict[str, Any]) -> str:
    """The pattern shape of a bar trace, "" where it is plain or unknown to us."""
    shape: str = trace.get("marker", {}).get("pattern", {}).get("shape", "")
    return shape if shape in _SHAPES else ""


def css_of(trace: dict[str, Any]) -> str:
    """The CSS class of a trace."""
    css: str = trace.get("meta", {}).get("css", "fill-total")
    return css


def fill(trace: dict[str, Any], name: str) -> dict[str, str]:
    """The attributes that fill a bar of this trace in the drawing `name`."""
    if not pattern_of(trace):
        return {"class_": css_of(trace), "fill": str(trace.get("marker", {}).get("color", "#0b5563"))}
    return {"fill": f"url(#{_pattern_id(trace, name)})"}


def definitions(traces: list[dict[str, Any]], name: str) -> str:
    """The `<defs>` of every pattern that the traces use."""
    patterns = {_pattern_id(trace, name): _pattern(trace, name) for trace in traces if pattern_of(trace)}
    return element("defs", "".join(patterns.values())) if patterns else ""


def _pattern_id(trace: dict[str, Any], name: str) -> str:
    return f"{name}-{css_of(trace)}-{list(_SHAPES).index(pattern_of(trace))}"


def _pattern(trace: dict[str, Any], name: str) -> str:
    ground = element("rect", width=8, height=8, class_=css_of(trace), fill=trace["marker"]["color"])
    shape = pattern_of(trace)
    css = "chart-dots" if shape == "." else "chart-hatch"
    paint = (
        {"fill": "#ffffff"} if shape == "." else {"stroke": "#ffffff", "stroke_width": "1.4", "fill": "none"}
    )
    lines = element("path", d=_SHAPES[shape], class_=css, **paint)
    return element(
        "pattern",
        ground + lines,
        id=_pattern_id(trace, name),
        width=8,
        height=8,
        patternUnits="userSpaceOnUse",
    )
