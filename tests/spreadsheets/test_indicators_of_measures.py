"""Indicators beside their measures: with targets of a year, and as a list of one value a row."""

from __future__ import annotations

from monitoring.spreadsheets.workbook import Sheet
from tests.spreadsheets.written_tables import Rows, read_tables, said

LIST: Rows = [
    ("Maßnahmen_ID", "Maßnahmen_Bez", "Kennzahl", "Maßeinheit", "Jahr", "Wert"),
    ("A1.2", "Wärmeversorgung", "Spezifische Emissionen", "g/kWh", "2022", 81),
    ("A1.2", "Wärmeversorgung", "Spezifische Emissionen", "g/kWh", "2023", 78),
    ("A1.3", "Ökostrom", "Tarifkunden", "Anzahl", "2022", "k. A."),
    ("A1.3", "Ökostrom", "Tarifkunden", "Anzahl", "2023", 16_661),
]


def test_a_list_of_one_value_a_row_names_each_indicator_once() -> None:
    reading = read_tables([Sheet("Tabelle1", LIST)])
    assert (said(reading), reading.questions) == ([], ())
    measures = [each.values for each in reading.drafts if each.kind == "measures"]
    assert measures == [{"id": "A1.2", "title": "Wärmeversorgung"}, {"id": "A1.3", "title": "Ökostrom"}]
    names = [each.values["name"] for each in reading.drafts if each.kind == "indicators"]
    assert names == ["Spezifische Emissionen", "Tarifkunden"]
    values = [each for each in reading.drafts if each.kind == "indicator_values"]
    assert [(each.values["indicator"], each.values["year"], each.values["value"]) for each in values] == [
        ("Spezifische Emissionen", 2022, 81.0),
        ("Spezifische Emissionen", 2023, 78.0),
        ("Tarifkunden", 2023, 16_661.0),
    ]
    assert (values[1].origins["year"].cell, values[1].origins["value"].cell) == ("E3", "F3")


def test_a_column_with_the_year_of_the_goal_is_the_target() -> None:
    rows: Rows = [
        ("Maßnahme", "Indikator", "Einheit", "2022", "2023", "Ziel 2025", "Ziel 2030"),
        ("E2 Photovoltaik", "Leistung", "kWp", 180, 260, 400, 1000),
        ("M2 Fuhrpark", "E-Fahrzeuge", "Stück", 7, 12, 20, None),
    ]
    reading = read_tables([Sheet("Indikatoren", rows)])
    assert said(reading) == []
    targets = [
        (each.values["name"], each.values["target_year"], each.values["target_value"])
        for each in reading.drafts
        if each.kind == "indicators"
    ]
    assert targets == [("Leistung", 2030, 1000.0), ("E-Fahrzeuge", 2025, 20.0)]


def test_a_measuring_quantity_is_an_indicator_too() -> None:
    rows: Rows = [
        ("Nr.", "Maßnahme", "Messgröße", "Einh.", "2022", "2023"),
        ("E2", "PV", "Leistung", "kWp", 1, 2),
    ]
    kinds = [each.kind for each in read_tables([Sheet("Tabelle1", rows)]).drafts]
    assert kinds == ["measures", "indicators", "indicator_values", "indicator_values"]


def test_a_sheet_named_for_reports_lists_measures_where_days_stand_in_its_headings() -> None:
    rows: Rows = [
        ("Nr.", "Maßnahme", "Stand 2022", "Stand 2023"),
        ("E1", "Wärmeplan", "beauftragt", "fertig"),
    ]
    reading = read_tables([Sheet("Sachstand", rows)])
    assert said(reading) == []
    assert [each.kind for each in reading.drafts] == ["measures", "status_reports", "status_reports"]


def test_columns_of_marks_are_headings_of_a_list_of_measures() -> None:
    rows: Rows = [
        ("Nr.", "Maßnahme", "geplant", "in Umsetzung", "abgeschlossen"),
        ("E1", "Wärmeplan", None, "x", None),
        ("E2", "Photovoltaik", None, None, "x"),
    ]
    reading = read_tables([Sheet("Tabelle1", rows)])
    assert [each.values["status"].value for each in reading.drafts] == ["in_progress", "completed"]
