"""The template: the empty „Monitoring-Mappe“ with one example row in each sheet."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from monitoring.spreadsheets import layout
from monitoring.spreadsheets.column import Column, SheetFormat
from monitoring.spreadsheets.example import MARKER, MARKER_HEADING, MARKER_NOTE
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.sheet_writer import add_row, add_sheet
from monitoring.spreadsheets.workbook_writer import new_workbook, workbook_bytes

_HEADING = "Monitoring-Mappe für den Klimaschutz"
_MARKER_FIELD = "example_marker"
_MARKER_COLUMN = Column(_MARKER_FIELD, MARKER_HEADING, note=MARKER_NOTE)


def template(full: bool = False) -> bytes:
    """The workbook to fill in (.xlsx): four sheets with basic columns, or every sheet with every column."""
    formats = [each for each in FORMATS if full or each.is_basic]
    book = new_workbook(_HEADING, formats)
    for sheet_format in formats:
        columns = [*_columns(sheet_format, full), _MARKER_COLUMN]
        _add_example(add_sheet(book, sheet_format, columns), columns)
    return workbook_bytes(book)


def _columns(sheet_format: SheetFormat, full: bool) -> list[Column]:
    return [column for column in sheet_format.stored_columns if full or column.is_basic]


def _add_example(sheet: Worksheet, columns: list[Column]) -> None:
    values = {column.field: column.example for column in columns}
    add_row(sheet, columns, {**values, _MARKER_FIELD: MARKER}, layout.EXAMPLE_FONT)
