"""What was understood: the user's own table, the meaning of its columns and rows, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from monitoring.components.form import button, field
from monitoring.components.import_address import FILE, QUESTIONS, SHEET
from monitoring.components.import_options import unit_field
from monitoring.components.meaning_control import folded_select, meaning_select
from monitoring.components.profile_match import profile_notices
from monitoring.components.sentence import lead
from monitoring.components.sheet_marks import Marks, cell_name, sheet_marks
from monitoring.components.sheet_table import Control, ShownSheet, Window, sheet_table
from monitoring.domain.question import AS_UNDERSTOOD
from monitoring.login import current_visit
from monitoring.pages._import_step import ImportStep
from monitoring.pages._import_window import pager, to_sheet, window_of
from monitoring.services.kept_sheets import KeptSheet, cell_position, kept_sheets
from monitoring.services.meanings import Line, header_control, kind_control, line_control
from monitoring.texts.words import Words

MOST_OPEN = 8
"""Longer lists of marks are folded away."""
NARROW = 4
"""More columns than this do not fit beside their meanings on a small screen."""


def understood_content(step: ImportStep) -> list[Any]:
    """The sheets to choose from, and one of them as its owner knows it."""
    words = step.words
    sheets = kept_sheets(current_visit(), step.address.slug or "", step.found)
    if not sheets:
        return [html.P(words("page.import.nothing_readable")), _upload_again(step)]
    chosen = _chosen(sheets, step)
    return [
        lead(words("page.import.understood_intro")),
        *profile_notices(step.found, words),
        _choice(sheets, chosen, step),
        html.H2(words("own_table.heading", sheet=chosen.sheet.name), id="blatt"),
        html.P(kind_sentence(chosen, words)),
        *_form(chosen, step),
    ]


def kind_sentence(kept: KeptSheet, words: Words) -> str:
    """What a sheet was taken for, and how many of its rows are records."""
    reading = kept.reading
    if not reading.kind:
        return words("page.import.sheet_ignored")
    return words.plural("page.import.sheet_recognised", reading.records, kind=words.kind(reading.kind))


def _upload_again(step: ImportStep) -> html.P:
    return html.P(html.A(step.words("page.import.upload_again"), href=step.address.to("/daten")))


def _chosen(sheets: Sequence[KeptSheet], step: ImportStep) -> KeptSheet:
    """The sheet that the address names, else the first that holds something known."""
    query = step.address.query
    named = [
        each
        for each in sheets
        if each.sheet.name == query.get(SHEET) and query.get(FILE) in (None, each.file)
    ]
    known = [each for each in sheets if each.reading.kind]
    return (named or known or list(sheets))[0]


def _choice(sheets: Sequence[KeptSheet], chosen: KeptSheet, step: ImportStep) -> html.Nav | None:
    """Links to all sheets, each with what it was taken for."""
    if len(sheets) < 2:
        return None
    several = len({each.file for each in sheets}) > 1
    items = []
    for each in sheets:
        here = {"aria-current": "true"} if each is chosen else {}
        name = f"{each.file} · {each.sheet.name}" if several else each.sheet.name
        kind = step.words.kind(each.reading.kind) if each.reading.kind else step.words("own_table.unknown")
        link = html.A(
            [html.Span(name, className="sheet-name"), html.Span(kind, className="sheet-reason")],
            href=to_sheet(each, step) + "#blatt",
            **here,
        )
        items.append(html.Li(link))
    spoken = {"aria-label": step.words("page.import.sheets_heading")}
    return html.Nav(html.Ul(items, className="sheet-choice"), **spoken)


def _form(kept: KeptSheet, step: ImportStep) -> list[Any]:
    words, window = step.words, window_of(kept, step)
    blocks = kept.reading.understanding.blocks if kept.reading.understanding else ()
    marks = sheet_marks(step.found.findings, step.found.questions, kept.file, kept.sheet.name, words)
    control = _control(kept, step)
    shown = ShownSheet(kept.sheet, kept.reading.kind or "", blocks, marks, step.to(QUESTIONS), control)
    is_wide = len(window.columns) > NARROW
    table = [
        html.P(words("own_table.scroll_hint"), className="hint") if is_wide else None,
        sheet_table(shown, window, words),
        pager(kept, window, step),
    ]
    notes = _notes(marks, window, kept, step)
    if step.found.revision:
        return [*table, notes]
    return [step.form([*table, _of_sheet(kept, step), _buttons(words)]), notes]


def _control(kept: KeptSheet, step: ImportStep) -> Control:
    """The control of each row and column; none once the file was taken over."""

    def control(line: Line, meaning: str, spoken: str) -> Any:
        found = None if step.found.revision else line_control(step.found, kept.reading, line)
        if found is None:
            return None
        understood = meaning or step.words("own_table.not_read")
        select = meaning_select(found, kept.reading.kind, step.words, spoken=spoken, understood=understood)
        return folded_select(select, spoken, step.words, is_open=found.current != AS_UNDERSTOOD)

    return control


def _of_sheet(kept: KeptSheet, step: ImportStep) -> html.Details:
    """What the whole sheet holds, where its headings are, and in which unit its numbers."""
    words, found, reading = step.words, step.found, kept.reading
    kind = words.kind(reading.kind) if reading.kind else words("own_table.unknown")
    pairs = [
        ("own_table.kind", meaning_select(kind_control(found, reading), None, words, understood=kind)),
        (
            "own_table.header_row",
            meaning_select(header_control(found, reading, kept.sheet.height), None, words),
        ),
    ]
    fields = [field(words(key), select, words=words) for key, select in pairs]
    return html.Details(
        [html.Summary(words("page.import.recognition")), *fields, unit_field(step.options, words)],
        open=reading.kind is None,
    )


def _buttons(words: Words) -> html.Div:
    return html.Div(
        [
            button(words("page.import.go_on"), name="act", value="go_on"),
            button(words("page.import.read_again"), kind="secondary", name="act", value="check"),
        ],
        className="button-row",
    )


def _notes(marks: Marks, window: Window, kept: KeptSheet, step: ImportStep) -> html.Details | None:
    """The marks of the shown cells in words, beneath the table."""
    seen: dict[str, Any] = {}
    for cell, found in marks.items():
        row, column = cell_position(cell)
        if row in window.rows and column in window.columns:
            for each in found:
                seen.setdefault(each.name, (cell, each))
    if not seen:
        return None
    items = [
        html.Li(
            [
                html.A(mark.title, href=f"{step.to(QUESTIONS)}#{mark.name}"),
                " · ",
                html.A(cell, href=f"#{cell_name(kept.sheet.name, cell)}"),
                f": {mark.sentence}",
            ]
        )
        for cell, mark in seen.values()
    ]
    listed, heading = (
        html.Ul(items, className="lines"),
        step.words("own_table.marks", n=step.words.number(len(items))),
    )
    return html.Details([html.Summary(heading), listed], open=len(items) <= MOST_OPEN)
