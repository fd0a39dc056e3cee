"""The stepper: the steps of a longer task in order, where one is, and what each still needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dash import html

from monitoring.components.icon import IconName, icon
from monitoring.texts.words import Words


class StepState(StrEnum):
    """How a step stands: done, needs somebody, can be done now, or waits for another."""

    DONE = "done"
    ATTENTION = "attention"
    READY = "ready"
    WAITING = "waiting"


_ICONS: dict[StepState, IconName] = {
    StepState.DONE: "check",
    StepState.ATTENTION: "warning",
    StepState.READY: "arrow-right",
    StepState.WAITING: "ring",
}


@dataclass(frozen=True)
class StepLink:
    """One step: its name and, in words, how it stands. Without `href` it cannot be visited."""

    name: str
    state: StepState
    note: str
    href: str | None = None


def stepper(steps: Sequence[StepLink], current: int, words: Words) -> html.Nav:
    """The steps as an ordered list; `current` is the position of the one that is shown."""
    items = [_item(each, number, number == current) for number, each in enumerate(steps)]
    return html.Nav(
        html.Ol(items, className="stepper-list"),
        className="stepper",
        **{"aria-label": words("component.stepper.name")},
    )


def _item(step: StepLink, number: int, is_current: bool) -> html.Li:
    text = [
        html.Span(f"{number + 1}. {step.name}", className="stepper-name"),
        html.Span([icon(_ICONS[step.state]), html.Span(step.note)], className="stepper-note"),
    ]
    here: dict[str, Any] = {"aria-current": "step"} if is_current else {}
    inner = html.A(text, href=step.href, **here) if step.href else html.Span(text, **here)
    css = f"stepper-{step.state.value}" + (" stepper-current" if is_current else "")
    return html.Li(inner, className=css)
