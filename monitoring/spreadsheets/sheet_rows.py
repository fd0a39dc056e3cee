"""The rows of a recognised sheet: cells in, drafts out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from monitoring.domain.draft import Draft
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.watch import ImportStage, Watch, unwatched
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.balance_rows import inhabitants_columns, is_about_inhabitants
from monitoring.spreadsheets.coherence import is_coherent
from monitoring.spreadsheets.column import SheetFormat
from monitoring.spreadsheets.example import is_as_written, is_marked
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.headed_columns import headed_columns, units_below
from monitoring.spreadsheets.plain_rows import PlainRows, is_sum_word
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import FurtherCell, HeadedColumn, Outcome, Row, Task
from monitoring.spreadsheets.row_rules import RULES
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.values import leave_empty, take
from monitoring.spreadsheets.workbook import Position, Sheet, is_blank

NOTHING_FURTHER: Mapping[int, Sequence[FurtherCell]] = {}


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The drafts of a sheet, and how many of its rows are records or become one once a question is
    answered.
    """

    drafts: tuple[Draft, ...]
    records: int
    faulty: tuple[Draft, ...] = ()
    """What rows with a fault say otherwise: never stored, but held against the other rows."""


class SheetReader:
    """Walks the rows of one sheet."""

    def __init__(
        self,
        recognised: Recognised,
        remarks: Remarks,
        delimiter: str | None = None,
        given_unit: Unit | None = None,
        further: Mapping[int, Sequence[FurtherCell]] = NOTHING_FURTHER,
    ) -> None:
        self._sheet: Sheet = recognised.sheet
        self._further = further
        self._recognised = recognised
        self._remarks = remarks
        self._given_unit = given_unit
        self._columns = headed_columns(recognised, delimiter, remarks)
        self._first_row = recognised.header_row + (2 if units_below(recognised) else 1)
        self._marker = recognised.marker_column
        self._merged_into = merged_into(self._sheet)

    def read(self, watch: Watch = unwatched) -> SheetRows:
        """All rows below the headings."""
        drafts: list[Draft] = []
        faulty: list[Draft] = []
        records = 0
        numbers = range(self._first_row, self._sheet.height + 1)
        plain = PlainRows(self._recognised, self._columns, self._remarks, self._given_unit, self._further)
        watch(ImportStage.UNDERSTANDING, 0, len(numbers))
        for block, found in plain.blocks(numbers):
            if block.start > numbers.start:
                watch(ImportStage.UNDERSTANDING, block.start - numbers.start, len(numbers))
            for number, draft in zip(block, found, strict=True):
                if draft is not None:
                    drafts.append(draft)
                    records += 1
                elif not (self._is_empty(number) or self._is_example(number) or self._is_comment(number)):
                    row, own = self._row(number)
                    drafts += own
                    if Outcome.FAULT in row.outcomes:
                        faulty.append(row.draft(self._recognised.format.kind))
                    records += bool(own) or Outcome.PENDING in row.outcomes
        return SheetRows(tuple(drafts), records, tuple(faulty))

    def _row(self, number: int) -> tuple[Row, list[Draft]]:
        if self._recognised.format.kind == "balance" and is_about_inhabitants(
            self._sheet.rows[number - 1], self._columns
        ):
            return self._read_as(format_of("inhabitants"), inhabitants_columns(self._columns), number)
        return self._read_as(self._recognised.format, self._columns, number)

    def _read_as(
        self, sheet_format: SheetFormat, columns: Sequence[HeadedColumn], number: int
    ) -> tuple[Row, list[Draft]]:
        row = Row(self._sheet.name, number)
        for headed in columns:
            self._take(headed, row, sheet_format)
        for headed, cell in self._further.get(number, ()):
            take(Task(cell, headed, row, sheet_format.record_type, self._remarks, self._given_unit))
        return row, finished(row, sheet_format, self._remarks)

    def _take(self, headed: HeadedColumn, row: Row, sheet_format: SheetFormat) -> None:
        """Reads one cell; one below the first of a vertical merge holds what is shown there."""
        at = (row.number, headed.number)
        shown_row = self._merged_into.get(at, row.number)
        is_empty = self._sheet.rows[shown_row - 1][headed.number - 1] is None
        if is_empty and not headed.column.required and at not in self._sheet.problems:
            # Most cells of wide sheets are empty: a short way for them halves the time.
            leave_empty(headed, row, sheet_format.record_type)
            return
        cell = self._sheet.cell(shown_row, headed.number)
        take(Task(cell, headed, row, sheet_format.record_type, self._remarks, self._given_unit))

    def _filled(self, number: int) -> list[HeadedColumn]:
        row = self._sheet.rows[number - 1]
        problems = self._sheet.problems
        return [
            each
            for each in self._columns
            if not is_blank(row[each.number - 1]) or (number, each.number) in problems
        ]

    def _is_empty(self, number: int) -> bool:
        return not self._filled(number)

    def _is_comment(self, number: int) -> bool:
        """A row with a single filled cell that is not enough (a group heading, a source line), or a sum."""
        filled = self._filled(number)
        if len(self._columns) < 2 or not (len(filled) == 1 or self._is_sum(number, filled)):
            return False
        lacks = any(each.column.required for each in self._columns if each is not filled[0])
        if lacks or len(filled) > 1:
            at = cell_address(number, filled[0].number)
            value = self._sheet.value(number, filled[0].number)
            self._remarks.notice("row_left_out", self._sheet.name, at, value)
        return lacks or len(filled) > 1

    def _is_sum(self, number: int, filled: Sequence[HeadedColumn]) -> bool:
        """Whether a row of a list of measures adds up the others: „Summe“ stands first, no title follows."""
        if self._recognised.format.kind != "measures":
            return False
        word = str(self._sheet.value(number, filled[0].number))
        is_titled = any(each.column.field == "title" for each in filled[1:])
        return is_sum_word(word) and not is_titled

    def _is_example(self, number: int) -> bool:
        marker = self._marker
        if marker is None or not is_marked(self._sheet.value(number, marker)):
            return False
        row = self._sheet.rows[number - 1]
        if all(is_as_written(each.column, row[each.number - 1]) for each in self._columns):
            return True
        address = cell_address(number, marker)
        self._remarks.notice("example_changed", self._sheet.name, address, self._sheet.value(number, marker))
        return False


def merged_into(sheet: Sheet) -> dict[Position, int]:
    """The row whose value shows in each further cell of a range merged downwards."""
    return {
        (row, first_column): first_row
        for first_row, first_column, last_row, last_column in sheet.merged
        if first_column == last_column
        for row in range(first_row + 1, last_row + 1)
    }


def finished(row: Row, sheet_format: SheetFormat, remarks: Remarks) -> list[Draft]:
    """The drafts of a row whose cells were all read; none while something stands in the way."""
    _settle(row, sheet_format)
    if _blocks_draft(row, sheet_format):
        if Outcome.FAULT in row.outcomes:
            is_coherent(row, sheet_format, remarks)
        return []
    rule = RULES.get(sheet_format.kind)
    drafts = rule(row, remarks) if rule else [row.draft(sheet_format.kind)]
    is_own = bool(drafts) and drafts[0].kind == sheet_format.kind
    return drafts if not is_own or is_coherent(row, sheet_format, remarks) else []


def _settle(row: Row, sheet_format: SheetFormat) -> None:
    """Puts prose into the text fields, and drops empty names of the measure and its programme."""
    for field, text in row.prose.items():
        own = row.values.get(field)
        row.values[field] = text if own in (None, text) else f"{text}; {own}"
    for part in PARTS:
        name = reference_field(sheet_format.kind, part)
        if row.values.get(name, "") is None:
            del row.values[name]


def _blocks_draft(row: Row, sheet_format: SheetFormat) -> bool:
    """A fault or an answer „ignore“ leaves the row out; an open question only where its field is needed."""
    if Outcome.FAULT in row.outcomes or Outcome.IGNORED in row.outcomes:
        return True
    if Outcome.PENDING not in row.outcomes:
        return False
    needed = {name for name in (*sheet_format.record_type.KEY, "row_type") if name in row.origins}
    needed |= {name for group in sheet_format.needs if len(group) == 1 for name in group}
    unanswered = row.origins.keys() - row.values.keys()
    return bool(unanswered & needed)
