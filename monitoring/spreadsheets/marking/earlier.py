"""The summary sheet of an earlier check in a workbook that comes back: it holds nothing to read."""

from __future__ import annotations

from monitoring.spreadsheets.marking.request import SIGN
from monitoring.spreadsheets.workbook import Sheet


def is_summary(sheet: Sheet) -> bool:
    """Whether a sheet is the summary of an earlier check, under whatever name."""
    return sheet.value(1, 1) == SIGN
