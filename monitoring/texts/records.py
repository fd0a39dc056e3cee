"""Records in words: what one is called among others of its kind, and its values as people write them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from monitoring.domain.changes import Change
from monitoring.domain.field_type import FieldType, field_type
from monitoring.domain.kinds import KINDS
from monitoring.domain.record import Record
from monitoring.texts.words import Words

_LEFT_OUT = frozenset({"area", "basis", "edition", "version", "carrier", "unit"})
"""Key fields that tell nothing where they have their default."""
_NUMBERED = frozenset({"edition", "version"})
"""Key fields whose number alone would say nothing."""


def record_name(record: Record, words: Words) -> str:
    """What a record is called in a list: the words of its key, for a measure its number and title.

    >>> from monitoring.domain.inhabitants import Inhabitants
    >>> from monitoring.texts.words import words
    >>> record_name(Inhabitants(year=2020, inhabitants=12000), words("de"))
    '2020'
    """
    if record.KIND == "measures":
        number, title = getattr(record, "number", None), getattr(record, "title", "")
        return f"{number} {title}" if number else str(title)
    return " · ".join(
        _part(record, name, words) for name in record.KEY if not _goes_without_saying(record, name)
    )


def _part(record: Record, name: str, words: Words) -> str:
    text = value_in_words(record, name, words)
    return f"{words.field(record.KIND, name)} {text}" if name in _NUMBERED else text


def _goes_without_saying(record: Record, name: str) -> bool:
    described = type(record).model_fields[name]
    default = None if described.is_required() else described.default
    return name in _LEFT_OUT and getattr(record, name) == default


def value_in_words(record: Record, name: str, words: Words) -> str:
    """One value of a record as people write it; empty where there is none."""
    return in_words(type(record), name, getattr(record, name), words)


def in_words(record_type: type[Record], name: str, value: Any, words: Words) -> str:
    r"""A value of a field as people write it.

    >>> from monitoring.domain.measure import Measure
    >>> from monitoring.texts.words import words
    >>> in_words(Measure, "cost_total", 2_000_050, words("de"))
    '20.000,50\xa0€'
    """
    if value is None or value == ():
        return ""
    kind = field_type(record_type, name)
    if kind is FieldType.WORDS:
        return words.list(words.label(each) for each in value)
    if isinstance(value, StrEnum):
        return words.label(value)
    if kind is FieldType.YES_NO:
        return words(f"label.yes_no.{'yes' if value else 'no'}")
    return _number_or_text(kind, value, words)


def _number_or_text(kind: FieldType, value: Any, words: Words) -> str:
    if kind is FieldType.DATE:
        return words.date(value)
    if kind is FieldType.MONEY:
        return words.money(value)
    if kind is FieldType.SHARE:
        return words.percent(value, 0 if round(value * 100, 6).is_integer() else 2)
    if kind is FieldType.NUMBER:
        return exact(value, words)
    return words.number(value) if kind is FieldType.WHOLE else str(value)


def exact(value: float, words: Words) -> str:
    """A number with all its decimals, so that an old and a new value that differ never look the same.

    >>> from monitoring.texts.words import words
    >>> exact(1234.5, words("de")), exact(1000.0, words("de"))
    ('1.234,5', '1.000')
    """
    decimals = 0 if float(value).is_integer() else len(f"{value:.12g}".partition(".")[2])
    return words.number(value, min(decimals, 9))


def typed_text(record_type: type[Record], name: str, value: Any, words: Words) -> str:
    """A value as it stands in a form field, so that sending the form unchanged changes nothing.

    >>> from datetime import date
    >>> from monitoring.domain.measure import Measure
    >>> from monitoring.texts.words import words
    >>> typed_text(Measure, "end", date(2030, 12, 31), words("de"))
    '2030-12-31'
    >>> typed_text(Measure, "savings_t", 1234.5, words("de"))
    '1234,5'
    """
    if value is None:
        return ""
    kind = field_type(record_type, name)
    if isinstance(value, StrEnum):
        return value.value
    if kind is FieldType.YES_NO:
        return "yes" if value else ""
    if kind is FieldType.DATE:
        return str(value.isoformat())
    scale = {FieldType.MONEY: 0.01, FieldType.SHARE: 100.0}.get(kind)
    if scale or kind is FieldType.NUMBER:
        return _plain_number(value * (scale or 1.0), words)
    return str(value)


def _plain_number(value: float, words: Words) -> str:
    """A number as it is typed: without grouped thousands and without an exponent."""
    plain = f"{value:.12g}"
    plain = f"{float(plain):.12f}".rstrip("0").rstrip(".") if "e" in plain else plain
    return words.as_typed(plain)


def field_changes(change: Change, words: Words) -> list[tuple[str, str, str]]:
    """The fields that a change changes, each with old and new value in words; for a new record all it has."""
    record_type = KINDS[change.kind]
    if change.before is not None and change.after is not None:
        pairs = change.differences()
    else:
        record, is_new = change.record, change.after is not None
        values = {name: getattr(record, name) for name in record_type.model_fields if name not in record.KEY}
        pairs = {name: ((None, value) if is_new else (value, None)) for name, value in values.items()}
    named = [
        (words.field(change.kind, name), *(in_words(record_type, name, each, words) for each in both))
        for name, both in pairs.items()
    ]
    return [(name, old, new) for name, old, new in named if old or new]
