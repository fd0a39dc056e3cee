"""The user's own workbook, marked: faulty cells coloured and commented, a summary in front, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from monitoring.reports.cell_marks import marks
from monitoring.reports.check_summary import Checked, summary
from monitoring.services.marking import CheckedFile
from monitoring.spreadsheets.kept_workbooks import KEPT
from monitoring.spreadsheets.limits import Unreadable
from monitoring.spreadsheets.marking.earlier import is_summary
from monitoring.spreadsheets.marking.mark import mark
from monitoring.spreadsheets.marking.plain_workbook import plain_workbook
from monitoring.spreadsheets.marking.request import Request
from monitoring.spreadsheets.workbook import Workbook
from monitoring.texts.words import Words

EXCEL = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
"""The endings of files that stay what they are; all others come back as a new .xlsx."""


@dataclass(frozen=True, slots=True)
class MarkedWorkbook:
    """A file to take away."""

    name: str
    content: bytes


def marked_workbook(file: CheckedFile, words: Words) -> MarkedWorkbook:
    """The file with the findings and open questions about it.

    Raises Unreadable where the file cannot be read at all.
    """
    workbook = KEPT.read(file.name, file.content)
    checked = _checked(file, workbook)
    ending = PurePath(file.name).suffix.lower()
    if ending in EXCEL:
        content = _marked(file.content, checked, "marked.aside.kept", words)
        if content:
            return _named(file.name, ending, content, words)
    reason = "marked.aside.rewritten" if ending in EXCEL else "marked.aside.new"
    plain, names = plain_workbook(_without_summary(workbook))
    renamed = replace(
        checked,
        findings=[replace(each, sheet=names.get(each.sheet or "")) for each in checked.findings],
        questions=[replace(each, sheet=names.get(each.sheet or "")) for each in checked.questions],
        sheets=list(names.values()),
        replaces=None,
    )
    content = _marked(plain, renamed, reason, words)
    assert content
    return _named(file.name, ".xlsx", content, words)


def _checked(file: CheckedFile, workbook: Workbook) -> Checked:
    earlier = [sheet.name for sheet in workbook.sheets if is_summary(sheet)]
    return Checked(
        file.name,
        [each for each in file.check.findings if each.file in (None, file.name)],
        [each for each in file.check.questions if each.file in (None, file.name)],
        file.at,
        [sheet.name for sheet in workbook.sheets],
        earlier[0] if earlier else None,
    )


def _without_summary(workbook: Workbook) -> Workbook:
    return replace(workbook, sheets=tuple(each for each in workbook.sheets if not is_summary(each)))


def _marked(content: bytes, checked: Checked, reason: str, words: Words) -> bytes | None:
    """The marked file, None where its parts cannot be changed one by one."""
    cells, are_all_commented = marks(checked.findings, checked.questions, words)
    asides = [words(reason), *([] if are_all_commented else [words("marked.aside.comments")])]
    try:
        return mark(content, Request(cells, summary(checked, asides, words)))
    except Unreadable:
        return None


def _named(name: str, ending: str, content: bytes, words: Words) -> MarkedWorkbook:
    return MarkedWorkbook(words("marked.file_name", name=PurePath(name).stem) + ending, content)
