"""Plain cells: cells of which nothing is to be said but their value, read a column at a time.

Whatever needs a word, a question or a second look is `ODD` here, and its row is read cell by cell
(`sheet_rows`). What a cell means is decided in one place, `values.take`: it is tried once for each different
cell of a column, and holds for all equal ones. Only plain texts and numbers, which differ from row to row,
have a short way of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from monitoring.domain.record import Record
from monitoring.spreadsheets.balance_rows import is_of_another_kind
from monitoring.spreadsheets.column import NUMERIC, Reads
from monitoring.spreadsheets.fields import empty_value, is_allowed
from monitoring.spreadsheets.quantities import plain_quantity
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import ODD, HeadedColumn, Row, Task
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.values import plain_text, take
from monitoring.spreadsheets.workbook import Cell, Value

Short = Callable[[Value], Any]
"""The value of a plain cell; ODD where only the long way can tell."""
MOST_KNOWN: Final = 50_000
"""So many different cells of a column are remembered."""


class PlainColumn:
    """One column, and what its cells were found to mean."""

    def __init__(
        self,
        headed: HeadedColumn,
        record_type: type[Record],
        sheet: str,
        remarks: Remarks,
        given_unit: Unit | None,
    ) -> None:
        self.headed = headed
        self._record_type = record_type
        self._sheet, self._remarks, self._given_unit = sheet, remarks, given_unit
        column = headed.column
        self._empty = ODD if column.required else empty_value(record_type, column.field)
        self._known: dict[tuple[type, Value], Any] = {}
        self._short = self._short_way()

    def values(self, cells: Sequence[Value]) -> list[Any]:
        """The value of each cell, ODD where it is not plain."""
        short, meaning, empty = self._short, self._meaning, self._empty
        if short is None:
            return [empty if cell is None else meaning(cell) for cell in cells]
        found = [empty if cell is None else short(cell) for cell in cells]
        if not is_allowed(self._record_type, self.headed.column.field, found, but=ODD):
            return [empty if cell is None else meaning(cell) for cell in cells]
        return [
            meaning(cell) if value is ODD and cell is not None else value
            for value, cell in zip(found, cells, strict=True)
        ]

    def _short_way(self) -> Short | None:
        """Texts and numbers; the words of a vocabulary, years and dates repeat."""
        if self.headed.column.reads is Reads.TEXT:
            return plain_text
        return plain_quantity(self._task(None, self._remarks.apart())) if self._is_numeric else None

    @property
    def _is_numeric(self) -> bool:
        return self.headed.column.reads in NUMERIC

    def _meaning(self, cell: Value) -> Any:
        key = (type(cell), cell)
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._tried(cell)
        return self._known[key]

    def _tried(self, cell: Value) -> Any:
        """What the long way makes of a cell, where it has nothing else to say."""
        if isinstance(cell, str) and not cell.strip():
            return ODD
        task = self._task(cell, self._remarks.apart())
        take(task)
        field = self.headed.column.field
        value = task.row.values.get(field, ODD)
        if not task.remarks.is_silent or not task.row.says_only(field):
            return ODD
        return ODD if is_of_another_kind(field, cell, value) else value

    def _task(self, cell: Value, remarks: Remarks) -> Task:
        at = Cell(cell, 1, self.headed.number)
        return Task(at, self.headed, Row(self._sheet, 1), self._record_type, remarks, self._given_unit)
