"""Lines of totals without a label of their own: whether they are those of the group above, or of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitoring.spreadsheets.crosstabs.grid import Grid, Kind
from monitoring.spreadsheets.crosstabs.row_numbers import RowNumbers
from monitoring.spreadsheets.crosstabs.sense import Sense

TOTAL = "total"
"""Stands for all words that say nothing but „total“, such as „Summe“ and „Gesamt“."""


@dataclass(frozen=True, slots=True)
class BlankTotals:
    """Looks over the rows of a table, in their order.

    `labels` are its columns of words, the outermost first, `keys` those and the columns of years and units.
    """

    grid: Grid
    rows: Sequence[int]
    labels: Sequence[int]
    keys: Sequence[int]
    numbers: RowNumbers

    def of_no_group(self) -> Mapping[int, frozenset[int]]:
        """By column the rows for which the label above does not hold, though their own is blank."""
        return {column: frozenset(self._of_no_group(column)) for column in self.labels}

    def _of_no_group(self, column: int) -> Iterator[int]:
        """Totals of lines of several labels, unless they add up the last one's, and totals of totals."""
        blank = [row for row in self.rows if self._is_blank(row, column)]
        totals = {row for row in blank if self._is_total(row, column)}
        runs = list(self._runs(column, totals))
        several = {row for row, run, _ in runs if run and self._is_of_several(row, run)}
        # Where no other line leaves its label to the line above, the total of a single line does not either.
        is_flat = bool(several) and totals == set(blank)
        is_outside = False
        for row, run, again in runs:
            if run:
                is_outside = row in several or (is_flat and len(run) == 1)
            elif again:
                is_outside = is_outside or column in self._blank_in(row)[-again:]
            if is_outside:
                yield row

    def _runs(self, column: int, totals: set[int]) -> Iterator[tuple[int, list[tuple[str, int]], int]]:
        """Each total, label and number of every row since the one before, and how often it was repeated."""
        run: list[tuple[str, int]] = []
        label, again, last = "", 0, None
        for row in self.rows:
            if not self._is_blank(row, column):
                label = str(self.grid.label(row, column))
            if row not in totals:
                run.append((label, row))
                last = None
                continue
            key = self._key(row)
            again = again + 1 if not run and key == last else 0
            yield row, run, again
            run, last = [], key

    def _is_of_several(self, total: int, run: Sequence[tuple[str, int]]) -> bool:
        """Whether the rows above a total have several labels, and it does not add up those of the last."""
        label = run[-1][0]
        parts = [row for each, row in run if each == label]
        return len(parts) < len(run) and not self.numbers.add_up(total, parts)

    def _is_blank(self, row: int, column: int) -> bool:
        return self.grid.kind(row, column) is Kind.BLANK and not self.grid.is_merged(row, column)

    def _blank_in(self, row: int) -> list[int]:
        return [each for each in self.labels if self._is_blank(row, each)]

    def _is_total(self, row: int, column: int) -> bool:
        return any(self.grid.sense(row, each).is_total for each in self.labels if each != column)

    def _key(self, row: int) -> tuple[str, ...]:
        said = [(self.grid.sense(row, each), str(self.grid.label(row, each))) for each in self.keys]
        return tuple(TOTAL if is_bare_total(sense) else label for sense, label in said)


def is_bare_total(said: Sense) -> bool:
    """Whether a label says „total“ and not of what."""
    return said.is_total and not (said.sector or said.carrier or said.measured or said.unit or said.unknown)
