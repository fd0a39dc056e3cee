"""Status reports within a list of measures: rows below their measure, or columns headed by a date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from monitoring.domain.draft import Draft, Origin
from monitoring.domain.measure_reference import PARTS, reference_field
from monitoring.domain.measure_register import plain
from monitoring.spreadsheets.formats import format_of
from monitoring.spreadsheets.measure_lists.groups import PARENT, is_below
from monitoring.spreadsheets.measure_lists.measure_list import MeasureList
from monitoring.spreadsheets.measure_lists.report_headings import (
    dated_report,
    is_plan_word,
    is_progress,
    is_report_word,
    last_day,
)
from monitoring.spreadsheets.measure_lists.status_words import has_short_words, is_about_status
from monitoring.spreadsheets.remarks import Remarks, shown
from monitoring.spreadsheets.row import HeadedColumn, Outcome, Row, Task
from monitoring.spreadsheets.values import take
from monitoring.spreadsheets.workbook import Cell

KIND = "status_reports"
_DATED = re.compile(r"\bStand(?:\s*:|\s+vom|\s+zum|\s+per)?\s*(\S.*)", re.IGNORECASE)
LEAVE_OUT = "leave_out"
TOLD = ("text", "status", "progress_percent")
YEARS_OFFERED = 5


@dataclass(frozen=True, slots=True)
class Report:
    """One report on the measure of a row: its day, where that stands, and its cells by field."""

    measure_row: int
    day: date
    dated: Cell
    cells: tuple[tuple[str, Cell], ...]


def take_reports(list_: MeasureList) -> list[Report]:
    """The reports of a list, in the order of the file; their rows and columns are measures no longer."""
    return [*_report_rows(list_), *_report_columns(list_)]


def _report_rows(list_: MeasureList) -> Iterator[Report]:
    title = list_.column_of("title")
    if title is None:
        return
    measure: int | None = None
    for row in list(list_.rows):
        text = list_.text_at(row, title) or ""
        day, is_plan = dated_report(text), is_plan_word(text)
        if not (day or is_plan) or measure is None:
            measure = row
            continue
        above = _measure_above(list_, row, measure)
        list_.leave_out(row, meaning="text" if day else "description")
        if day:
            yield Report(above, day, list_.sheet.cell(row, title), tuple(_cells_of_row(list_, row)))
        else:
            _keep_plan(list_, row, above)


def _measure_above(list_: MeasureList, row: int, last: int) -> int:
    """The row of the measure that a report names as its parent or extends by number; else the last one."""
    parent, number = list_.text(row, PARENT), list_.text(row, "number")
    for above in reversed([each for each in list_.rows if each < row]):
        own = list_.text(above, "number") or ""
        if own and (plain(own) == plain(parent or "") or (not parent and number and is_below(number, own))):
            return above
    return last


def _cells_of_row(list_: MeasureList, row: int) -> Iterator[tuple[str, Cell]]:
    for field, source in (("status", "status"), ("text", "description"), ("note", "note")):
        column = list_.column_of(source)
        if column is not None and list_.text_at(row, column) is not None:
            yield field, list_.sheet.cell(row, column)


def _keep_plan(list_: MeasureList, row: int, measure: int) -> None:
    """What was planned describes the measure, unless its own row says more than its title."""
    column = list_.column_of("description")
    own = plain(list_.text(measure, "description") or "")
    if (
        column is not None
        and list_.text_at(row, column)
        and own in ("", plain(list_.text(measure, "title") or ""))
    ):
        list_.say(measure, "description", list_.sheet.cell(row, column))


def _report_columns(list_: MeasureList) -> Iterator[Report]:
    columns: dict[int, date | None] = {
        at: day
        for at, text in list_.headings().items()
        if at in list_.open_headings() and (day := dated_report(text))
    }
    columns |= _undated(list_, columns)
    columns |= _shares(list_, columns.values())
    days: dict[date, list[int]] = defaultdict(list)
    for at, day in columns.items():
        if day is not None:
            days[day].append(at)
    list_.use_columns(columns)
    for row in list_.rows:
        for day, group in days.items():
            cells = tuple(_cells_of_columns(list_, row, group))
            if cells:
                yield Report(row, day, list_.sheet.cell(list_.header_row, group[0]), cells)


def _cells_of_columns(list_: MeasureList, row: int, columns: Iterable[int]) -> Iterator[tuple[str, Cell]]:
    said: set[str] = set()
    for column in columns:
        field = _field_of(list_, column, said)
        is_filled = list_.text_at(row, column) is not None or (row, column) in list_.sheet.fills
        if is_filled and field not in said:
            said.add(field)
            yield field, list_.sheet.cell(row, column)


def _field_of(list_: MeasureList, column: int, said: Iterable[str]) -> str:
    """What a column of reports tells: the progress, the status in words or colours, or a text."""
    if is_progress(list_.own_headings()[column]):
        return "progress_percent"
    return "status" if is_about_status(list_, column) and "status" not in said else "text"


def _undated(list_: MeasureList, dated: Mapping[int, date | None]) -> dict[int, date | None]:
    """Columns of reports in whose heading no date stands: it may stand above the table, else it is asked."""
    found: dict[int, date | None] = {}
    for at, text in list_.open_headings().items():
        if at in dated or list_.columns.get(at) not in (None, "status") or not is_report_word(text):
            continue
        if has_short_words(list_, at) if at in list_.columns else is_about_status(list_, at):
            continue
        if any(list_.text_at(row, at) for row in list_.rows):
            found[at] = _day_above(list_) or _asked_day(list_, at, text)
    return found


def _shares(list_: MeasureList, days: Iterable[date | None]) -> dict[int, date | None]:
    """Columns of the progress in per cent: they belong to the one day reported on, else it is asked."""
    known = set(days) - {None}
    found: dict[int, date | None] = {}
    for at, text in list_.open_headings().items():
        if is_progress(text) and any(list_.text_at(row, at) for row in list_.rows):
            found[at] = (
                known.copy().pop() if len(known) == 1 else _day_above(list_) or _asked_day(list_, at, text)
            )
    return found


def _day_above(list_: MeasureList) -> date | None:
    for row in range(1, list_.header_row):
        for column in list_.filled(row):
            said = _DATED.search(list_.text_at(row, column) or "")
            day = last_day(said[1].strip(" )")) if said else None
            if day:
                return day
    return None


def _asked_day(list_: MeasureList, column: int, heading: str) -> date | None:
    years = tuple(str(list_.today.year - back) for back in range(YEARS_OFFERED))
    sheet, cell = list_.sheet.name, list_.address(list_.header_row, column)
    answer = list_.remarks.ask(
        ("report_year", sheet, heading), "report_year", (*years, LEAVE_OUT), sheet, cell,
        vocabulary="report_year", details={"heading": heading},
    )  # fmt: skip
    if answer is None or answer == LEAVE_OUT:
        return None
    return min(date(int(answer), 12, 31), list_.today)


def report_drafts(reports: Iterable[Report], measures: Mapping[int, Draft], remarks: Remarks) -> list[Draft]:
    """The drafts of reports on measures that were read, by the row of the measure."""
    known = [(report, measures[report.measure_row]) for report in reports if report.measure_row in measures]
    drafts = [_draft(report, measure, remarks) for report, measure in known]
    return [draft for draft in drafts if draft is not None]


def _draft(report: Report, measure: Draft, remarks: Remarks) -> Draft | None:
    row = Row(measure.sheet, report.dated.row if report.dated.row > measure.row else measure.row)
    reading = format_of(KIND)
    for part in PARTS:
        value: Any = measure.values.get(part)
        if value is not None:
            row.values[reference_field(KIND, part)] = value
    row.origins["date"] = Origin(row.sheet, report.dated.address, shown(report.dated.value))
    row.values["date"] = report.day
    for field, cell in report.cells:
        headed = HeadedColumn(reading.column(field), cell.column, reading.column(field).heading)
        take(Task(cell, headed, row, reading.record_type, remarks))
    if Outcome.FAULT in row.outcomes or not any(row.values.get(each) is not None for each in TOLD):
        return None
    return row.draft(KIND)
