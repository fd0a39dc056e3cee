"""What the fields of a record allow: their enumeration, their default, their limits."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from monitoring.domain.record import Record


@cache
def has_field(record_type: type[Record], field: str) -> bool:
    """Whether records of a type have a field; asked for every cell, hence remembered."""
    return field in record_type.model_fields


@cache
def enumeration(record_type: type[Record], field: str) -> type[StrEnum] | None:
    """The enumeration whose members a field holds, alone, optionally or in a list.

    >>> from monitoring.domain.assessment import Assessment
    >>> enumeration(Assessment, "obstacles").__name__
    'Obstacle'
    """
    if field not in record_type.model_fields:
        return None
    annotation = record_type.model_fields[field].annotation
    options = (annotation, *get_args(annotation))
    return next((each for each in options if isinstance(each, type) and issubclass(each, StrEnum)), None)


@cache
def empty_value(record_type: type[Record], field: str) -> Any:
    """What an empty cell stores: the default of the field, None where it has none or is no field.

    >>> from monitoring.domain.measure import Measure
    >>> str(empty_value(Measure, "status")), empty_value(Measure, "programme")
    ('unknown', None)
    """
    described = record_type.model_fields.get(field)
    return None if described is None or described.is_required() else described.default


@cache
def _adapter(record_type: type[Record], field: str) -> TypeAdapter[Any]:
    return TypeAdapter(_annotation(record_type, field))


def _annotation(record_type: type[Record], field: str) -> Any:
    described = record_type.model_fields[field]
    annotation: Any = described.annotation
    for mark in described.metadata:
        annotation = Annotated[annotation, mark]
    return annotation


def fault(record_type: type[Record], field: str, value: Any) -> tuple[str, dict[str, Any]] | None:
    """Why a field cannot hold a value: the code of a finding with its details, None where it can.

    >>> from monitoring.domain.assessment import Assessment
    >>> fault(Assessment, "effect", 7)
    ('too_large', {'limit': 5})
    """
    if not has_field(record_type, field):
        return None
    try:
        _adapter(record_type, field).validate_python(value, strict=True)
    except ValidationError as refused:
        return _named(refused)
    return None


@cache
def _list_adapter(record_type: type[Record], field: str) -> TypeAdapter[Any]:
    annotation: Any = list[_as_it_is(_annotation(record_type, field))]  # type: ignore[misc]
    return TypeAdapter(annotation)


def _as_it_is(annotation: Any) -> Any:
    """An annotation without what would change a value before it is looked at."""
    if get_origin(annotation) in (Union, UnionType):
        return Union[tuple(map(_as_it_is, get_args(annotation)))]  # noqa: UP007 (of a number known only now)
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, BeforeValidator):
            kept = [each for each in annotation.__metadata__ if each is not mark]
            return Annotated[annotation.__origin__, *kept]
    return annotation


def are_allowed(record_type: type[Record], field: str, values: list[Any]) -> bool:
    """Whether a field can hold every one of many values; texts are `readable` already.

    >>> from monitoring.domain.assessment import Assessment
    >>> [are_allowed(Assessment, "effect", each) for each in ([1, None, 5], [1, 7])]
    [True, False]
    """
    if not has_field(record_type, field):
        return True
    try:
        _list_adapter(record_type, field).validate_python(values, strict=True)
    except ValidationError:
        return False
    return True


_CODES = {
    "greater_than_equal": ("too_small", "ge"),
    "less_than_equal": ("too_large", "le"),
    "string_too_long": ("too_long", "max_length"),
    "string_pattern_mismatch": ("not_an_id", "pattern"),
}


def _named(refused: ValidationError) -> tuple[str, dict[str, Any]]:
    first = refused.errors()[0]
    code, limit = _CODES.get(first["type"], ("not_allowed_here", ""))
    if isinstance(first["input"], date):
        return "date_out_of_range", {}
    details = {"limit": first["ctx"][limit]} if code.startswith("too_") else {}
    return code, details
