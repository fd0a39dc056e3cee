"""Plain rows: rows in which every cell is plain become drafts without being walked cell by cell."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from monitoring.domain.draft import Draft
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.record import required_fields
from monitoring.domain.record_rules import RecordRules
from monitoring.domain.row_origins import RowLayout, RowOrigins
from monitoring.spreadsheets.addresses import column_letters
from monitoring.spreadsheets.coherence import placeholders
from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.example import is_marked
from monitoring.spreadsheets.plain_cells import MATCHED, Meanings, PlainColumn
from monitoring.spreadsheets.plain_formats import FormattedColumn, formats_by_column
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import ODD, HeadedColumn
from monitoring.spreadsheets.row_rules import LEAVE_PLAIN_ROWS, RULES
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.workbook import Sheet, Value

Cells = Sequence[Value]
BLOCK = 2_000
"""So many rows are read at a time."""
FEWEST_FILLED = 2
"""A row with a single filled cell may be a heading or a source line."""
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
        self._kind, self._name = self._format.kind, self._sheet.name
        self._marker = recognised.marker_column
        about = (self._format.record_type, self._name, remarks, given_unit)
        formats = formats_by_column(self._sheet.number_formats)
        self._columns = [
            FormattedColumn(PlainColumn(each, *about), formats.get(each.number, {})) for each in columns
        ]
        self._record = _RecordOfRow(self._format, [each.column.field for each in columns])
        self._layout = RowLayout(self._name, {each.column.field: _place(each) for each in columns})
        self._marked = _rows_with_marks(self._sheet).union(apart)
        self._are_possible = (
            may_be_plain(self._format) and len(columns) >= FEWEST_FILLED and self._record.is_possible
        )

    def blocks(self, numbers: range) -> Iterator[tuple[range, list[Draft | None]]]:
        """Row after row its draft, many at a time; None where it is not plain."""
        for first in range(numbers.start, numbers.stop, BLOCK):
            block = range(first, min(first + BLOCK, numbers.stop))
            yield block, self._drafts(block) if self._are_possible else [None] * len(block)

    def _drafts(self, numbers: range) -> list[Draft | None]:
        rows = self._sheet.rows[numbers.start - 1 : numbers.stop - 1]
        by_column: list[Cells] = list(zip(*rows, strict=True))
        cells = [by_column[each.headed.number - 1] for each in self._columns]
        pairs = zip(self._columns, cells, strict=True)
        found = [column.meanings(of_column, numbers) for column, of_column in pairs]
        apart = self._special(by_column, cells).union(*map(_odd, found))
        apart.update(number - numbers.start for number in self._marked.intersection(numbers))
        given = self._record.given([each.values for each in found])
        apart |= self._record.rules.broken(given, but=apart)
        drafts: list[Draft | None] = list(map(self._draft, numbers, rows, given))
        for at in apart:
            drafts[at] = None
        return drafts

    def _special(self, by_column: Sequence[Cells], cells: Sequence[Cells]) -> set[int]:
        """Where a row may be no record at all: the example, a comment, a sum below a list of measures."""
        special = _hardly_filled(cells)
        if self._marker is not None:
            special.update(at for at, cell in enumerate(by_column[self._marker - 1]) if is_marked(cell))
        if self._format.kind == "measures":
            firsts = functools.reduce(_filled_with, cells)
            sums = {cell for cell in set(firsts) if cell is not None and is_sum_word(str(cell))}
            special.update(at for at, cell in enumerate(firsts) if sums and cell in sums)
        return special

    def _draft(self, number: int, row: tuple[Value, ...], given: dict[str, Any]) -> Draft:
        origins = RowOrigins(self._layout, number, row)
        checked = given if self._record.is_whole else None
        # Names of arguments would take a tenth of the time.
        return Draft(self._kind, given, origins, self._name, number, None, None, None, None, checked)


def _odd(meanings: Meanings) -> Iterable[int]:
    return [at for at, value in enumerate(meanings.values) if value is ODD] if meanings.has_odd else ()


def _hardly_filled(cells: Sequence[Cells]) -> set[int]:
    """Where fewer cells than `FEWEST_FILLED` are filled."""
    if sum(None not in column for column in cells) >= FEWEST_FILLED:
        return set()
    rows = enumerate(zip(*cells, strict=True))
    return {at for at, row in rows if len(row) - row.count(None) < FEWEST_FILLED}


def _filled_with(first: Cells, then: Cells) -> Cells:
    """Of two columns the cells of the first, where there are none those of the second."""
    if None not in first:
        return first
    return [other if cell is None else cell for cell, other in zip(first, then, strict=True)]


class _RecordOfRow:
    """The record that a row is by itself, before matching and merging."""

    def __init__(self, sheet_format: SheetFormat, fields: Sequence[str]) -> None:
        record_type = sheet_format.record_type
        stand_in = placeholders(record_type)
        self._fields = [name for name in fields if name != "row_type"]
        self._at = [fields.index(name) for name in self._fields]
        self._names = [reference_field(sheet_format.kind, part) for part in PARTS]
        self.rules = RecordRules(record_type, stand_in)
        self.is_whole = stand_in.keys() - MATCHED <= set(fields)
        self.is_possible = required_fields(record_type) <= {*fields, *stand_in}

    def given(self, by_column: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
        """What each row gives; empty names of the measure and its programme are left out."""
        columns = [by_column[at] for at in self._at]
        rows = list(map(dict, map(zip, itertools.repeat(self._fields), zip(*columns, strict=True))))
        empty = [
            name
            for name, values in zip(self._fields, columns, strict=True)
            if name in self._names and None in values
        ]
        for name in empty:
            for row in rows:
                if row[name] is None:
                    del row[name]
        return rows


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
    """Rows in which a cell has no value, or shows that of another."""
    marked = {row for row, _ in sheet.problems}
    return frozenset(marked.union(*(range(top, bottom + 1) for top, _, bottom, _ in sheet.merged)))
