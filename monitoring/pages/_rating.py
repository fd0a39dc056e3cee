"""The rating of a target with what must stand beside it: reason, what it also contains, both shares."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.badge import member_badge
from monitoring.components.progress_bar import progress_bars
from monitoring.components.sentence import remark
from monitoring.domain.indicator import Direction
from monitoring.domain.progress import Progress
from monitoring.texts.reason import reason_sentence
from monitoring.texts.target_sentences import rating_notes
from monitoring.texts.words import Words


def rating_badge(progress: Progress, words: Words) -> html.Span:
    """The rating as icon and word."""
    return member_badge(progress.rating, words)


def rating_with_reason(progress: Progress, words: Words, unit: str | None = None) -> list[Any]:
    """The reason as a sentence, and the notes that say what the rating also contains."""
    notes = rating_notes(progress, words)
    reason = html.P(reason_sentence(progress, words, unit))
    return [reason, remark(" ".join(notes))] if notes else [reason]


def shares(progress: Progress, words: Words) -> Any:
    """The share of the reduction beside the share of the time; nothing where one of them is unknown."""
    if progress.share_of_target is None or progress.share_of_time is None:
        return None
    rises = progress.direction is Direction.MORE
    return progress_bars(progress.share_of_target, progress.share_of_time, words, rises=rises)
