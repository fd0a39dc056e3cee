"""Which kind of sheet a sheet is, and in which row its headings stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from monitoring.spreadsheets.column import Column, SheetFormat
from monitoring.spreadsheets.example import is_marker
from monitoring.spreadsheets.formats import FORMATS, format_of
from monitoring.spreadsheets.headings import is_titled, matched_columns
from monitoring.spreadsheets.workbook import Sheet

ROWS_SEARCHED = 20
HITS_NEEDED = 3
LONGEST_HEADING = 200
HITS_NEEDED_WHEN_NAMED = 2


@dataclass(frozen=True, slots=True)
class Recognised:
    """A sheet of a known kind: the row of its headings, and its columns by their number from 1."""

    sheet: Sheet
    format: SheetFormat
    header_row: int
    columns: Mapping[int, Column]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns.values())

    @property
    def unknown(self) -> dict[int, str]:
        """The headings that mean nothing to us, by column number from 1."""
        headings = _headings(self.sheet, self.header_row)
        known = (*self.columns, self.marker_column)
        return {at: heading for at, heading in enumerate(headings, 1) if heading and at not in known}

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


def recognise(sheet: Sheet, kind: str | None = None) -> Recognised | None:
    """The best reading of a sheet, None where too few headings are known.

    Within the first rows three known headings are needed; two where the sheet bears the name of a format or
    the kind
    was given. A given kind does not hold for sheets that bear the name of another.
    """
    formats = FORMATS if kind is None else (format_of(kind),)
    if kind and any(is_titled(sheet.name, other) for other in FORMATS if other.kind != kind):
        return None
    readings = [each for sheet_format in formats for each in _readings(sheet, sheet_format, kind)]
    return max(readings, key=_rank, default=None)


def _readings(sheet: Sheet, sheet_format: SheetFormat, kind: str | None) -> Iterable[Recognised]:
    is_named = kind is not None or is_titled(sheet.name, sheet_format)
    needed = HITS_NEEDED_WHEN_NAMED if is_named else HITS_NEEDED
    for row in range(1, min(sheet.height, ROWS_SEARCHED) + 1):
        columns = matched_columns(_headings(sheet, row), sheet_format)
        if len(columns) >= needed:
            yield Recognised(sheet, sheet_format, row, {at + 1: column for at, column in columns.items()})


def _headings(sheet: Sheet, row: int) -> list[str | None]:
    values = sheet.rows[row - 1]
    return [
        value if isinstance(value, str) and 0 < len(value.strip()) < LONGEST_HEADING else None
        for value in values
    ]


def _rank(reading: Recognised) -> tuple[bool, bool, int, int]:
    """Better: the sheet's name, everything needed, more known headings, further up."""
    is_complete = not reading.missing()
    is_named = is_titled(reading.sheet.name, reading.format)
    return is_named, is_complete, len(reading.columns), -reading.header_row
