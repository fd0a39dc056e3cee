"""The check of uploaded files: what was found, what is open, what would change; and taking it over."""

from __future__ import annotations

from typing import Any

from dash import html

from monitoring.components.accepted import accepted_findings
from monitoring.components.address import Address
from monitoring.components.conflicts import conflict_choices
from monitoring.components.entered import Entered, entered, faults_of
from monitoring.components.findings import finding_groups
from monitoring.components.form import button, field, form
from monitoring.components.import_options import import_options, options_fields
from monitoring.components.marked_files import marked_files
from monitoring.components.native import Input
from monitoring.components.notice import notice
from monitoring.components.questions import question_fields
from monitoring.components.record_changes import record_changes
from monitoring.components.refused_files import REFUSED, with_names
from monitoring.components.sentence import lead
from monitoring.domain.changes import effective
from monitoring.domain.finding import Finding, Severity
from monitoring.domain.overview import Overview
from monitoring.login import current_visit, form_token
from monitoring.pages._page import MunicipalityPage
from monitoring.pages._registration import register_pages
from monitoring.services.conflicts import conflicting
from monitoring.services.importing import Check, Options, check
from monitoring.texts.findings import finding_sentence
from monitoring.texts.words import Words


def layout(overview: Overview, words: Words, address: Address) -> list[Any]:
    """The result of the check, with the form to answer and take over."""
    typed = entered()
    options = _options(typed, address)
    found = check(current_visit(), overview.municipality.slug, address.variables["batch"], options)
    heading = html.H1(words("page.import.heading"), id="ergebnis")
    if found.revision:
        return [heading, *_taken_over(found, words, address)]
    return [
        heading,
        faults_of(typed, words),
        _reload(words, address) if typed.is_refused else None,
        _files(found, words),
        lead(_summary(found, words)),
        *_findings(found, words, address),
        *_sheets(found, words),
        _form(found, options, typed, words, address)
        if _is_readable(found)
        else _upload_again(words, address),
        *(_discard(words, address) if any(found.files) else []),
    ]


def _is_readable(found: Check) -> bool:
    """Whether anything could be read: else there is nothing to answer and nothing to take over."""
    return bool(found.sheets) or all(each.code != "unreadable_file" for each in found.findings)


def _upload_again(words: Words, address: Address) -> html.P:
    return html.P(html.A(words("page.import.upload_again"), href=address.to("/daten")))


def _options(typed: Entered, address: Address) -> Options:
    """What was answered for this time only: in the form just sent, else in the address."""
    sent = {name: next(iter(values), "") for name, values in typed.texts.items()}
    return import_options(sent or address.query)


def _reload(words: Words, address: Address) -> html.P:
    return html.P(html.A(words("form.reload"), href=address.path))


def _taken_over(found: Check, words: Words, address: Address) -> list[Any]:
    links = [
        ("page.import.to_overview", address.to()),
        ("page.import.to_share", address.to("/veroeffentlichen") + "#teilen"),
        ("page.import.to_publish", address.to("/veroeffentlichen")),
        ("page.import.to_changes", address.to(f"/verlauf/{found.revision}")),
        ("page.import.to_data", address.to("/daten")),
    ]
    return [
        notice(
            html.P(words("page.import.what_next")),
            title=words("page.import.taken_over", revision=found.revision),
            tone="good",
            role="status",
        ),
        _files(found, words),
        html.Ul([html.Li(html.A(words(key), href=href)) for key, href in links]),
    ]


def _summary(found: Check, words: Words) -> str:
    errors = sum(each.severity is Severity.ERROR for each in found.findings)
    return words(
        "page.import.summary",
        errors=words.plural("page.import.summary_errors", errors),
        questions=words.plural("page.import.summary_questions", len(found.questions)),
        changes=words.plural("page.import.summary_changes", len(effective(found.changes))),
    )


def _files(found: Check, words: Words) -> html.P:
    named = [each for each in found.files if each]
    return html.P(words.list(named), className="muted")


def _findings(found: Check, words: Words, address: Address) -> list[Any]:
    heading = html.H2(words("page.import.findings_heading"))

    def sentence(finding: Finding) -> str:
        return finding_sentence(finding, words)

    accepted = accepted_findings(found.accepted, sentence, words)
    if not found.findings:
        return [heading, html.P(words("page.import.findings_none")), accepted]
    named = with_names(found.findings, address.query.get(REFUSED, ""))
    return [heading, finding_groups(named, sentence, words), accepted, *marked_files(found, words, address)]


def _sheets(found: Check, words: Words) -> list[Any]:
    if not found.sheets:
        return []
    lines = [
        words.plural(
            "page.import.sheet_recognised", each.records, sheet=each.sheet, kind=words.kind(each.kind)
        )
        if each.kind
        else words("page.import.sheet_ignored", sheet=each.sheet)
        for each in found.sheets
    ]
    return [html.H2(words("page.import.sheets_heading")), html.Ul([html.Li(line) for line in lines])]


def _changes(found: Check, words: Words) -> list[Any]:
    heading = html.H2(words("page.import.changes_heading"))
    if not found.changes:
        return [heading, html.P(words("page.import.nothing_readable"))]
    caption = words("page.import.counts")
    return [heading, *record_changes(found.changes, words, caption=caption)]


def _form(found: Check, options: Options, typed: Entered, words: Words, address: Address) -> html.Form:
    """One form around questions, changes and taking over, so that no answer is lost on the way."""
    parts = [
        Input(type="hidden", name="based_on", value=typed.text("based_on", str(found.based_on))),
        *_conflicts(found, typed, words, address),
        *_questions(found, words),
        *options_fields(options, words),
        *_changes(found, words),
        *_take_over(found, typed, words),
    ]
    busy: dict[str, Any] = {"data-busy": words("page.import.working")}
    return form(parts, action=address.href, token=form_token(), style={"maxInlineSize": "none"}, **busy)


def _conflicts(found: Check, typed: Entered, words: Words, address: Address) -> list[Any]:
    """What others changed since the check was seen whose taking over was refused."""
    seen = typed.text("based_on")
    if not typed.is_refused or not seen.isdecimal():
        return []
    shown = conflicting(current_visit(), address.slug or "", found, int(seen))
    return conflict_choices(shown, found.based_on, typed, words)


def _questions(found: Check, words: Words) -> list[Any]:
    parts: list[Any] = []
    if found.questions:
        parts += [
            html.H2(words("page.import.questions_heading"), id="fragen"),
            html.P(words("page.import.questions_intro")),
            *question_fields([(each, None) for each in found.questions], words),
        ]
    if found.answered:
        summary = words("page.import.answered_heading", n=len(found.answered))
        parts.append(html.Details([html.Summary(summary), *question_fields(found.answered, words)]))
    return [html.Div(parts, className="form")] if parts else []


def _take_over(found: Check, typed: Entered, words: Words) -> list[Any]:
    """„Übernehmen“ where nothing stands against it, else the reason why not."""
    heading, why_not = html.H2(words("page.import.take_over")), _why_not(found, words)
    if why_not:
        return [heading, notice(html.P(why_not, id="why-not"), tone="fair"), html.P(_disabled(words))]
    note = Input(type="text", name="note", id="note", value=typed.text("note"), maxLength="500")
    take = button(words("page.import.take_over"), name="act", value="take_over")
    return [heading, html.Div([field(words("page.import.note"), note, words=words), take], className="form")]


def _discard(words: Words, address: Address) -> list[Any]:
    """A form of its own, so that nothing on the page above must be filled in for it."""
    parts = [
        html.P(words("page.import.discard_hint"), className="hint"),
        button(words("page.import.discard"), kind="secondary", name="act", value="discard"),
    ]
    heading = html.H2(words("page.import.discard_heading"))
    return [heading, form(parts, action=address.path, token=form_token())]


def _disabled(words: Words) -> html.Button:
    described = {"aria-describedby": "why-not"}
    text = words("page.import.take_over")
    return html.Button(text, type="button", disabled=True, className="button button-primary", **described)


def _why_not(found: Check, words: Words) -> str:
    if any(each.severity is Severity.ERROR for each in found.findings):
        return words("page.import.blocked")
    if found.open_questions:
        return words("page.import.answer_first")
    return words("page.import.changes_none") if found.changes_nothing else ""


register_pages(
    __name__, MunicipalityPage("/daten/pruefung/<batch>", "page.import.title", layout, audience="manager")
)
