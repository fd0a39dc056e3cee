"""A step of an import: what its page shows, how the steps stand, and which of them needs the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered
from monitoring.components.form import button, form
from monitoring.components.import_address import (
    CHANGES,
    DONE,
    QUESTIONS,
    SEEN,
    STEPS,
    UNDERSTOOD,
    shown_part,
    step_href,
)
from monitoring.components.stepper import StepLink, StepState, stepper
from monitoring.domain.changes import effective
from monitoring.domain.finding import Severity, blocks_import
from monitoring.domain.profile import ProfileStatus
from monitoring.login import form_token
from monitoring.services.importing import Check, Options
from monitoring.texts.words import Words


@dataclass(frozen=True)
class ImportStep:
    """One step of the import of a batch, as it is shown."""

    name: str
    found: Check
    options: Options
    typed: Entered
    words: Words
    address: Address

    def to(self, step: str = "", **more: str) -> str:
        """The address of another step with everything said so far."""
        return step_href(self.address, step, **more)

    def form(self, parts: Sequence[Any]) -> html.Form:
        """A form of this step; what was typed and which part of the table is seen are kept."""
        extra: dict[str, Any] = {
            "data-busy": self.words("page.import.working"),
            "data-keep": "check",
            "style": {"maxInlineSize": "none"},
        }
        action = self.to(self.name, **shown_part(self.address.query))
        return form(parts, action=action, token=form_token(), **extra)

    @property
    def count_of_errors(self) -> int:
        """How many findings are errors."""
        return sum(each.severity is Severity.ERROR for each in self.found.findings)

    @property
    def count_of_warnings(self) -> int:
        """How many findings are warnings."""
        return sum(each.severity is Severity.WARNING for each in self.found.findings)


def is_readable(found: Check) -> bool:
    """Whether anything could be read: else there is nothing to answer and nothing to take over."""
    return bool(found.sheets) or all(each.code != "unreadable_file" for each in found.findings)


def is_changed_layout(found: Check) -> bool:
    """Whether a file differs from the profile it was read with."""
    return any(each.status is ProfileStatus.CHANGED for each in found.profiles)


def is_new_layout(found: Check) -> bool:
    """Whether a sheet is laid out in a way that nobody confirmed yet, and that is not our own."""
    if all(each.status is ProfileStatus.KNOWN for each in found.profiles):
        return False
    understood = [each.understanding for each in found.sheets if each.understanding]
    return any(
        each.layout != "long" or any(line.left_out for block in each.blocks for line in block.columns)
        for each in understood
    )


def _is_to_be_seen(found: Check, address: Address) -> bool:
    """Whether somebody has yet to look at what was understood."""
    return SEEN not in address.query and (is_changed_layout(found) or is_new_layout(found))


def step_in_need(found: Check, address: Address) -> str:
    """The step that needs the person: with nothing open „what changes“, where one click is left."""
    if found.revision:
        return DONE
    if not is_readable(found):
        return QUESTIONS
    if _is_to_be_seen(found, address):
        return UNDERSTOOD
    return QUESTIONS if found.open_questions or blocks_import(found.findings) else CHANGES


def steps_of(step: ImportStep) -> html.Nav:
    """The stepper over every step."""
    words, file = step.words, step.words("page.import.step.file")
    links = [
        StepLink(file, StepState.DONE, step.words("page.import.standing.done"), step.address.to("/daten"))
    ]
    for name in STEPS:
        state, note = _standing(step, name)
        href = step.to(name) if name != DONE or step.found.revision else None
        links.append(StepLink(words(f"page.import.step.{name}"), state, note, href))
    return stepper(links, STEPS.index(step.name) + 1, words)


def _standing(step: ImportStep, name: str) -> tuple[StepState, str]:
    """How a step stands, with the words for it."""
    words = step.words
    if step.found.revision:
        return StepState.DONE, words("page.import.standing.done")
    if name == UNDERSTOOD:
        return _standing_of_understood(step)
    if name == QUESTIONS:
        return _standing_of_questions(step)
    if name == CHANGES and step.found.can_be_taken_over:
        changes = len(effective(step.found.changes))
        return StepState.READY, words.plural("page.import.summary_changes", changes)
    return StepState.WAITING, words("page.import.standing.waiting")


def _standing_of_understood(step: ImportStep) -> tuple[StepState, str]:
    words = step.words
    if not is_readable(step.found):
        return StepState.WAITING, words("page.import.standing.unreadable")
    if _is_to_be_seen(step.found, step.address):
        kind = "changed" if is_changed_layout(step.found) else "new"
        return StepState.ATTENTION, words(f"page.import.standing.{kind}_layout")
    return StepState.DONE, words.plural(
        "page.import.standing.sheets", sum(bool(each.kind) for each in step.found.sheets)
    )


def _standing_of_questions(step: ImportStep) -> tuple[StepState, str]:
    """What is open, else what is worth a look."""
    words, errors, questions = step.words, step.count_of_errors, len(step.found.open_questions)
    open_ = [("errors", errors), ("questions", questions)]
    said = [words.plural(f"page.import.summary_{name}", n) for name, n in open_ if n]
    if said:
        return StepState.ATTENTION, ", ".join(said)
    if step.count_of_warnings:
        return StepState.DONE, words.plural("page.import.standing.warnings", step.count_of_warnings)
    return StepState.DONE, words("page.import.standing.nothing_open")


def discard_part(step: ImportStep) -> list[Any]:
    """A form of its own, so that nothing on the page above must be filled in for it."""
    words = step.words
    if not any(step.found.files):
        return []
    parts = [
        html.P(words("page.import.discard_hint"), className="hint"),
        button(words("page.import.discard"), kind="secondary", name="act", value="discard"),
    ]
    sent = form(parts, action=step.to(step.name), token=form_token())
    return [html.Details([html.Summary(words("page.import.discard_heading")), sent], className="quiet")]
