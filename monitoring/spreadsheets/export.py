"""The export: everything a municipality has, as the workbook that can be read in again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from monitoring.domain.measure import Measure
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.record import INTERNAL, Record, has_mark
from monitoring.spreadsheets.column import Column, SheetFormat
from monitoring.spreadsheets.formats import FORMATS
from monitoring.spreadsheets.sheet_writer import add_row, add_sheet
from monitoring.spreadsheets.workbook_writer import new_workbook, workbook_bytes


def export(
    records: Mapping[str, Sequence[Record]], municipality_name: str, *, shows_internal: bool = True
) -> bytes:
    """The full workbook (.xlsx) from kind → records; reading it in again changes nothing.

    Rows about measures name them by number, title and permanent id. Without `shows_internal` the columns that
    never leave for the public are left out.
    """
    book = new_workbook(f"Monitoring-Mappe: {municipality_name}", FORMATS)
    measures = {each.id: each for each in records.get(Measure.KIND, ()) if isinstance(each, Measure)}
    for sheet_format in FORMATS:
        columns = _columns(sheet_format, shows_internal)
        sheet = add_sheet(book, sheet_format, columns)
        for record in records.get(sheet_format.kind, ()):
            add_row(sheet, columns, _values(record, measures))
    return workbook_bytes(book)


def _columns(sheet_format: SheetFormat, shows_internal: bool) -> list[Column]:
    return [
        column
        for column in sheet_format.stored_columns
        if shows_internal or not _is_internal(sheet_format, column)
    ]


def _is_internal(sheet_format: SheetFormat, column: Column) -> bool:
    record_type = sheet_format.record_type
    return column.field in record_type.model_fields and has_mark(record_type, column.field, INTERNAL)


def _values(record: Record, measures: Mapping[str, Measure]) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in type(record).model_fields}
    identity = values.get("measure")
    if identity is None:
        return values
    measure = measures.get(identity)
    named = {part: getattr(measure, part, None) for part in PARTS} | {"id": identity}
    return values | {reference_field(record.KIND, part): named[part] for part in PARTS}
