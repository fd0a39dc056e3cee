"""The numbers of whole rows held against each other, before anything else is known about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from monitoring.domain.totals import TOLERATED_SHARE
from monitoring.spreadsheets.crosstabs.grid import Grid
from monitoring.spreadsheets.numbers import Number, NumberStyle, read_cell


@dataclass(frozen=True, slots=True)
class RowNumbers:
    """The cells of a sheet below the headings in `columns`."""

    grid: Grid
    columns: Sequence[int]

    def add_up(self, total: int, parts: Sequence[int]) -> bool:
        """Whether rows add up to another in all columns, in German or in English numbers."""
        return self._holds(total, parts, lambda whole, summed: abs(whole - summed) <= _tolerated(whole))

    def exceed(self, whole: int, part: int) -> bool:
        """Whether a row is larger than another in all columns: it is no part of it."""
        return self._holds(whole, [part], lambda whole, part: part - whole > _tolerated(whole))

    def _holds(self, total: int, parts: Sequence[int], is_so: Callable[[float, float], bool]) -> bool:
        return any(self._in_style(total, parts, is_so, style) for style in NumberStyle)

    def _in_style(
        self, total: int, parts: Sequence[int], is_so: Callable[[float, float], bool], style: NumberStyle
    ) -> bool:
        kept = []
        for column in self.columns:
            whole = self._number(total, column, style)
            if whole:
                kept.append(is_so(whole, _sum(self._number(row, column, style) for row in parts)))
        return bool(kept) and all(kept)

    def _number(self, row: int, column: int, style: NumberStyle) -> float | None:
        found = read_cell(self.grid.sheet.cell(row, column), style)
        return found.value if isinstance(found, Number) else None


def _tolerated(whole: float) -> float:
    return TOLERATED_SHARE * abs(whole)


def _sum(numbers: Iterable[float | None]) -> float:
    return sum(each for each in numbers if each is not None)
