"""The columns of a sheet in types that `marshal` writes: empty is None, whole numbers are int, dates tuples.

Equal cells of a column become one object, which is written once. Runs in the child process: only the
standard library is imported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.limits import Limits, Unreadable, UnreadableCode

MOMENTS = frozenset((date, datetime))
CLOCKS = frozenset((time, timedelta))
# Whole numbers above this are no longer exact in a spreadsheet.
EXACT = 2**53
# So many rows may be headings; below them a column mostly holds values of one type.
HEADINGS = 20
# So many cells tell whether those of a column repeat.
SAMPLE = 1000


class _TooLong(Exception):
    """A text is longer than the limit."""


def plain_column(sheet: str, number: int, cells: Sequence[Any], limits: Limits) -> tuple[list[Any], bool]:
    """The cells of a column, and whether there are dates among them; raises Unreadable (cell_too_long)."""
    types, longest = set(map(type, cells)), limits.cell_characters
    try:
        return _plain(cells, types, longest), not MOMENTS.isdisjoint(types)
    except _TooLong as found:
        row = next(at for at, cell in enumerate(cells, 1) if isinstance(cell, str) and len(cell) > longest)
        address = cell_address(row, number)
        raise Unreadable(UnreadableCode.CELL_TOO_LONG, sheet=sheet, cell=address, limit=longest) from found


def _plain(cells: Sequence[Any], types: set[type], longest: int) -> list[Any]:
    # A number and a truth can be equal, a number and a text cannot.
    if len(types - {str}) < 2 and 2 * len(set(cells[:SAMPLE])) < len(cells[:SAMPLE]):
        return list(map(_Known(longest).__getitem__, cells))
    if types == {str} and max(map(len, cells)) <= longest:
        return [cell or None for cell in cells]
    below = cells[HEADINGS:]
    if float in types and set(map(type, below)) == {float} and all(map(isfinite, below)):
        return [*_one_by_one(cells[:HEADINGS], longest), *_numbers(below)]
    return _one_by_one(cells, longest)


class _Known(dict[Any, Any]):
    """What the cells of a column become, worked out for the first of equal ones."""

    def __init__(self, longest: int) -> None:
        super().__init__()
        self._longest = longest

    def __missing__(self, cell: Any) -> Any:
        self[cell] = _one_by_one([cell], self._longest)[0]
        return self[cell]


def _numbers(values: Sequence[float]) -> list[float | int]:
    if all(map(float.is_integer, values)) and min(values) > -EXACT and max(values) < EXACT:
        return list(map(int, values))
    if not any(map(float.is_integer, values)):
        return list(values)
    return [int(value) if value.is_integer() and -EXACT < value < EXACT else value for value in values]


def _one_by_one(cells: Iterable[Any], longest: int) -> list[Any]:
    return [
        value
        if type(value) is str and 0 < len(value) <= longest
        else (int(value) if value.is_integer() and -EXACT < value < EXACT else value)
        if type(value) is float and value - value == 0
        else None
        if value == ""
        else _other(value)
        for value in cells
    ]


def _other(value: Any) -> Any:
    if isinstance(value, str):
        raise _TooLong
    if isinstance(value, float):  # no spreadsheet program writes NaN or an infinite number
        return str(value)
    if isinstance(value, datetime):
        return (value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
    if isinstance(value, date):
        return (value.year, value.month, value.day)
    return str(value) if type(value) in CLOCKS else value
