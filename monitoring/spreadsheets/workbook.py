"""The workbook as it was read: sheets of values, and what the values alone do not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from monitoring.spreadsheets.addresses import cell_address, column_letters

Value = str | float | int | bool | date | datetime | None
"""What a cell can hold; empty is None, whole numbers are int, a time of day or a duration arrives as text."""

Position = tuple[int, int]
"""Row and column, both from 1."""

FORMULA_WITHOUT_VALUE = "formula_without_value"
ERROR = "error:"


class Notice(StrEnum):
    """What a person must be told about a file that was read."""

    MACROS_IGNORED = "macros_ignored"
    OLD_FORMAT_WITHOUT_MARKS = "old_format_without_marks"


def is_blank(value: object) -> bool:
    """Whether a cell holds nothing to read.

    >>> is_blank(None), is_blank(" "), is_blank(0)
    (True, True, False)
    """
    return value is None or (isinstance(value, str) and not value.strip())


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with its address; `problem` is "formula_without_value", or "error:#DIV/0!" and the like."""

    value: Value
    row: int
    column: int
    number_format: str | None = None
    problem: str | None = None

    @property
    def address(self) -> str:
        """The address as people see it, e.g. "D5"."""
        return cell_address(self.row, self.column)

    @property
    def is_percent(self) -> bool:
        """Whether the spreadsheet shows the number as a percentage: 0.58 is read as 58 %."""
        return "%" in (self.number_format or "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[0]` is row 1 of the file, also when it is empty; all rows are equally long.

    The sparse parts are keyed by (row, column), both from 1: `problems` (see `Cell`), `number_formats` (only
    those with a percent sign or a literal text such as a unit), `fills` (colours as #RRGGBB). `merged`
    holds (first row, first column, last row, last column). Only the first cell of a merged range has the
    value.
    """

    name: str
    rows: list[tuple[Value, ...]]
    hidden: bool = False
    problems: Mapping[Position, str] = field(default_factory=dict)
    number_formats: Mapping[Position, str] = field(default_factory=dict)
    fills: Mapping[Position, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    conditional: tuple[str, ...] = ()
    """Ranges whose colours depend on conditions, such as "D2:D90"; those colours are not read."""

    @property
    def height(self) -> int:
        """The number of rows up to the last filled one."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """The number of columns up to the last filled one."""
        return len(self.rows[0]) if self.rows else 0

    def value(self, row: int, column: int) -> Value:
        """The value at a position, None where nothing is; positions beyond the filled area are empty."""
        inside = 1 <= row <= self.height and 1 <= column <= self.width
        return self.rows[row - 1][column - 1] if inside else None

    def cell(self, row: int, column: int) -> Cell:
        """The value at a position with everything known about it."""
        at = (row, column)
        return Cell(self.value(row, column), row, column, self.number_formats.get(at), self.problems.get(at))

    def cells(self, row: int) -> Iterator[Cell]:
        """All cells of a row, empty ones included."""
        return (self.cell(row, column) for column in range(1, self.width + 1))

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether a reader of the file does not see this cell."""
        return self.hidden or row in self.hidden_rows or column in self.hidden_columns

    def column_name(self, column: int) -> str:
        """The letters of a column, e.g. "D"."""
        return column_letters(column)


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file as it was read.

    `delimiter` is set for text tables only: there every value is text, and in a file separated by commas no
    number can have a decimal comma.
    """

    name: str
    sheets: tuple[Sheet, ...]
    has_macros: bool = False
    delimiter: str | None = None
    notices: tuple[Notice, ...] = ()

    def sheet(self, name: str) -> Sheet:
        """The sheet of that name; KeyError where there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise KeyError(name)
