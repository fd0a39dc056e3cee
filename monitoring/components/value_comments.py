"""Comments beside values: why a value that a check doubted was accepted, by whom and when; for managers."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from monitoring.domain.overview import Overview
from monitoring.domain.record import Record
from monitoring.texts.words import Words


def value_comments(record: Record, fields: Iterable[str], overview: Overview, words: Words) -> list[html.Div]:
    """One line for each comment on the values of these fields."""
    found = (each for name in fields for each in overview.comments(record, name))
    return [
        html.Div(
            words("origin.accepted", comment=each.comment, by=each.by, date=words.date(each.at)),
            className="muted",
        )
        for each in found
    ]
