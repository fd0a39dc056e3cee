"""From a field of a record to a column of its table."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

import sqlalchemy as sa

from monitoring.domain.field_type import without_none
from monitoring.domain.record import Record


class UtcDateTime(sa.TypeDecorator[datetime]):
    """A moment, stored in UTC and given back with its time zone (SQLite drops it)."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Convert to UTC; a moment without time zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Give UTC back its name."""
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class WordList(sa.TypeDecorator[tuple[StrEnum, ...]]):
    """Several codes of one enumeration, as a JSON list."""

    impl = sa.JSON
    cache_ok = True

    def __init__(self, enumeration: type[StrEnum]) -> None:
        super().__init__()
        self.enumeration = enumeration

    def process_bind_param(self, value: tuple[StrEnum, ...] | None, dialect: sa.Dialect) -> list[str]:
        """The codes as plain strings."""
        return [each.value for each in value or ()]

    def process_result_value(self, value: list[str] | None, dialect: sa.Dialect) -> tuple[StrEnum, ...]:
        """The codes as members again."""
        return tuple(self.enumeration(each) for each in value or ())


_PLAIN: dict[type, sa.types.TypeEngine[Any]] = {
    bool: sa.Boolean(),
    int: sa.BigInteger(),
    float: sa.Double(),
    str: sa.Text(),
    date: sa.Date(),
}


def columns_of(record_type: type[Record]) -> list[sa.Column[Any]]:
    """One column for each field; a field that may be None is nullable."""
    return [_column(name, field.annotation) for name, field in record_type.model_fields.items()]


def _column(name: str, annotation: Any) -> sa.Column[Any]:
    kernel, optional = _kernel(annotation)
    return sa.Column(name, _type(kernel), nullable=optional)


def _kernel(annotation: Any) -> tuple[Any, bool]:
    """The type inside `Annotated` and `… | None`, and whether None is allowed."""
    inner = without_none(annotation)
    if inner is not annotation:
        return _kernel(inner)[0], True
    if get_origin(annotation) is Annotated:
        return _kernel(get_args(annotation)[0])
    return annotation, False


def _type(kernel: Any) -> sa.types.TypeEngine[Any]:
    if get_origin(kernel) is tuple:
        return WordList(get_args(kernel)[0])
    if issubclass(kernel, StrEnum):
        return sa.Enum(
            kernel,
            native_enum=False,
            length=40,
            values_callable=lambda members: [each.value for each in members],
        )
    return _PLAIN[kernel]
