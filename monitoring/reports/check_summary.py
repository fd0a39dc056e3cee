"""The summary sheet of a marked workbook: what was found, where, what to do, and what could not be kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from monitoring.domain.finding import Finding, Severity, worst_first
from monitoring.domain.question import Question
from monitoring.reports.cell_marks import QUESTION, is_cell, question_text
from monitoring.spreadsheets.marking.marked_sheets import Aside
from monitoring.spreadsheets.marking.plain_workbook import free_name
from monitoring.spreadsheets.marking.request import COLOURS, SIGN, Summary, SummaryCell
from monitoring.texts.findings import finding_sentence
from monitoring.texts.own_values import own_value
from monitoring.texts.words import Words

Row = list[SummaryCell]
WIDTHS = [14, 26, 10, 30, 100]
LONGEST_LINE = 150
"""Characters of a line above the table: about as wide as all its columns."""
MOST_LINES = 5_000
"""So many findings are listed; the page shows no more either."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One file after its check; `sheets` are the names in it, `replaces` the summary of an earlier check."""

    name: str
    findings: Sequence[Finding]
    questions: Sequence[Question]
    at: datetime
    sheets: Sequence[str]
    replaces: str | None = None


def summary(checked: Checked, asides: Iterable[str], words: Words) -> Summary:
    """The summary sheet; `asides` say what could not be kept as far as it is known beforehand."""
    table = [*_findings(checked.findings, words), *_questions(checked.questions, words)]
    more = len(table) - MOST_LINES
    said = [*asides, *([words.plural("marked.more", more)] if more > 0 else [])]
    lines = [[_line(part)] for text in said for part in wrap(text, LONGEST_LINE)]
    head = [*_head(checked, words), [], *_legend(words), [], *lines]
    headings = [
        SummaryCell(words(f"marked.column.{name}"), "heading")
        for name in ("severity", "sheet", "cell", "value", "message")
    ]
    name = free_name(words("marked.title"), checked.sheets)
    sentences = {each.value: words(f"marked.aside.{each.value}") for each in Aside}
    rows = [*head, [], headings, *table[:MOST_LINES]]
    return Summary(name, rows, WIDTHS, len(head), sentences, checked.replaces)


def _head(checked: Checked, words: Words) -> list[Row]:
    number = {each: sum(finding.severity is each for finding in checked.findings) for each in Severity}
    counts = [words.plural(f"marked.count.{each.value}", n) for each, n in number.items()]
    counts.append(words.plural("marked.count.question", len(checked.questions)))
    return [
        [SummaryCell(SIGN, "small")],
        [SummaryCell(words("marked.title"), "title")],
        [_line(words("marked.file", file=checked.name, at=words.datetime(checked.at)))],
        [_line(", ".join(counts))],
        [_line(words("marked.what_next"))],
    ]


def _legend(words: Words) -> Iterator[Row]:
    for severity in COLOURS:
        yield [SummaryCell(_severity(severity, words), severity), _line(words(f"marked.meaning.{severity}"))]


def _findings(findings: Iterable[Finding], words: Words) -> Iterator[Row]:
    for finding in worst_first(findings):
        message, value = finding_sentence(finding, words), own_value(finding.value, words) or None
        yield _row(finding.severity.value, finding.sheet, finding.cell, value, message, words)


def _questions(questions: Iterable[Question], words: Words) -> Iterator[Row]:
    for question in questions:
        cell = next(iter(question.cells), None)
        yield _row(QUESTION, question.sheet, cell, None, question_text(question, words), words)


def _row(
    severity: str, sheet: str | None, cell: str | None, value: str | None, message: str, words: Words
) -> Row:
    leads = (sheet, cell) if sheet and cell and is_cell(cell) else None
    return [
        SummaryCell(_severity(severity, words), severity),
        SummaryCell(sheet),
        SummaryCell(cell, "link" if leads else "text", leads),
        SummaryCell(value),
        SummaryCell(message),
    ]


def _severity(severity: str, words: Words) -> str:
    return words("marked.question") if severity == QUESTION else words.label(Severity(severity))


def _line(text: str) -> SummaryCell:
    return SummaryCell(text, "line")
