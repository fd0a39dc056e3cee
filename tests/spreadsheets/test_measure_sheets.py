"""Lists of measures in several sheets of one file: one for each year, or one for each field of action."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from monitoring.domain.measure import MeasureStatus
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Workbook

TODAY = date(2026, 11, 22)
Rows = list[tuple[str, str, str]]
HEADINGS = ("Nr.", "Maßnahme", "Status")


def _understood(sheets: Mapping[str, Rows], answers: Mapping[str, str] | None = None) -> Reading:
    built = tuple(Sheet(name, [HEADINGS, *rows]) for name, rows in sheets.items())
    return understand(Workbook("liste.xlsx", built), answers=answers or {}, today=TODAY)


def test_older_sheets_report_on_the_measures_of_the_newest() -> None:
    reading = _understood(
        {
            "2022": [("1", "Solar", "offen"), ("2", "Rad", "in Umsetzung"), ("9", "Alt", "umgesetzt")],
            "2023": [("1", "Solar", "umgesetzt"), ("2", "Rad", "in Umsetzung")],
        }
    )
    measures = {
        each.values["number"]: each.values["status"] for each in reading.drafts if each.kind == "measures"
    }
    assert measures == {
        "1": MeasureStatus.COMPLETED,
        "2": MeasureStatus.IN_PROGRESS,
        "9": MeasureStatus.COMPLETED,
    }
    reports = [each.values for each in reading.drafts if each.kind == "status_reports"]
    assert [(each["number"], each["date"], each["status"]) for each in reports] == [
        ("1", date(2022, 12, 31), MeasureStatus.NOT_STARTED),
        ("2", date(2022, 12, 31), MeasureStatus.IN_PROGRESS),
    ]
    assert [(each.code, each.sheet) for each in reading.findings] == [("sheet_as_reports", "2022")]


def test_whether_sheets_are_fields_of_action_is_asked() -> None:
    sheets: dict[str, Rows] = {"Energie": [("1", "Solar", "offen")], "Verkehr": [("1", "Rad", "offen")]}
    reading = _understood(sheets)
    key = "sheets_as_fields:energie:verkehr"
    assert ([each.key for each in reading.questions], reading.drafts) == ([key], ())
    told = _understood(sheets, {key: "fields_of_action"})
    assert [(each.values["number"], each.values["field_of_action"]) for each in told.drafts] == [
        ("Energie 1", "Energie"),
        ("Verkehr 1", "Verkehr"),
    ]
    assert told.findings == ()
    as_they_are = _understood(sheets, {key: "no_meaning"})
    assert [each.code for each in as_they_are.findings] == ["duplicate_key"]
