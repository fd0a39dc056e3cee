"""The list of measures: what each is, how far it is, and when that was last said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.badge import member_badge
from monitoring.components.table import data_table
from monitoring.domain.news import News
from monitoring.domain.overview import Overview
from monitoring.domain.views import MeasureView
from monitoring.pages._measure_named import measure_link
from monitoring.texts.words import Words


def measure_list(
    found: list[MeasureView],
    new: Mapping[str, list[News]],
    overview: Overview,
    words: Words,
    address: Address,
) -> list[Any]:
    """The measures found, with what is new of each where that was asked for; nothing where there are none."""
    if not found:
        return []
    has_programmes = len(overview.programmes) > 1
    names = [
        "measure",
        *(["programme"] if has_programmes else []),
        "field_of_action",
        "status",
        "timeliness",
        "report",
    ]
    columns = [words(f"page.measures.column_{name}") for name in names]
    rows = [_row(view, new.get(view.measure.id, []), has_programmes, words, address) for view in found]
    caption = words("page.measures.heading")
    told_apart = range(1, names.index("status"))
    table = data_table(
        columns, rows, caption=caption, words=words, stacked=True, wide_only=told_apart, hidden_caption=True
    )
    return [table]


def _row(
    view: MeasureView, new: list[News], has_programmes: bool, words: Words, address: Address
) -> list[Any]:
    own = view.measure
    return [
        [measure_link(view, address), _news(new, words)],
        *([own.programme] if has_programmes else []),
        own.field_of_action or words("missing"),
        member_badge(own.status, words),
        _timeliness(view, words),
        _report(view, words),
    ]


def _news(new: list[News], words: Words) -> html.Span | None:
    """What is new, where the reader asked for it."""
    if not new:
        return None
    said = ", ".join(words(f"page.measures.new_{each.kind}", date=each.day) for each in new)
    return html.Span(words("page.measures.news", news=said), className="news")


def _timeliness(view: MeasureView, words: Words) -> Any:
    """Where room is short, only what is late."""
    shown = member_badge(view.timeliness, words) if view.timeliness else words("missing")
    return shown if view.is_late else html.Span(shown, className="wide-only")


def _report(view: MeasureView, words: Words) -> Any:
    """The day of the newest report, which says of itself what it is where there is no heading."""
    if not view.reports:
        return words("page.measures.no_report")
    return [
        html.Span(f"{words('page.measures.of_day')} ", className="narrow-only"),
        words.date(view.reports[0].date),
    ]
