"""What kind of value a field of a record holds: what forms offer, and how a value is written out in words."""

from __future__ import annotations

import types
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from monitoring.domain.record import Cents, InternalText, Record, Share, Text, Year


class FieldType(Enum):
    """The ways a value is entered and shown."""

    LINE = "line"
    TEXT = "text"
    WORD = "word"
    WORDS = "words"
    YES_NO = "yes_no"
    DATE = "date"
    YEAR = "year"
    WHOLE = "whole"
    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"


_KNOWN: tuple[tuple[Any, FieldType], ...] = (
    (Text, FieldType.TEXT), (InternalText, FieldType.TEXT), (Share, FieldType.SHARE),
    (Cents, FieldType.MONEY), (Year, FieldType.YEAR),
)  # fmt: skip
_PLAIN = {
    bool: FieldType.YES_NO,
    int: FieldType.WHOLE,
    float: FieldType.NUMBER,
    str: FieldType.LINE,
    date: FieldType.DATE,
}


@cache
def field_type(record_type: type[Record], field: str) -> FieldType:
    """What a field holds.

    >>> from monitoring.domain.measure import Measure
    >>> [field_type(Measure, name).value for name in ("title", "goal", "status", "end", "cost_total")]
    ['line', 'text', 'word', 'date', 'money']
    """
    described = record_type.model_fields[field]
    inner = FieldInfo.from_annotation(without_none(described.annotation))
    plain, limits = inner.annotation, [*described.metadata, *inner.metadata]
    for annotated, known in _KNOWN:
        info = FieldInfo.from_annotation(annotated)
        if (info.annotation, info.metadata) == (plain, limits):
            return known
    if get_origin(plain) is tuple:
        return FieldType.WORDS
    assert isinstance(plain, type)
    return FieldType.WORD if issubclass(plain, StrEnum) else _PLAIN[plain]


@cache
def members(record_type: type[Record], field: str) -> tuple[StrEnum, ...]:
    """The members a field of words may take; none for other fields.

    >>> from monitoring.domain.target import TargetNode
    >>> [member.value for member in members(TargetNode, "form")]
    ['linear', 'geometric', 'steps']
    """
    kernel = without_none(record_type.model_fields[field].annotation)
    options = (kernel, *get_args(kernel))
    found = next((each for each in options if isinstance(each, type) and issubclass(each, StrEnum)), None)
    return tuple(found) if found else ()


def is_optional(record_type: type[Record], field: str) -> bool:
    """Whether a field may be empty.

    >>> from monitoring.domain.measure import Measure
    >>> is_optional(Measure, "title"), is_optional(Measure, "number")
    (False, True)
    """
    return types.NoneType in get_args(record_type.model_fields[field].annotation)


def without_none(annotation: Any) -> Any:
    """The type inside `… | None`; other annotations as they are."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation
    return next(each for each in get_args(annotation) if each is not types.NoneType)
