"""The four questions of the overview, answered in short; what lies behind an answer opens beneath it."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.glossary import with_terms
from monitoring.components.sentence import answer
from monitoring.domain.overview import Overview
from monitoring.domain.totals import total_series
from monitoring.pages._rating import rating_badge
from monitoring.texts.sentences import data_gap_sentence
from monitoring.texts.short_answers import (
    Answer,
    doing_in_short,
    emissions_in_short,
    enough_in_short,
    next_in_short,
    where_in_short,
)
from monitoring.texts.words import Words


def answers(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The answers side by side; what is missing is said to be missing, nothing where nothing is known."""
    if not overview.has_answers:
        return []
    doing = doing_in_short(overview.measures_by_status, overview.late, words)
    main = overview.main_target
    if main is None:
        known = _without_target(overview, words)
        asked = [*known[:2], ("doing", doing, None), known[2]]
    else:
        unit, progress = main.unit, main.progress
        where = where_in_short(progress, words, unit)
        asked = [
            ("where", _with_gap(where, progress.latest_year, overview, words), None),
            ("enough", enough_in_short(progress, words, unit), rating_badge(progress, words)),
            ("doing", doing, None),
            ("next", next_in_short(progress, words, overview.late, unit), None),
        ]
    return [
        html.Div(
            [_answer(name, text, badge, words, address) for name, text, badge in asked], className="answers"
        )
    ]


def _answer(name: str, text: Answer, badge: Any, words: Words, address: Address) -> html.Section:
    question = words(f"page.overview.{name}")
    summary = [
        words("page.overview.more"),
        html.Span(f": {question}", className="hidden-visually"),
    ]
    more = with_terms(text.more, words, address)
    return answer(question, text.short, more=more, summary=summary, badge=badge, name=f"question-{name}")


def _without_target(overview: Overview, words: Words) -> list[tuple[str, Answer, Any]]:
    """What is known where no target was set."""
    series = total_series(overview.emissions)
    where = emissions_in_short(series, words)
    latest = series.latest.year if series.latest else None
    return [
        ("where", _with_gap(where, latest, overview, words), None),
        ("enough", Answer(words("page.overview.no_target")), None),
        ("next", Answer(words("page.overview.target_needed")), None),
    ]


def _with_gap(where: Answer, latest_year: int | None, overview: Overview, words: Words) -> Answer:
    """For which years since the latest value there is none yet, said with the longer answer."""
    if latest_year is None:
        return where
    return Answer(where.short, f"{where.more} {data_gap_sentence(latest_year, overview.today, words)}")
