"""Whether the numbers of a table are German or English: from their series, else from the whole table."""

from __future__ import annotations

from functools import cached_property, partial

from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.chosen_meanings import label_path
from monitoring.spreadsheets.control_sums import style_by_sums
from monitoring.spreadsheets.crosstabs.raw_cells import numbers_by_quantity, totals_of_table
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.numbers import (
    ColumnStyle,
    Number,
    NumberStyle,
    column_style,
    read_number,
)
from monitoring.spreadsheets.quantities import STYLE_CHOICES
from monitoring.spreadsheets.remarks import Remarks, kept


class Styles:
    """The number style of each cell of a table that holds text."""

    def __init__(self, table: Table, delimiter: str | None, remarks: Remarks) -> None:
        self._table = table
        self._delimiter = delimiter
        self._remarks = remarks
        self._across = table.layout == "years_as_columns"
        self._known: dict[int, ColumnStyle] = {}

    def of(self, row: int, column: int) -> ColumnStyle:
        """The style of the series a cell belongs to; else that of the table, of its sums, or of an answer."""
        series = row if self._across else column
        if series not in self._known:
            self._known[series] = self._decided(series)
        return self._known[series]

    def whole(self, row: int, column: int) -> ColumnStyle:
        """The style of a number that counts people: the one that makes it whole, where only one does."""
        text = self._table.grid.sheet.value(row, column)
        fitting = [each for each in NumberStyle if isinstance(text, str) and _is_whole(text, each)]
        return ColumnStyle(fitting[0], False) if len(fitting) == 1 else self.of(row, column)

    def _decided(self, series: int) -> ColumnStyle:
        sheet = self._table.grid.sheet
        if self._across:
            values = [sheet.value(series, column) for column in self._table.heads]
        else:
            values = [sheet.value(row, series) for row in self._table.rows]
        own = column_style(values, self._delimiter)
        if not own.assumed:
            return own
        return self._settled if self._of_table.assumed else self._of_table

    @cached_property
    def _of_table(self) -> ColumnStyle:
        value = self._table.grid.sheet.value
        return column_style([value(row, column) for row, column in self._table.cells], self._delimiter)

    @cached_property
    def _settled(self) -> ColumnStyle:
        """Where no number of the table tells: what its sums say, else its user, asked once."""
        by_sums = style_by_sums(partial(numbers_by_quantity, self._table))
        sheet, (row, column) = self._table.grid.sheet, self._first_ambiguous()
        said = (sheet.name, cell_address(row, column), sheet.value(row, column))
        if by_sums:
            line = self._table.heads[column].name or self._table.rows[row].name or sheet.name
            self._remarks.notice("number_style_by_sums", *said, heading=line, style=by_sums.value)
            return ColumnStyle(by_sums, False)
        # Named by what stays the same next year, when another line may be the first.
        heading = label_path(self._table.around.path) or sheet.name
        details = {"heading": heading, "example": kept(said[2]), **totals_of_table(self._table)}
        answer = self._remarks.ask(
            ("number", sheet.name, heading), "number_style", STYLE_CHOICES, *said[:2],
            vocabulary="number_style", default=NumberStyle.GERMAN.value, details=details,
        )  # fmt: skip
        return ColumnStyle(NumberStyle(answer or NumberStyle.GERMAN), False)

    def _first_ambiguous(self) -> tuple[int, int]:
        value = self._table.grid.sheet.value
        return next(at for at in self._table.cells if _is_ambiguous(value(*at)))


def _is_ambiguous(value: object) -> bool:
    return isinstance(value, str) and column_style([value]).assumed


def _is_whole(text: str, style: NumberStyle) -> bool:
    found = read_number(text, style)
    return isinstance(found, Number) and found.value is not None and found.value == int(found.value)
