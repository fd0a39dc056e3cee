"""What is to be marked in a workbook: cells with their comments, and the sheet that sums up the check.

Plain values that cross a pipe to the child process: only the standard library is imported.
"""

from __future__ import annotations

from typing import NamedTuple

SIGN = "Zielpfad-Check"
"""Stands in the first cell of the summary sheet, above our comments and in our colour rules: by it a marked
workbook is known again when it comes back, and all that is ours can be told from what is the town's."""

COLOURS = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "notice": "FFDDEBF7", "question": "FFE4DFEC"}
"""The colour of cells by what was found in them, worst first; black text is well readable on each."""


class Mark(NamedTuple):
    """One cell that is coloured; `text` becomes a comment, None where there are too many."""

    row: int
    column: int
    severity: str
    text: str | None


class SummaryCell(NamedTuple):
    """One cell of the summary sheet; `link` leads to a sheet and a cell."""

    value: str | int | None
    style: str = "text"
    link: tuple[str, str] | None = None


class Summary(NamedTuple):
    """The summary sheet; its rows, and where in them what could not be kept is said.

    `asides` are the sentences for what only shows while marking, by `Aside`. `replaces` is the name of the
    summary sheet of an earlier check.
    """

    name: str
    rows: list[list[SummaryCell]]
    widths: list[int]
    asides_at: int
    asides: dict[str, str]
    replaces: str | None = None


class Request(NamedTuple):
    """All that is to be marked; `marks` by the name of the sheet."""

    marks: dict[str, list[Mark]]
    summary: Summary


def request_from(plain: list[object]) -> Request:
    """The request from the lists that it became on its way through JSON."""
    marks, summary = plain
    assert isinstance(marks, dict)
    assert isinstance(summary, list)
    name, rows, *rest = summary
    cells = [[SummaryCell(*cell) for cell in row] for row in rows]
    return Request(
        {sheet: [Mark(*each) for each in some] for sheet, some in marks.items()}, Summary(name, cells, *rest)
    )
