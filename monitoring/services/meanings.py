"""What can be changed about what was understood: for each sheet, column and row the key of the answer and
the choices. A changed meaning is an answer like any other (`Options.answers`).
"""

from __future__ import annotations

from monitoring.services.checking import Check
from monitoring.spreadsheets import meaning_controls
from monitoring.spreadsheets.explanation import Line, Understanding, UnderstoodBlock
from monitoring.spreadsheets.meaning_controls import MeaningControl
from monitoring.spreadsheets.understanding import SheetReading

__all__ = [
    "Line",
    "MeaningControl",
    "SheetReading",
    "Understanding",
    "UnderstoodBlock",
    "header_control",
    "kind_control",
    "line_control",
]  # fmt: skip


def line_control(found: Check, sheet: SheetReading, line: Line) -> MeaningControl | None:
    """What can be chosen for a column, a row or the whole of a table (`UnderstoodBlock.around`).

    None where nothing can: a column of labels, a table of which nothing was understood.
    """
    if sheet.understanding is None:
        return None
    return meaning_controls.line_control(sheet.understanding, line, found.given)


def kind_control(found: Check, sheet: SheetReading) -> MeaningControl:
    """What a sheet can be said to hold; for sheets that were not understood, too."""
    return meaning_controls.kind_control(sheet.sheet, found.given)


def header_control(found: Check, sheet: SheetReading, height: int) -> MeaningControl:
    """Which row can be said to hold the headings of a sheet of so many rows."""
    return meaning_controls.header_control(sheet.sheet, height, found.given)
