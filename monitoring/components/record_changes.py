"""Changes of records on a page: counted by kind, then listed with old and new values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from monitoring.components.changes import before_and_after, change_counts
from monitoring.components.long_table import MOST_ROWS, long_table
from monitoring.domain.changes import Change, ChangeType, counts, effective
from monitoring.domain.field_type import FieldType, field_type
from monitoring.domain.record import Record
from monitoring.texts.records import field_changes, record_name, value_in_words
from monitoring.texts.words import Words

MOST_OPEN_ROWS = 15
"""A longer list is closed at first, except for what would be removed."""
VALUES_SHOWN = 8
"""As many values of a new or removed entry stand beside its name."""
LONGEST_TEXT = 60
"""Characters; longer texts do not stand beside a name."""


def record_changes(changes: Iterable[Change], words: Words, *, caption: str) -> list[Any]:
    """The counts of all kinds as a table and beneath it one list for each kind and type of change."""
    every = list(changes)
    real = effective(every)
    return [
        change_counts(counts(every), words, caption=caption),
        *[_list(kind, type_, own, words) for kind, type_, own in _grouped(real)],
    ]


def _grouped(changes: Sequence[Change]) -> list[tuple[str, ChangeType, list[Change]]]:
    groups: dict[tuple[str, ChangeType], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.kind, change.type), []).append(change)
    return [(kind, type_, own) for (kind, type_), own in groups.items()]


def _list(kind: str, type_: ChangeType, own: Sequence[Change], words: Words) -> html.Details:
    heading = words(
        "component.changes.list", kind=words.kind(kind), what=words.label(type_), n=words.number(len(own))
    )
    first = own[:MOST_ROWS]
    columns, rows = _changed(first, words) if type_ is ChangeType.CHANGED else _whole(first, words)
    total = len(rows) + len(own) - len(first)
    return html.Details(
        [html.Summary(heading), long_table(columns, rows, words, caption=heading, total=total)],
        className="change-list",
        open=type_ is ChangeType.REMOVED or total <= MOST_OPEN_ROWS,
    )


def _changed(own: Sequence[Change], words: Words) -> tuple[list[str], list[list[Any]]]:
    """One row for each changed field, with its old and new value."""
    columns = [words(f"component.changes.{name}") for name in ("item", "field", "before", "after")]
    rows = [
        [record_name(each.record, words), name, *before_and_after(old, new, words)]
        for each in own
        for name, old, new in field_changes(each, words)
    ]
    return columns, rows


def _whole(own: Sequence[Change], words: Words) -> tuple[list[str], list[list[Any]]]:
    """One row for each new or removed entry, with the values that say something."""
    columns = [words("component.changes.item"), words("component.changes.values")]
    return columns, [[record_name(each.record, words), _values(each, words)] for each in own]


def _values(change: Change, words: Words) -> str:
    """The first values that say something: neither a part of the name, nor the usual, nor a long text.

    Who is responsible is often a short text, and as much worth a look as a date.
    """
    record = change.record
    shown = [
        f"{words.field(change.kind, name)}: {value_in_words(record, name, words)}"
        for name in type(record).model_fields
        if _says_something(record, name)
    ]
    return "; ".join([*shown[:VALUES_SHOWN], "…"] if len(shown) > VALUES_SHOWN else shown)


def _says_something(record: Record, name: str) -> bool:
    value = getattr(record, name)
    is_usual = value is None or value == type(record).model_fields[name].default
    in_name = name in record.KEY or (record.KIND == "measures" and name in ("number", "title"))
    is_long = field_type(type(record), name) is FieldType.TEXT and len(str(value)) > LONGEST_TEXT
    return not (is_usual or in_name or is_long)
