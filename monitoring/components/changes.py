"""Changes on a page: what would be new, changed, unchanged and removed, with the old and the new value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from monitoring.components.badge import member_badge
from monitoring.components.table import data_table
from monitoring.domain.changes import ChangeType
from monitoring.texts.words import Words


@dataclass(frozen=True)
class ChangeLine:
    """One changed entry, written for the reader: which, how, fields as (name, old, new); "" is empty."""

    type: ChangeType
    item: str
    fields: Sequence[tuple[str, str, str]] = ()


def change_counts(counts: Mapping[str, Mapping[ChangeType, int]], words: Words, *, caption: str) -> html.Div:
    """How many entries of each kind are new, changed, unchanged, removed (`domain.changes.counts`)."""
    columns = [words("component.changes.kind"), *[words.label(each) for each in ChangeType]]
    rows = [
        [words.kind(kind), *[str(number[each]) for each in ChangeType]] for kind, number in counts.items()
    ]
    return data_table(columns, rows, caption=caption, words=words, numeric=range(1, 5), stacked=True)


def change_table(
    lines: Sequence[ChangeLine], words: Words, *, caption: str, hidden_caption: bool = False
) -> html.Div:
    """Each entry with what happens to it; changed fields show old and new."""
    columns = [words(f"component.changes.{name}") for name in ("item", "what", "field", "before", "after")]
    rows = [row for line in lines for row in _rows(line, words)]
    return data_table(
        columns, rows, caption=caption, words=words, stacked=True, hidden_caption=hidden_caption
    )


def _rows(line: ChangeLine, words: Words) -> list[list[Any]]:
    badge = member_badge(line.type, words)
    if not line.fields:
        return [[line.item, badge, "", "", ""]]
    return [[line.item, badge, name, *before_and_after(old, new, words)] for name, old, new in line.fields]


def before_and_after(old: str, new: str, words: Words) -> tuple[Any, Any]:
    """The old value struck out and the new one set off; „leer“ where there is none."""
    nothing = html.Span(words("component.changes.nothing"), className="muted")
    return (html.Del(old) if old else nothing, html.Ins(new) if new else nothing)
