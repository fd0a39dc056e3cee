"""Checks made while a file is read: they need nothing but the file itself."""

from __future__ import annotations

from monitoring.domain.finding import Severity

CHECKED_WHILE_READING: dict[str, Severity] = {
    "duplicate_key": Severity.ERROR,
    "files_contradict": Severity.ERROR,
    "row_repeated": Severity.NOTICE,
    "value_repeated": Severity.NOTICE,
    "end_before_start": Severity.ERROR,
    "in_the_future": Severity.WARNING,
    "formula_without_value": Severity.ERROR,
    "error_value": Severity.NOTICE,
    "hidden_rows": Severity.NOTICE,
    "hidden_columns": Severity.NOTICE,
    "hidden_sheet": Severity.NOTICE,
}
"""Code → severity, the same key twice (and with it the total listed twice) first."""
