"""Amendments of what was public: what it was, what it is, since when and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.changes import before_and_after
from monitoring.components.table import data_table
from monitoring.domain.past import Amendment
from monitoring.texts.amendments import amended_thing, amended_values
from monitoring.texts.words import Words

MOST_SHOWN = 50


def amendments_table(amendments: Sequence[Amendment], words: Words, *, caption: str) -> Any:
    """One row for each of one measure, the newest first, each with its publication and its reason."""
    if not amendments:
        return html.P(words("amendment.none"), className="empty")
    shown = amendments[:MOST_SHOWN]
    rows = [[*_said(each, words, is_named=False), *_since_and_why(each, words)] for each in shown]
    return _table(("what", "was", "now", "since", "why"), rows, len(amendments), caption, words)


def reasoned_tables(amendments: Sequence[Amendment], words: Words, *, caption: str) -> list[Any]:
    """Those of one publication under their reasons, each reason once above what was amended for it."""
    by_reason: dict[str, list[Amendment]] = {}
    for each in amendments:
        by_reason.setdefault(each.reason or "", []).append(each)
    parts: list[Any] = []
    for number, (reason, own) in enumerate(by_reason.items(), start=1):
        named = words("amendment.table", publication=caption, number=number) if number > 1 else caption
        why = words("amendment.because", reason=reason) if reason else words("amendment.no_reason_sentence")
        rows = [_said(each, words, is_named=True) for each in own[:MOST_SHOWN]]
        table = _table(("what", "was", "now"), rows, len(own), named, words)
        parts += [html.P(why), html.Div(table, className="corrections")]
    return parts


def _table(names: Sequence[str], rows: list[list[Any]], total: int, caption: str, words: Words) -> html.Div:
    columns = [words(f"amendment.{name}") for name in names]
    table = data_table(columns, rows, caption=caption, words=words, stacked=True, hidden_caption=True)
    more = total - len(rows)
    return html.Div(
        [table, html.P(words.plural("amendment.more", more), className="remark") if more else None]
    )


def _said(amendment: Amendment, words: Words, *, is_named: bool) -> list[Any]:
    """What was amended, what it was and what it is."""
    values = amended_values(amendment, words)
    return [amended_thing(amendment, words, is_named=is_named), *before_and_after(*values, words)]


def _since_and_why(amendment: Amendment, words: Words) -> list[str]:
    publication = amendment.publication
    since = words("amendment.since_publication", number=publication.number, date=publication.day)
    return [since, amendment.reason or words("amendment.no_reason")]
