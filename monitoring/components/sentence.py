"""Sentences: what a page says in words before it shows anything."""

from __future__ import annotations

from typing import Any

from dash import html


def lead(text: Any) -> html.P:
    """The opening sentence of a page or section, larger than the text."""
    return html.P(text, className="lead")


def sentence(text: Any) -> html.P:
    """The key message above a chart or a table."""
    return html.P(text, className="sentence")


def remark(text: Any) -> html.P:
    """What must be known beside a number: sources, limits, what a count does not say."""
    return html.P(text, className="remark")


def answer(
    question: str, text: Any, *, more: Any = None, summary: Any = None, badge: Any = None, name: str
) -> html.Section:
    """A question that every view answers, with its answer; `name` is the id of the heading.

    `more` is the longer answer, folded away under `summary` until it is asked for.
    """
    parts = [
        html.H2(question, id=name),
        html.P(text, className="short"),
        html.P(badge) if badge is not None else None,
        html.Details([html.Summary(summary), html.P(more)]) if more else None,
    ]
    return html.Section(parts, className="answer", **{"aria-labelledby": name})
