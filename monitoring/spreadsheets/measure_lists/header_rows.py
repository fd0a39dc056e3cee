"""Headings over two rows: the label of a group of columns above, those of its columns below."""

from __future__ import annotations

from dataclasses import replace

from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.headings import BETWEEN_LABELS, matched_columns
from monitoring.spreadsheets.measure_lists.measure_list import is_blank
from monitoring.spreadsheets.measure_lists.report_headings import dated_report
from monitoring.spreadsheets.recognition import HITS_NEEDED, LONGEST_HEADING, ROWS_SEARCHED
from monitoring.spreadsheets.workbook import Sheet

Headings = list[str | None]


def with_joined_headings(sheet: Sheet) -> Sheet:
    """The sheet with „group / column“ in the lower of two rows of headings.

    Only where both together say more about measures than one alone; else it stays as it is.
    """
    last = min(sheet.height, ROWS_SEARCHED)
    single = max((_understood(_own(sheet, row)) for row in range(1, last + 1)), default=0)
    joined = {row: _joined(sheet, row) for row in range(1, last) if _are_words(sheet, row + 1)}
    scores = {row: _understood(headings) for row, headings in joined.items()}
    best = max(scores, key=lambda row: scores[row], default=None)
    if best is None or scores[best] < HITS_NEEDED or scores[best] <= single:
        return sheet
    rows = list(sheet.rows)
    rows[best] = tuple(joined[best])
    return replace(sheet, rows=rows)


def _understood(headings: Headings) -> int:
    """How many headings say what a column of a list of measures holds."""
    reports = [heading for heading in headings if heading and dated_report(heading)]
    return len(matched_columns(headings, format_of("measures"))) + len(reports)


def _own(sheet: Sheet, row: int) -> Headings:
    return [_heading(value) for value in sheet.rows[row - 1]]


def _heading(value: object) -> str | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_blank(value) or not (isinstance(value, str) or is_number):
        return None
    text = " ".join(str(value).split())
    return text if len(text) < LONGEST_HEADING else None


def _are_words(sheet: Sheet, row: int) -> bool:
    """Whether a row may hold the lower part of headings: texts and years."""
    values = [value for value in sheet.rows[row - 1] if not is_blank(value)]
    return len(values) > 1 and all(isinstance(each, str | int) and len(str(each)) < 80 for each in values)


def _joined(sheet: Sheet, row: int) -> Headings:
    above, below = _spread(sheet, row), _own(sheet, row + 1)
    return [_both(upper, lower) for upper, lower in zip(above, below, strict=True)]


def _both(upper: str | None, lower: str | None) -> str | None:
    return f"{upper}{BETWEEN_LABELS}{lower}" if upper and lower else lower or upper


def _spread(sheet: Sheet, row: int) -> Headings:
    """The upper labels over all columns they hold for: merged, or written once before empty cells."""
    labels, below = _own(sheet, row), _own(sheet, row + 1)
    merged = {first: last for top, first, _, last in sheet.merged if top == row}
    for at in range(1, len(labels)):
        is_open = labels[at] is None and labels[at - 1] is not None
        if is_open and below[at] and below[at - 1] and not _ends(merged, at):
            labels[at] = labels[at - 1]
    return labels


def _ends(merged: dict[int, int], columns: int) -> bool:
    """Whether a merged range ends with a column, counted from 1."""
    return columns in merged.values()
