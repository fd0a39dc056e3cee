"""Questions and findings: what only the person can know, and what is odd, each beside its row of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.acceptance import acceptance_form, take_back_form
from monitoring.components.accepted import accepted_findings
from monitoring.components.excerpt import excerpt
from monitoring.components.findings import ShownFinding, finding_groups
from monitoring.components.form import button
from monitoring.components.import_address import FILE, QUESTIONS, SHEET, UNDERSTOOD
from monitoring.components.marked_files import marked_files
from monitoring.components.notice import notice
from monitoring.components.questions import question_fields
from monitoring.components.refused_files import REFUSED, with_names
from monitoring.components.sheet_marks import cell_name
from monitoring.domain.checks.acceptance import Acceptance
from monitoring.domain.finding import Finding
from monitoring.domain.question import Question
from monitoring.login import current_visit, form_token
from monitoring.pages._import_step import ImportStep, discard_part, is_readable
from monitoring.pages._import_window import window_query
from monitoring.services.kept_sheets import KeptSheet, cell_position, kept_sheets
from monitoring.texts.findings import finding_sentence


def questions_content(step: ImportStep) -> list[Any]:
    """Questions in one form, findings beneath, accepted ones folded away."""
    parts = [*_questions(step), *_findings(step)]
    if not is_readable(step.found):
        href = step.address.to("/daten")
        return [*parts, html.P(html.A(step.words("page.import.upload_again"), href=href))]
    return [*parts, *_way_on(step), *discard_part(step)]


def _questions(step: ImportStep) -> list[Any]:
    found, words = step.found, step.words
    parts: list[Any] = []
    if found.questions:
        parts += [
            html.H2(words("page.import.questions_heading"), id="fragen"),
            html.P(words(intro_key(found.questions))),
            *question_fields([(each, None) for each in found.questions], words, _cell_links(step)),
        ]
    if found.answered:
        summary, first = (
            words("page.import.answered_heading", n=len(found.answered)),
            len(found.questions) + 1,
        )
        parts.append(
            html.Details(
                [html.Summary(summary), *question_fields(found.answered, words, _cell_links(step), first)]
            )
        )
    if not parts:
        return []
    send = button(words("page.import.answer"), name="act", value="go_on")
    return [step.form([html.Div([*parts, send], className="form")])]


def intro_key(asked: Sequence[Question]) -> str:
    """What is said above the questions: that answers are remembered, where any is."""
    is_remembered = any(each.remembered for each in asked)
    return f"page.import.questions_intro{'' if is_remembered else '_once'}"


def _cell_links(step: ImportStep) -> Any:
    """Turns a cell of a file into a link to it."""

    def linked(file: str | None, sheet: str | None, cell: str) -> Any:
        own, _, address = cell.rpartition("!")  # where several sheets are concerned, a cell names its own
        place = own or sheet
        return html.A(cell, href=cell_href(step, file, place, address)) if place else cell

    return linked


def cell_href(step: ImportStep, file: str | None, sheet: str, cell: str) -> str:
    """Where a cell is shown in the user's own table."""
    named = {SHEET: sheet} | ({FILE: file} if file else {})
    return f"{step.to(UNDERSTOOD, **named, **window_query(*cell_position(cell)))}#{cell_name(sheet, cell)}"


def _findings(step: ImportStep) -> list[Any]:
    found, words = step.found, step.words
    heading = html.H2(words("page.import.findings_heading"), id="befunde")

    def sentence(finding: Finding) -> str:
        return finding_sentence(finding, words)

    accepted = accepted_findings(found.accepted, sentence, words, _taking_back(step))
    if not found.findings:
        return [heading, html.P(words("page.import.findings_none")), accepted]
    named = with_names(found.findings, step.address.query.get(REFUSED, ""))
    shown = [
        ShownFinding(number, each, sentence(each), _href(step, each)) for number, each in enumerate(named, 1)
    ]
    groups = finding_groups(shown, words, _Beneath(step).parts)
    return [heading, *marked_files(found, words, step.address), groups, accepted]


def _href(step: ImportStep, finding: Finding) -> str:
    has_place = finding.sheet and finding.cell
    return cell_href(step, finding.file, finding.sheet or "", finding.cell or "") if has_place else ""


class _Beneath:
    """What stands beneath a finding: its row of the file, and the form to accept it."""

    def __init__(self, step: ImportStep) -> None:
        self._step = step
        self._alike = Counter(each.about.code for each in step.found.doubted)
        self._sheets = self._kept()

    def _kept(self) -> dict[tuple[str, str], KeptSheet]:
        if not any(each.cell for each in self._step.found.findings):
            return {}
        kept = kept_sheets(current_visit(), self._step.address.slug or "", self._step.found)
        return {(each.file, each.sheet.name): each for each in reversed(kept)}

    def parts(self, shown: ShownFinding) -> html.Div:
        return html.Div([self._excerpt(shown.finding), self._acceptance(shown.finding)])

    def _excerpt(self, finding: Finding) -> Any:
        kept = self._sheets.get((finding.file or "", finding.sheet or ""))
        if kept is None or not finding.cell:
            return None
        return excerpt(kept.sheet, kept.reading, finding.cell, self._step.words)

    def _acceptance(self, finding: Finding) -> Any:
        step = self._step
        own = next((each for each in step.found.doubted if each.finding == finding), None)
        if own is None or step.found.revision:
            return None
        alike = self._alike[own.about.code] - 1
        return acceptance_form(own.about, alike, step.to(QUESTIONS), form_token(), step.words)


def _taking_back(step: ImportStep) -> Any:
    def button_of(said: Acceptance, what: str) -> Any:
        return take_back_form(said.about, what, step.to(QUESTIONS), form_token(), step.words)

    return button_of


def _way_on(step: ImportStep) -> list[Any]:
    """The link to what changes, or why that has to wait."""
    words = step.words
    if step.count_of_errors:
        return [notice(html.P(words("page.import.blocked")), tone="fair")]
    if step.found.open_questions:
        return []
    href = step.to("aenderungen")
    return [
        html.P(html.A(words("page.import.to_step_changes"), href=href, className="button button-primary"))
    ]
