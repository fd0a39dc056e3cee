"""Understanding a workbook: its cells become drafts, findings and questions. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from monitoring.domain.draft import Draft
from monitoring.domain.finding import Finding, error
from monitoring.domain.question import Question
from monitoring.spreadsheets.addresses import cell_address
from monitoring.spreadsheets.duplicates import without_duplicates
from monitoring.spreadsheets.future import check_future
from monitoring.spreadsheets.layout import OUR_SHEETS
from monitoring.spreadsheets.recognition import Recognised, recognise
from monitoring.spreadsheets.remarks import Remarks
from monitoring.spreadsheets.sheet_rows import SheetReader, SheetRows
from monitoring.spreadsheets.totals import check_totals
from monitoring.spreadsheets.units import Unit
from monitoring.spreadsheets.units import unit as unit_of
from monitoring.spreadsheets.workbook import Sheet, Workbook

NO_ANSWERS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a sheet was taken for; `records` counts rows that are a record or become one once questions are
    answered.
    """

    sheet: str
    kind: str | None
    records: int
    header_row: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook says, and what is wrong or open about it."""

    sheets: tuple[SheetReading, ...]
    drafts: tuple[Draft, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]


def understand(
    workbook: Workbook,
    *,
    kind: str | None = None,
    unit: str | None = None,
    answers: Mapping[str, str] = NO_ANSWERS,
    today: date,
) -> Reading:
    """Reads every sheet that holds something known; all findings at once.

    `kind` says what the sheets hold, `unit` in which unit numbers are where no heading says so, `answers`
    maps the keys of questions to choices.
    """
    remarks = Remarks(answers)
    recognised = {sheet.name: recognise(sheet, kind) for sheet in workbook.sheets if _may_hold_data(sheet)}
    if not any(recognised.values()):
        return _nothing_known(workbook)
    given_unit = unit_of(unit) if unit else None
    read = {
        name: _read(found, remarks, workbook.delimiter, given_unit)
        for name, found in recognised.items()
        if found or _say_unknown(workbook.sheet(name), remarks)
    }
    drafts = without_duplicates((draft for rows in read.values() for draft in rows.drafts), remarks)
    check_totals(drafts, remarks)
    check_future(drafts, today, remarks)
    sheets = tuple(_reading(sheet, recognised.get(sheet.name), read) for sheet in workbook.sheets)
    return Reading(sheets, drafts, remarks.findings, remarks.questions)


def _may_hold_data(sheet: Sheet) -> bool:
    return sheet.height > 0 and sheet.name not in OUR_SHEETS


def _nothing_known(workbook: Workbook) -> Reading:
    sheets = tuple(SheetReading(sheet.name, None, 0, None) for sheet in workbook.sheets)
    names = ", ".join(sheet.name for sheet in workbook.sheets)
    finding = error("no_known_sheet", sheet=workbook.sheets[0].name, details={"sheets": names})
    return Reading(sheets, (), (finding,), ())


def _say_unknown(sheet: Sheet, remarks: Remarks) -> bool:
    remarks.notice("unknown_sheet", sheet.name, None)
    return False


def _read(
    recognised: Recognised | None, remarks: Remarks, delimiter: str | None, given_unit: Unit | None
) -> SheetRows:
    if recognised is None:
        return SheetRows((), 0)
    _say_unknown_columns(recognised, remarks)
    if _lacks_columns(recognised, remarks):
        return SheetRows((), 0)
    return SheetReader(recognised, remarks, delimiter, given_unit).read()


def _say_unknown_columns(recognised: Recognised, remarks: Remarks) -> None:
    unknown = recognised.unknown
    if unknown:
        cell = cell_address(recognised.header_row, min(unknown))
        headings = [" ".join(heading.split()) for heading in unknown.values()]
        remarks.notice(
            "unknown_columns", recognised.sheet.name, cell, "; ".join(headings), count=len(headings)
        )


def _lacks_columns(recognised: Recognised, remarks: Remarks) -> bool:
    cell = cell_address(recognised.header_row, min(recognised.columns))
    missing = recognised.missing()
    for headings in missing:
        named = " / ".join(headings)
        remarks.error("column_missing", recognised.sheet.name, cell, None, headings=named)
    return bool(missing)


def _reading(sheet: Sheet, recognised: Recognised | None, read: Mapping[str, SheetRows]) -> SheetReading:
    if recognised is None:
        return SheetReading(sheet.name, None, 0, None)
    return SheetReading(sheet.name, recognised.format.kind, read[sheet.name].records, recognised.header_row)
