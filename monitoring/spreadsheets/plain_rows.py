"""Plain rows: rows in which every cell is plain become drafts without being walked cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from monitoring.domain.draft import Draft
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.row_origins import RowLayout, RowOrigins
from monitoring.spreadsheets.addresses import column_letters
from monitoring.spreadsheets.coherence import placeholders
from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.example import is_marked
from monitoring.spreadsheets.fields import has_field
from monitoring.spreadsheets.plain_cells import PlainColumn
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import ODD, HeadedColumn
from monitoring.spreadsheets.row_rules import LEAVE_PLAIN_ROWS, RULES
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.workbook import Sheet, Value

BLOCK = 2_000
"""So many rows are read at a time."""
FEWEST_FILLED = 2
"""A row with a single filled cell may be a heading or a source line."""
MATCHED = frozenset({"id", "programme", "measure"})
"""What matching fills in, so that a record may do without it until then."""
SUM_WORDS = frozenset({"gesamt", "insgesamt", "zusammen", "sum", "total"})
_SUM = re.compile(r"(?:zwischen|teil|gesamt)?summen?\b.*|(?:sub)?total\b.*", re.IGNORECASE)


class PlainRows:
    """The plain rows of one sheet. All others are left to `SheetReader`, and so is every doubt.

    Rows `apart` are never plain: something beside their own cells speaks of them.
    """

    def __init__(
        self,
        recognised: Recognised,
        columns: Sequence[HeadedColumn],
        remarks: Remarks,
        given_unit: Unit | None,
        apart: Iterable[int],
    ) -> None:
        self._sheet, self._format = recognised.sheet, recognised.format
        self._marker = recognised.marker_column
        record_type, name = self._format.record_type, self._sheet.name
        self._columns = [PlainColumn(each, record_type, name, remarks, given_unit) for each in columns]
        self._record = _RecordOfRow(self._format, [each.column.field for each in columns])
        self._layout = RowLayout(name, {each.column.field: _place(each) for each in columns})
        self._cells_of = itemgetter(*(each.number - 1 for each in columns)) if len(columns) > 1 else None
        self._marked = _rows_with_marks(self._sheet).union(apart)

    def drafts(self, numbers: range) -> Iterator[tuple[int, Draft | None]]:
        """Every row with its draft; None where it is not plain."""
        for first in range(numbers.start, numbers.stop, BLOCK):
            yield from self._block(range(first, min(first + BLOCK, numbers.stop)))

    def _block(self, numbers: range) -> Iterator[tuple[int, Draft | None]]:
        rows = self._sheet.rows[numbers.start - 1 : numbers.stop - 1]
        if self._cells_of is None or not may_be_plain(self._format):
            yield from ((number, None) for number in numbers)
            return
        columns = [each.values([row[each.headed.number - 1] for row in rows]) for each in self._columns]
        odd = {at for values in columns for at, value in enumerate(values) if value is ODD}
        for at, (row, values) in enumerate(zip(rows, zip(*columns, strict=True), strict=True)):
            number = numbers[at]
            is_odd = at in odd or number in self._marked or self._is_special(row)
            yield number, None if is_odd else self._draft(number, row, values)

    def _is_special(self, row: tuple[Value, ...]) -> bool:
        """Whether it may be no record at all: the example, a comment, a sum below a list of measures."""
        assert self._cells_of is not None
        cells = self._cells_of(row)
        if len(cells) - cells.count(None) < FEWEST_FILLED:
            return True
        if self._marker is not None and is_marked(row[self._marker - 1]):
            return True
        first = next(each for each in cells if each is not None)
        return self._format.kind == "measures" and is_sum_word(str(first))

    def _draft(self, number: int, row: tuple[Value, ...], values: tuple[Any, ...]) -> Draft | None:
        given = self._record.of(values)
        if given is None:
            return None
        place = (RowOrigins(self._layout, number, row), self._sheet.name, number)
        return Draft(self._format.kind, given, *place, checked=given if self._record.is_whole else None)


class _RecordOfRow:
    """The record that a row is by itself, before matching and merging."""

    def __init__(self, sheet_format: SheetFormat, fields: Sequence[str]) -> None:
        record_type = sheet_format.record_type
        self._fields = fields
        self._validator = record_type.__pydantic_validator__
        self._placeholders = placeholders(record_type)
        self._names = [reference_field(sheet_format.kind, part) for part in PARTS]
        self._names = [name for name in self._names if name in fields]
        self._foreign = [name for name in fields if not has_field(record_type, name)]
        self.is_whole = self._placeholders.keys() - MATCHED <= set(fields)

    def of(self, values: tuple[Any, ...]) -> dict[str, Any] | None:
        """What the row gives; None where it breaks a rule of the record."""
        given = dict(zip(self._fields, values, strict=True))
        for name in self._names:
            if given[name] is None:
                del given[name]
        given.pop("row_type", None)
        own = {**self._placeholders, **given}
        for name in self._foreign:
            own.pop(name, None)
        try:
            self._validator.validate_python(own)
        except ValidationError:
            return None
        return given


def may_be_plain(sheet_format: SheetFormat) -> bool:
    """Whether rows of a kind become drafts as they are, where all their cells are plain."""
    return sheet_format.kind not in RULES or sheet_format.kind in LEAVE_PLAIN_ROWS


def is_sum_word(text: str) -> bool:
    """Whether a text heads a sum.

    >>> is_sum_word("Summe:"), is_sum_word("Zwischensumme Energie"), is_sum_word("Gesamtkonzept")
    (True, True, False)
    """
    plain = text.strip(" :.")
    return plain.casefold() in SUM_WORDS or _SUM.fullmatch(plain) is not None


def _place(headed: HeadedColumn) -> tuple[int, str, str | None]:
    return headed.number - 1, column_letters(headed.number), headed.unit.text if headed.unit else None


def _rows_with_marks(sheet: Sheet) -> frozenset[int]:
    """Rows in which a cell is more than its value, or shows that of another."""
    marked = {row for row, _ in (*sheet.problems, *sheet.number_formats)}
    return frozenset(marked.union(*(range(top, bottom + 1) for top, _, bottom, _ in sheet.merged)))
