"""The numbers of a table, each read with the unit and the style of its line, and put to what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from monitoring.domain.named_place import NamedPlace
from monitoring.domain.record import Record
from monitoring.spreadsheets.column import Column
from monitoring.spreadsheets.crosstabs.cells import DIMENSIONS, Meaning, meaning
from monitoring.spreadsheets.crosstabs.facets import CONTEXT, PENDING
from monitoring.spreadsheets.crosstabs.grid import Kind
from monitoring.spreadsheets.crosstabs.left_out import LeftOut, count_left_out
from monitoring.spreadsheets.crosstabs.questions import asked_unit
from monitoring.spreadsheets.crosstabs.reported import Reported
from monitoring.spreadsheets.crosstabs.styles import Styles
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.crosstabs.unit_scopes import common_scopes
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.missing_words import Absence
from monitoring.spreadsheets.numbers import ColumnStyle, Number, read_cell
from monitoring.spreadsheets.raw_numbers import RawNumber
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.row import HeadedColumn, Outcome, Row, Task
from monitoring.spreadsheets.units import Dimension, Unit
from monitoring.spreadsheets.unmeasured import totals_in_question
from monitoring.spreadsheets.values import take
from monitoring.spreadsheets.words import IGNORE
from monitoring.spreadsheets.workbook import FORMULA_WITHOUT_VALUE, Cell

FIELDS = {"emissions": "emissions_t", "energy": "energy_mwh"}
QUANTITIES = {dimension: quantity for quantity, dimension in DIMENSIONS.items()}
WHOLE = frozenset({"inhabitants", "households", "jobs"})


@dataclass(slots=True)
class Reader:
    """Reads the cells of one table into `reported`. `left_out` counts cells by reason and line.

    `places` are the municipalities of the rows, where a table is about many.
    """

    table: Table
    styles: Styles
    reported: Reported
    remarks: Remarks
    given_unit: Unit | None
    left_out: LeftOut
    places: Mapping[int, NamedPlace | None] = field(default_factory=dict)
    pending: int = 0
    _unmeasured: dict[str, list[RawNumber]] = field(default_factory=dict)
    _scopes: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._scopes = common_scopes(self.table.lines)

    def read(self, skipped_rows: frozenset[int], skipped_columns: frozenset[int]) -> None:
        """All cells but those of rows and columns that are read otherwise."""
        for row, column in self.table.cells:
            if row not in skipped_rows and column not in skipped_columns:
                self._read(row, column)
        for scope, numbers in self._unmeasured.items():
            key = ("unit", self.table.grid.sheet.name, scope)
            self.remarks.add_details(key, totals_in_question(numbers))

    def _read(self, row: int, column: int) -> None:
        table = self.table
        if table.grid.kind(row, column) is Kind.TEXT:
            self._note(row, column)
            return
        found = meaning(table.rows[row], table.heads[column], table.around)
        if isinstance(found, Meaning):
            scope = self._scopes.get(found.scope or "", found.scope)
            self._measure(replace(found, scope=scope), row, column)
        else:
            self._leave_out(found, row, column)

    def _note(self, row: int, column: int) -> None:
        cell = self.table.grid.sheet.cell(row, column)
        self.remarks.warning("text_in_number_cell", self.table.grid.sheet.name, cell.address, cell.value)

    def _leave_out(self, reason: str, row: int, column: int) -> None:
        self.pending += reason == PENDING
        count_left_out(self.left_out, self.table, reason, (row, column))

    def _measure(self, found: Meaning, row: int, column: int) -> None:
        if found.quantity is None:
            known = found.unit or self._unit_in_cell(row, column)
            measured = known or self._unit_of_unknown(found, row, column)
            if measured == IGNORE:
                return
            if not isinstance(measured, Unit):
                self.pending += 1
                self._keep_unmeasured(found, row, column)
                return
            found = replace(found, quantity=QUANTITIES.get(measured.dimension), unit=measured)
        if found.quantity in FIELDS:
            self._take(found, FIELDS[found.quantity], "balance", row, column)
        elif found.quantity in CONTEXT:
            self._take(found, str(found.quantity), "inhabitants", row, column)
        else:
            self._leave_out("other_unit", row, column)

    def _keep_unmeasured(self, found: Meaning, row: int, column: int) -> None:
        number = read_cell(self.table.grid.sheet.cell(row, column), self.styles.of(row, column).style)
        if isinstance(number, Number) and number.value is not None and found.row_type != "planned":
            one = RawNumber(found.year, found.sector, found.carrier, number.value)
            self._unmeasured.setdefault(found.scope or self.table.grid.sheet.name, []).append(one)

    def _unit_in_cell(self, row: int, column: int) -> Unit | None:
        """The unit written behind a number that measures energy or emissions."""
        number = read_cell(self.table.grid.sheet.cell(row, column), self.styles.of(row, column).style)
        own = number.unit if isinstance(number, Number) else None
        return own if own and own.dimension in QUANTITIES else None

    def _unit_of_unknown(self, found: Meaning, row: int, column: int) -> Unit | str | None:
        given = self.given_unit
        if given and given.dimension in QUANTITIES:
            return given
        return asked_unit(self.table, found.scope, (row, column), self.remarks)

    def _take(self, found: Meaning, field: str, kind: str, row: int, column: int) -> None:
        if found.row_type == "planned" and (kind != "balance" or found.carrier != "all"):
            self._leave_out("planned_part", row, column)
            return
        cell = self.table.grid.sheet.cell(row, column)
        is_whole = field in WHOLE and not _is_scaled(found)
        style = self.styles.whole(row, column) if is_whole else self.styles.of(row, column)
        if not self._is_a_number(cell, style, is_whole):
            return
        task = self._task(found, cell, format_of(kind).column(field), format_of(kind).record_type, style)
        take(task)
        if Outcome.PENDING in task.row.outcomes:
            self.pending += 1
            self._keep_unmeasured(found, row, column)
        if found.is_assumed_total and kind == "balance" and found.row_type != "planned":
            self._say_assumed_total(cell)
        if Outcome.FAULT not in task.row.outcomes and (field in task.row.values or task.row.absences):
            self.reported.take(found, field, task.row, self.places.get(row))

    def _task(
        self, found: Meaning, cell: Cell, column: Column, record_type: type[Record], style: ColumnStyle
    ) -> Task:
        name = self.table.grid.sheet.name
        headed = HeadedColumn(
            column, cell.column, found.scope or name, found.unit, style.style, style.assumed
        )
        return Task(cell, headed, Row(name, cell.row), record_type, self.remarks, self.given_unit)

    def _say_assumed_total(self, cell: Cell) -> None:
        name, label = self.table.grid.sheet.name, self.table.heads[cell.column].name
        label = label or self.table.rows[cell.row].name or name
        self.remarks.gather("total_assumed", name, cell.address, label, label)

    def _is_a_number(self, cell: Cell, style: ColumnStyle, is_whole: bool) -> bool:
        """Whether a cell holds one number or a word for a missing one; says what else it holds."""
        if cell.problem:
            return cell.problem == FORMULA_WITHOUT_VALUE or self._is_error(cell)
        found = read_cell(cell, style.style)
        if found is Absence.MISSING:
            return False
        if isinstance(found, Absence):
            return True
        if found is None or found.value is None:
            self._note(cell.row, cell.column)
            return False
        return self._fits(found, cell, is_whole)

    def _is_error(self, cell: Cell) -> bool:
        error, name = (cell.problem or "").partition(":")[2], self.table.grid.sheet.name
        self.remarks.gather("error_value", name, cell.address, None, error, heading=name, error=error)
        return False

    def _fits(self, found: Number, cell: Cell, is_whole: bool) -> bool:
        if found.unit and found.unit.dimension is Dimension.SHARE:
            self._leave_out("share", cell.row, cell.column)
            return False
        if is_whole and found.value is not None and found.value != int(found.value):
            name = self.table.grid.sheet.name
            self.remarks.gather("people_not_whole", name, cell.address, cell.value, "people")
            return False
        return True


def _is_scaled(found: Meaning) -> bool:
    return found.unit is not None and found.unit.factor != 1
