"""Which kind of sheet a sheet is, and in which row its headings stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from monitoring.spreadsheets.answered_columns import AnsweredColumn, with_answers
from monitoring.spreadsheets.chosen_meanings import NOTHING_CHOSEN, ChosenMeanings
from monitoring.spreadsheets.column import Column, SheetFormat
from monitoring.spreadsheets.example import is_marker
from monitoring.spreadsheets.formats import FORMATS, format_of
from monitoring.spreadsheets.headings import is_titled, matched_columns
from monitoring.spreadsheets.measure_lists.report_headings import dated_report, is_report_heading
from monitoring.spreadsheets.vocabulary import is_status_word
from monitoring.spreadsheets.words import IGNORE
from monitoring.spreadsheets.workbook import Sheet

ROWS_SEARCHED, MOST_ROWS_SEARCHED = 20, 100
"""Headings stand near the top; below a long preface only where none do."""
HITS_NEEDED = 3
LONGEST_HEADING = 200
HITS_NEEDED_WHEN_NAMED = 2


@dataclass(frozen=True, slots=True)
class Recognised:
    """A sheet of a known kind: the row of its headings, and its columns by their number from 1.

    `left_out` are columns that another one stands for, each with the code of the reason.
    """

    sheet: Sheet
    format: SheetFormat
    header_row: int
    columns: Mapping[int, Column]
    answered: Mapping[int, AnsweredColumn] = field(default_factory=dict)
    left_out: Mapping[int, str] = field(default_factory=dict)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns.values())

    @property
    def unknown(self) -> dict[int, str]:
        """The headings that mean nothing to us, by column number from 1."""
        known = (*self.columns, *self.ignored, *self.left_out, self.marker_column)
        return {at: heading for at, heading in self.headings.items() if at not in known}

    @property
    def headings(self) -> dict[int, str]:
        """The text of every heading, by column number from 1."""
        headings = _headings(self.sheet, self.header_row)
        return {at: heading for at, heading in enumerate(headings, 1) if heading}

    @property
    def ignored(self) -> dict[int, str]:
        """The headings of the columns that the user ignores."""
        numbers = {at for at, each in self.answered.items() if each.is_ignored}
        return {at: heading for at, heading in self.headings.items() if at in numbers}

    @property
    def marker_column(self) -> int | None:
        """The column in which the template marks its example row."""
        headings = _headings(self.sheet, self.header_row)
        marks = (at for at, heading in enumerate(headings, 1) if heading and is_marker(heading))
        return next(marks, None)

    def missing(self) -> list[tuple[str, ...]]:
        """The groups of headings of which the sheet has none, though it needs one."""
        lacking = (group for group in self.format.needs if not self.fields.intersection(group))
        return [tuple(self.format.column(field).heading for field in group) for group in lacking]


def recognise(
    sheet: Sheet, kind: str | None = None, chosen: ChosenMeanings = NOTHING_CHOSEN
) -> Recognised | None:
    """The best reading of a sheet, None where too few headings are known.

    Within the first rows three known headings are needed; two where the sheet bears the name of a format or
    the kind was given, none where the user chose its kind or the row of its headings. A given kind does not
    hold for sheets that bear the name of another.
    """
    said, row = chosen.kind(sheet.name), chosen.header_row(sheet.name, sheet.height)
    if said == IGNORE:
        return None
    if said is None and kind and _bears_another_name(sheet, kind):
        return None
    only = said or kind
    formats = FORMATS if only is None else (format_of(only),)
    needed = 0 if said or row else None
    first = next(
        (at for at, values in enumerate(sheet.rows, 1) if any(value is not None for value in values)), 1
    )
    for last in (first + ROWS_SEARCHED, first + MOST_ROWS_SEARCHED):
        rows = (row,) if row else range(first, min(sheet.height + 1, last))
        wanted = _Wanted(sheet, rows, needed, kind, chosen)
        readings = [each for sheet_format in formats for each in _readings(wanted, sheet_format)]
        if readings or row or sheet.height < last:
            break
    return max(readings, key=_rank, default=None)


def likely_headings(sheet: Sheet) -> dict[int, str]:
    """The row among the first with the most words in it, by column number from 1."""
    rows = [
        {at: heading for at, heading in enumerate(_headings(sheet, row), 1) if heading}
        for row in range(1, min(sheet.height, ROWS_SEARCHED) + 1)
    ]
    return max(rows, key=len, default={})


def _bears_another_name(sheet: Sheet, kind: str) -> bool:
    return any(is_titled(sheet.name, other) for other in FORMATS if other.kind != kind)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Where headings are looked for, and how many must be known; None where the sheet's name decides."""

    sheet: Sheet
    rows: Iterable[int]
    needed: int | None
    kind: str | None
    chosen: ChosenMeanings


def _readings(wanted: _Wanted, sheet_format: SheetFormat) -> Iterable[Recognised]:
    sheet = wanted.sheet
    is_named = wanted.kind is not None or is_titled(sheet.name, sheet_format)
    needed = HITS_NEEDED_WHEN_NAMED if is_named else HITS_NEEDED
    needed = needed if wanted.needed is None else wanted.needed
    for row in wanted.rows:
        headings = _headings(sheet, row)
        matched = {at + 1: column for at, column in matched_columns(headings, sheet_format).items()}
        texts = {at: heading for at, heading in enumerate(headings, 1) if heading}
        columns, answered = with_answers(matched, texts, sheet.name, sheet_format, wanted.chosen)
        if len(columns) + _of_layouts(texts, columns, sheet_format) >= needed and texts:
            yield Recognised(sheet, sheet_format, row, columns, answered)


def _of_layouts(texts: Mapping[int, str], columns: Mapping[int, Column], sheet_format: SheetFormat) -> int:
    """How many headings of a list of measures are those of reports, such as „Sachstand 2022“, or of columns
    of marks, one for each status.
    """
    if sheet_format.kind != "measures":
        return 0
    reports = sum(at not in columns and is_report_heading(text) for at, text in texts.items())
    is_titled_column = any(column.field == "title" for column in columns.values())
    marked = sum(is_status_word(text) for text in texts.values()) if is_titled_column else 0
    return reports + (marked if marked > 1 else 0)


def _headings(sheet: Sheet, row: int) -> list[str | None]:
    values = sheet.rows[row - 1]
    return [
        value if isinstance(value, str) and 0 < len(value.strip()) < LONGEST_HEADING else None
        for value in values
    ]


def _rank(reading: Recognised) -> tuple[bool, bool, int, int, int]:
    """Better: the sheet's name, everything needed, more known headings (any at all), further up."""
    is_complete = not reading.missing()
    is_named = is_titled(reading.sheet.name, reading.format) and (is_complete or not _has_reports(reading))
    texts = 0 if reading.columns else len(reading.headings)
    return is_named, is_complete, len(reading.columns), texts, -reading.header_row


def _has_reports(reading: Recognised) -> bool:
    """Whether days stand in headings: a sheet „Sachstand“ with „Stand 2023“ over a column lists measures."""
    return any(dated_report(heading) for heading in reading.headings.values())
