"""Marks in the user's own table: which cells a finding or question is about, and how to get there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dash import html

from monitoring.domain.finding import Finding
from monitoring.domain.question import Question
from monitoring.texts.findings import finding_sentence, question_sentence
from monitoring.texts.words import Words

Marks = Mapping[str, list["Mark"]]
"""The marks of a sheet by cell, e.g. "C5"."""


@dataclass(frozen=True)
class Mark:
    """One finding or question at a cell: `name` is the id of its place on the page of findings."""

    name: str
    title: str
    short: str
    sentence: str
    tone: str


def finding_name(number: int) -> str:
    """The id of a finding on its page."""
    return f"befund-{number}"


def question_name(number: int) -> str:
    """The id of a question on its page."""
    return f"frage-{number}"


def cell_name(sheet: str, cell: str) -> str:
    """The id of a cell in the user's own table, and the part of an address that leads to it.

    >>> cell_name("Bilanz 2023", "C5")
    'Bilanz_2023!C5'
    """
    return f"{re.sub(r'[^0-9A-Za-zÀ-ž_-]', '_', sheet)}!{cell}"


def cells_of(finding: Finding) -> list[str]:
    """Every cell a finding is about."""
    cells = [finding.cell, *finding.details.get("cells", ())]
    return list(dict.fromkeys(each for each in cells if each))


def sheet_marks(
    findings: Iterable[Finding], questions: Iterable[Question], file: str, sheet: str, words: Words
) -> dict[str, list[Mark]]:
    """The marks of one sheet; findings and questions are numbered as they stand on their page."""
    found: dict[str, list[Mark]] = {}
    for number, question in enumerate(questions, 1):
        if question.sheet == sheet and question.file in (None, file):
            title = words("own_table.question", number=str(number))
            mark = Mark(
                question_name(number), title, f"?{number}", question_sentence(question, words), "info"
            )
            for cell in question.cells:
                found.setdefault(cell, []).append(mark)
    for number, finding in enumerate(findings, 1):
        if finding.sheet == sheet and finding.file in (None, file):
            title = words("own_table.finding", number=str(number), severity=words.label(finding.severity))
            mark = Mark(
                finding_name(number),
                title,
                str(number),
                finding_sentence(finding, words),
                finding.severity.value,
            )
            for cell in cells_of(finding):
                found.setdefault(cell, []).append(mark)
    return found


def mark_link(mark: Mark, href: str) -> html.A:
    """The number in a cell; its text is read aloud and shown on pointing."""
    spoken: dict[str, Any] = {"aria-label": f"{mark.title}: {mark.sentence}", "title": mark.sentence}
    return html.A(mark.short, href=f"{href}#{mark.name}", className=f"mark mark-{mark.tone}", **spoken)
