"""Reasons of corrections, asked before publishing: one field for all that share one, and one for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html

from monitoring.components.entered import Entered
from monitoring.components.form import field
from monitoring.components.native import Input, Textarea
from monitoring.domain.correction import CommonReason, Corrected, Correction, by_reason
from monitoring.texts.amendments import amended_thing, amended_values
from monitoring.texts.words import Words

COMMON, SINGLE = "reason:", "own_reason:"
"""What the names of these fields begin with; a code follows."""
SECTION = "gruende"
MOST_SINGLE = 40
"""So many corrections of one reason have a field of their own."""
LONGEST = "500"


def reason_fields(found: Sequence[Correction], typed: Entered, words: Words) -> list[Any]:
    """What is public and will be different, with the reasons that everybody will read; often nothing."""
    if not found:
        return []
    return [
        html.H3(words("page.publish.reasons_heading"), id=SECTION),
        html.P(words.plural("page.publish.reasons_intro", len(found))),
        *[part for group in by_reason(found) for part in _group(group, typed, words)],
    ]


def _group(group: CommonReason, typed: Entered, words: Words) -> list[Any]:
    name = f"{COMMON}{group.code}"
    control = Textarea(name=name, id=name, rows=2, value=typed.text(name, group.reason), maxLength=LONGEST)
    count = len(group.corrections)
    if count == 1:
        (only,) = group.corrections
        return [field(_told(only, words), control, words=words)]
    common = field(words.plural("page.publish.reason_of", count), control, words=words)
    return [common, _singles(group.corrections, typed, words)]


def _singles(own: Sequence[Correction], typed: Entered, words: Words) -> html.Details:
    """Each of them with a field for a reason that differs."""
    fields = [_single(each, typed, words) for each in own[:MOST_SINGLE]]
    more = len(own) - len(fields)
    is_used = any(typed.text(f"{SINGLE}{each.about.code}") for each in own)
    return html.Details(
        [
            html.Summary(words("page.publish.reasons_singly")),
            html.P(words("page.publish.reasons_singly_hint"), className="hint"),
            *fields,
            html.P(words.plural("page.publish.reasons_more", more), className="hint") if more else None,
        ],
        open=is_used,
    )


def _single(correction: Correction, typed: Entered, words: Words) -> html.Div:
    name = f"{SINGLE}{correction.about.code}"
    control = Input(type="text", name=name, id=name, value=typed.text(name), maxLength=LONGEST)
    return field(_told(correction, words), control, words=words)


def _told(correction: Correction, words: Words) -> str:
    """„Bilanz: 2021 · Private Haushalte: Endenergie: 100 → 120“"""
    if correction.is_new_number:
        name = correction.about.key[-1]  # the year that was calculated anew, or the target
        return words(f"page.publish.anew.{correction.was.KIND}", name=name)
    was, now = amended_values(correction, words)
    thing = amended_thing(correction, words)
    return words("page.publish.was_and_is", thing=thing, was=_short(was), now=_short(now))


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79].rstrip()}…"


def given_reasons(found: Iterable[Correction], texts: Mapping[str, str]) -> dict[Corrected, str]:
    """What was written for each correction: its own reason, else the one of all that share one."""
    given = {}
    for group in by_reason(found):
        common = texts.get(f"{COMMON}{group.code}", "").strip()
        for each in group.corrections:
            own = texts.get(f"{SINGLE}{each.about.code}", "").strip()
            if own or common:
                given[each.about] = own or common
    return given
