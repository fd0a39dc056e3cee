"""How our workbook looks: names of its own sheets, widths, fonts and number formats."""

from __future__ import annotations

from openpyxl.styles import Alignment, Font, PatternFill

from monitoring.spreadsheets.column import DATES, Column, Reads

GUIDE_TITLE = "Anleitung"
LISTS_TITLE = "Listen"
OUR_SHEETS = frozenset({GUIDE_TITLE, LISTS_TITLE})
"""Sheets of our workbook that hold no records."""

ROWS_WITH_LISTS = 2_000
"""How far down cells offer a list of words."""
REQUIRED_FONT = Font(bold=True)
OPTIONAL_FONT = Font(bold=False)
EXAMPLE_FONT = Font(italic=True, color="FF595959")
HEADING_FILL = PatternFill("solid", fgColor="FFE3EDE6")
HEADING_ALIGNMENT = Alignment(vertical="top", wrap_text=True)
TEXT_ALIGNMENT = Alignment(vertical="top", wrap_text=True)
WIDE = frozenset({"description", "text", "title", "goal", "steps", "responsible", "name"})
_FORMATS = {Reads.MONEY: "#,##0.00", Reads.YEAR: "0", Reads.WHOLE: "0"}
_DATE_FORMAT = "DD.MM.YYYY"


def number_format(column: Column) -> str:
    """How the numbers and dates of a column are shown."""
    return _DATE_FORMAT if column.reads in DATES else _FORMATS.get(column.reads, "General")


def width(column: Column) -> float:
    """The width of a column in characters."""
    if column.field in WIDE:
        return 40
    return max(12, min(28, len(column.heading) + 3))
