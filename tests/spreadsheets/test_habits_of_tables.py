"""Small habits of those who keep tables: captions, signs of footnotes, years over blocks, units below."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

TWO = {(2019, "HH", "all"): 10.5, (2019, "VER", "all"): 9.5, (2019, "SUM", "all"): 20.0}


def test_several_captions_stand_above_a_table() -> None:
    rows: Rows = [
        ("Bilanz der Kommune", "Musterstadt", None),
        ("Bilanzjahr:", "2020", None),
        (None, None, None),
        ("Sektor", "Energieträger", "Endenergie (MWh)"),
        ("Haushalte", "Strom", 10.5),
        ("Haushalte", "Erdgas", 9.5),
    ]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == {(2020, "HH", "electricity"): 10.5, (2020, "HH", "natural_gas"): 9.5}


@pytest.mark.parametrize("mark", [" ¹)", "²", " 1)", "*", "⁾"])
def test_signs_of_footnotes_do_not_change_a_word(mark: str) -> None:
    rows: Rows = [("THG [t CO2e]", 2019), ("Haushalte", 10.5), (f"Verkehr{mark}", 9.5), ("Summe (1+2)", 20)]
    reading = read_tables([Sheet("T", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading, "emissions_t") == TWO


@pytest.mark.parametrize("year", [2019, "2019", "Jahr 2019"])
def test_a_year_stands_over_its_block(year: int | str) -> None:
    first: Rows = [("Haushalte", 10.5), ("Verkehr", 9.5), ("Summe", 20)]
    second: Rows = [("Haushalte", 8.5), ("Verkehr", 7.5), ("Summe", 16)]
    rows: Rows = [("THG [t CO2e]", "Wert"), (year, None), *first, (2020, None), *second]
    reading = read_tables([Sheet("T", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading, "emissions_t") == {
        **TWO, (2020, "HH", "all"): 8.5, (2020, "VER", "all"): 7.5, (2020, "SUM", "all"): 16.0,
    }  # fmt: skip


@pytest.mark.parametrize("note", ["Units: metric tons CO2e", "Unité : tCO2e", "Einheit: t CO2e"])
def test_the_unit_stands_below(note: str) -> None:
    rows: Rows = [("Sector", 2019), ("Haushalte", 10.5), ("Verkehr", 9.5), ("Total", 20), (note, None)]
    reading = read_tables([Sheet("T", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading, "emissions_t") == TWO


def test_places_by_year_are_asked_for_ones_own() -> None:
    rows: Rows = [
        ("THG-Emissionen [t CO2e]", None, None),
        ("Gemeinde", 2019, 2020),
        ("Adorf", 1000, 990),
        ("Bedorf", 2000, 1980),
    ]
    reading = read_tables([Sheet("LK", rows)])
    assert [each.key for each in reading.questions] == ["place:lk:gemeinde"]
    own = read_tables([Sheet("LK", rows)], answers={"place:lk:gemeinde": "Bedorf"})
    assert stored(own, "emissions_t") == {(2019, "SUM", "all"): 2000.0, (2020, "SUM", "all"): 1980.0}


def test_savings_are_written_per_year_in_english_too() -> None:
    rows: Rows = [
        ("Ref", "Action", "Carbon saving (tCO2e/yr)", "RAG"),
        ("1.1", "Heat plan", 120, "Green"),
        ("1.2", "Fleet", 85.5, "Amber"),
    ]
    reading = read_tables([Sheet("Actions", rows)])
    assert [each.key for each in reading.questions] == ["colour:rag:#00a000", "colour:rag:#ffa500"]
    assert [each.values["savings_t"] for each in reading.drafts] == [120.0, 85.5]
