"""Reading a list of measures: every layout takes what it knows, then the rows are read one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from monitoring.domain.watch import Watch
from monitoring.spreadsheets.explanation import Line, Understanding, understood_rows
from monitoring.spreadsheets.headed_columns import say_unknown
from monitoring.spreadsheets.measure_lists.colours import take_colours
from monitoring.spreadsheets.measure_lists.continued import take_continued
from monitoring.spreadsheets.measure_lists.groups import take_groups
from monitoring.spreadsheets.measure_lists.indicator_columns import take_indicators
from monitoring.spreadsheets.measure_lists.many_words import take_many_words
from monitoring.spreadsheets.measure_lists.matrices import take_matrices
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.measure_lists.period_columns import take_periods
from monitoring.spreadsheets.measure_lists.places import place_column, take_places
from monitoring.spreadsheets.measure_lists.reports import Report, report_drafts, take_reports
from monitoring.spreadsheets.measure_lists.steps import step_drafts, take_steps
from monitoring.spreadsheets.measure_lists.titles import take_numbers
from monitoring.spreadsheets.named_places import PlaceOfRow
from monitoring.spreadsheets.recognition import Recognised
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.sheet_rows import SheetReader, SheetRows
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.workbook import Cell

MOST_ROWS = 3_000
"""Longer lists are read row by row alone: no town has so many measures."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a list holds, and how it was understood."""

    rows: SheetRows
    understanding: Understanding


@dataclass(frozen=True, slots=True)
class ListReader:
    """Reads lists of one file. `places` are the municipalities by sheet and row, where all are meant."""

    remarks: Remarks
    today: date
    delimiter: str | None
    given_unit: Unit | None
    watch: Watch
    places: Mapping[str, PlaceOfRow] = field(default_factory=dict)

    def read(self, recognised: Recognised) -> Reading:
        """A list with everything its layout says about its measures."""
        is_long = recognised.sheet.height > MOST_ROWS
        if is_long and place_column(recognised) is None:
            return self._as_it_stands(recognised)
        list_ = MeasureList(recognised, self.remarks, self.today)
        take_places(list_, self.places.get(recognised.sheet.name))
        if is_long and len(list_.rows) > MOST_ROWS:
            return self._as_it_stands(list_.arranged())
        indicators = take_indicators(list_)
        take_matrices(list_)
        reports = take_reports(list_)
        reports = _with_colours(list_, reports)
        take_groups(list_)
        steps = take_steps(list_)
        take_continued(list_)
        take_numbers(list_)
        take_many_words(list_)
        take_periods(list_)
        say_unknown(recognised, list_.unknown(), self.remarks)
        rows = self._rows(list_)
        measures = {draft.row: draft for draft in rows.drafts}
        more = [
            *report_drafts(reports, measures, self.remarks),
            *step_drafts(steps, measures),
            *indicators.drafts(measures, self.remarks),
        ]
        whole = replace(rows, drafts=(*rows.drafts, *more))
        return Reading(whole, _understood(recognised, list_.lines))

    def _as_it_stands(self, recognised: Recognised) -> Reading:
        say_unknown(recognised, recognised.unknown, self.remarks)
        rows = SheetReader(recognised, self.remarks, self.delimiter, self.given_unit).read(self.watch)
        return Reading(rows, understood_rows(recognised))

    def _rows(self, list_: MeasureList) -> SheetRows:
        return SheetReader(
            list_.arranged(), self.remarks, self.delimiter, self.given_unit, list_.further
        ).read(self.watch)


def _with_colours(list_: MeasureList, reports: Sequence[Report]) -> list[Report]:
    """Reports whose colours became words; those of measures are added to the list."""
    reported = [
        (cell.row, cell.column) for report in reports for field, cell in report.cells if field == "status"
    ]
    said = take_colours(list_, reported)
    rows = set(list_.rows)
    for (row, column), cell in said.items():
        if row in rows and (row, column) not in reported:
            if list_.columns.get(column) == "status":
                list_.rewritten[row, column] = None
            if cell.value is not None:
                list_.say(row, "status", cell)
    return [replace(report, cells=tuple(_worded(report, said))) for report in reports]


def _worded(report: Report, said: dict[tuple[int, int], Cell]) -> list[tuple[str, Cell]]:
    worded = [(field, said.get((cell.row, cell.column), cell)) for field, cell in report.cells]
    return [(field, cell) for field, cell in worded if cell.value is not None]


def _understood(recognised: Recognised, lines: Sequence[Line]) -> Understanding:
    understood = understood_rows(recognised)
    block = replace(understood.blocks[0], rows=tuple(sorted(lines, key=lambda line: line.number)))
    return replace(understood, blocks=(block,))
