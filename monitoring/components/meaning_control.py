"""The control that changes what a sheet, a column or a row means: its name is that of an answer."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.native import Select, options
from monitoring.components.questions import ANSWER
from monitoring.domain.question import AS_UNDERSTOOD
from monitoring.services.meanings import MeaningControl
from monitoring.texts.meanings import meaning_choice
from monitoring.texts.words import Words


def meaning_select(
    control: MeaningControl, kind: str | None, words: Words, *, spoken: str = "", understood: str = ""
) -> Select:
    """The choices of a meaning; `understood` says what was understood, `spoken` names the control."""
    pairs = [(each, _label(each, kind, understood, words)) for each in control.choices]
    named: dict[str, Any] = {"aria-label": spoken} if spoken else {}
    name = f"{ANSWER}{control.key}"
    return Select(name=name, id=name, value=control.current, options=options(pairs), **named)


def folded_select(select: Select, spoken: str, words: Words, *, is_open: bool) -> html.Details:
    """A control that is there when asked for, so that a table of many stays a table."""
    hidden = html.Span(f" {spoken}", className="hidden-visually")
    summary = html.Summary([words("own_table.change"), hidden])
    return html.Details([summary, select], className="sheet-change", open=is_open)


def _label(choice: str, kind: str | None, understood: str, words: Words) -> str:
    if choice == AS_UNDERSTOOD and understood:
        return understood
    return meaning_choice(choice, kind, words)
