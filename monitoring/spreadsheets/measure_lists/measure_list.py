"""A list of measures while it is looked over: which rows are measures, and what else is said about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.explanation import Line
from monitoring.spreadsheets.headed_columns import units_below
from monitoring.spreadsheets.headings import own_label
from monitoring.spreadsheets.plain_rows import is_sum_word
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks, shown
from monitoring.spreadsheets.row import FurtherCell, HeadedColumn
from monitoring.spreadsheets.sheet_rows import merged_into
from monitoring.spreadsheets.workbook import Cell, Position, Sheet, Value, is_blank

FIRST_YEAR, LAST_YEAR = 1990, 2100


@dataclass(slots=True)
class MeasureList:
    """One list: its rows that are measures, the columns read as they stand, further cells by row."""

    recognised: Recognised
    remarks: Remarks
    today: date
    columns: dict[int, str] = field(init=False)
    _filled: dict[int, list[int]] = field(init=False)
    _texts: dict[int, list[str | None]] = field(default_factory=dict)
    """Asked for again and again: the filled columns of each row, the texts of each column."""
    further: dict[int, list[FurtherCell]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    rewritten: dict[Position, Value] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    used_columns: set[int] = field(default_factory=set)
    merged_into: dict[Position, int] = field(init=False)

    def __post_init__(self) -> None:
        self.columns = {at: column.field for at, column in self.recognised.columns.items()}
        self.merged_into = merged_into(self.sheet)
        for at, text in self.own_headings().items():
            if is_year(text):
                self.columns.pop(at, None)
        first = self.header_row + (2 if units_below(self.recognised) else 1)
        filled = {row: _filled(self.sheet.rows[row - 1]) for row in range(first, self.sheet.height + 1)}
        self._filled = {row: columns for row, columns in filled.items() if columns}

    @property
    def rows(self) -> list[int]:
        """The rows that are measures so far."""
        return [row for row in self._filled if row not in self.left_out]

    @property
    def sheet(self) -> Sheet:
        """The sheet as the file has it."""
        return self.recognised.sheet

    @property
    def header_row(self) -> int:
        """The row of the headings."""
        return self.recognised.header_row

    def filled(self, row: int) -> list[int]:
        """The columns in which a row holds anything, from 1."""
        known = self._filled.get(row)
        return _filled(self.sheet.rows[row - 1]) if known is None else known

    def column_of(self, field_name: str) -> int | None:
        """The column that fills a field, None where there is none."""
        return next((at for at, name in self.columns.items() if name == field_name), None)

    def text(self, row: int, field_name: str) -> str | None:
        """What a row says in the column of a field, None where it says nothing."""
        column = self.column_of(field_name)
        return self.text_at(row, column) if column else None

    def text_at(self, row: int, column: int) -> str | None:
        """The text of a cell, None where it is empty."""
        if column not in self._texts:
            self._texts[column] = [_text(values[column - 1]) for values in self.sheet.rows]
        return self._texts[column][self.merged_into.get((row, column), row) - 1]

    def has_texts(self, column: int) -> bool:
        """Whether any cell of a column says something."""
        return any(self.text_at(row, column) for row in self.rows)

    def headings(self) -> dict[int, str]:
        """The heading of every column that has one; years may stand as numbers."""
        values = enumerate(self.sheet.rows[self.header_row - 1], 1)
        return {at: " ".join(str(value).split()) for at, value in values if not is_blank(value)}

    def own_headings(self) -> dict[int, str]:
        """The headings without the labels of their groups."""
        values = self.sheet.rows[self.header_row - 1]
        return {at: " ".join(own_label(str(values[at - 1])).split()) for at in self.headings()}

    def open_headings(self) -> dict[int, str]:
        """The headings of the columns of which nobody said what they mean: only those a layout may take."""
        answered = self.recognised.answered
        return {at: text for at, text in self.own_headings().items() if at not in answered}

    def say(self, row: int, field_name: str, cell: Cell, heading: str | None = None) -> None:
        """Adds what a cell elsewhere says about the measure of a row."""
        column = self.recognised.format.column(field_name)
        headed = HeadedColumn(column, cell.column, heading or column.heading)
        self.further.setdefault(row, []).append((headed, cell))

    def says(self, field_name: str) -> bool:
        """Whether cells elsewhere already say a field of any measure."""
        return any(
            headed.column.field == field_name for cells in self.further.values() for headed, _ in cells
        )

    def leave_out(self, row: int, reason: str | None = None, meaning: str | None = None) -> None:
        """Takes a row for no measure: `reason` why it is not read, or what it says about other rows."""
        self.left_out.add(row)
        label = next((self.text_at(row, at) for at in self.filled(row)), None) or ""
        said = (("field", meaning),) if meaning else ()
        self.lines.append(Line(row, label, said, left_out=reason))

    def use_columns(self, columns: Iterable[int]) -> None:
        """Takes columns out of plain reading: a layout reads them as a whole."""
        for column in columns:
            self.columns.pop(column, None)
            self.used_columns.add(column)

    def arranged(self) -> Recognised:
        """The list with only the rows that are measures and the columns that are read as they stand."""
        nothing = (None,) * self.sheet.width
        rows = [nothing if at in self.left_out else row for at, row in enumerate(self.sheet.rows, 1)]
        for (row, column), value in self.rewritten.items():
            rows[row - 1] = (*rows[row - 1][: column - 1], value, *rows[row - 1][column:])
        kept = {at: column for at, column in self.recognised.columns.items() if at in self.columns}
        return replace(self.recognised, sheet=replace(self.sheet, rows=rows), columns=kept)

    def unknown(self) -> Mapping[int, str]:
        """The headings that mean nothing to us and to no layout."""
        years = {at: text for at, text in self.headings().items() if is_year(self.own_headings()[at])}
        unread = {at: text for at, text in years.items() if at in self.recognised.columns}
        every = dict(sorted((unread | self.recognised.unknown).items()))
        return {at: text for at, text in every.items() if at not in self.used_columns}

    def address(self, row: int, column: int) -> str:
        """The address of a cell."""
        return cell_address(row, column)


def _filled(values: Iterable[Value]) -> list[int]:
    pairs = enumerate(values, 1)
    return [
        at for at, value in pairs if value is not None and (value.strip() if isinstance(value, str) else True)
    ]


def _text(value: Value) -> str | None:
    return None if value is None else " ".join(str(value).split()) or None


def is_year(text: str) -> bool:
    """Whether a text is a calendar year.

    >>> is_year("2024"), is_year("M 2024")
    (True, False)
    """
    return len(text) == 4 and text.isascii() and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR


def is_sum(list_: MeasureList, row: int) -> bool:
    """Whether a row begins with „Summe“ or the like."""
    first = list_.filled(row)[0]
    return is_sum_word(shown(list_.sheet.value(row, first)) or "")
