"""Amendments of what was public: what it was, what it is, since when and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.changes import before_and_after
from monitoring.components.table import data_table
from monitoring.domain.past import Amendment
from monitoring.texts.records import in_words, record_name
from monitoring.texts.words import Words

MOST_SHOWN = 50


def amendments_table(
    amendments: Sequence[Amendment], words: Words, *, caption: str, named: bool = True
) -> Any:
    """One row for each, the newest first; `named` says whose value it is, on pages about several things."""
    if not amendments:
        return html.P(words("amendment.none"), className="empty")
    names = ("what", "was", "now", "since", "why")
    rows = [_row(each, words, named) for each in amendments[:MOST_SHOWN]]
    table = data_table(
        [words(f"amendment.{name}") for name in names],
        rows,
        caption=caption,
        words=words,
        stacked=True,
        hidden_caption=True,
    )
    more = len(amendments) - len(rows)
    return html.Div(
        [table, html.P(words.plural("amendment.more", more), className="remark") if more else None]
    )


def _row(amendment: Amendment, words: Words, named: bool) -> list[Any]:
    publication = amendment.publication
    return [
        _what(amendment, words, named),
        *before_and_after(*_values(amendment, words), words),
        words("amendment.since_publication", number=publication.number, date=publication.day),
        publication.explanation or words("amendment.no_reason"),
    ]


def _what(amendment: Amendment, words: Words, named: bool) -> str:
    was = amendment.was
    whole = f"{words.kind(was.KIND)}: {record_name(was, words)}"
    if amendment.name is None:
        return whole
    field = words.field(was.KIND, amendment.name)
    return f"{whole}: {field}" if named or was.KIND != "measures" else field


def _values(amendment: Amendment, words: Words) -> tuple[str, str]:
    if amendment.name is None:
        return words("amendment.was_there"), words("amendment.removed")
    kind = type(amendment.was)
    both = (amendment.before, amendment.after)
    was, now = (in_words(kind, amendment.name, each, words) or words("missing_spoken") for each in both)
    return was, now
