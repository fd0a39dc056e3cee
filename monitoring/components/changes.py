"""Changes on a page: how many entries are new, changed, unchanged or removed; a value before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from monitoring.components.table import data_table
from monitoring.domain.changes import ChangeType
from monitoring.texts.words import Words


def change_counts(counts: Mapping[str, Mapping[ChangeType, int]], words: Words, *, caption: str) -> html.Div:
    """How many entries of each kind are new, changed, unchanged, removed (`domain.changes.counts`)."""
    columns = [words("component.changes.kind"), *[words.label(each) for each in ChangeType]]
    rows = [
        [words.kind(kind), *[str(number[each]) for each in ChangeType]] for kind, number in counts.items()
    ]
    return data_table(columns, rows, caption=caption, words=words, numeric=range(1, 5), stacked=True)


def before_and_after(old: str, new: str, words: Words) -> tuple[Any, Any]:
    """The old value struck out and the new one set off; „leer“ where there is none."""
    nothing = html.Span(words("component.changes.nothing"), className="muted")
    return (html.Del(old) if old else nothing, html.Ins(new) if new else nothing)
