"""Every chart drawn both ways: the SVG shows the numbers that plotly draws from the same figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import plotly
import pytest
from playwright.sync_api import Page

from monitoring.charts.svg import sheet_svg
from tests.charts.examples import FIGURES

PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
SVG = "{http://www.w3.org/2000/svg}"
PIXELS = 2.5
"""How far the two may lie apart: a pale seam parts our bars, and both are drawn in whole pixels somewhere."""
DRAWN_BY_PLOTLY = """async figure => {
  const area = document.querySelector("#area");
  await Plotly.newPlot(area, figure.data, {...figure.layout, width: 900, height: 600});
  const { xaxis, yaxis } = area._fullLayout;
  const bars = [...area.querySelectorAll(".barlayer .point path, .waterfalllayer .point path")]
    .map(each => each.getBBox())
    .filter(box => box.width && box.height)
    .map(box => ({
      x: [xaxis.p2l(box.x), xaxis.p2l(box.x + box.width)],
      y: [yaxis.p2l(box.y + box.height), yaxis.p2l(box.y)],
    }));
  const points = area.calcdata
    .filter(trace => trace[0].trace.type === "scatter")
    .flatMap(trace => trace.filter(each => each.y !== undefined).map(each => [each.x, each.y]));
  return { bars, points };
}"""


class Drawing:
    """Our drawing of a figure, read back into the numbers of its axes."""

    def __init__(self, figure: dict[str, Any]) -> None:
        self.is_lying = "ticktext" in figure["layout"]["xaxis"]
        self._root = ElementTree.fromstring(sheet_svg(figure, "chart"))
        axis, names = ("xaxis", "yaxis") if self.is_lying else ("yaxis", "xaxis")
        self._ticks = figure["layout"][axis]["tickvals"]
        self._names = len(figure["layout"][names]["categoryarray"])
        grid = [
            line
            for line in self._root.findall(f"{SVG}line")
            if line.get("class") in ("chart-grid", "chart-zero")
        ]
        along = [float(line.get("x1" if self.is_lying else "y1", 0)) for line in grid]
        self._from, self._to = along[0], along[-1]
        self._left, self._right = (float(grid[0].get(name, 0)) for name in ("x1", "x2"))

    @property
    def tolerance(self) -> float:
        """So many units are as wide as the pixels by which drawings may differ."""
        return PIXELS * abs((self._ticks[-1] - self._ticks[0]) / (self._to - self._from))

    def value(self, at: float) -> float:
        """The number at a place along the axis of values."""
        share = (at - self._from) / (self._to - self._from)
        return float(self._ticks[0] + share * (self._ticks[-1] - self._ticks[0]))

    def bars(self) -> list[tuple[float, float]]:
        """From which number to which each bar reaches, trace by trace."""
        along, length = ("x", "width") if self.is_lying else ("y", "height")
        boxes = [each for each in self._root.findall(f"{SVG}rect") if each.find(f"{SVG}title") is not None]
        ends = [
            (float(box.get(along, 0)), float(box.get(along, 0)) + float(box.get(length, 0))) for box in boxes
        ]
        return [_ordered(self.value(begin), self.value(end)) for begin, end in ends]

    def points(self) -> list[tuple[float, float]]:
        """Place among the names and number of every point of lines and marks; the legend is a group."""
        step = (self._right - self._left) / max(1, self._names)
        return [((x - self._left) / step - 0.5, self.value(y)) for x, y in self._places()]

    def _places(self) -> Iterator[tuple[float, float]]:
        for each in self._root.findall(f"{SVG}circle"):
            yield float(each.get("cx", 0)), float(each.get("cy", 0))
        for each in self._root.findall(f"{SVG}path"):
            corners = [
                tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+),(-?[\d.]+)", each.get("d", ""))
            ]
            css = each.get("class", "")
            if css.startswith("chart-mark"):
                yield sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)
            elif css.startswith("chart-line"):
                yield from corners  # type: ignore[misc]


def _ordered(one: float, other: float) -> tuple[float, float]:
    return min(one, other), max(one, other)


@pytest.fixture
def plotted(page: Page) -> Page:
    page.set_content('<div id="area"></div>')
    page.add_script_tag(path=PLOTLY)
    return page


@pytest.mark.parametrize("figure", FIGURES)
def test_both_drawings_show_the_same_numbers(figure: dict[str, Any], plotted: Page) -> None:
    theirs, ours = plotted.evaluate(DRAWN_BY_PLOTLY, figure), Drawing(figure)
    bars = [_ordered(*box["x" if ours.is_lying else "y"]) for box in theirs["bars"]]
    assert [number for bar in ours.bars() for number in bar] == pytest.approx(
        [number for bar in bars for number in bar], abs=ours.tolerance
    )
    points = {tuple(each) for each in theirs["points"]}
    shown = ours.points()
    assert all(_is_near(each, points, ours.tolerance) for each in shown)
    assert all(_is_near(each, shown, ours.tolerance) for each in points)
    assert shown or bars or not figure["data"]


def _is_near(point: Any, others: Any, tolerance: float) -> bool:
    return any(abs(point[0] - x) < 0.1 and abs(point[1] - y) <= tolerance for x, y in others)
