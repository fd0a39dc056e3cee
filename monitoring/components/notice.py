"""Message boxes: what happened, or what must be known before going on."""

from __future__ import annotations

from typing import Any, Literal

from dash import html

from monitoring.components.icon import IconName, icon

NoticeTone = Literal["info", "good", "fair", "bad"]
_ICONS: dict[str, IconName] = {"info": "info", "good": "check", "fair": "warning", "bad": "cross"}


def notice(
    content: Any,
    *,
    title: str = "",
    tone: NoticeTone = "info",
    role: Literal["status", "alert"] | None = None,
) -> html.Div:
    """A box with an icon and, above its content, a title. `role` announces it to a screen reader."""
    body = html.Div([html.P(title, className="notice-title") if title else None, html.Div(content)])
    return html.Div([icon(_ICONS[tone]), body], className=f"notice notice-{tone}", role=role)
