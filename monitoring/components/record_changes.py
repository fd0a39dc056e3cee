"""Changes of records on a page: counted by kind, then listed with old and new values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from monitoring.components.changes import ChangeLine, change_counts, change_table
from monitoring.components.table import data_table
from monitoring.domain.changes import Change, ChangeType, counts, effective
from monitoring.domain.field_type import FieldType, field_type
from monitoring.domain.record import Record
from monitoring.texts.records import field_changes, record_name, value_in_words
from monitoring.texts.words import Words

FIRST_ROWS = 50
"""As many entries stand open; the rest is one click away."""
VALUES_SHOWN = 6
"""As many values of a new or removed entry stand beside its name."""


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
    rest = own[FIRST_ROWS:]
    more = words("component.changes.more", n=words.number(len(rest)))
    return html.Details(
        [
            html.Summary(heading),
            _table(type_, own[:FIRST_ROWS], words, heading),
            html.Details([html.Summary(more), _table(type_, rest, words, more)]) if rest else None,
        ],
        className="change-list",
        open=type_ is ChangeType.REMOVED or len(own) <= FIRST_ROWS // 5,
    )


def _table(type_: ChangeType, own: Sequence[Change], words: Words, caption: str) -> html.Div:
    if type_ is ChangeType.CHANGED:
        lines = [
            ChangeLine(each.type, record_name(each.record, words), field_changes(each, words)) for each in own
        ]
        return change_table(lines, words, caption=caption, hidden_caption=True)
    columns = [words("component.changes.item"), words("component.changes.values")]
    rows = [[record_name(each.record, words), _values(each, words)] for each in own]
    return data_table(columns, rows, caption=caption, words=words, stacked=True, hidden_caption=True)


def _values(change: Change, words: Words) -> str:
    """The first values that say something: neither a part of the name, nor the usual, nor a long text."""
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
    return not is_usual and not in_name and field_type(type(record), name) is not FieldType.TEXT
