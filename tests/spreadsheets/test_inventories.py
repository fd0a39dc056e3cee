"""Inventories after the Global Protocol (GPC): sectors with sub-sectors, each in several scopes."""

from __future__ import annotations

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

ROWS: Rows = [
    ("GPC ref No.", "Sector", "Sub-sector", "Scope", "2018 (tCO2e)", "2019 (tCO2e)"),
    ("I.1.1", "Stationary energy", "Residential buildings", 1, 10_500, 10_100),
    ("I.1.2", "Stationary energy", "Residential buildings", 2, 5_200, 5_000),
    ("II.1.1", "Transportation", "On-road transportation", 1, 30_000, 29_000),
    (None, "TOTAL", None, None, 45_700, 44_100),
]
ANSWERS = {"word:sector:on-road transportation": "VER"}


def test_scopes_of_a_sector_are_added_up() -> None:
    asked = read_tables([Sheet("Inventory", ROWS)])
    assert [each.key for each in asked.questions] == [*ANSWERS]
    reading = read_tables([Sheet("Inventory", ROWS)], answers=ANSWERS)
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading, "emissions_t") == {
        (2018, "HH", "all"): 15_700.0, (2019, "HH", "all"): 15_100.0,
        (2018, "VER", "all"): 30_000.0, (2019, "VER", "all"): 29_000.0,
        (2018, "SUM", "all"): 45_700.0, (2019, "SUM", "all"): 44_100.0,
    }  # fmt: skip
    method = next(each.values["method"] for each in reading.drafts if each.values["sector"].value == "HH")
    assert "Residential buildings (Scope 1) + Residential buildings (Scope 2)" in method


def test_a_scope_that_lacks_a_year_leaves_the_year_empty() -> None:
    rows = [(*row[:4], row[4], None) if row[0] == "I.1.2" else row for row in ROWS]
    reading = read_tables([Sheet("Inventory", rows)], answers=ANSWERS)
    assert (2019, "HH", "all") not in stored(reading, "emissions_t")
    assert [code for code, *_ in said(reading)] == ["joined_incomplete"]


def test_a_subsector_alone_needs_no_other_word() -> None:
    rows: Rows = [
        ("Sector", "Sub-sector", "2019 (tCO2e)"),
        ("Stationary energy", "Residential buildings", 10.5),
        ("Waste", "Solid waste", 1.5),
    ]
    reading = read_tables([Sheet("Inventory", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert set(stored(reading, "emissions_t")) == {(2019, "HH", "all"), (2019, "WASTE", "all")}
