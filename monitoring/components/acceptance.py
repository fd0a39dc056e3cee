"""Accepting a doubted value: the form beneath its warning, and the button that takes an acceptance back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple
from typing import Any

from dash import html

from monitoring.components.form import button, checkbox, field, form
from monitoring.components.native import Input
from monitoring.domain.checks.acceptance import DoubtedValue
from monitoring.texts.words import Words

ABOUT, COMMENT, ALIKE = "about", "comment", "alike"
"""The names of the fields."""
ACCEPT, TAKE_BACK = "accept", "take_back"
"""What the buttons ask for."""


def doubt_name(about: DoubtedValue) -> str:
    """A short name of a doubted value, the same as long as the value is.

    >>> about = DoubtedValue("jump", "balance", "[]", "emissions_t", "700.0")
    >>> doubt_name(about) == doubt_name(about), len(doubt_name(about))
    (True, 16)
    """
    return hashlib.sha256(json.dumps(astuple(about)).encode()).hexdigest()[:16]


def acceptance_form(about: DoubtedValue, alike: int, action: str, token: str, words: Words) -> html.Details:
    """The form to accept a value with a comment; with `alike` others, all of them at once."""
    name = doubt_name(about)
    comment = Input(type="text", name=COMMENT, id=f"comment-{name}", required=True, maxLength="500")
    box = checkbox(words.plural("page.import.accept_alike", alike), ALIKE, value=name)
    parts = [
        Input(type="hidden", name=ABOUT, value=name),
        field(words("page.import.accept_comment"), comment, words=words),
        *([box] if alike else []),
        button(words("page.import.accept"), kind="secondary", name="act", value=ACCEPT),
    ]
    summary = html.Summary(words("page.import.accept_summary"))
    return html.Details([summary, form(parts, action=action, token=token)], className="acceptance")


def take_back_form(about: DoubtedValue, what: str, action: str, token: str, words: Words) -> html.Form:
    """The button that takes an acceptance back; `what` names it for a screen reader."""
    text = [words("page.import.take_back"), html.Span(f" {what}", className="hidden-visually")]
    named: dict[str, Any] = {"name": "act", "value": TAKE_BACK}
    take = html.Button(text, type="submit", className="button button-secondary button-small", **named)
    return form([Input(type="hidden", name=ABOUT, value=doubt_name(about)), take], action=action, token=token)
