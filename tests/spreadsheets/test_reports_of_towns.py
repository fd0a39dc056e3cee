"""Sheets as reports of towns keep them: energy above emissions, two electricity mixes, key figures."""

from __future__ import annotations

import pytest

from monitoring.domain.balance import Basis
from monitoring.spreadsheets.workbook import Sheet, Value
from tests.spreadsheets.written_tables import Rows, read_tables, said, stored

SECTORS = ("Haushalte", "Industrie", "Verkehr")


def _sheet(name: str, rows: Rows) -> Sheet:
    width = max(map(len, rows))
    return Sheet(name, [(*row, *(None for _ in range(width - len(row)))) for row in rows])


def _lines(*series: tuple[Value, ...]) -> Rows:
    return [(label, *values) for label, values in zip(SECTORS, series, strict=True)]


def test_a_method_named_over_the_first_table_alone_does_not_part_it_from_the_second() -> None:
    rows: Rows = [
        ("Energie- und THG-Bilanz 2020 nach BISKO",),
        ("Endenergie in MWh/a",),
        (None, "Strom", "Erdgas"),
        *_lines((10.5, 20.5), (11.5, 21.5), (12.5, 22.5)),
        (None,),
        ("Treibhausgasemissionen in t CO2-Äquivalenten",),
        (None, "Strom", "Erdgas"),
        *_lines((5.5, 4.5), (6.5, 3.5), (7.5, 2.5)),
    ]
    reading = read_tables([_sheet("Bilanz 2020", rows)])
    assert (said(reading), reading.questions, len(reading.drafts)) == ([], (), 6)
    values = reading.drafts[0].values
    assert (values["energy_mwh"], values["emissions_t"]) == (10.5, 5.5)


def test_the_mix_of_the_nation_and_that_of_the_town_are_told_apart_by_their_titles() -> None:
    rows: Rows = [
        ("THG-Emissionen in t CO2e (Bundesstrommix)",),
        ("Sektor", 2019, 2020),
        *_lines((10.5, 9.5), (20.5, 19.5), (30.5, 29.5)),
        (None,),
        ("THG-Emissionen in t CO2e (lokaler Strommix, nachrichtlich)",),
        ("Sektor", 2019, 2020),
        *_lines((10.4, 9.4), (20.4, 19.4), (30.4, 29.4)),
    ]
    reading = read_tables([_sheet("Bilanz", rows)])
    assert (said(reading), reading.questions) == ([], ())
    found = [(each.values.get("basis"), each.values["emissions_t"]) for each in reading.drafts]
    assert found.count((Basis.LOCAL_MIX, 10.4)) == found.count((Basis.BISKO, 10.5)) == 1
    assert len(found) == 12


def test_a_unit_stands_between_other_words_of_a_title() -> None:
    rows: Rows = [("Endenergieverbrauch in GWh nach Verbrauchssektoren",), ("Sektor", 2019, 2020)]
    reading = read_tables([_sheet("T", [*rows, *_lines((1.5, 2.5), (3.5, 4.5), (5.5, 6.5))])])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading)[2020, "VER", "all"] == 6_500.0


def test_a_sheet_of_key_figures_may_hold_the_balance_too() -> None:
    rows: Rows = [
        ("Kenngröße", "Einheit", 2019, 2020),
        ("Endenergieverbrauch gesamt", "MWh", 60.5, 57.5),
        *((f"Endenergieverbrauch {label}", "MWh", 20.5, 19.5) for label in SECTORS),
        ("THG-Emissionen je Einwohner", "t CO2e/EW", 5.5, 5.4),
        ("Einwohner", "Anzahl", 50_123, 50_222),
        ("Ladepunkte", "Stück", 12, 18),
    ]
    reading = read_tables([_sheet("Kennzahlen", rows)])
    assert (said(reading), reading.questions) == ([], ())
    assert stored(reading) == pytest.approx(
        {(year, sector, "all"): value for year, value, total in ((2019, 20.5, 60.5), (2020, 19.5, 57.5))
         for sector, value in (("HH", value), ("IND", value), ("VER", value), ("SUM", total))}
    )  # fmt: skip
    names = {each.values["name"] for each in reading.drafts if each.kind == "indicators"}
    assert names == {"THG-Emissionen je Einwohner", "Ladepunkte"}


def test_a_use_of_one_sector_in_a_sheet_of_indicators_stays_an_indicator() -> None:
    rows: Rows = [
        ("Indikator", "Einheit", 2019, 2020),
        ("Stromverbrauch kommunale Gebäude", "kWh", 5_000, 4_900),
        ("Ladepunkte", "Stück", 12, 18),
    ]
    reading = read_tables([_sheet("Indikatoren", rows)])
    assert {each.kind for each in reading.drafts} == {"indicators", "indicator_values"}


def test_factors_without_a_year_ask_for_none() -> None:
    rows: Rows = [("Energieträger", "Emissionsfaktor [g CO2e/kWh]"), ("Strom", 498), ("Erdgas", 247)]
    reading = read_tables([_sheet("Faktoren", rows)])
    assert (reading.questions, reading.drafts) == ((), ())
    assert [code for code, *_ in said(reading)] == ["derived_left_out"]
