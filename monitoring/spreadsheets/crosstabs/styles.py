"""Whether the numbers of a table are German or English: from their series, else from the whole table."""

from __future__ import annotations

from functools import cached_property

from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.numbers import ColumnStyle, Number, NumberStyle, column_style, read_number


class Styles:
    """The number style of each cell of a table that holds text."""

    def __init__(self, table: Table, delimiter: str | None) -> None:
        self._table = table
        self._delimiter = delimiter
        self._across = table.layout == "years_as_columns"
        self._known: dict[int, ColumnStyle] = {}

    def of(self, row: int, column: int) -> ColumnStyle:
        """The style of the series a cell belongs to; assumed where neither it nor the table decides."""
        series = row if self._across else column
        if series not in self._known:
            self._known[series] = self._decided(series)
        return self._known[series]

    def whole(self, row: int, column: int) -> ColumnStyle:
        """The style of a number that counts people: the one that makes it whole, where only one does."""
        style = self.of(row, column)
        text = self._table.grid.sheet.value(row, column)
        if not style.assumed or not isinstance(text, str):
            return style
        fitting = [each for each in NumberStyle if _is_whole(text, each)]
        return ColumnStyle(fitting[0], False) if len(fitting) == 1 else style

    def _decided(self, series: int) -> ColumnStyle:
        sheet = self._table.grid.sheet
        if self._across:
            values = [sheet.value(series, column) for column in self._table.heads]
        else:
            values = [sheet.value(row, series) for row in self._table.rows]
        own = column_style(values, self._delimiter)
        return self._of_table if own.assumed and not self._of_table.assumed else own

    @cached_property
    def _of_table(self) -> ColumnStyle:
        value = self._table.grid.sheet.value
        return column_style([value(row, column) for row, column in self._table.cells], self._delimiter)


def _is_whole(text: str, style: NumberStyle) -> bool:
    found = read_number(text, style)
    return isinstance(found, Number) and found.value is not None and found.value == int(found.value)
