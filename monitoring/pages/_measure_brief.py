"""A measure in brief: what, why, who, until when, how far it is, how one can join in; then what went how."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.badge import member_badge
from monitoring.domain.overview import Overview
from monitoring.domain.review import ReviewPoint, ReviewSide, review
from monitoring.domain.views import MeasureView
from monitoring.pages._measure_profile import period
from monitoring.texts.review import review_sentence
from monitoring.texts.words import Words

TOLD = ("description", "goal", "responsible", "participation")
"""The fields of the measure sheet that the brief says, and that need not be said again."""


def brief(view: MeasureView, words: Words) -> html.Dl:
    """The six questions of a reader; what is missing is said to be missing."""
    own = view.measure
    answers = (
        ("what", html.Span(own.description, className="about") if own.description else None),
        ("why", own.goal),
        ("who", own.responsible),
        ("until_when", period(own, words)),
        ("status", _status(view, words)),
        ("join", own.participation),
    )
    rows = [
        html.Div([html.Dt(words(f"page.measure.{name}")), _answer(text, words)]) for name, text in answers
    ]
    return html.Dl(rows, className="facts brief")


def _answer(text: Any, words: Words) -> html.Dd:
    return html.Dd(text) if text else html.Dd(words("missing_spoken"), className="muted")


def _status(view: MeasureView, words: Words) -> list[Any]:
    """The status in words with its date, and if it is late."""
    status, newest = view.measure.status, next((each for each in view.reports if each.status), None)
    dated = (
        words("page.measure.status_of", date=newest.date)
        if newest is not None and newest.status is status
        else words("page.measure.status_undated")
    )
    parts: list[Any] = [member_badge(status, words), " "]
    if view.timeliness:
        parts += [member_badge(view.timeliness, words), " "]
    return [*parts, html.Span(f"{words.meaning(status)} {dated}")]


def review_section(view: MeasureView, overview: Overview, words: Words) -> list[Any]:
    """What went well beside what did not, and beneath it what is not known."""
    points = review(view, overview.today)
    sides = [_side(side, points, words) for side in (ReviewSide.WELL, ReviewSide.NOT_WELL)]
    unknown = [each for each in points if each.side is ReviewSide.NOT_KNOWN]
    return [
        html.H2(words("review.heading")),
        html.Div(sides, className="sides"),
        *([html.H3(words.label(ReviewSide.NOT_KNOWN)), _points(unknown, words)] if unknown else []),
    ]


def _side(side: ReviewSide, points: list[ReviewPoint], words: Words) -> html.Section:
    own = [each for each in points if each.side is side]
    return html.Section([html.H3(words.label(side)), _points(own, words)])


def _points(points: list[ReviewPoint], words: Words) -> Any:
    if not points:
        return html.P(words("review.nothing"), className="empty")
    return html.Ul([html.Li(review_sentence(each, words)) for each in points])
