"""Entries: what was typed into a form, as the typed values of a record. All faults are told at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from monitoring.domain.errors import Invalid
from monitoring.domain.field_type import FieldType, field_type, members
from monitoring.domain.kinds import KINDS
from monitoring.domain.record import Record
from monitoring.domain.rounding import significant
from monitoring.spreadsheets.dates import period_of
from monitoring.spreadsheets.numbers import Number, NumberStyle, read_number


def typed_values(kind: str, texts: Mapping[str, str], *, german: bool = True) -> dict[str, Any]:
    """The values of the fields of a kind that were typed; an empty text is no value.

    Numbers are read as the language of the form writes them: 1.953 is 1953 in German. Shares are in per
    cent, money in euros.

    Raises:
        Invalid: `details["fields"]` maps each wrong field to the code of what is wrong with it.

    >>> typed_values("measures", {"title": " Solar ", "savings_t": "1.234,5", "end": "2030-12-31"})
    {'title': 'Solar', 'savings_t': 1234.5, 'end': datetime.date(2030, 12, 31)}
    >>> typed_values("measures", {"cost_total": "1.953", "goal": ""})
    {'cost_total': 195300, 'goal': None}
    """
    record_type = KINDS[kind]
    values: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for name, text in texts.items():
        if name in record_type.model_fields:
            try:
                values[name] = _value(record_type, name, text.replace("\r\n", "\n").strip(), german)
            except ValueError as fault:
                faults[name] = str(fault)
    if faults:
        raise Invalid("invalid_fields", kind=kind, fields=faults)
    return values


def _value(record_type: type[Record], name: str, text: str, german: bool) -> Any:
    kind = field_type(record_type, name)
    if kind is FieldType.YES_NO:
        return text == "yes"
    if not text:
        return record_type.model_fields[name].default if _has_default(record_type, name) else None
    if kind is FieldType.WORD:
        return _member(record_type, name, text)
    if kind in _READERS:
        return _READERS[kind](text, german)
    return text


def _has_default(record_type: type[Record], name: str) -> bool:
    return not record_type.model_fields[name].is_required()


def _member(record_type: type[Record], name: str, text: str) -> Any:
    found = [each for each in members(record_type, name) if each.value == text]
    if not found:
        raise ValueError("value_not_allowed")
    return found[0]


def _number(text: str, german: bool) -> float:
    found = read_number(text, NumberStyle.GERMAN if german else NumberStyle.ENGLISH)
    if not isinstance(found, Number) or found.value is None or found.approximate:
        raise ValueError("not_a_number")
    if found.rest.strip(" €%"):
        raise ValueError("not_a_plain_number")
    return found.value


def _whole(text: str, german: bool) -> int:
    found = read_number(text, NumberStyle.GERMAN if german else NumberStyle.ENGLISH)
    value = found.value if isinstance(found, Number) and not found.rest.strip(" %") else None
    if value is None or not value.is_integer():
        raise ValueError("not_a_whole_number")
    return int(value)


def _day(text: str, _german: bool) -> Any:
    period = period_of(text)
    if period is None or period[0] != period[1]:
        raise ValueError("not_a_date")
    return period[0]


_READERS: dict[FieldType, Callable[[str, bool], Any]] = {
    FieldType.NUMBER: _number,
    FieldType.WHOLE: _whole,
    FieldType.YEAR: _whole,
    FieldType.DATE: _day,
    FieldType.SHARE: lambda text, german: significant(_number(text, german) / 100),
    FieldType.MONEY: lambda text, german: round(Decimal(str(_number(text, german))) * 100),
}
