"""Icons: drawn by the stylesheet, hidden from screen readers; a word stands beside each."""

from __future__ import annotations

from typing import Literal

from dash import html

IconName = Literal[
    "check", "cross", "warning", "info", "question", "clock", "plus", "minus", "change", "equal",
    "arrow-right", "arrow-up", "dot", "ring", "half", "pause", "loop", "sun",
]  # fmt: skip


def icon(name: IconName) -> html.Span:
    """An icon in the colour and height of the text around it."""
    return html.Span(className=f"icon icon-{name}", **{"aria-hidden": "true"})
