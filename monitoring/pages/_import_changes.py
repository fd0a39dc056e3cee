"""What changes: counted, then listed with old and new values; one click takes it over."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.assumed import assumed
from monitoring.components.conflicts import conflict_choices
from monitoring.components.form import button, field
from monitoring.components.import_address import QUESTIONS, UNDERSTOOD
from monitoring.components.import_options import NOTE, complete_field
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.record_changes import record_changes
from monitoring.components.sentence import lead
from monitoring.domain.changes import effective
from monitoring.domain.profile import ProfileMatch
from monitoring.login import current_visit
from monitoring.pages._import_step import ImportStep, discard_part
from monitoring.services.conflicts import conflicting
from monitoring.services.importing import Check
from monitoring.texts.profiles import match_sentence


def changes_content(step: ImportStep) -> list[Any]:
    """What was read in a sentence, the button, the changes one by one, and how to throw it all away."""
    return [
        lead(_summary(step)),
        *(html.P(match_sentence(each, step.words), className="muted") for each in _with_profile(step.found)),
        *assumed(step.found.questions, step.to(QUESTIONS), step.words),
        step.form(_form_parts(step)),
        *_details(step),
        *discard_part(step),
    ]


def _with_profile(found: Check) -> list[ProfileMatch]:
    """The files that were read with a profile."""
    return [each for each in found.profiles if each.name]


def _summary(step: ImportStep) -> str:
    words, found = step.words, step.found
    warnings = step.count_of_warnings
    return words(
        "page.import.summary_with_warnings" if warnings else "page.import.summary",
        errors=words.plural("page.import.summary_errors", step.count_of_errors),
        warnings=words.plural("page.import.standing.warnings", warnings),
        questions=words.plural("page.import.summary_questions", len(found.open_questions)),
        changes=words.plural("page.import.summary_changes", len(effective(found.changes))),
    )


def _form_parts(step: ImportStep) -> list[Any]:
    words, typed = step.words, step.typed
    based_on = typed.text("based_on", str(step.found.based_on))
    return [
        Input(type="hidden", name="based_on", value=based_on),
        *_conflicts(step),
        *_take_over(step),
        html.Details(
            [
                html.Summary(words("page.import.options_heading")),
                complete_field(step.options, words),
                button(words("page.import.check_again"), kind="secondary", name="act", value="check"),
            ],
            open=step.options.is_complete,
        ),
    ]


def _conflicts(step: ImportStep) -> list[Any]:
    """What others changed since the check was seen whose taking over was refused."""
    seen = step.typed.text("based_on")
    if not step.typed.is_refused or not seen.isdecimal():
        return []
    shown = conflicting(current_visit(), step.address.slug or "", step.found, int(seen))
    return conflict_choices(shown, step.found.based_on, step.typed, step.words)


def _take_over(step: ImportStep) -> list[Any]:
    """„Übernehmen“ where nothing stands against it, else the reason why not and where to mend it."""
    words, why_not = step.words, _why_not(step)
    if why_not:
        return [notice(why_not, tone="fair")]
    note = Input(
        type="text", name=NOTE, id=NOTE, value=step.typed.text(NOTE, step.options.note or ""), maxLength="500"
    )
    take = button(words("page.import.take_over"), name="act", value="take_over")
    return [html.Div([field(words("page.import.note"), note, words=words), take], className="form take-over")]


def _why_not(step: ImportStep) -> Any:
    words, found = step.words, step.found
    to_questions = html.A(words("page.import.to_step_questions"), href=step.to(QUESTIONS))
    if step.count_of_errors:
        return [html.P(words("page.import.blocked")), html.P(to_questions)]
    if found.open_questions:
        return [html.P(words("page.import.answer_first")), html.P(to_questions)]
    if found.changes_nothing:
        return html.P(words("page.import.changes_none"))
    return None


def _details(step: ImportStep) -> list[Any]:
    words, found = step.words, step.found
    if not found.changes:
        to_understood = html.A(words("page.import.step.verstanden"), href=step.to(UNDERSTOOD))
        return [html.P([words("page.import.nothing_readable"), " ", to_understood])]
    heading = html.H2(words("page.import.changes_heading"))
    return [heading, *record_changes(found.changes, words, caption=words("page.import.counts"))]
