"""One sheet of tables with headings on two sides, read: its drafts, and how it was understood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from monitoring.domain.draft import Draft
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.crosstabs.explained import explained
from monitoring.spreadsheets.crosstabs.facets import PENDING, Facets, Label
from monitoring.spreadsheets.crosstabs.indicator_series import indicator_drafts
from monitoring.spreadsheets.crosstabs.label_words import OTHER
from monitoring.spreadsheets.crosstabs.left_out import LeftOut, say_left_out, say_not_understood
from monitoring.spreadsheets.crosstabs.numbers_of_table import Reader
from monitoring.spreadsheets.crosstabs.parts import take_total_of_one_sector
from monitoring.spreadsheets.crosstabs.parts_of_groups import leave_out_parts
from monitoring.spreadsheets.crosstabs.questions import (
    ANSWER,
    ask_about,
    ask_about_labels,
    asked_indicators,
    asked_place,
    asked_year,
    places,
)
from monitoring.spreadsheets.crosstabs.reductions import Reductions
from monitoring.spreadsheets.crosstabs.reported import Reported
from monitoring.spreadsheets.crosstabs.sense import NOTHING
from monitoring.spreadsheets.crosstabs.styles import Styles
from monitoring.spreadsheets.crosstabs.table import Table
from monitoring.spreadsheets.crosstabs.unit_of_total import take_unit_of_total
from monitoring.spreadsheets.crosstabs.uses import ask_about_uses
from monitoring.spreadsheets.explanation import Understanding, UnderstoodBlock
from monitoring.spreadsheets.headings import is_titled
from monitoring.spreadsheets.indicators import INDICATOR_VALUES, INDICATORS
from monitoring.spreadsheets.named_places import PlaceOfRow
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.units import Unit

INDICATOR_KINDS = frozenset({"indicators", "indicator_values"})


@dataclass(slots=True)
class Reading:
    """What the tables of one sheet gave. Balance and inhabitants go to `reported`, over all sheets."""

    drafts: list[Draft] = field(default_factory=list)
    pending: int = 0
    blocks: list[UnderstoodBlock] = field(default_factory=list)

    def understanding(self, kind: str | None) -> Understanding:
        """How the sheet was understood."""
        layouts = {block.layout for block in self.blocks}
        layout = next(iter(layouts)) if len(layouts) == 1 else "several"
        return Understanding(kind, layout, tuple(self.blocks))


@dataclass(slots=True)
class SheetOfTables:
    """The readable tables of a sheet, and what their reading depends on.

    `places` are the municipalities of the rows where all of them are read, None where one is meant.
    """

    tables: Sequence[Table]
    remarks: Remarks
    reported: Reported
    today: date
    delimiter: str | None = None
    given_unit: Unit | None = None
    kind: str | None = None
    places: PlaceOfRow | None = None

    def read(self) -> Reading:
        """Reads every table; says which ones it cannot read."""
        reading = Reading()
        for table in self.tables:
            if table.is_readable:
                self._read(table, reading)
            else:
                say_not_understood(table, self.remarks)
        return reading

    def _read(self, table: Table, reading: Reading) -> None:
        left_out: LeftOut = {}
        styles = Styles(table, self.delimiter, self.remarks)
        leave_out_parts(table, styles)
        if self._is_settled(table):
            reading.drafts += Reductions(table, styles, self.remarks).read()
            ask_about_uses(table, self.remarks)
            rows, columns = self._indicators(table, styles, reading)
            ask_about_labels(table, _asked(table, rows, columns), self.remarks)
            if not table.around.get("sector"):
                take_total_of_one_sector(list(table.rows.values()))
                take_total_of_one_sector(list(table.heads.values()))
            take_unit_of_total(table, self.remarks)
            reader = Reader(
                table, styles, self.reported, self.remarks, self.given_unit, left_out, self.places or {}
            )
            reader.read(frozenset(rows), frozenset(columns))
            reading.pending += reader.pending
        else:
            reading.pending += len(table.rows)
        say_left_out(table, left_out, self.remarks)
        reading.blocks.append(explained(table))

    def _is_settled(self, table: Table) -> bool:
        """Whether municipality and year of a table are known, or just answered."""
        if table.around.unknown:
            ask_about(table, table.around, self.remarks)
        return table.around.left_out != PENDING and self._has_place(table) and self._has_year(table)

    def _has_place(self, table: Table) -> bool:
        if self.places is not None:
            _keep_rows(table, [row for row in table.rows if self.places.get(row)])
            return True
        if len(places(table)) < 2:
            return True
        place, column = asked_place(table, self.remarks), table.columns.place
        if place:
            value = table.grid.sheet.value
            own = [row for row in table.rows if str(value(row, column or 0) or "").strip() == place]
            _keep_rows(table, own)
        return place is not None

    def _has_year(self, table: Table) -> bool:
        if table.has_years:
            return True
        if table.around.left_out == OTHER or all(
            table.rows[row].left_out or table.heads[column].left_out for row, column in table.cells
        ):
            return True
        year = asked_year(table, self.today, self.remarks)
        if year:
            table.around.put("year", year, Label(NOTHING, ANSWER))
        return year is not None

    def _indicators(self, table: Table, styles: Styles, reading: Reading) -> tuple[list[int], list[int]]:
        """The rows and columns that are indicators; their values are read here."""
        rows, columns = table.indicator_rows, table.indicator_columns
        if self._is_of_indicators(table):
            others = {row: each for row, each in table.rows.items() if row not in table.balance_rows}
            rows = [row for row, each in others.items() if each.own_unit_text and each.text]
            columns = [*columns, *_unmeasured(table, columns)] if columns else columns
        elif len(rows) > 1 and len(rows) * 2 >= len(table.rows):
            rows = [row for row, each in table.rows.items() if each.own_unit_text and each.unknown]
        lines = [table.rows[row] for row in rows] + [table.heads[column] for column in columns]
        if not lines or not table.has_years:
            return [], []
        if self._are_indicators(table, lines):
            reading.drafts += indicator_drafts(table, rows, columns, styles, self.remarks)
        else:
            reading.pending += len(lines)
        return rows, columns

    def _are_indicators(self, table: Table, lines: Sequence[Facets]) -> bool:
        if self._is_of_indicators(table):
            return True
        cell = lines[0].unknown_cell or cell_address(table.block.body[0], table.block.columns[0])
        answer = asked_indicators(table, [each.text for each in lines], cell, self.remarks)
        for each in lines:
            each.left_out = None if answer else PENDING if answer is None else "ignored"
        return bool(answer)

    def _is_of_indicators(self, table: Table) -> bool:
        name = table.grid.sheet.name
        is_named = is_titled(name, INDICATORS) or is_titled(name, INDICATOR_VALUES)
        return is_named or self.kind in INDICATOR_KINDS


def _unmeasured(table: Table, measured: Sequence[int]) -> list[int]:
    """Columns beside those of indicators whose unit is only to be asked for."""
    unknown = {column: each for column, each in table.heads.items() if each.unknown and not each.left_out}
    return [column for column, each in unknown.items() if column not in measured and not each.own_unit_text]


def _keep_rows(table: Table, wanted: Sequence[int]) -> None:
    for row in table.rows.keys() - set(wanted):
        del table.rows[row]


def _asked(table: Table, read_rows: Sequence[int], read_columns: Sequence[int]) -> list[Facets]:
    """The lines whose labels matter: those with a cell that no other heading leaves out."""
    rows: dict[int, Facets] = {}
    columns: dict[int, Facets] = {}
    for row, column in table.cells:
        is_read = row in read_rows or column in read_columns
        if not (
            is_read
            or table.around.left_out == OTHER
            or table.rows[row].left_out
            or table.heads[column].left_out
        ):
            rows[row], columns[column] = table.rows[row], table.heads[column]
    return [*rows.values(), *columns.values()]
