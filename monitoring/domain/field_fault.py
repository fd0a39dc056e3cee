"""What is wrong with one field: a code that has a sentence, and the limits that the sentence names."""

from __future__ import annotations

from datetime import date
from typing import Any

from monitoring.domain.field_type import FieldType, field_type
from monitoring.domain.record import Record

CODES = {
    "missing": "field_missing",
    "string_too_short": "field_missing",
    "too_short": "field_missing",
    "string_too_long": "text_too_long",
    "too_long": "text_too_long",
    "greater_than": "number_too_small",
    "greater_than_equal": "number_too_small",
    "less_than": "number_too_large",
    "less_than_equal": "number_too_large",
    "finite_number": "number_too_large",
}
"""pydantic's types of error, as codes of faults; others are values that are not allowed."""
SCALES = {FieldType.SHARE: 100.0, FieldType.MONEY: 0.01}
"""By what limits are multiplied to be read: shares are typed in per cent, money (in cents) in euros."""


class FieldFault(str):
    """The code of a fault, which may be kept and compared as text; `limits` fill in its sentence."""

    limits: dict[str, float | str]

    def __new__(cls, code: str, **limits: float | str) -> FieldFault:
        """The code with its limits."""
        made = super().__new__(cls, code)
        made.limits = limits
        return made


def field_fault(record_type: type[Record], error: Any) -> FieldFault:
    """What one error of pydantic says about a record, in terms of what is allowed.

    >>> from pydantic import ValidationError
    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> try:
    ...     Inhabitants(year=1, inhabitants=1)
    ... except ValidationError as problem:
    ...     fault = field_fault(Inhabitants, problem.errors()[0])
    >>> fault, fault.limits
    ('number_too_small', {'limit': 1900})
    """
    if error["type"] == "value_error":
        return FieldFault(str(error["ctx"]["error"]))
    if isinstance(error["input"], date):
        return FieldFault("date_out_of_range")
    if error["input"] is None:
        return FieldFault("field_missing")
    code, details = CODES.get(error["type"], "value_not_allowed"), error.get("ctx", {})
    if code == "text_too_long":
        return FieldFault(code, limit=details["max_length"])
    if code.startswith("number_") and details:
        return _number_fault(record_type, str(error["loc"][0]), code, next(iter(details.values())))
    return FieldFault(code)


def _number_fault(record_type: type[Record], name: str, code: str, limit: float) -> FieldFault:
    kind = field_type(record_type, name)
    if kind is FieldType.SHARE:
        return FieldFault("share_out_of_range")
    return FieldFault(code, limit=limit * SCALES[kind] if kind in SCALES else limit)
