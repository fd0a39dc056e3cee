"""Versions of one record side by side: what each says in the fields in which they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.record_changes import VALUES_SHOWN
from monitoring.domain.record import Record
from monitoring.texts.records import value_in_words
from monitoring.texts.words import Words


def telling_fields(records: Sequence[Record | None]) -> list[str]:
    """The fields in which the records differ."""
    there = [each for each in records if each is not None]
    names = [name for name in type(there[0]).model_fields if name not in there[0].KEY]
    return [
        name for name in names if len(there) == 1 or any(_differs(there[0], each, name) for each in there[1:])
    ]


def _differs(one: Record, other: Record, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))


def said(record: Record | None, fields: Sequence[str], words: Words) -> Any:
    """What a version says in these fields; that there was none is said too."""
    if record is None:
        return html.Span(words("component.versions.absent"), className="muted")
    values = [(name, value_in_words(record, name, words)) for name in fields]
    lines = [
        f"{words.field(record.KIND, name)}: {value or words('component.changes.nothing')}"
        for name, value in values
        if value or len(fields) <= VALUES_SHOWN
    ]
    more = ["…"] if len(lines) > VALUES_SHOWN else []
    return "; ".join([*lines[:VALUES_SHOWN], *more]) or words("component.versions.same")
