"""Tiles: one number each, with what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html


def tile(
    label: str, value: str, *, unit: str = "", detail: Any = None, badge: Any = None, href: str = ""
) -> html.Li:
    """A label, a large value, a line that says what it rests on; optionally a badge and a link to more."""
    heading = html.A(label, href=href) if href else label
    number = [
        html.Span(value, className="tile-number"),
        html.Span(f" {unit}", className="tile-unit") if unit else None,
    ]
    return html.Li(
        [
            html.P(heading, className="tile-label"),
            html.P(number, className="tile-value"),
            html.P(badge, className="tile-badge") if badge is not None else None,
            html.P(detail, className="tile-detail") if detail is not None else None,
        ],
        className="tile",
    )


def tiles(items: Sequence[html.Li], name: str) -> html.Ul:
    """Tiles side by side, as many as fit; `name` says to listeners what they are."""
    return html.Ul(list(items), className="tiles", **{"aria-label": name})
