"""Badges: an icon and a word, never a colour alone."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from dash import html

from monitoring.components.icon import IconName, icon
from monitoring.texts.words import Words

Tone = Literal["good", "fair", "bad", "active", "neutral"]

_RATINGS: dict[str, tuple[Tone, IconName]] = {
    "achieved": ("good", "check"),
    "on_track": ("good", "arrow-right"),
    "slight_deviation": ("fair", "warning"),
    "off_track": ("bad", "cross"),
    "opposite": ("bad", "arrow-up"),
    "missed": ("bad", "cross"),
    "provisional": ("neutral", "half"),
    "not_assessable": ("neutral", "question"),
}
_STATUSES: dict[str, tuple[Tone, IconName]] = {
    "idea": ("neutral", "ring"),
    "not_started": ("neutral", "ring"),
    "in_preparation": ("active", "half"),
    "in_progress": ("active", "arrow-right"),
    "completed": ("good", "check"),
    "ongoing": ("good", "loop"),
    "postponed": ("fair", "pause"),
    "rejected": ("neutral", "cross"),
    "replaced": ("neutral", "change"),
    "unknown": ("neutral", "question"),
}
_TIMELINESS: dict[str, tuple[Tone, IconName]] = {
    "on_time": ("neutral", "clock"),
    "late_start": ("fair", "clock"),
    "late": ("fair", "clock"),
    "undated": ("neutral", "question"),
}
_SEVERITIES: dict[str, tuple[Tone, IconName]] = {
    "error": ("bad", "cross"),
    "warning": ("fair", "warning"),
    "notice": ("neutral", "info"),
}
_CHANGES: dict[str, tuple[Tone, IconName]] = {
    "new": ("good", "plus"),
    "changed": ("active", "change"),
    "unchanged": ("neutral", "equal"),
    "removed": ("bad", "minus"),
}
_ALL = _RATINGS | _STATUSES | _TIMELINESS | _SEVERITIES | _CHANGES


def badge(text: str, tone: Tone = "neutral", icon_name: IconName = "dot") -> html.Span:
    """A badge with its own word."""
    return html.Span([icon(icon_name), html.Span(text)], className=f"badge badge-{tone}")


def member_badge(member: StrEnum, words: Words, text: str = "") -> html.Span:
    """The badge of a rating, a status of a measure, a timeliness, a severity or a kind of change.

    `text` stands in place of the member's own word where that would say too little („Fehler: 3“).
    """
    tone, icon_name = _ALL.get(member.value, ("neutral", "dot"))
    return badge(text or words.label(member), tone, icon_name)
