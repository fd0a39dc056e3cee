"""Facts: what is known of a thing, as names with their values; what is not known is left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html


def facts(pairs: Iterable[tuple[str, Any]]) -> html.Dl | None:
    """Names beside their values; a value of None or "" is not shown; nothing where none is left."""
    known = [(name, value) for name, value in pairs if value not in (None, "", [])]
    if not known:
        return None
    return html.Dl([html.Div([html.Dt(name), html.Dd(value)]) for name, value in known], className="facts")
