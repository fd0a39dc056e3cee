"""Tables that look like a balance and are none: generation, potentials, pollutants, places side by side."""

from __future__ import annotations

import pytest

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

LINES: Rows = [("Sektor", 2019, 2020), ("Private Haushalte", 50, 49), ("Verkehr", 40, 39), ("Summe", 90, 88)]


@pytest.mark.parametrize(
    "title",
    [
        "Stromerzeugung aus erneuerbaren Energien [MWh]",
        "EEG-Einspeisung (MWh)",
        "Biogaserzeugung in MWh",
        "Einsparpotenziale nach Sektoren [MWh/a]",
        "THG-Minderungspotential in t CO2e",
        "Primärenergieverbrauch [MWh]",
        "Vermiedene THG-Emissionen [t CO2e]",
        "NOx-Emissionen [t]",
        "Feinstaub (PM10) in t",
        "Abfallaufkommen in t",
        "Entwicklung der THG-Emissionen (1990 = 100)",
    ],
)
def test_what_is_neither_energy_nor_emissions_is_left_out_and_named(title: str) -> None:
    rows: Rows = [(title, None, None), *LINES]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert (reading.drafts, reading.questions) == ((), ())
    assert [code for code, *_ in said(reading)] == ["other_quantity_left_out"]


def test_unknown_lines_of_such_a_table_are_no_question() -> None:
    rows: Rows = [("Stromerzeugung [MWh]", None), ("Anlage", 2019), ("Windpark Nord", 50), ("Biomasse", 40)]
    assert read_tables([Sheet("T", rows)]).questions == ()


@pytest.mark.parametrize("title", ["Bilanz und Potenziale", "Endenergieverbrauch"])
def test_a_balance_may_stand_in_a_sheet_of_potentials(title: str) -> None:
    rows: Rows = [(f"{title} [MWh]", None, None), *LINES]
    sheet = "Bilanz, Potenziale" if "Bilanz" in title else "Potenziale"
    assert stored(read_tables([Sheet(sheet, rows)]))[2020, "VER", "all"] == 39.0


def test_the_name_of_the_file_says_nothing_about_a_single_table() -> None:
    rows: Rows = [("Sektor", "2019 [MWh]"), ("Haushalte", 50), ("Verkehr", 40)]
    reading = read_tables([Sheet("Potenziale", rows)])
    assert reading.drafts == ()
    assert len(read_tables([Sheet("Potenziale", rows)], kind="balance").drafts) == 2


def test_a_list_of_rows_is_told_by_its_title_too() -> None:
    head = ("Jahr", "Sektor", "Energieträger", "Endenergie [MWh]")
    rows: Rows = [head, (2030, "Haushalte", "Strom", 10.5), (2030, "Verkehr", "Diesel", 9.5)]
    assert len(read_tables([Sheet("Bilanz", rows)], answers={}).drafts) == 2
    reading = read_tables([Sheet("Potenziale", rows)])
    assert (reading.drafts, [code for code, *_ in said(reading)]) == ((), ["other_quantity_left_out"])
    chosen = read_tables([Sheet("Potenziale", rows)], answers={"kind:potenziale": "balance"})
    assert len(chosen.drafts) == 2


def test_the_sum_of_two_places_is_in_question_with_them() -> None:
    rows: Rows = [
        ("THG-Emissionen 2020 [t CO2e]", None, None, None),
        ("Sektor", "Adorf", "Bedorf", "Landkreis gesamt"),
        ("Haushalte", 100, 200, 300),
        ("Verkehr", 50, 60, 110),
    ]
    reading = read_tables([Sheet("T", rows)])
    assert ([each.key for each in reading.questions], reading.drafts) == (["lines:t"], ())


def test_numbers_of_which_nothing_says_what_they_are_may_be_no_balance() -> None:
    rows: Rows = [("Stromkunden", None, None), *LINES]
    reading = read_tables([Sheet("T", rows)])
    assert reading.questions[0].choices[-1] == "ignore"
    ignored = read_tables([Sheet("T", rows)], answers={"unit:t:t": "ignore"})
    assert (ignored.questions, ignored.drafts) == ((), ())


def test_what_a_total_includes_does_not_name_it() -> None:
    rows: Rows = [
        ("THG [t CO2e]", 2019), ("Haushalte", 1000), ("LULUCF", -300), ("Gesamt (ohne LULUCF)", 1000),
        ("Gesamt mit LULUCF", 700),
    ]  # fmt: skip
    reading = read_tables([Sheet("T", rows)])
    assert reading.questions == ()
    assert stored(reading, "emissions_t") == {
        (2019, "HH", "all"): 1000.0, (2019, "LAND_USE", "all"): -300.0, (2019, "SUM", "all"): 700.0,
    }  # fmt: skip


def test_letters_behind_a_year_say_how_sure_it_is() -> None:
    rows: Rows = [("THG [t CO2e]", "2018r", "2019p"), ("Haushalte", 10.5, 11.5), ("Verkehr", "20,5 ²)", 21.5)]
    reading = read_tables([Sheet("T", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading, "emissions_t")[2018, "VER", "all"] == 20.5


def test_a_row_of_units_has_a_label_of_its_own() -> None:
    rows: Rows = [
        ("Sektor", "THG 2019", "THG 2020", "EEV 2019"), ("Einheit", "t", "t", "MWh"),
        ("Haushalte", 10.5, 9.5, 40.5), ("Verkehr", 20.5, 19.5, 80.5),
    ]  # fmt: skip
    reading = read_tables([Sheet("T", rows)])
    assert (said(reading), reading.questions) == ([], ())
    found = {
        each.values["sector"].value: each.values for each in reading.drafts if each.values["year"] == 2019
    }
    assert (found["VER"]["emissions_t"], found["HH"]["energy_mwh"]) == (20.5, 40.5)
