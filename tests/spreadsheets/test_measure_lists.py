"""Lists of measures as towns lay them out: each layout with what must come of it, cell for cell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from monitoring.domain.draft import Draft
from monitoring.domain.measure import MeasureStatus, Priority
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook

TODAY = date(2026, 11, 22)
Rows = list[list[Value]]
NO_MERGED: tuple[tuple[int, int, int, int], ...] = ()


def _understood(rows: Rows, answers: Mapping[str, str] | None = None, **more: Any) -> Reading:
    width = max(map(len, rows))
    padded = [(*row, *[None] * (width - len(row))) for row in rows]
    sheet = Sheet("Liste", padded, **more)
    return understand(Workbook("liste.xlsx", (sheet,)), answers=answers or {}, today=TODAY)


def _said(drafts: tuple[Draft, ...], kind: str, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(each.values.get(name) for name in fields) for each in drafts if each.kind == kind]


def test_a_heading_across_the_columns_is_the_field_of_action_below() -> None:
    rows: Rows = [
        ["Maßnahmenliste der Stadt"],
        ["Nr.", "Maßnahme", "Zuständig", "Status"],
        ["Handlungsfeld Energie"],
        ["1", "Solarkataster", "Amt 60", "umgesetzt"],
        ["2", "Wärmenetz", "Stadtwerke", "in Planung"],
        ["Handlungsfeld Mobilität"],
        ["3", "Radwege", "Amt 66", "in Umsetzung"],
        ["* Stand der Angaben: Mai"],
    ]
    reading = _understood(rows, merged=((3, 1, 3, 4), (6, 1, 6, 4)))
    assert _said(reading.drafts, "measures", "number", "field_of_action", "status") == [
        ("1", "Handlungsfeld Energie", MeasureStatus.COMPLETED),
        ("2", "Handlungsfeld Energie", MeasureStatus.IN_PREPARATION),
        ("3", "Handlungsfeld Mobilität", MeasureStatus.IN_PROGRESS),
    ]
    assert reading.drafts[2].origins["field_of_action"].cell == "A6"
    assert [(each.code, each.cell) for each in reading.findings] == [("row_left_out", "A8")]
    assert reading.questions == ()


def test_bare_numbered_rows_are_fields_of_action_and_deeper_ones_parts() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Verantwortlich", "Beginn"],
        ["A", "Energie"],
        ["A1", "Solaroffensive", "Amt 60", 2024],
        ["A1.1", "Kataster", "Amt 60", 2025],
        ["B", "Verkehr"],
        ["B1", "Radwege", "Amt 66", 2026],
    ]
    reading = _understood(rows)
    assert _said(reading.drafts, "measures", "number", "field_of_action", "parent") == [
        ("A1", "Energie", None),
        ("A1.1", "Energie", "A1"),
        ("B1", "Verkehr", None),
    ]
    assert reading.questions == ()


def test_numbered_rows_that_head_others_and_say_more_are_asked_about() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Status"],
        ["1", "Energie", "in Umsetzung"],
        ["1.1", "Solar", "umgesetzt"],
        ["1.10", "Wärme", "umgesetzt"],
    ]
    reading = _understood(rows)
    assert [(each.key, each.cells) for each in reading.questions] == [("heading_rows:liste", ("B2",))]
    fields = _understood(rows, {"heading_rows:liste": "fields_of_action"})
    assert _said(fields.drafts, "measures", "number", "field_of_action", "parent") == [
        ("1.1", "Energie", None),
        ("1.10", "Energie", None),
    ]
    parts = _understood(rows, {"heading_rows:liste": "measures"})
    assert _said(parts.drafts, "measures", "number", "parent") == [
        ("1", None),
        ("1.1", "1"),
        ("1.10", "1"),
    ]


def test_a_field_of_action_written_once_holds_for_its_group() -> None:
    rows: Rows = [
        ["Handlungsfeld", "Nr.", "Titel"],
        ["Energie", "1", "Solar"],
        [None, "2", "Wärme"],
        ["Verkehr", "3", "Radwege"],
        [None, "4", "Busse"],
    ]
    reading = _understood(rows)
    fields = [each.values["field_of_action"] for each in reading.drafts]
    assert fields == ["Energie", "Energie", "Verkehr", "Verkehr"]
    assert [(each.code, each.cell, each.details["count"]) for each in reading.findings] == [
        ("filled_down", "A3", 2)
    ]


def test_reports_stand_in_columns_with_their_year() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Sachstand 2022", "Status (2022)", "Umsetzungsstand 12/2023"],
        ["1", "Solar", "Das Kataster ist beauftragt.", "begonnen", "umgesetzt"],
        ["2", "Wärme", None, None, "in Umsetzung"],
    ]
    reading = _understood(rows)
    assert _said(reading.drafts, "status_reports", "number", "date", "status", "text") == [
        ("1", date(2022, 12, 31), MeasureStatus.IN_PROGRESS, "Das Kataster ist beauftragt."),
        ("1", date(2023, 12, 31), MeasureStatus.COMPLETED, None),
        ("2", date(2023, 12, 31), MeasureStatus.IN_PROGRESS, None),
    ]
    assert "status" not in reading.drafts[0].values
    assert (reading.findings, reading.questions) == ((), ())


def test_reports_stand_as_rows_below_their_measure() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Beschreibung", "Status"],
        ["Ü1", "Koordination", "Koordination", None],
        ["Ü1-P", "geplant", "Zwei Stellen werden geschaffen.", None],
        ["Ü1-13", "Sachstand 2012/2013", "Vier Stellen sind besetzt.", "umgesetzt"],
        [None, "Sachstand 2015", "Sechs Stellen.", None],
    ]
    reading = _understood(rows)
    assert _said(reading.drafts, "measures", "number", "title", "description") == [
        ("Ü1", "Koordination", "Zwei Stellen werden geschaffen.")
    ]
    assert _said(reading.drafts, "status_reports", "number", "date", "status", "text") == [
        ("Ü1", date(2013, 12, 31), MeasureStatus.COMPLETED, "Vier Stellen sind besetzt."),
        ("Ü1", date(2015, 12, 31), None, "Sechs Stellen."),
    ]


def test_reports_without_a_date_take_that_above_the_table_or_ask() -> None:
    rows: Rows = [
        ["Stand: 31.03.2025"],
        ["Nr.", "Titel", "Sachstand"],
        ["1", "Solar", "Das Kataster ist beauftragt und wird im Herbst veröffentlicht."],
    ]
    reading = _understood(rows)
    assert _said(reading.drafts, "status_reports", "date") == [(date(2025, 3, 31),)]
    rows[0] = ["Klimaschutz"]
    assert [each.key for each in _understood(rows).questions] == ["report_year:liste:sachstand"]
    told = _understood(rows, {"report_year:liste:sachstand": "2024"})
    assert _said(told.drafts, "status_reports", "date") == [(date(2024, 12, 31),)]


def test_marks_under_words_and_years() -> None:
    rows: Rows = [
        [None, None, "Status", None, None, None, None],
        ["Nr.", "Titel", "geplant", "in Umsetzung", "abgeschlossen", 2024, 2025],
        ["1", "Solar", None, "x", None, "x", "x"],
        ["2", "Wärme", None, None, "X", "x", None],
        ["3", "Rad", "x", "x", None, None, None],
    ]
    reading = _understood(rows)
    assert _said(reading.drafts, "measures", "number", "status", "start", "end") == [
        ("1", MeasureStatus.IN_PROGRESS, date(2024, 1, 1), date(2025, 12, 31)),
        ("2", MeasureStatus.COMPLETED, date(2024, 1, 1), date(2024, 12, 31)),
        ("3", None, None, None),
    ]
    assert reading.drafts[0].origins["status"].cell == "D3"
    assert [(each.code, each.cell) for each in reading.findings] == [("several_marks", "D5")]


def test_headings_over_two_rows_are_read_together() -> None:
    rows: Rows = [
        ["Nr.", "Maßnahme", "Umsetzung", None, "Kosten"],
        [None, None, "Beginn", "Ende", "in €"],
        ["1", "Solar", 2024, 2026, 5000],
    ]
    reading = _understood(rows, merged=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)))
    assert _said(reading.drafts, "measures", "start", "end", "cost_total") == [
        (date(2024, 1, 1), date(2026, 12, 31), 500_000)
    ]
    assert reading.sheets[0].header_row == 2


def test_the_lower_row_of_headings_may_hold_units_and_the_ends_of_a_period() -> None:
    rows: Rows = [
        ["Nr.", "Maßnahme", "Zuständigkeit", "Zeitraum", None, "Kosten (€)", "THG-Minderung", "Bemerkung"],
        [None, None, None, "Beginn", "Ende", None, "t CO2e/a", None],
        ["1.1", "Solarkataster", "FB Umwelt", "01/2022", "12/2023", 15000, 12, "online"],
    ]
    reading = _understood(rows, merged=((1, 4, 1, 5),))
    assert _said(reading.drafts, "measures", "number", "start", "end", "savings_t") == [
        ("1.1", date(2022, 1, 1), date(2023, 12, 31), 12.0)
    ]
    assert (reading.questions, reading.findings) == ((), ())


def test_a_group_of_columns_may_be_one_matrix_or_one_series_of_reports() -> None:
    rows: Rows = [
        ["Nr.", "Maßnahme", "Stand der Umsetzung", None, None, "Sachstand", None],
        [None, None, "Idee", "Umsetzung", "Abgeschlossen", 2022, 2023],
        ["1", "Solar", None, "x", None, "Die Dächer sind geprüft.", "Gebaut wird ab Mai."],
        ["2", "Rad", None, None, "x", None, None],
    ]
    reading = _understood(rows, merged=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 5), (1, 6, 1, 7)))
    assert _said(reading.drafts, "measures", "number", "status") == [
        ("1", MeasureStatus.IN_PROGRESS),
        ("2", MeasureStatus.COMPLETED),
    ]
    assert _said(reading.drafts, "status_reports", "date", "text") == [
        (date(2022, 12, 31), "Die Dächer sind geprüft."),
        (date(2023, 12, 31), "Gebaut wird ab Mai."),
    ]
    assert (reading.findings, reading.questions) == ((), ())


def test_titles_may_begin_with_their_number() -> None:
    rows: Rows = [
        ["Maßnahme", "Verantwortlich", "Priorität"],
        ["M1: Solarkataster", "Amt 60", 1],
        ["M2: Wärmenetz", "Amt 66, Stadtwerke", 3],
    ]
    reading = _understood(rows, {"scale:priorität": "first_is_high"})
    assert _said(reading.drafts, "measures", "number", "title", "priority") == [
        ("M1", "Solarkataster", Priority.HIGH),
        ("M2", "Wärmenetz", Priority.LOW),
    ]
    assert [each.key for each in _understood(rows).questions] == ["scale:priorität"]


def test_a_measure_may_go_on_in_rows_below() -> None:
    rows: Rows = [
        ["Nr.", "Titel", "Handlungsschritte", "Beginn"],
        ["1", "Solar", "Kataster", 2024],
        [None, None, "Beratung", 2025],
        ["2", "Wärme", "Netz", None],
    ]
    reading = _understood(rows)
    assert _said(reading.drafts, "measures", "number", "steps") == [
        ("1", "Kataster\nBeratung"),
        ("2", "Netz"),
    ]
    assert [(each.code, each.cell) for each in reading.findings] == [("continued_left_out", "D3")]


def test_indicators_beside_their_measure_have_a_column_for_each_year() -> None:
    rows: Rows = [
        ["Nr.", "Maßnahme", "Indikator", "Einheit", 2021, 2022],
        ["1", "Solar", "PV auf Dächern", "kWp", 120, 180.5],
        [None, None, "Beratungen", "Anzahl", None, 14],
        ["2", "Rad", "Radwege", "km", "k. A.", 3],
    ]
    reading = _understood(rows)
    assert _said(reading.drafts, "measures", "number", "title") == [("1", "Solar"), ("2", "Rad")]
    assert _said(reading.drafts, "indicators", "number", "name", "unit") == [
        ("1", "PV auf Dächern", "kWp"),
        ("1", "Beratungen", "Anzahl"),
        ("2", "Radwege", "km"),
    ]
    assert _said(reading.drafts, "indicator_values", "indicator", "year", "value") == [
        ("PV auf Dächern", 2021, 120.0),
        ("PV auf Dächern", 2022, 180.5),
        ("Beratungen", 2022, 14.0),
        ("Radwege", 2022, 3.0),
    ]
    assert reading.findings == ()


def test_of_several_municipalities_only_the_one_asked_for_is_read() -> None:
    rows: Rows = [
        ["Kommune", "Maßnahme", "Handlungsfeld", "Status"],
        ["Altdorf", "Solar", "Energie", "umgesetzt"],
        ["Neustadt", "Rad", "Verkehr", "umgesetzt"],
    ]
    reading = _understood(rows)
    assert [(each.key, each.choices) for each in reading.questions] == [
        ("place:liste:kommune", ("Altdorf", "Neustadt"))
    ]
    assert reading.drafts == ()
    told = _understood(rows, {"place:liste:kommune": "Neustadt"})
    assert _said(told.drafts, "measures", "title") == [("Rad",)]


def test_a_heading_of_thousands_of_digits_is_no_year() -> None:
    rows: Rows = [["Nr.", "Titel", "Status", "9" * 5000], ["M1", "Radweg", "laufend", "x"]]
    assert [each.values["title"] for each in _understood(rows).drafts] == ["Radweg"]
