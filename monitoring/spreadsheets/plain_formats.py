"""Plain columns whose cells have number formats: cells of one format are read together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from monitoring.spreadsheets.plain_cells import Meanings, PlainColumn
from monitoring.spreadsheets.row import ODD
from monitoring.spreadsheets.workbook import Position, Value

MOST_FORMATS: Final = 50
"""A column with more of them is not plain."""


class FormattedColumn:
    """One column with the number formats of its cells."""

    def __init__(self, column: PlainColumn, formats: Mapping[int, str]) -> None:
        """`formats` are those that say something, by the number of their row."""
        self.headed = column.headed
        self._formats = formats
        self._by_format: dict[str | None, PlainColumn] = {None: column}

    def meanings(self, cells: Sequence[Value], numbers: range) -> Meanings:
        """The value of each cell of the rows with these numbers, ODD where it is not plain."""
        if not self._formats:
            return self._by_format[None].meanings(cells)
        formats = list(map(self._formats.get, numbers))
        values: list[Any] = [ODD] * len(cells)
        has_odd = False
        for each in dict.fromkeys(formats):
            places = [at for at, other in enumerate(formats) if other == each]
            column = self._column(each)
            found = column.meanings([cells[at] for at in places]) if column else Meanings([], True)
            has_odd = has_odd or found.has_odd
            for at, value in zip(places, found.values, strict=False):
                values[at] = value
        return Meanings(values, has_odd)

    def _column(self, number_format: str | None) -> PlainColumn | None:
        known = self._by_format.get(number_format)
        if known is None and number_format and len(self._by_format) < MOST_FORMATS:
            known = self._by_format[number_format] = self._by_format[None].shown_as(number_format)
        return known


def formats_by_column(formats: Mapping[Position, str]) -> Mapping[int, Mapping[int, str]]:
    """The number formats of a sheet by the number of their column and that of their row.

    >>> formats_by_column({(5, 4): "0%", (6, 4): "0%"})
    {4: {5: '0%', 6: '0%'}}
    """
    found: dict[int, dict[int, str]] = {}
    for (row, column), each in formats.items():
        found.setdefault(column, {})[row] = each
    return found
