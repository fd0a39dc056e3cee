"""The profile of a file: whether its layout is known, and what is different this time."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.notice import NoticeTone, notice
from monitoring.domain.profile import ProfileMatch, ProfileStatus
from monitoring.services.importing import Check
from monitoring.texts.profiles import difference_sentence, match_sentence
from monitoring.texts.words import Words

MOST_OPEN = 6
"""More differences than these are folded away."""
_TONES: dict[ProfileStatus, NoticeTone] = {
    ProfileStatus.KNOWN: "good",
    ProfileStatus.CHANGED: "fair",
    ProfileStatus.NEW: "info",
}


def profile_notices(found: Check, words: Words) -> list[html.Div]:
    """For each file with which profile it was read; the file is named where there are several."""
    return [_notice(each, len(found.profiles) > 1, words) for each in found.profiles]


def _notice(match: ProfileMatch, is_named: bool, words: Words) -> html.Div:
    sentence = match_sentence(match, words)
    title = f"{match.file}: {sentence}" if is_named else sentence
    return notice(_differences(match, words), title=title, tone=_TONES[match.status])


def _differences(match: ProfileMatch, words: Words) -> Any:
    """What is new, gone or means something else."""
    if not match.differences:
        return None
    sentences = list(dict.fromkeys(difference_sentence(each, words) for each in match.differences))
    listed = html.Ul([html.Li(each) for each in sentences])
    if len(sentences) <= MOST_OPEN:
        return listed
    summary = words("page.import.differences", n=words.number(len(sentences)))
    return html.Details([html.Summary(summary), listed])
