"""Records made from their own models: every field filled, or only what is required."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, get_args

from monitoring.domain.kinds import SHEET_TYPES
from monitoring.domain.record import Record
from monitoring.spreadsheets.column import Reads
from monitoring.spreadsheets.formats import format_of

_VALUES = {
    Reads.TEXT: "=Wärme & „Licht“; +1\nzweite Zeile",
    Reads.NUMBER: 1234.5678,
    Reads.WHOLE: 3,
    Reads.YEAR: 2031,
    Reads.DATE: date(2024, 2, 29),
    Reads.START: date(2024, 3, 15),
    Reads.END: date(2025, 3, 15),
    Reads.MONEY: -1_234_567,
    Reads.SHARE: 0.07,
    Reads.YES_NO: True,
}
_SPECIAL: dict[tuple[str, str], Any] = {
    ("measures", "id"): "M1-warm",
    ("targets", "base_year"): 2018,
    ("targets", "base_value"): 2_000.5,
    ("targets", "value"): 1_860.465,
    ("programmes", "start_year"): 2020,
    ("status_reports", "progress_percent"): 40,
    ("balance", "edition"): 2,
    ("balance", "year"): 2021,
    ("indicator_values", "year"): 2021,
    ("inhabitants", "year"): 2021,
}


def filled_record(record_type: type[Record]) -> Record:
    """A record with a value in every field, none of them the default."""
    values = {name: _value(record_type, name) for name in record_type.model_fields}
    return record_type.model_validate(values)


def sparse_record(record_type: type[Record]) -> Record:
    """A record with only what it cannot be without."""
    fields = record_type.model_fields
    needed = {name for name in fields if fields[name].is_required()} | _ONE_OF[record_type.KIND]
    return record_type.model_validate({name: _value(record_type, name) for name in needed})


_ONE_OF: dict[str, set[str]] = {each.KIND: set() for each in SHEET_TYPES} | {
    "balance": {"emissions_t"},
    "targets": {"reduction"},
    "effects": {"planned"},
}


def _value(record_type: type[Record], field: str) -> Any:
    special = _SPECIAL.get((record_type.KIND, field))
    if special is not None:
        return special
    if field == "measure":
        return "M1-warm"
    column = format_of(record_type.KIND).column(field)
    if column.reads in (Reads.WORD, Reads.WORDS):
        return _member(record_type, field)
    return _VALUES[column.reads]


def _member(record_type: type[Record], field: str) -> Any:
    """The last but one member of the field's enumeration; a tuple of the last two for lists."""
    annotation = record_type.model_fields[field].annotation
    options = [annotation, *get_args(annotation)]
    members = next(list(each) for each in options if isinstance(each, type) and issubclass(each, StrEnum))
    is_list = get_args(annotation)[-1:] == (Ellipsis,)
    return tuple(members[-2:]) if is_list else members[-2]
