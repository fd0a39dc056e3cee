"""Sectors and carriers in one column: one below the other, or beside each other, as the numbers say."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

YEARS = (2019, 2020)
Series = dict[tuple[str, str], float]


def _read(lines: dict[str, int]) -> Series:
    """What is stored of each year, which is the same for both."""
    rows: Rows = [("Bereich", *YEARS), *((label, value, value) for label, value in lines.items())]
    reading = read_tables([Sheet("Endenergie MWh", rows)])
    assert (said(reading), reading.questions) == ([], ())
    by_year = [{key[1:]: value for key, value in stored(reading).items() if key[0] == year} for year in YEARS]
    assert by_year[0] == by_year[1]
    return by_year[0]


BESIDE = {"Verkehr": ("VER", "all"), "Strom": ("SUM", "electricity"), "Erdgas": ("SUM", "natural_gas")}
TOTAL = {"Gesamt": ("SUM", "all")}


@pytest.mark.parametrize(
    "lines",
    [
        {"Strom": 100, "Verkehr": 300},
        {"Strom": 300, "Verkehr": 100},
        {"Verkehr": 100, "Strom": 300},
        {"Verkehr": 300, "Strom": 100, "Gesamt": 400},
        {"Verkehr": 300, "Strom": 100, "Erdgas": 200, "Gesamt": 600},
    ],
)
def test_what_cannot_be_part_of_the_line_above_stands_beside_it(lines: dict[str, int]) -> None:
    assert _read(lines) == {(BESIDE | TOTAL)[label]: value for label, value in lines.items()}


def test_parts_of_the_line_above_stand_below_it() -> None:
    of_sector = {"Verkehr": ("VER", "all"), "Strom": ("VER", "electricity"), "Diesel": ("VER", "diesel")}
    lines = {"Verkehr": 300, "Strom": 100, "Diesel": 200}
    assert _read(lines) == {of_sector[label]: value for label, value in lines.items()}
    assert _read({**lines, "Diesel": 150})["VER", "diesel"] == 150


def test_sectors_below_their_carrier_stay_there_although_a_total_follows() -> None:
    lines = {"Strom": 300, "Haushalte": 100, "Industrie": 200, "Erdgas": 50, "Verkehr": 50, "Gesamt": 350}
    found = _read({label: value for label, value in lines.items() if label not in ("Erdgas", "Verkehr")})
    assert found["HH", "electricity"] == 100
    assert _read(lines)["VER", "natural_gas"] == 50
