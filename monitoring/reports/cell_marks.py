"""Which cells of a file are marked, and what their comments say: its findings and its open questions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from monitoring.domain.finding import Finding
from monitoring.domain.question import Question
from monitoring.spreadsheets.addresses import position
from monitoring.spreadsheets.marking.request import COLOURS, Mark
from monitoring.texts.findings import choice_label, finding_sentence, question_sentence
from monitoring.texts.words import Words

ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
QUESTION = "question"
MOST_COMMENTS = 5_000
"""More would make the workbook slow; further cells are coloured only."""
LONGEST_COMMENT = 2_000


class Note(NamedTuple):
    """What is said of one cell, and how bad it is."""

    sheet: str
    cell: str
    severity: str
    text: str


def marks(
    findings: Iterable[Finding], questions: Iterable[Question], words: Words
) -> tuple[dict[str, list[Mark]], bool]:
    """The cells to mark, by sheet, and whether every one of them has its comment."""
    said: dict[tuple[str, str], list[Note]] = defaultdict(list)
    for note in [*_of_findings(findings, words), *_of_questions(questions, words)]:
        said[note.sheet, note.cell].append(note)
    marked: dict[str, list[Mark]] = defaultdict(list)
    for number, ((sheet, cell), notes) in enumerate(said.items()):
        text = _joined(notes) if number < MOST_COMMENTS else None
        marked[sheet].append(Mark(*position(cell), min((each.severity for each in notes), key=_rank), text))
    return dict(marked), len(said) <= MOST_COMMENTS


def _of_findings(findings: Iterable[Finding], words: Words) -> Iterator[Note]:
    for finding in findings:
        text = f"{words.label(finding.severity)}: {finding_sentence(finding, words)}"
        for cell in dict.fromkeys([finding.cell, *finding.details.get("cells", ())]):
            if finding.sheet and is_cell(cell):
                yield Note(finding.sheet, str(cell), finding.severity.value, text)


def _of_questions(questions: Iterable[Question], words: Words) -> Iterator[Note]:
    for question in questions:
        text = f"{words('marked.question')}: {question_text(question, words)}"
        for cell in question.cells:
            if question.sheet and is_cell(cell):
                yield Note(question.sheet, cell, QUESTION, text)


def question_text(question: Question, words: Words) -> str:
    """A question with its choices; it is answered where the file is imported."""
    choices = "; ".join(choice_label(each, question, words).rstrip(".") for each in question.choices)
    return words("marked.question_text", question=question_sentence(question, words), choices=choices)


def is_cell(address: str | None) -> bool:
    """Whether an address is that of one cell."""
    return bool(address and ADDRESS.fullmatch(address))


def _rank(severity: str) -> int:
    return list(COLOURS).index(severity)


def _joined(notes: Iterable[Note]) -> str:
    text = "\n".join(dict.fromkeys(each.text for each in notes))
    return text if len(text) <= LONGEST_COMMENT else f"{text[:LONGEST_COMMENT]}…"
