"""A text to take along into a council paper."""

from __future__ import annotations

from dash import html

from monitoring.components.native import Textarea
from monitoring.texts.words import Words


def copy_text(text: str, *, name: str, label: str, words: Words, rows: int = 8) -> html.Div:
    """The text in a read-only field. The button appears only where assets/copy.js runs."""
    button = html.Button(
        words("component.copy.button"),
        type="button",
        className="button button-secondary needs-script",
        **{"data-copy": name, "data-done": words("component.copy.done")},
    )
    hint = html.P(words("component.copy.hint"), id=f"{name}-hint", className="hint")
    area = Textarea(id=name, value=text, rows=rows, readOnly=True, **{"aria-describedby": f"{name}-hint"})
    status = html.Span(role="status", className="copy-status")
    return html.Div(
        [html.Label(label, htmlFor=name), hint, area, html.P([button, status])], className="field copy-text"
    )
