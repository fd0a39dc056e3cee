"""The data set: the records of one kind as they are given away, and what each of their fields holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any
from urllib.parse import quote

from pydantic.fields import FieldInfo

from monitoring.domain.field_type import FieldType, field_type, is_optional, members, without_none
from monitoring.domain.record import INTERNAL, Record, has_mark

Plain = str | int | float | bool | list[str] | None
"""A value as JSON holds it; days are written as 2024-12-31, money in euros, shares from 0 to 1."""
SHARE_UNIT, MONEY_UNIT = "1", "EUR"
_LIMITLESS = 1e14
"""Limits beyond are those of the storage, and say nothing of the field."""
_SCALES = {FieldType.MONEY: 0.01}


@dataclass(frozen=True, slots=True)
class DataField:
    """One field: its type and limits as the record states them, and its unit."""

    name: str
    type: FieldType
    is_key: bool = False
    is_required: bool = False
    minimum: float | date | None = None
    maximum: float | date | None = None
    longest: int | None = None
    pattern: str | None = None
    members: tuple[StrEnum, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class DataSet:
    """What is given away of one kind: its fields without internal ones, and the names of those of its key."""

    kind: str
    fields: tuple[DataField, ...]
    key: tuple[str, ...]

    def row(self, record: Record) -> dict[str, Plain]:
        """A record as plain values by the names of the fields."""
        return {field.name: plain(getattr(record, field.name), field.type) for field in self.fields}

    def rows(self, records: Iterable[Record]) -> list[dict[str, Plain]]:
        """Records as plain values, in the order of their keys."""
        return [self.row(each) for each in sorted(records, key=lambda each: each.key)]


@cache
def data_set(record_type: type[Record]) -> DataSet:
    """The data set of a kind, from the record alone: with units only where the type tells them.

    >>> from monitoring.domain.status_report import StatusReport
    >>> [(field.name, field.type.value) for field in data_set(StatusReport).fields][:4]
    [('measure', 'line'), ('date', 'date'), ('unit', 'line'), ('status', 'word')]
    """
    names = [name for name in record_type.model_fields if not has_mark(record_type, name, INTERNAL)]
    fields = tuple(_field(record_type, name) for name in names)
    return DataSet(record_type.KIND, fields, record_type.KEY)


def _field(record_type: type[Record], name: str) -> DataField:
    kind, limits = field_type(record_type, name), _limits(record_type, name)
    scale = _SCALES.get(kind)
    return DataField(
        name=name,
        type=kind,
        is_key=name in record_type.KEY,
        is_required=not is_optional(record_type, name),
        minimum=_telling(limits.get("ge"), scale),
        maximum=_telling(limits.get("le"), scale),
        longest=limits.get("max_length"),
        pattern=limits.get("pattern"),
        members=members(record_type, name),
        unit={FieldType.SHARE: SHARE_UNIT, FieldType.MONEY: MONEY_UNIT}.get(kind),
    )


def _limits(record_type: type[Record], name: str) -> dict[str, Any]:
    """The limits that pydantic checks, by their names there."""
    described = record_type.model_fields[name]
    inner = FieldInfo.from_annotation(without_none(described.annotation))
    found: dict[str, Any] = {}
    for each in (*described.metadata, *inner.metadata):
        for limit in ("ge", "le", "max_length", "pattern"):
            value = getattr(each, limit, None)
            if value is not None:
                found[limit] = value
    return found


def _telling(limit: Any, scale: float | None) -> Any:
    if isinstance(limit, (int, float)) and abs(limit) > _LIMITLESS:
        return None
    return limit if limit is None or scale is None else limit * scale


def plain(value: Any, kind: FieldType) -> Plain:
    """A value of a record as JSON holds it.

    >>> plain(2_000_050, FieldType.MONEY), plain(date(2024, 1, 31), FieldType.DATE)
    (20000.5, '2024-01-31')
    """
    if kind is FieldType.WORDS:
        return [str(each) for each in value or ()]
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if kind is FieldType.MONEY:
        return round(int(value) / 100, 2)
    return value  # type: ignore[no-any-return]


def identity(record: Record) -> str:
    """The permanent name of a record within its municipality and kind, made of its business key.

    It may stand in an address as it is.

    >>> from monitoring.domain.status_report import StatusReport
    >>> identity(StatusReport(measure="M1", date=date(2024, 1, 31), unit="Amt 61/Umwelt"))
    'M1~2024-01-31~Amt%2061%2FUmwelt'
    """
    return "~".join(quote(str(part), safe="").replace("~", "%7E") for part in record.key)
