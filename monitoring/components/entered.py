"""What was typed: a form that was refused is shown again with every text and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dash import html
from flask import g, has_request_context

from monitoring.components.form import error_summary
from monitoring.texts.words import Words


@dataclass(frozen=True)
class Entered:
    """The texts of a refused form by field, and the sentence of each fault; "" stands for the whole form.

    `act` tells several forms of one page apart.
    """

    act: str = ""
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_refused(self) -> bool:
        """Whether there is anything to say about what was typed."""
        return bool(self.errors)

    def of(self, act: str) -> Entered:
        """The same for one form of the page; nothing where another form was sent."""
        return self if self.act == act else Entered()

    def text(self, name: str, otherwise: str = "") -> str:
        """What was typed in a field, else what stood there before."""
        if not self.texts:
            return otherwise
        return next(iter(self.texts.get(name, ())), "")

    def all(self, name: str) -> Sequence[str]:
        """Every ticked value of a field with several."""
        return self.texts.get(name, ())

    def error(self, name: str) -> str | None:
        """What is wrong with a field."""
        return self.errors.get(name)


def entered() -> Entered:
    """What was typed into the form that this request sent; nothing where the page was only called."""
    kept: Entered = g.get("entered", Entered()) if has_request_context() else Entered()
    return kept


def keep_entered(typed: Entered) -> None:
    """Keep what was typed for the page that this same request shows again."""
    g.entered = typed


def faults_of(typed: Entered, words: Words, labels: Mapping[str, str] | None = None) -> Any:
    """The faults above a form, each linked to its field and named by its label; None where there are none."""
    named = labels or {}
    lines = [
        (name or "inhalt", f"{named[name]}: {text}" if name in named else text)
        for name, text in typed.errors.items()
    ]
    summary = error_summary(lines, words)
    return html.Div(summary, className="faults") if summary else None
