"""Whether the values of one row fit together, as far as the row itself names them."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ValidationError

from monitoring.domain.record import LAST_YEAR, Record
from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.fields import has_field
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import Outcome, Row

INVOLVED: dict[str, tuple[str, ...]] = {
    "end_before_start": (
        *("end", "start", "end_year", "start_year", "valid_until", "valid_from"),
        *("approved_until", "approved_from"),
    ),
    "value_missing": ("planned", "actual"),
    "target_value_missing": ("value", "reduction"),
    "indicator_missing": ("indicator", "quantity"),
    "target_year_not_after_base_year": ("year", "base_year"),
    "geometric_path_to_zero": ("form", "value"),
    "base_value_negative": ("base_value",),
    "target_value_negative": ("value",),
}
"""The fields each rule of the records rests on, the one to point at first. A row that lacks one is judged
only after it
was held against what is stored."""
_PLACEHOLDERS: dict[str, Any] = {"measure": "x", "id": "x", "programme": "x", "title": "x", "year": LAST_YEAR}
"""What stands for fields that a row leaves to matching or that cannot be read."""


def is_coherent(row: Row, sheet_format: SheetFormat, remarks: Remarks) -> bool:
    """Whether the row can become a record; notes why it cannot."""
    built = _built(row, sheet_format)
    if isinstance(built, str):
        return _is_left_open(built, row, sheet_format, remarks)
    return True


def _is_left_open(code: str, row: Row, sheet_format: SheetFormat, remarks: Remarks) -> bool:
    involved = [name for name in INVOLVED.get(code, ()) if name in sheet_format.record_type.model_fields]
    if not involved or not all(name in row.values for name in involved):
        # An answer may still give what is missing: until then the row waits.
        return Outcome.PENDING not in row.outcomes
    remarks.error(code, row.sheet, row.cell_of(involved[0]), _text(row, involved[0]))
    return False


def _text(row: Row, field: str) -> str | None:
    origin = row.origins.get(field)
    return origin.text if origin else None


def _built(row: Row, sheet_format: SheetFormat) -> Record | str | None:
    """The record of a row alone, the code of the rule it breaks, or None where the row does not say
    enough.
    """
    record_type = sheet_format.record_type
    try:
        return record_type.model_validate({**placeholders(record_type), **_own_values(row, sheet_format)})
    except ValidationError as refused:
        errors = refused.errors()
        if any(each["type"] != "value_error" for each in errors):
            return None
        return str(errors[0]["ctx"]["error"])


@cache
def placeholders(record_type: type[Record]) -> dict[str, Any]:
    """What stands, while a row is judged by itself, for what only matching or another row can give."""
    return {name: value for name, value in _PLACEHOLDERS.items() if name in record_type.model_fields}


def _own_values(row: Row, sheet_format: SheetFormat) -> dict[str, Any]:
    record_type = sheet_format.record_type
    return {name: value for name, value in row.values.items() if has_field(record_type, name)}
