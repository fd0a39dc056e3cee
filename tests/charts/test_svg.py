"""The SVG of a figure: well-formed, named, with the right bars and gaps, and safe."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from monitoring.charts.emissions import emissions_figure
from monitoring.charts.indicator import IndicatorSeries, indicator_figure
from monitoring.charts.measures import measures_figure
from monitoring.charts.sector_changes import changes_figure
from monitoring.charts.svg import NARROW, WIDE, figure_svg, sheet_svg
from monitoring.charts.svg_element import text_width
from monitoring.texts.words import words
from tests.charts.examples import CHANGES, CITY, FIGURES, TOWN

DE = words("de")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(figure: dict[str, Any], name: str = "chart") -> ElementTree.Element:
    """The wide drawing, parsed."""
    return ElementTree.fromstring(sheet_svg(figure, name))


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_the_drawing_is_named_and_has_unique_ids(figure: dict[str, Any], sheet: Any) -> None:
    root = ElementTree.fromstring(sheet_svg(figure, "emissionen", sheet))
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert root.get("role") == "img"
    assert set((root.get("aria-labelledby") or "").split()) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("figure", FIGURES)
def test_everything_lies_on_the_paper(figure: dict[str, Any]) -> None:
    for sheet in (WIDE, NARROW):
        for rect in ElementTree.fromstring(sheet_svg(figure, "c", sheet)).iter(f"{SVG}rect"):
            left, width = float(rect.get("x", 0)), float(rect.get("width", 0))
            assert -0.1 <= left <= left + width <= sheet.width + 0.1


@pytest.mark.parametrize("sheet", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "name", ["Klimaanpassung, Katastrophenvorsorge und Gesundheitsschutz im Quartier", "Straßenbahn" * 20]
)
def test_names_of_any_length_lie_on_the_paper_and_on_no_other(sheet: Any, name: str) -> None:
    figure = measures_figure(
        {name: {"idea": 2}, f"{name} II": {"idea": 1}, "Energie": {"idea": 3}}, words("de")
    )
    tree = ElementTree.fromstring(sheet_svg(figure, "chart", sheet))
    lines = [text for text in tree.iter(f"{SVG}text") if text.get("class") in ("chart-name", "chart-text")]
    assert "".join(each.text or "" for each in lines).replace(" ", "").startswith(name.replace(" ", ""))
    for line in lines:
        width = text_width(line.text or "", sheet.text)
        left = float(line.get("x", "")) - (width if line.get("text-anchor") == "end" else 0)
        assert -1 <= left <= left + width <= sheet.width
    rows = sorted(float(line.get("y", "")) for line in lines)
    assert min(after - before for before, after in pairwise(rows)) >= sheet.text


def test_a_missing_year_has_no_bar() -> None:
    tips = [title.text or "" for title in drawn(emissions_figure(CITY, DE)).iter(f"{SVG}title")]
    assert any(tip.startswith("2016,") for tip in tips)
    assert not any(tip.startswith("2017,") for tip in tips)


def test_a_line_is_not_drawn_across_a_gap() -> None:
    series = IndicatorSeries("x", "y", {2018: 1, 2019: 2, 2020: None, 2021: 3, 2022: 4})
    lines = [
        node
        for node in drawn(indicator_figure(series, DE)).iter(f"{SVG}path")
        if "chart-line" in (node.get("class") or "")
    ]
    assert len(lines) == 2


def test_stacked_bars_stand_on_each_other() -> None:
    bars = [node for node in drawn(emissions_figure(CITY, DE)).iter(f"{SVG}rect") if len(node)]
    first = [bar for bar in bars if (bar[0].text or "").startswith("2015,")]
    lower, upper = first
    assert float(upper.get("y", 0)) + float(upper.get("height", 0)) <= float(lower.get("y", 0))


def test_hostile_words_stay_words() -> None:
    figure = indicator_figure(IndicatorSeries('</title><script>alert("1")</script>', "<b>", {2020: 1}), DE)
    markup = figure_svg(figure, '"><script>')
    assert "<script" not in markup
    assert "<b>" not in markup


def test_both_layouts_are_there_with_letters_of_twelve_pixels() -> None:
    assert NARROW.text * 288 / NARROW.width >= 12
    assert WIDE.text * (36.4 * 16) / WIDE.width >= 11.9
    markup = figure_svg(emissions_figure(TOWN, DE), "t")
    assert markup.count("<svg") == 2


def test_each_step_begins_where_the_one_before_ended() -> None:
    figure = changes_figure(CHANGES, DE)
    bars = [node for node in drawn(figure).iter(f"{SVG}rect") if len(node)]
    edges = [(float(bar.get("x", 0)), float(bar.get("x", 0)) + float(bar.get("width", 0))) for bar in bars]
    axis = figure["layout"]["xaxis"]["range"]
    grid = [
        float(line.get("x1", 0))
        for line in drawn(figure).iter(f"{SVG}line")
        if line.get("class") != "chart-rule"
    ]
    per_unit = (max(grid) - min(grid)) / (axis[1] - axis[0])
    values = figure["data"][0]["x"]
    assert [right - left for left, right in edges] == pytest.approx(
        [abs(value) * per_unit for value in values], abs=0.3
    )
    households, industry, transport, rest, total = edges
    assert industry[1] == pytest.approx(households[0], abs=0.2)
    assert transport[0] == pytest.approx(industry[0], abs=0.2)
    assert rest[1] == pytest.approx(transport[1], abs=0.2)
    assert total == pytest.approx((rest[0], households[1]), abs=0.2)
