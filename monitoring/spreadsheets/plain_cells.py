"""Plain cells: cells of which nothing is to be said but their value, read a column at a time.

Whatever needs a word, a question or a second look is `ODD` here, and its row is read cell by cell
(`sheet_rows`). What a cell means is decided in one place, `values.take`: it is tried once for each different
cell of a column, and holds for all equal ones. Only plain texts and numbers, which differ from row to row,
have a short way of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType
from typing import Any, Final, NamedTuple

from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.record import Record
from monitoring.spreadsheets.balance_rows import is_of_another_kind
from monitoring.spreadsheets.column import NUMERIC, Column, Reads
from monitoring.spreadsheets.fields import are_allowed, empty_value, fault
from monitoring.spreadsheets.quantities import plain_numbers, plain_quantities
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import ODD, HeadedColumn, Row, Task
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.values import plain_text, plain_texts, take
from monitoring.spreadsheets.workbook import Cell, Value

MOST_KNOWN: Final = 50_000
"""So many different cells of a column are remembered."""
MATCHED: Final = frozenset({"id", "programme", "measure"})
"""What matching fills in, so that a record may do without it until then."""
SAMPLE: Final = 100
"""So many cells tell whether texts repeat at all."""
OFTEN: Final = 50
"""Texts that are repeated so often are read as words are: once for each different one."""


class Meanings(NamedTuple):
    """What the cells of a column mean, and whether any of them is ODD."""

    values: list[Any]
    has_odd: bool


class PlainColumn:
    """One column, and what its cells were found to mean."""

    def __init__(
        self,
        headed: HeadedColumn,
        record_type: type[Record],
        sheet: str,
        remarks: Remarks,
        given_unit: Unit | None,
        number_format: str | None = None,
    ) -> None:
        self.headed, self._format = headed, number_format
        self._record_type = record_type
        self._sheet, self._remarks, self._given_unit = sheet, remarks, given_unit
        column = headed.column
        self._empty = _meaning_of_empty(column, record_type)
        self._known: dict[type, dict[Value, Any]] = {}
        is_numeric = column.reads in NUMERIC
        self._converted = plain_quantities(self._task(None, remarks.apart())) if is_numeric else None

    def shown_as(self, number_format: str) -> PlainColumn:
        """The same column where its cells have a number format that says something."""
        about = (self._record_type, self._sheet, self._remarks, self._given_unit)
        return PlainColumn(self.headed, *about, number_format)

    def meanings(self, cells: Sequence[Value]) -> Meanings:
        """The value of each cell, ODD where it is not plain."""
        if self._converted is not None:
            return self._numbers(cells)
        # What a number format does to a text is for the long way to say.
        is_text, first = self.headed.column.reads is Reads.TEXT and not self._format, cells[:SAMPLE]
        if is_text and 2 * len(set(first)) > len(first):
            return self._texts(cells)
        different = set(cells)
        if is_text and len(different) * OFTEN > len(cells):
            return self._texts(cells)
        types = set(map(type, cells)) - {NoneType}
        if len(types) > 1:
            return self._one_by_one(cells)
        return self._words(cells, different, types.pop() if types else NoneType)

    def _words(self, cells: Sequence[Value], different: set[Value], of_type: type) -> Meanings:
        """Cells of one type are looked up all at once, after each different one was tried."""
        known = self._known_of(of_type, len(different))
        for cell in different.difference(known):
            known[cell] = self._tried(cell)
        has_odd = any(known[cell] is ODD for cell in different)
        return Meanings(list(map(known.__getitem__, cells)), has_odd)

    def _texts(self, cells: Sequence[Value]) -> Meanings:
        filled = [cell for cell in cells if cell is not None] if None in cells else cells
        found = plain_texts(filled)
        if found is None:
            return self._checked(cells, [None if text is ODD else text for text in map(plain_text, cells)])
        return self._checked(cells, _spread(found, cells))

    def _numbers(self, cells: Sequence[Value]) -> Meanings:
        assert self._converted is not None
        # A number format says nothing about a number that is a text.
        only = [None if isinstance(cell, str) else cell for cell in cells] if self._format else cells
        numbers = plain_numbers(only)
        found = self._converted([number for number in numbers if number is not None])
        return self._checked(cells, [None] * len(cells) if found is None else _spread(found, numbers))

    def _checked(self, cells: Sequence[Value], short: list[Any]) -> Meanings:
        """What the short way gave, where its field can hold all of it; None is left to the long way."""
        found = [value for value in short if value is not None]
        if not are_allowed(self._record_type, self.headed.column.field, found):
            return self._one_by_one(cells)
        if len(found) == len(cells):
            return Meanings(short, False)
        return self._one_by_one(cells, short)

    def _one_by_one(self, cells: Sequence[Value], short: Sequence[Any] | None = None) -> Meanings:
        pairs = zip(cells, short or [None] * len(cells), strict=True)
        values = [self._meaning(cell) if value is None else value for cell, value in pairs]
        return Meanings(values, any(value is ODD for value in values))

    def _meaning(self, cell: Value) -> Any:
        known = self._known_of(type(cell), 1)
        if cell not in known:
            known[cell] = self._tried(cell)
        return known[cell]

    def _known_of(self, of_type: type, more: int) -> dict[Value, Any]:
        """What is known of cells of one type; equal cells of two types may mean different things."""
        known = self._known.setdefault(of_type, {None: self._empty})
        if len(known) + more > MOST_KNOWN:
            known.clear()
            known[None] = self._empty
        return known

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
        at = Cell(cell, 1, self.headed.number, self._format)
        return Task(at, self.headed, Row(self._sheet, 1), self._record_type, remarks, self._given_unit)


def _spread(found: list[Any], over: Sequence[Any]) -> list[Any]:
    """The values found, with None again where nothing was to be read."""
    if len(found) == len(over):
        return found
    rest = iter(found)
    return [None if each is None else next(rest) for each in over]


def _meaning_of_empty(column: Column, record_type: type[Record]) -> Any:
    """What an empty cell stores; ODD where nothing can be stored."""
    value, kind = empty_value(record_type, column.field), record_type.KIND
    if column.required:
        return ODD
    if column.field in MATCHED.intersection(reference_field(kind, part) for part in PARTS):
        return value
    return value if fault(record_type, column.field, value) is None else ODD
