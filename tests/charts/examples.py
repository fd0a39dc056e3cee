"""A city and a small town as charts meet them: a missing year, a method break, two balances.

`FIGURES` are the figures of all of them, for whatever must hold for every chart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from monitoring.charts.emissions import Emissions, emissions_figure
from monitoring.charts.indicator import IndicatorSeries, indicator_figure
from monitoring.charts.measures import measures_figure
from monitoring.charts.sector_changes import Changes, changes_figure
from monitoring.texts.words import words

YEARS = range(2015, 2021)
HOUSEHOLDS = {year: None if year == 2017 else 400_000.0 - 5_000 * (year - 2015) for year in YEARS}
TRANSPORT = {year: None if year == 2017 else 350_000.0 for year in YEARS}
CITY = Emissions(
    totals={2015: 750_000.0, 2016: 745_000.0, 2018: 735_000.0, 2019: 730_000.0, 2020: 725_000.0},
    by_sector={"HH": HOUSEHOLDS, "VER": TRANSPORT},
    target_path={year: 750_000.0 - 25_000 * (year - 2015) for year in range(2015, 2031)},
    required_path={year: 725_000.0 - 35_000 * (year - 2020) for year in range(2020, 2031)},
    continued_path={year: 725_000.0 - 5_000 * (year - 2020) for year in range(2020, 2031)},
    target_points={2030: 375_000.0},
    method_breaks=(2018,),
)
TOWN = Emissions(totals={2012: 31_250.0, 2019: 27_980.0}, target_points={2040: 0.0})
SECRET = Emissions(
    totals={2018: 900.0, 2019: 880.0, 2020: 860.0},
    by_sector={"HH": {2018: 400.0, 2019: 390.0, 2020: 380.0}, "IND": {2018: 300.0}, "GHD": {2018: 200.0}},
    withheld={"IND": (2019, 2020), "GHD": (2019, 2020)},
    together={2019: 490.0, 2020: 480.0},
)
"""Two sectors were told once and are confidential since."""
COUNTS = {
    "Wärme & Gebäude": {"in_progress": 2, "completed": 1},
    "Flächen/Landnutzung/Landwirtschaft": {"idea": 3, "unknown": 1},
}
SOLAR = IndicatorSeries("Photovoltaik", "kWp", {2019: 3600, 2020: None, 2021: 5200}, {2030: 30_000})
CHANGES = Changes(
    2019,
    2023,
    first=848.0,
    last=768.7,
    before={"Private Haushalte": 258.0, "Industrie": 176.0, "Verkehr": 245.0, "nicht aufgeteilt": None},
    after={"Private Haushalte": 230.0, "Industrie": 148.5, "Verkehr": 246.2, "nicht aufgeteilt": None},
    steps={"Private Haushalte": -28.0, "Industrie": -27.5, "Verkehr": 1.2, "nicht aufgeteilt": -25.0},
    unit="Tsd. t CO₂e",
)
EXAMPLES: dict[str, tuple[Callable[..., Any], Any]] = {
    "city": (emissions_figure, CITY),
    "town": (emissions_figure, TOWN),
    "secret": (emissions_figure, SECRET),
    "nothing": (emissions_figure, Emissions({})),
    "measures": (measures_figure, COUNTS),
    "no measures": (measures_figure, {}),
    "indicator": (indicator_figure, SOLAR),
    "changes": (changes_figure, CHANGES),
}
FIGURES = [pytest.param(draw(shown, words("de")), id=name) for name, (draw, shown) in EXAMPLES.items()]
