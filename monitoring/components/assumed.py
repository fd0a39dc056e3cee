"""What holds as long as nobody says otherwise: said before anything is taken over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from monitoring.domain.question import Question
from monitoring.texts.findings import choice_label, question_sentence
from monitoring.texts.words import Words


def assumed(asked: Iterable[Question], href: str, words: Words) -> list[Any]:
    """Each question that has a usual answer, with that answer and the way to another; nothing without any."""
    rows = [
        html.Li([question_sentence(each, words), " ", html.Strong(choice_label(each.default, each, words))])
        for each in asked
        if each.default is not None
    ]
    if not rows:
        return []
    change = html.P(html.A(words("page.import.to_step_questions"), href=href))
    return [
        html.Div([html.P(words("page.import.assumed_heading")), html.Ul(rows), change], className="assumed")
    ]
