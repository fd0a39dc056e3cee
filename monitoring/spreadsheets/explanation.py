"""What a sheet was understood as, and why: shown to its user, never needed to store anything."""

from __future__ import annotations

from dataclasses import dataclass

from monitoring.spreadsheets.headed_columns import units_below
from monitoring.spreadsheets.recognition import Recognised

LONG = "long"


@dataclass(frozen=True, slots=True)
class Line:
    """One row or column: its number from 1, its own label, what it means, and why.

    `meaning` pairs aspects (year, sector, carrier, quantity, unit, row_type, field …) with codes, `reasons`
    the same aspects with where each was read: „heading:C1“, „unit_row:C2“, „group:B1“, „sheet_name“,
    „year_column:A4“, „filled_down:A3“, „title:A1“, „answer“. `left_out` is the code of the reason why its
    cells are not stored, None where they are.
    """

    number: int
    label: str
    meaning: tuple[tuple[str, str], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    left_out: str | None = None


@dataclass(frozen=True, slots=True)
class UnderstoodBlock:
    """One table of a sheet: its corners, the rows of its title and headings, its columns and rows."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int
    layout: str
    title_rows: tuple[int, ...] = ()
    header_rows: tuple[int, ...] = ()
    columns: tuple[Line, ...] = ()
    rows: tuple[Line, ...] = ()
    around: Line | None = None


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a sheet was understood: what it holds, how it is laid out, and table for table why.

    `kind` is that of most of its records, `layout` „long“, „years_as_columns“, „years_as_rows“, „one_year“ or
    „several“ where its tables differ.
    """

    kind: str | None
    layout: str
    blocks: tuple[UnderstoodBlock, ...] = ()


def understood_rows(recognised: Recognised) -> Understanding:
    """How a sheet with one row of known headings was understood."""
    sheet, header = recognised.sheet, recognised.header_row
    below = units_below(recognised)
    known = [
        Line(
            number,
            str(sheet.value(header, number)),
            (("field", column.field), *((("unit", below[number].text),) if number in below else ())),
            (("field", "heading"), *((("unit", "unit_row"),) if number in below else ())),
        )
        for number, column in recognised.columns.items()
    ]
    unknown = [Line(number, text, left_out="unknown") for number, text in recognised.unknown.items()]
    block = UnderstoodBlock(
        first_row=header,
        first_column=1,
        last_row=sheet.height,
        last_column=sheet.width,
        layout=LONG,
        header_rows=(header, header + 1) if below else (header,),
        columns=tuple(sorted((*known, *unknown), key=lambda each: each.number)),
    )
    return Understanding(recognised.format.kind, LONG, (block,))
