"""Cells as their spreadsheet shows them: numbers without grouping, percentages, dates, error values."""

from __future__ import annotations

from monitoring.services.kept_sheets import ERROR, FORMULA_WITHOUT_VALUE, Cell
from monitoring.texts.own_values import own_value
from monitoring.texts.words import Words

PERCENT_DECIMALS = 2
"""A percentage is seldom shown with more."""
LONGEST = 120
"""Characters of a cell that are shown; the file has the rest."""


def cell_text(cell: Cell, words: Words) -> str:
    """What a reader of the file sees in a cell, cut where it is long.

    >>> from monitoring.texts.words import words
    >>> german = words("de")
    >>> cell_text(Cell(1234.5, 1, 1), german), cell_text(Cell(0.583333, 1, 1, "0 %"), german)
    ('1234,5', '58,33 %')
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
    if cell.is_percent and isinstance(value, int | float) and not isinstance(value, bool):
        return f"{own_value(round(value * 100, PERCENT_DECIMALS), words)} %"
    return own_value(value, words)
