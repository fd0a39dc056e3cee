"""Sheets, rows and columns that a reader of the file does not see: they are read, and that is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from monitoring.spreadsheets.addresses import cell_address, column_letters
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.workbook import Position, Sheet, Value


def say_hidden(sheet: Sheet, remarks: Remarks) -> None:
    """Notes what of a sheet is read though it is hidden; empty rows and columns need no word."""
    if sheet.hidden:
        remarks.notice("hidden_sheet", sheet.name, None)
    rows = sorted(row for row in sheet.hidden_rows if _is_filled(sheet, row))
    if rows:
        first = _first_filled(sheet, ((rows[0], column) for column in range(1, sheet.width + 1)))
        remarks.notice("hidden_rows", sheet.name, *first, named=in_ranges(rows), count=len(rows))
    columns = sorted(column for column in sheet.hidden_columns if _holds_values(sheet, column))
    if columns:
        first = _first_filled(sheet, ((row, columns[0]) for row in range(1, sheet.height + 1)))
        named = in_ranges(columns, column_letters)
        remarks.notice("hidden_columns", sheet.name, *first, named=named, count=len(columns))


def _first_filled(sheet: Sheet, cells: Iterable[Position]) -> tuple[str, Value]:
    """The first of them in which something stands, with what it is."""
    at = next(each for each in cells if sheet.value(*each) is not None)
    return cell_address(*at), sheet.value(*at)


def _is_filled(sheet: Sheet, row: int) -> bool:
    return row <= sheet.height and any(value is not None for value in sheet.rows[row - 1])


def _holds_values(sheet: Sheet, column: int) -> bool:
    return column <= sheet.width and any(row[column - 1] is not None for row in sheet.rows)


def in_ranges(numbers: Iterable[int], name: Callable[[int], str] = str) -> str:
    """Ascending numbers as people write them.

    >>> in_ranges([3, 4, 5, 9]), in_ranges([1, 2, 28], column_letters)
    ('3–5, 9', 'A–B, AB')
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(name(a) if a == b else f"{name(a)}–{name(b)}" for a, b in ranges)
