"""A sheet as cells of four kinds: blank, text, number and „missing“; merged ranges share their label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import IntEnum
from functools import cached_property, lru_cache

from monitoring.spreadsheets.crosstabs.sense import NOTHING, Sense, sense_of, year_of
from monitoring.spreadsheets.missing_words import absence
from monitoring.spreadsheets.numbers import Number, NumberStyle, read_number
from monitoring.spreadsheets.units import unit
from monitoring.spreadsheets.workbook import Position, Sheet, Value

_DIGIT = re.compile(r"\d")
_PLAIN_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_YEAR_WITH_UNIT = re.compile(r"(?:19|20)\d\d(?:\s*\(|\s+in\s)")
_LONGEST_NUMBER = 40
# Cells; no label spans more, and following larger ranges would only cost time.
_LARGEST_LABEL = 20_000


class Kind(IntEnum):
    """What a cell looks like before it is known what it means."""

    BLANK = 0
    TEXT = 1
    NUMBER = 2
    MISSING = 3


@lru_cache(maxsize=16_384)
def _kind_of_text(text: str) -> Kind:
    if _PLAIN_NUMBER.fullmatch(text):
        return Kind.NUMBER
    if absence(text):
        return Kind.MISSING
    is_year = "[" in text or _YEAR_WITH_UNIT.match(text)
    if len(text) > _LONGEST_NUMBER or not _DIGIT.search(text) or unit(text) or is_year:
        return Kind.TEXT
    found = read_number(text, NumberStyle.GERMAN)
    is_number = isinstance(found, Number) and (not found.rest or found.unit is not None)
    return Kind.NUMBER if is_number else Kind.TEXT


def kind_of(value: Value) -> Kind:
    """The kind of a value; a year is a number here.

    >>> [kind_of(each).name for each in (None, " ", "1.234,5 t", "k. A.", "Strom", 0.5, "1000 t")]
    ['BLANK', 'BLANK', 'NUMBER', 'MISSING', 'TEXT', 'NUMBER', 'TEXT']
    """
    if value is None:
        return Kind.BLANK
    if isinstance(value, str):
        return _kind_of_text(value.strip()) if value and not value.isspace() else Kind.BLANK
    return Kind.TEXT if isinstance(value, bool | date) else Kind.NUMBER


class Grid:
    """A sheet by the kinds of its cells; rows and columns are counted from 1 as in the file."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._kinds = [[kind_of(value) for value in row] for row in sheet.rows]
        for (row, column), _ in sheet.problems.items():
            if row <= sheet.height and column <= sheet.width:
                self._kinds[row - 1][column - 1] = Kind.NUMBER

    @property
    def height(self) -> int:
        """The number of rows."""
        return self.sheet.height

    @property
    def width(self) -> int:
        """The number of columns."""
        return self.sheet.width

    def kind(self, row: int, column: int) -> Kind:
        """The kind of a cell."""
        return self._kinds[row - 1][column - 1]

    def filled(self, row: int, columns: Iterable[int]) -> list[int]:
        """The columns of a row in which something stands."""
        kinds = self._kinds[row - 1]
        return [column for column in columns if kinds[column - 1] is not Kind.BLANK]

    def of_kind(self, kind: Kind, row: int, columns: Iterable[int]) -> list[int]:
        """The columns of a row with cells of one kind."""
        kinds = self._kinds[row - 1]
        return [column for column in columns if kinds[column - 1] is kind]

    def of_kind_in_column(self, kind: Kind, column: int, rows: Iterable[int]) -> list[int]:
        """The rows of a column with cells of one kind."""
        return [row for row in rows if self._kinds[row - 1][column - 1] is kind]

    def counts(self, column: int, rows: Iterable[int]) -> tuple[int, int, int]:
        """How many cells of a column are text, number and missing."""
        kinds = [self._kinds[row - 1][column - 1] for row in rows]
        return kinds.count(Kind.TEXT), kinds.count(Kind.NUMBER), kinds.count(Kind.MISSING)

    def label(self, row: int, column: int) -> Value:
        """The value that a person sees as the label of a cell: in a merged range that of its first cell."""
        return self.sheet.value(*self.first_of_merged(row, column))

    def first_of_merged(self, row: int, column: int) -> Position:
        """The cell whose value shows in a cell: the first of its merged range, else the cell itself."""
        return self._merged.get((row, column), (row, column))

    def sense(self, row: int, column: int) -> Sense:
        """What the label of a cell says."""
        value = self.label(row, column)
        return NOTHING if kind_of(value) is Kind.BLANK else sense_of(value)

    def year(self, row: int, column: int) -> int | None:
        """The year that the cell itself is."""
        return year_of(self.sheet.value(row, column))

    def is_merged(self, row: int, column: int) -> bool:
        """Whether a cell lies in a merged range."""
        return (row, column) in self._merged

    def has_merged_columns(self, row: int) -> bool:
        """Whether a row holds a range merged over several columns."""
        return row in self._rows_merged_across

    @cached_property
    def _rows_merged_across(self) -> frozenset[int]:
        return frozenset(first for first, left, _, right in self.sheet.merged if right > left)

    @cached_property
    def _merged(self) -> dict[Position, Position]:
        return dict(_merged_cells(self.sheet))


def _merged_cells(sheet: Sheet) -> Iterator[tuple[Position, Position]]:
    for first_row, first_column, last_row, last_column in sheet.merged:
        if (last_row - first_row + 1) * (last_column - first_column + 1) > _LARGEST_LABEL:
            continue
        for row in range(first_row, min(last_row, sheet.height) + 1):
            for column in range(first_column, min(last_column, sheet.width) + 1):
                yield (row, column), (first_row, first_column)
