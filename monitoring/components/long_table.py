"""Long tables: the first rows stand open, the rest is one click away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.table import data_table
from monitoring.texts.words import Words

FIRST_ROWS = 50


def long_table(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], words: Words, *, caption: str
) -> html.Div:
    """A table whose caption only a screen reader hears; on narrow screens each row is a card."""
    return html.Div(
        [_table(columns, rows[:FIRST_ROWS], words, caption), *_rest(columns, rows[FIRST_ROWS:], words)]
    )


def _rest(columns: Sequence[str], rows: Sequence[Sequence[Any]], words: Words) -> list[html.Details]:
    if not rows:
        return []
    more = words("component.changes.more", n=words.number(len(rows)))
    return [html.Details([html.Summary(more), _table(columns, rows, words, more)])]


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]], words: Words, caption: str) -> html.Div:
    return data_table(columns, rows, caption=caption, words=words, stacked=True, hidden_caption=True)
