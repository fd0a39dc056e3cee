"""The table that stands beneath a chart: the same numbers, already written for the reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitoring.texts.words import Words


@dataclass(frozen=True)
class ChartTable:
    """Caption, column headings, and rows of texts; the first cell of a row is its heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def written(value: float | None, words: Words, digits: int = 0) -> str:
    """A number for a cell; a missing one is a word, not an empty cell."""
    return words("chart.no_value") if value is None else words.number(value, digits)


def fitting_digits(values: Sequence[float | None]) -> int:
    """How many decimal places a column needs: none from 100 up, one from 10 up, else two.

    >>> fitting_digits([263_000.4]), fitting_digits([14.2, None]), fitting_digits([3.14])
    (0, 1, 2)
    """
    largest = max((abs(value) for value in values if value is not None), default=0.0)
    return (
        0
        if largest >= 100 or all(v is None or float(v).is_integer() for v in values)
        else 1
        if largest >= 10
        else 2
    )
