"""Measures whose status only a colour says: asked about, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO

from openpyxl import Workbook as Written
from openpyxl.styles import PatternFill

from monitoring.domain.measure import MeasureStatus
from monitoring.spreadsheets.reading import read
from monitoring.spreadsheets.understanding import Reading, understand
from monitoring.spreadsheets.workbook import Sheet, Value, Workbook

TODAY = date(2026, 11, 22)


def _coloured(colours: Mapping[str, str], legend: bool = False) -> Reading:
    return understand(read("farben.xlsx", _written(colours, legend)), answers={}, today=TODAY)


def _written(colours: Mapping[str, str], legend: bool) -> bytes:
    written = Written()
    sheet = written.active
    sheet.title = "Liste"
    for row in (["Nr.", "Titel", "Status"], ["1", "Solar"], ["2", "Rad"], ["3", "Bus"]):
        sheet.append(row)
    for cell, colour in colours.items():
        sheet[cell].fill = PatternFill("solid", fgColor=colour)
    if legend:
        sheet["E1"].fill = PatternFill("solid", fgColor="00B050")
        sheet["F1"] = "umgesetzt"
    content = BytesIO()
    written.save(content)
    return content.getvalue()


def test_a_status_in_colours_is_one_question_for_each_colour() -> None:
    colours = {"C2": "00B050", "C3": "FF0000", "C4": "00B050"}
    reading = _coloured(colours)
    assert [(each.key, each.cells, each.details["colour_name"]) for each in reading.questions] == [
        ("colour:status:#00b050", ("C2", "C4"), "green"),
        ("colour:status:#ff0000", ("C3",), "red"),
    ]
    answers = {"colour:status:#00b050": "completed", "colour:status:#ff0000": "no_meaning"}
    told = understand(read("farben.xlsx", _written(colours, False)), answers=answers, today=TODAY)
    assert [each.values["status"] for each in told.drafts] == [
        MeasureStatus.COMPLETED,
        MeasureStatus.UNKNOWN,
        MeasureStatus.COMPLETED,
    ]
    assert told.drafts[0].origins["status"].cell == "C2"


def test_a_legend_is_offered_as_the_usual_answer() -> None:
    reading = _coloured({"C2": "00B050", "C3": "FF0000"}, legend=True)
    assert [each.default for each in reading.questions] == ["completed", None]


def test_colours_under_conditions_cannot_be_read() -> None:
    rows: list[tuple[Value, ...]] = [("Nr.", "Titel", "Status"), ("1", "Solar", None)]
    sheet = Sheet("Liste", rows, conditional=("C2:C9",))
    reading = understand(Workbook("liste.xlsx", (sheet,)), today=TODAY)
    assert [(each.code, each.cell) for each in reading.findings] == [("conditional_colours", "C1")]
