"""The check of uploaded files in steps: understood, questions and findings, what changes, done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import html

from monitoring.components.address import Address
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.import_address import CHANGES, DONE, QUESTIONS, STEPS, UNDERSTOOD
from monitoring.components.import_options import import_options
from monitoring.domain.overview import Overview
from monitoring.login import current_visit
from monitoring.pages._import_changes import changes_content
from monitoring.pages._import_done import done_content
from monitoring.pages._import_questions import questions_content
from monitoring.pages._import_step import ImportStep, step_in_need, steps_of
from monitoring.pages._import_understood import understood_content
from monitoring.pages._page import MunicipalityLayout, MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.importing import Options, check
from monitoring.texts.words import Words

CONTENTS: Mapping[str, Callable[[ImportStep], list[Any]]] = {
    UNDERSTOOD: understood_content,
    QUESTIONS: questions_content,
    CHANGES: changes_content,
    DONE: done_content,
}


def layout_of(name: str | None) -> MunicipalityLayout:
    """The page of a step; without a name that of the step that needs the person."""

    def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
        typed = entered()
        options = _options(typed, address)
        found = check(current_visit(), overview.municipality.slug, address.variables["batch"], options)
        shown = _shown_step(name, step_in_need(found, address))
        return _page(ImportStep(shown, found, options, typed, words, address))

    return layout


def _shown_step(wanted: str | None, needed: str) -> str:
    """The wanted step; there is no „done“ before, and only „understood“ and „done“ after taking over."""
    if wanted is None or (wanted == DONE) != (needed == DONE):
        return wanted if wanted == UNDERSTOOD else needed
    return wanted


def _page(step: ImportStep) -> list[Any]:
    words = step.words
    files = [each for each in step.found.files if each]
    return [
        steps_of(step),
        html.P(words.list(files), className="muted import-files") if files else None,
        html.H1(words(f"page.import.step.{step.name}"), id="schritt", tabIndex="-1"),
        faults_of(step.typed, words),
        html.P(html.A(words("form.reload"), href=step.to(step.name))) if _is_to_reload(step) else None,
        *CONTENTS[step.name](step),
    ]


def _is_to_reload(step: ImportStep) -> bool:
    """Whether a form was refused; where others changed something, the page shows today's state already."""
    seen = step.typed.text("based_on", str(step.found.based_on))
    return step.typed.is_refused and seen == str(step.found.based_on)


def _options(typed: Entered, address: Address) -> Options:
    """What was said for this time only: in the address, and in the form just sent."""
    sent = {name: next(iter(values), "") for name, values in typed.texts.items()}
    return import_options({**address.query, **sent})


register_pages(
    __name__,
    MunicipalityPage("/daten/pruefung/<batch>", "page.import.title", layout_of(None), audience="manager"),
)
for step_name in STEPS:
    register_pages(
        f"{__name__}.{step_name}",
        MunicipalityPage(
            f"/daten/pruefung/<batch>/{step_name}",
            f"page.import.step.{step_name}",
            layout_of(step_name),
            audience="manager",
        ),
    )
