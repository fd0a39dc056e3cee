"""The chart functions: figures that plotly accepts, gaps that stay gaps, tables with the same numbers."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from monitoring.charts.emissions import Emissions, emissions_figure, emissions_table
from monitoring.charts.figure import plotly_config
from monitoring.charts.indicator import indicator_figure, indicator_table
from monitoring.charts.looks import STATUSES
from monitoring.charts.measures import measures_table
from monitoring.charts.sector_changes import changes_figure, changes_table
from monitoring.domain.measure import MeasureStatus
from monitoring.texts.words import words
from tests.charts.examples import CHANGES, CITY, COUNTS, EXAMPLES, FIGURES, SECRET, SOLAR, TOWN
from tests.house.sources import PACKAGE, python_files

DE, EN = words("de"), words("en")


@pytest.mark.parametrize("figure", FIGURES)
def test_plotly_accepts_the_figure(figure: dict[str, Any]) -> None:
    go.Figure(figure)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_figure_has_words_for_a_screen_reader(figure: dict[str, Any]) -> None:
    assert figure["layout"]["meta"]["title"]
    assert figure["layout"]["meta"]["description"]


def test_a_year_without_balance_is_a_gap_and_says_so() -> None:
    figure = emissions_figure(CITY, DE)
    bar = figure["data"][0]
    assert bar["y"][bar["x"].index("2017")] is None
    assert "2017" in figure["layout"]["meta"]["description"]
    assert figure["layout"]["meta"]["notes"]


def test_the_words_for_a_screen_reader_name_only_what_is_drawn() -> None:
    drawn = emissions_figure(CITY, DE)["layout"]["meta"]["description"]
    assert "Linien und Punkte: Zielpfad; Ab jetzt nötiger Pfad; " in drawn
    bars_alone = replace(TOWN, target_points={})
    assert "Linien" not in emissions_figure(bars_alone, DE)["layout"]["meta"]["description"]
    assert "Rauten" in indicator_figure(SOLAR, DE)["layout"]["meta"]["description"]
    without = indicator_figure(replace(SOLAR, targets={}), DE)["layout"]["meta"]["description"]
    assert without == "Linie: Werte in kWp von 2019 bis 2021."


def test_years_are_names_not_numbers() -> None:
    axis = emissions_figure(CITY, DE)["layout"]["xaxis"]
    assert axis["type"] == "category"
    assert axis["categoryarray"][0] == "2015"


def test_a_method_break_stands_between_two_years() -> None:
    [shape] = emissions_figure(CITY, DE)["layout"]["shapes"]
    assert shape["x0"] == shape["x1"] == 2.5


def test_a_method_break_outside_the_axis_is_left_out() -> None:
    assert emissions_figure(replace(CITY, method_breaks=(1990,)), DE)["layout"]["shapes"] == []


def test_the_emissions_table_has_the_same_numbers_and_no_zero_for_a_gap() -> None:
    table = emissions_table(CITY, DE)
    rows = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    assert rows["2015"][DE("chart.total")] == "750.000"
    assert rows["2017"][DE("chart.total")] == DE("chart.no_value")
    assert rows["2030"][DE("chart.target_path")] == "375.000"
    assert rows["2030"][DE("chart.total")] == "–"


def test_targets_without_a_path_stand_in_the_table_too() -> None:
    table = emissions_table(TOWN, DE)
    assert table.columns[-1] == DE("chart.target_point")
    assert table.rows[-1] == ("2040", "–", "0")


def test_an_energy_balance_is_called_so() -> None:
    energy = emissions_table(replace(TOWN, subject="energy", unit="MWh"), DE)
    assert DE("chart.energy.title") in energy.caption


def test_the_measures_table_adds_up() -> None:
    table = measures_table(COUNTS, DE)
    assert table.rows[-1][-1] == "7"
    assert table.columns[1] == "abgeschlossen"


def test_every_status_has_a_look() -> None:
    assert set(STATUSES) == {status.value for status in MeasureStatus}


def test_the_indicator_table_tells_missing_from_future() -> None:
    rows = {row[0]: row[1:] for row in indicator_table(SOLAR, DE).rows}
    assert rows["2020"] == (DE("chart.no_value"), "–")
    assert rows["2030"] == ("–", "30.000")


def test_nothing_leaves_for_a_third_party() -> None:
    config = plotly_config("de")
    assert config["showSendToCloud"] is False
    assert config["displaylogo"] is False


def test_confidential_sectors_are_one_part_of_the_bar_and_a_word_in_the_table() -> None:
    bars = emissions_figure(SECRET, DE)["data"]
    assert [bar["name"] for bar in bars][-1] == "vertrauliche Sektoren zusammen"
    for place, year in enumerate(SECRET.years):
        assert sum(bar["y"][place] or 0 for bar in bars) == SECRET.totals[year]
    table = emissions_table(SECRET, DE)
    columns = dict(zip(table.columns, zip(*table.rows, strict=True), strict=True))
    assert columns["Industrie"] == ("300", "vertraulich (C)", "vertraulich (C)")
    assert columns["vertrauliche Sektoren zusammen"] == ("–", "490", "480")


def test_a_year_without_a_bar_may_be_confidential() -> None:
    industry = Emissions(totals={2018: 300.0, 2020: 280.0}, withheld={"IND": (2019,)})
    layout = emissions_figure(industry, DE)["layout"]
    assert "vertraulich" in str(layout)
    assert "2019" not in layout["meta"]["description"]
    assert emissions_table(industry, DE).rows[1] == ("2019", "vertraulich (C)")


def test_every_kind_of_chart_is_among_the_examples() -> None:
    """What is tried with each of them is tried with a new chart too."""
    made = {
        node.name
        for path in python_files(PACKAGE / "charts")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.endswith("_figure")
    }
    assert made == {draw.__name__ for draw, _ in EXAMPLES.values()}


def test_the_steps_lead_to_the_change_of_the_total() -> None:
    [trace] = changes_figure(CHANGES, DE)["data"]
    assert trace["measure"] == [*["relative"] * 4, "total"]
    assert sum(trace["x"][:-1]) == pytest.approx(trace["x"][-1]) == pytest.approx(768.7 - 848.0)
    table = changes_table(CHANGES, DE)
    assert table.rows[2] == ("Verkehr", "245", "246", "+1,2")
    assert table.rows[3] == ("nicht aufgeteilt", "–", "–", "−25,0")
    assert table.rows[-1] == ("Zusammen", "848", "769", "−79,3")
