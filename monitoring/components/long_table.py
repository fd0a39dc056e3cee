"""Long tables: the first rows stand open, more are one click away, and of very many only the number is
said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.table import data_table
from monitoring.texts.words import Words

FIRST_ROWS = 50
MOST_ROWS = 500
"""A browser draws no more within a second; nobody reads more."""


def long_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    words: Words,
    *,
    caption: str,
    total: int | None = None,
) -> html.Div:
    """A table whose caption only a screen reader hears; on narrow screens each row is a card.

    `total` is how many rows there are where only the first of them were made.
    """
    left_out = max(len(rows), total or 0) - min(len(rows), MOST_ROWS)
    return html.Div(
        [
            _table(columns, rows[:FIRST_ROWS], words, caption),
            *_rest(columns, rows[FIRST_ROWS:MOST_ROWS], words, caption),
            html.P(words.plural("component.changes.left_out", left_out), className="hint")
            if left_out
            else None,
        ]
    )


def _rest(
    columns: Sequence[str], rows: Sequence[Sequence[Any]], words: Words, caption: str
) -> list[html.Details]:
    if not rows:
        return []
    number = words.number(len(rows))
    rest = words("component.changes.rest", caption=caption, n=number)
    summary = html.Summary(words("component.changes.more", n=number))
    return [html.Details([summary, _table(columns, rows, words, rest)])]


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]], words: Words, caption: str) -> html.Div:
    return data_table(columns, rows, caption=caption, words=words, stacked=True, hidden_caption=True)
