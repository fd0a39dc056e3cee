"""Cells as their spreadsheet shows them: numbers without grouping, percentages, dates, error values."""

from __future__ import annotations

from datetime import date, datetime

from monitoring.services.kept_sheets import ERROR, FORMULA_WITHOUT_VALUE, Cell
from monitoring.texts.words import Words

MOST_DIGITS = 11
"""As many digits of a number a spreadsheet shows of its own accord."""
LONGEST = 120
"""Characters of a cell that are shown; the file has the rest."""


def cell_text(cell: Cell, words: Words) -> str:
    """What a reader of the file sees in a cell, cut where it is long.

    >>> from monitoring.texts.words import words
    >>> german = words("de")
    >>> cell_text(Cell(1234.5, 1, 1), german), cell_text(Cell(0.58, 1, 1, "0 %"), german)
    ('1234,5', '58 %')
    """
    text = _text(cell, words)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, which stands flush right."""
    return isinstance(cell.value, int | float) and not isinstance(cell.value, bool)


def _text(cell: Cell, words: Words) -> str:
    value = cell.value
    if cell.problem == FORMULA_WITHOUT_VALUE:
        return words("own_table.no_value")
    if cell.problem:
        return cell.problem.removeprefix(ERROR)
    if value is None:
        return ""
    if isinstance(value, bool):
        return words(f"own_table.{'true' if value else 'false'}")
    if isinstance(value, int | float):
        return f"{_number(value * 100, words)} %" if cell.is_percent else _number(value, words)
    if isinstance(value, datetime):
        return words.date(value.date())
    return words.date(value) if isinstance(value, date) else value


def _number(value: float, words: Words) -> str:
    plain = f"{value:.{MOST_DIGITS}g}" if isinstance(value, float) else str(value)
    return plain.replace(".", ",") if words.language == "de" else plain
